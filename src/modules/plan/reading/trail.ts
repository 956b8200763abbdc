/** Where values that were entered come from: each with those it took the place of. */
import type { Day } from '../../../core/dates.ts'
import type { Text } from '../../../core/messages.ts'
import type { Look } from '../../../kernel/module.ts'
import { peopleByIds } from '../../identity/index.ts'
import { type DecidedRow, readingsByIds } from './queries.ts'

/** Somebody's part in it. `who`: null where people are not named. */
export type Hand = { readonly who: string | null; readonly post: Text; readonly on: Day }

/** One version of a value: who entered it from which source, who approved it, and what it took the place of, with the reason. */
export type ReadingVersionBehind = {
  readonly id: string
  readonly value: string
  readonly unit: string
  readonly source: { readonly title: string; readonly publisher: string | null; readonly date: string | null; readonly hash: string | null }
  /** The computation it came from; null: it was typed. */
  readonly computation: string | null
  readonly entered: Hand
  readonly approved: Hand | null
  readonly replaces: { readonly value: string; readonly reason: string } | null
}

/** More corrections of one value than this are not followed back. */
const MOST = 50

/** Of each entered reading its versions, the latest first; people are named only where `named` says so. */
export const readingsBehind = async (
  look: Look,
  ids: readonly string[],
  named: boolean,
): Promise<ReadonlyMap<string, readonly ReadingVersionBehind[]>> => {
  const rows = new Map<string, DecidedRow>()
  let wanted = [...new Set(ids)]
  for (let step = 0; wanted.length > 0 && step < MOST; step++) {
    const found = await readingsByIds(look.db, wanted)
    for (const row of found) rows.set(row.id, row)
    wanted = found.flatMap(({ supersedes }) => (supersedes !== null && !rows.has(supersedes) ? [supersedes] : []))
  }
  const people = named
    ? await peopleByIds(
        look,
        [...rows.values()].flatMap(({ recorded_by, decided_by }) => [recorded_by, ...(decided_by === null ? [] : [decided_by])]),
      )
    : new Map<string, { readonly name: string }>()
  const nameOf = (id: string | null): string | null => (named ? (people.get(id ?? '')?.name ?? '—') : null)
  const versionOf = (row: DecidedRow): ReadingVersionBehind => ({
    id: row.id,
    value: row.value,
    unit: row.unit,
    source: { title: row.source_title, publisher: row.source_publisher, date: row.source_date, hash: row.source_hash },
    computation: row.computation,
    entered: { who: nameOf(row.recorded_by), post: { zh: row.post_zh, en: row.post_en }, on: look.dayOf(row.recorded_at) },
    approved: row.decided_at && {
      who: nameOf(row.decided_by),
      post: { zh: row.decision_post_zh ?? '', en: row.decision_post_en ?? '' },
      on: look.dayOf(row.decided_at),
    },
    replaces: row.replaced_value === null ? null : { value: row.replaced_value, reason: row.reason ?? '' },
  })
  const chainOf = (id: string | null): readonly ReadingVersionBehind[] => {
    const row = rows.get(id ?? '')
    return row ? [versionOf(row), ...chainOf(row.supersedes)] : []
  }
  return new Map(ids.map((id) => [id, chainOf(id)]))
}
