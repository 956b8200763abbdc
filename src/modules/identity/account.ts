/** What people see and change of their own account. */
import { Type } from 'typebox'
import { isId } from '../../kernel/ids.ts'
import { action, type Perform, view } from '../../kernel/module.ts'
import type { Person } from '../../kernel/who.ts'
import { askAddress } from './address/actions.ts'
import { addressChangeOf, dropAddressChange } from './address/queries.ts'
import type { User } from './contract.ts'
import { tellOfChange } from './letters.ts'
import { fail } from './messages.ts'
import { type Confirmation, confirmed, confirmOwn, failAt } from './passwords.ts'
import { changeUser, heldWithPassword, holdNames, liveSessions, otherWith, userWithPassword } from './queries.ts'
import { emailOf, mobileOf } from './rules/name.ts'
import { oldestGood } from './rules/session.ts'
import { endSession, endSessionsOf } from './sessions.ts'
import { signedIn } from './signed-in.ts'

const Nothing = Type.Object({})

export type OwnSession = {
  readonly id: string
  readonly address: string
  readonly agent: string
  readonly since: Date
  readonly seenAt: Date
  /** Whether it is the one that asks. */
  readonly isThis: boolean
}
export type OwnAccount = {
  readonly user: User
  /** The e-mail address that waits to be confirmed; null: none does. */
  readonly wanted: string | null
  /** Null: none was ever set. */
  readonly passwordSetAt: Date | null
  readonly sessions: readonly OwnSession[]
}

/** One's own account, with every place where one is signed in. */
export const myAccount = view('identity.my-account', 'person', Nothing, async (look): Promise<OwnAccount> => {
  const { id, session } = signedIn(look)
  const row = (await userWithPassword(look.db, id)) ?? fail('identity.session-over', {})
  const sessions = await liveSessions(look.db, id, oldestGood(look.now))
  const { name, email, mobile, staff_number: staffNumber, language, demo } = row
  return {
    wanted: (await addressChangeOf(look.db, id, look.now))?.email ?? null,
    user: { id, name, email, mobile, staffNumber, language, demo },
    passwordSetAt: row.set_at,
    sessions: sessions.map((each) => ({
      id: each.id,
      address: each.address,
      agent: each.agent,
      since: each.created_at,
      seenAt: each.seen_at,
      isThis: each.id === session,
    })),
  }
})

/** Ends one of one's own sessions. */
export const endOwnSession = action(
  'identity.end-own-session',
  'person',
  Type.Object({ session: Type.String({ maxLength: 36 }) }),
  async (act, { session }) => {
    const { id } = signedIn(act)
    if (!isId(session) || !(await endSession(act, session, id))) fail('identity.session-unknown', {})
  },
)

/** Ends all of one's own sessions but the one that asks. */
export const endOtherSessions = action('identity.end-other-sessions', 'person', Nothing, async (act): Promise<number> => {
  const { id, session } = signedIn(act)
  const ended = await endSessionsOf(act, id, session)
  await act.record('identity.other-sessions-ended', { object: ['identity.user', id], details: { ended } })
  return ended
})

const Profile = Type.Object({ name: Type.String({ maxLength: 100 }), language: Type.Enum(['zh', 'en']) })

/** Changes one's name and the language in which one is written to. */
export const changeProfile = action('identity.change-profile', 'person', Profile, async (act, { name: typed, language }) => {
  const { id } = signedIn(act)
  const row = (await userWithPassword(act.db, id)) ?? fail('identity.session-over', {})
  if (row.demo) fail('identity.demo-fixed', {})
  const name = typed.trim() || failAt('name', 'identity.name')
  await changeUser(act.db, id, { name, language })
  await act.record('identity.profile-changed', {
    object: ['identity.user', id],
    before: { name: row.name, language: row.language },
    after: { name, language },
  })
})

const Contact = Type.Object({ email: Type.String({ maxLength: 254 }), mobile: Type.String({ maxLength: 30 }), address: Type.String() })

/** Whether all of it counts now, or a new e-mail address has to be confirmed first. */
export type Contacted = 'changed' | 'to-confirm'

const setContact = action('identity.set-contact', 'person', Contact, async (act, { address, ...typed }): Promise<Contacted> => {
  const { id } = signedIn(act)
  await confirmed(act, address)
  const email = typed.email.trim() === '' ? null : (emailOf(typed.email) ?? failAt('email', 'identity.email', { email: typed.email }))
  const mobile =
    typed.mobile.trim() === '' ? null : (mobileOf(typed.mobile) ?? failAt('mobile', 'identity.mobile', { mobile: typed.mobile }))
  await holdNames(act.db, [mobile])
  const row = (await heldWithPassword(act.db, id)) ?? fail('identity.session-over', {})
  if (await otherWith(act.db, id, { email: null, mobile })) failAt('mobile', 'identity.taken', { name: mobile ?? '' })
  const isNew = email !== null && email !== row.email
  if (isNew) await askAddress(act, row, email)
  else await dropAddressChange(act.db, id)
  const [before, after] = [
    { email: row.email, mobile: row.mobile },
    { email: isNew ? row.email : email, mobile },
  ]
  if (before.email !== after.email || before.mobile !== after.mobile) {
    await changeUser(act.db, id, after)
    await tellOfChange(act, row, 'contact')
  }
  await act.record('identity.contact-changed', { object: ['identity.user', id], before, after })
  return isNew ? 'to-confirm' : 'changed'
})

/** Changes the mobile number at once and asks to confirm a new e-mail address; one signs in by both, so the present password is needed. */
export const changeContact = async (
  perform: Perform,
  who: Person,
  { current, address, email, mobile }: Confirmation & { readonly email: string; readonly mobile: string },
): Promise<Contacted> => {
  await confirmOwn(perform, who, { current, address })
  return perform(who, setContact, { email, mobile, address })
}
