/** Choosing a password, and showing that one knows the present one. */
import { Type } from 'typebox'
import { fill } from '../../core/messages.ts'
import { Failure } from '../../kernel/failure.ts'
import { type Act, action, type Perform } from '../../kernel/module.ts'
import { hashPassword, verifyPassword } from '../../kernel/password.ts'
import type { Person } from '../../kernel/who.ts'
import { dropAddressChange } from './address/queries.ts'
import { attemptSucceeded, countAttempt } from './attempts.ts'
import type { User } from './contract.ts'
import { tellOfChange } from './letters.ts'
import { fail, messages } from './messages.ts'
import { heldWithPassword, setPassword, userWithPassword } from './queries.ts'
import { obstacleToPassword } from './rules/password.ts'
import { endSessionsOf, renewSession } from './sessions.ts'
import { signedIn } from './signed-in.ts'

/** Fails at a field of a form. */
export const failAt = (field: string, code: keyof typeof messages, params: Readonly<Record<string, string>> = {}): never => {
  const text = messages[code]
  throw new Failure(code, text, params, [{ field, code, message: { zh: fill(text.zh, params), en: fill(text.en, params) } }])
}

/** A password typed twice. */
export type Chosen = { readonly password: string; readonly again: string }

/** What is kept of a new password, if it may be one; `about`: what is known of whoever chooses it. */
export const hashOfChosen = async ({ password, again }: Chosen, about: readonly (string | null)[]): Promise<string> => {
  const obstacle = obstacleToPassword(
    password,
    about.filter((each) => each !== null),
  )
  if (obstacle) failAt('password', obstacle)
  if (password !== again) failAt('password-again', 'identity.password-differs')
  return hashPassword(password)
}

export const aboutOf = ({ name, email, mobile, staffNumber }: Omit<User, 'id' | 'language' | 'demo'>): readonly (string | null)[] => [
  name,
  email,
  mobile,
  staffNumber,
]

const accountOf = (user: string): string => `password of ${user}`

/** Lets somebody try to show that they know their own password. */
const tryOwn = action('identity.try-own-password', 'person', Type.Object({ address: Type.String() }), async (act, { address }) => {
  const { id } = signedIn(act)
  await countAttempt(act, { account: accountOf(id), address })
  const row = await userWithPassword(act.db, id)
  await act.record('identity.password-asked', { object: ['identity.user', id], details: { address } })
  return { hash: row?.hash ?? null, about: row ? [row.name, row.email, row.mobile, row.staff_number] : [] }
})

export type Confirmation = { readonly current: string; readonly address: string }

/** Refuses whoever does not know the password of the account they are signed in to. Answers with what is known about them. */
export const confirmOwn = async (
  perform: Perform,
  who: Person,
  { current, address }: Confirmation,
): Promise<readonly (string | null)[]> => {
  const { hash, about } = await perform(who, tryOwn, { address })
  if (!(await verifyPassword(current, hash)).isRight) failAt('password-current', 'identity.password-wrong')
  return about
}

/** What follows once the present password was shown. */
export const confirmed = (act: Act, address: string): Promise<void> =>
  attemptSucceeded(act, { account: accountOf(signedIn(act).id), address })

const setOwn = action(
  'identity.set-own-password',
  'person',
  Type.Object({ hash: Type.String(), address: Type.String() }),
  async (act, { hash, address }): Promise<string> => {
    const { id, session } = signedIn(act)
    const row = (await heldWithPassword(act.db, id)) ?? fail('identity.session-over', {})
    await confirmed(act, address)
    await setPassword(act.db, id, hash, act.now)
    await dropAddressChange(act.db, id)
    await endSessionsOf(act, id, session)
    await tellOfChange(act, row, 'password')
    await act.record('identity.password-changed', { object: ['identity.user', id] })
    return renewSession(act, session ?? '', { strong: false })
  },
)

/** Changes the password of whoever asks; every other session of theirs ends, and this one has the token that is answered. */
export const changePassword = async (
  perform: Perform,
  who: Person,
  { current, address, ...chosen }: Confirmation & Chosen,
): Promise<string> => {
  const about = await confirmOwn(perform, who, { current, address })
  return perform(who, setOwn, { hash: await hashOfChosen(chosen, about), address })
}
