/** Readings as those who work on them see them. */
import type { Day } from '../../../core/dates.ts'
import type { Text } from '../../../core/messages.ts'
import type { Look } from '../../../kernel/module.ts'
import type { Indicator } from '../../../pack/pack.ts'
import { peopleByIds } from '../../identity/index.ts'
import { personIn } from './checked.ts'
import { packWithReadings } from './known.ts'
import type { DecidedRow } from './queries.ts'

/** One version of a reading as those who work on it see it. People are named: they are colleagues. */
export type ReadingVersion = {
  readonly id: string
  readonly submission: string
  readonly indicator: string
  /** Null where the pack in service no longer has it. */
  readonly declaration: Indicator | null
  readonly series: string
  readonly scope: string | null
  readonly period: string
  readonly value: string
  readonly unit: string
  readonly precision: DecidedRow['precision']
  readonly status: DecidedRow['status']
  readonly source: {
    readonly title: string
    readonly publisher: string | null
    readonly date: string | null
    readonly address: string | null
    readonly confidence: DecidedRow['source_confidence']
    readonly hash: string | null
  }
  readonly note: string | null
  /** The computation it came from; null: it was typed. */
  readonly computation: string | null
  readonly replaces: { readonly value: string; readonly reason: string } | null
  /** `again`: returned, and entered again since. */
  readonly state: 'waiting' | 'approved' | 'returned' | 'again'
  readonly entered: { readonly who: string; readonly post: Text; readonly on: Day }
  readonly decided: { readonly who: string; readonly post: Text; readonly on: Day; readonly reason: string | null } | null
  /** Whether the person who asks entered it. */
  readonly own: boolean
}

/** Rows in their order, with the names of people and of indicators. */
export const versionsOf = async (look: Look, rows: readonly DecidedRow[]): Promise<readonly ReadingVersion[]> => {
  const me = personIn(look).id
  const { indicators } = await packWithReadings(look)
  const people = await peopleByIds(look, rows.flatMap((row) => [row.recorded_by, row.decided_by ?? '']).filter(Boolean))
  const nameOf = (id: string | null): string => people.get(id ?? '')?.name ?? '—'
  return rows.map((row) => ({
    id: row.id,
    submission: row.submission,
    indicator: row.indicator,
    declaration: indicators.get(row.indicator) ?? null,
    series: row.series,
    scope: row.scope,
    period: row.period,
    value: row.value,
    unit: row.unit,
    precision: row.precision,
    status: row.status,
    source: {
      title: row.source_title,
      publisher: row.source_publisher,
      date: row.source_date,
      address: row.source_address,
      confidence: row.source_confidence,
      hash: row.source_hash,
    },
    note: row.note,
    computation: row.computation,
    replaces: row.replaced_value === null ? null : { value: row.replaced_value, reason: row.reason ?? '' },
    state: row.entered_again ? 'again' : (row.verdict ?? 'waiting'),
    entered: { who: nameOf(row.recorded_by), post: { zh: row.post_zh, en: row.post_en }, on: look.dayOf(row.recorded_at) },
    decided: row.decided_at && {
      who: nameOf(row.decided_by),
      post: { zh: row.decision_post_zh ?? '', en: row.decision_post_en ?? '' },
      on: look.dayOf(row.decided_at),
      reason: row.decision_reason,
    },
    own: row.recorded_by === me,
  }))
}
