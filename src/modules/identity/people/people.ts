/** People as other modules see them: who they are and whether they may come in. What follows from that is for those modules to say. */
import { isId } from '../../../kernel/ids.ts'
import { type ListPart, type ListRow, type ListWish, listed, listedWhole } from '../../../kernel/listing.ts'
import type { Act, Look } from '../../../kernel/module.ts'
import type { User } from '../contract.ts'
import { hasLapsed } from '../rules/session.ts'
import { endSessionsOf } from '../sessions.ts'
import { accounts, openSessions, setDisabled, userForUpdate, usersByIds, usersFound } from './queries.ts'

/** Somebody with an account; `disabled`: it is switched off. */
export type PersonEntry = User & { readonly since: string; readonly disabled: boolean }

const entryOf = (row: Awaited<ReturnType<typeof usersByIds>>[number]): PersonEntry => ({
  id: row.id,
  name: row.name,
  email: row.email,
  mobile: row.mobile,
  staffNumber: row.staff_number,
  language: row.language,
  demo: row.demo,
  since: row.created_at.toISOString(),
  disabled: row.disabled_at !== null,
})

/** At most `limit` people whose name, address or number holds the text, by name. */
export const peopleFound = async (look: Look, search: string, limit: number): Promise<readonly PersonEntry[]> =>
  (await usersFound(look.db, search, limit)).map(entryOf)

/** A part of the list of everybody, and every row that the filters leave. */
export const peopleListed = (look: Look, wish: ListWish): Promise<ListPart> => listed(look.db, accounts(look.timeZone), wish)
export const peopleListedWhole = (look: Look, wish: ListWish, most: number): Promise<readonly ListRow[]> =>
  listedWhole(look.db, accounts(look.timeZone), wish, most)

/** People by their ids; ids of nobody are left out. */
export const peopleByIds = async (look: Look, ids: readonly string[]): Promise<ReadonlyMap<string, PersonEntry>> =>
  new Map((await usersByIds(look.db, [...new Set(ids)].filter(isId))).map((row) => [row.id, entryOf(row)]))

/** Somebody who is held until the transaction ends; null if there is nobody of that id. */
export const personHeld = async (act: Act, id: string): Promise<PersonEntry | null> => {
  const row = isId(id) ? await userForUpdate(act.db, id) : undefined
  return row ? entryOf(row) : null
}

/** In how many places somebody is signed in now. */
export const sessionsOf = async (look: Look, user: string): Promise<number> =>
  (await openSessions(look.db, user)).filter((row) => !hasLapsed({ createdAt: row.created_at, seenAt: row.seen_at }, look.now)).length

/** Switches an account off, which ends its sessions, or on again. Whoever calls it records it. */
export const switchAccount = async (act: Act, user: string, on: boolean): Promise<void> => {
  await setDisabled(act.db, user, on ? null : act.now)
  if (!on) await endSessionsOf(act, user)
}
