/**
 * How many letters one account, one enterprise and one e-mail address can cause in an hour. The hour begins with the first letter. Each kind is counted apart, so that
 * the limit of one says nothing about whether letters of another went out.
 */
import { sql } from 'kysely'
import { fail } from '../messages.ts'
import type { Act } from '../module.ts'
import { tokenHash } from '../random.ts'

export type Cause = 'account' | 'enterprise' | 'address'

/** Letters an hour. Alarms about one's own account are not among them: whoever could use up a limit could silence them. */
export const LETTERS_AN_HOUR = {
  invitation: { account: 100, enterprise: 30, address: 5 },
  reset: { address: 5 },
  'new-address': { account: 5, address: 5 },
  notice: { enterprise: 300, address: 60 },
} as const satisfies Readonly<Record<string, Partial<Readonly<Record<Cause, number>>>>>
export type LimitedKind = keyof typeof LETTERS_AN_HOUR

/** Whom a letter comes from (by id and code; null: nobody) and where it goes. */
export type Causes = Readonly<Record<Cause, string | null>>

const HOUR_MS = 3_600_000

/** What is used up, and in how many minutes there is room again. */
export type UsedUp = { readonly cause: Cause; readonly most: number; readonly minutes: number }

/** Counts a letter that is about to be written; null if it may be. What a limit refuses counts as well, until the hour is over. */
export const countLetter = async (act: Pick<Act, 'db' | 'now'>, kind: LimitedKind, causes: Causes): Promise<UsedUp | null> => {
  const limited = Object.entries(LETTERS_AN_HOUR[kind]).flatMap(([cause, most]) => {
    const id = causes[cause as Cause]
    return id === null ? [] : [{ cause: cause as Cause, most, subject: tokenHash(`${kind} ${cause} ${id}`) }]
  })
  if (limited.length === 0) return null
  // In one order, so that no two transactions wait for each other in a circle.
  const subjects = limited.map(({ subject }) => subject).sort(Buffer.compare)
  const over = sql`kernel_letter_count.began_at <= ${new Date(act.now.getTime() - HOUR_MS)}`
  const { rows } = await sql<{ subject: Buffer; began_at: Date; letters: number }>`
    insert into kernel_letter_count (subject, began_at, letters)
    select subject, ${act.now}, 1 from unnest(${subjects}::bytea[]) with ordinality each (subject, at) order by at
    on conflict (subject) do update set
      began_at = case when ${over} then excluded.began_at else kernel_letter_count.began_at end,
      letters = case when ${over} then 1 else kernel_letter_count.letters + 1 end
    returning subject, began_at, letters`.execute(act.db)
  for (const { cause, most, subject } of limited) {
    const row = rows.find((each) => each.subject.equals(subject))
    if (row && row.letters > most)
      return { cause, most, minutes: Math.ceil((row.began_at.getTime() + HOUR_MS - act.now.getTime()) / 60_000) }
  }
  return null
}

const CODES = { account: 'kernel.letters-account', enterprise: 'kernel.letters-enterprise', address: 'kernel.letters-address' } as const

/** As `countLetter`, for whoever waits for the answer: refused with what is used up. */
export const demandLetter = async (act: Act, kind: LimitedKind, causes: Omit<Causes, 'account'>): Promise<void> => {
  const used = await countLetter(act, kind, { ...causes, account: act.who.kind === 'person' ? act.who.id : null })
  if (used) fail(CODES[used.cause], { most: used.most, minutes: used.minutes })
}
