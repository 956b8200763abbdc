/** From the module that has something to tell to whoever is to read it. */
import { Type } from 'typebox'
import { newId } from '../../kernel/ids.ts'
import { pathIn } from '../../kernel/mail/letter.ts'
import { countLetter } from '../../kernel/mail/limit.ts'
import { sendLetter } from '../../kernel/mail/mail.ts'
import { type Act, action, type Look } from '../../kernel/module.ts'
import { lend } from '../../kernel/seal.ts'
import { peopleByIds } from '../identity/index.ts'
import { decidedCorrection, membershipsOf, openCorrection } from '../party/index.ts'
import { NoticeInput } from './contract.ts'
import { fail } from './messages.ts'
import { insertNotice, settingsChosen } from './queries.ts'
import { settingsOf } from './rules/channels.ts'
import { isKind, KINDS, type KindName, type KindParams, sentenceOf } from './rules/kinds.ts'
import { UNSUBSCRIBE, type Unsubscribe } from './unsubscribe.ts'

/** How long the link in a letter that refuses further ones can be used. */
const UNSUBSCRIBE_MS = 400 * 24 * 3_600_000

export type Told<K extends KindName> = {
  readonly user: string
  readonly kind: K
  readonly params: KindParams<K>
  /** The page where it can be read: a path of the site. */
  readonly link: string
  /** The enterprise it is about, by its code: whoever may no longer see it is not told. */
  readonly enterprise?: string
}

/** Tells somebody once the action is done, on the site and by e-mail, as they have chosen. */
export const notify = <K extends KindName>(act: Act, { user, kind, params, link, enterprise }: Told<K>): void =>
  act.emit({ type: 'notification.wanted', user, kind, params, link, enterprise: enterprise ?? null })

/** Whether somebody may see, today, what a notice is about. */
export const mayStillRead = async (look: Look, user: string, enterprise: string | null): Promise<boolean> =>
  enterprise === null || (await membershipsOf(look, user)).some((held) => held.enterprise === enterprise)

/** Whether a letter may still go out this hour; alarms about one's own account always do. What has no room stands on the site. */
const hasRoom = async (act: Act, kind: KindName, enterprise: string | null, address: string): Promise<boolean> =>
  KINDS[kind].mandatory || (await countLetter(act, 'notice', { account: null, enterprise, address })) === null

/** Hands a notice over; not to an account that is switched off, nor to whoever may no longer see the enterprise it is about. */
const handOver = async (act: Act, { user, kind, params, link, enterprise }: NoticeInput): Promise<void> => {
  if (!isKind(kind)) return fail('notification.kind', { kind })
  const person = (await peopleByIds(act, [user])).get(user)
  if (!person || person.disabled || !(await mayStillRead(act, user, enterprise)))
    return act.record('notification.withheld', { object: ['identity.user', user], details: { kind, enterprise } })
  const chosen = settingsOf(await settingsChosen(act.db, user))[kind]
  const { language } = person
  const wanted = chosen.mail ? person.email : null
  const address = wanted !== null && (await hasRoom(act, kind, enterprise, wanted)) ? wanted : null
  const site = chosen.site || address !== wanted
  const id = newId(act.now)
  if (site) await insertNotice(act.db, { id, user_id: user, kind, params, link, enterprise, at: act.now })
  if (address !== null) {
    const token = lend(act.seal, UNSUBSCRIBE, { user, kind } satisfies Unsubscribe, new Date(act.now.getTime() + UNSUBSCRIBE_MS))
    await sendLetter(act, {
      kind,
      to: address,
      language,
      subject: KINDS[kind].name,
      lines: [sentenceOf(kind, params)],
      link: { path: pathIn(language, link), words: { zh: '在策行查看', en: 'Read it in Planwright' } },
      ...(KINDS[kind].mandatory ? {} : { unsubscribe: pathIn(language, `/unsubscribe?token=${token}`) }),
      ...(enterprise === null ? {} : { about: { user, enterprise } }),
    })
  }
  await act.record('notification.told', { object: ['identity.user', user], details: { kind, site, mail: address !== null } })
}

export const deliver = action('notification.deliver', 'operate', NoticeInput, handOver)

/** Tells the people of an enterprise that a correction of theirs was decided. */
export const tellOfCorrection = action(
  'notification.tell-of-correction',
  'operate',
  Type.Object({ correction: Type.String() }),
  async (act, { correction }): Promise<void> => {
    const decided = await decidedCorrection(act, correction)
    if (decided) {
      const { enterprise, fact, verdict, members } = decided
      const link = `/desk/${enterprise}/corrections/${correction}`
      const about = { kind: 'party.correction-decided', params: { enterprise, fact, verdict }, link, enterprise } as const
      for (const user of members) notify(act, { user, ...about })
    }
    await act.record('notification.considered', {
      object: ['party.correction', correction],
      details: { told: decided?.members.length ?? 0 },
    })
  },
)

/** Tells the people of an enterprise that an open correction of theirs is due on another day. */
export const tellOfDue = action(
  'notification.tell-of-due',
  'operate',
  Type.Object({ correction: Type.String() }),
  async (act, { correction }): Promise<void> => {
    const open = await openCorrection(act, correction)
    if (open) {
      const { enterprise, fact, dueOn, provisional } = open
      const due = provisional ? { zh: `${dueOn}（暂定）`, en: `${dueOn} (provisional)` } : dueOn
      for (const user of open.members)
        notify(act, { user, kind: 'party.due-moved', params: { enterprise, fact, due }, link: `/desk/${enterprise}`, enterprise })
    }
    await act.record('notification.considered', {
      object: ['party.correction', correction],
      details: { told: open?.members.length ?? 0 },
    })
  },
)

const CHANGED = {
  'factor-added': '/account/second-factor',
  'factor-removed': '/account/second-factor',
  'key-made': '/account/keys',
} as const

/** Tells the owner of an account that there is another way to come in, or one less. */
export const tellOfAccount = action(
  'notification.tell-of-account',
  'operate',
  Type.Object({ user: Type.String(), change: Type.Enum(['factor-added', 'factor-removed', 'key-made']) }),
  async (act, { user, change }): Promise<void> => {
    notify(act, { user, kind: `identity.${change}`, params: {}, link: CHANGED[change] })
    await act.record('notification.considered', { object: ['identity.user', user], details: { told: 1 } })
  },
)
