import { Type } from 'typebox'
import type { Day } from '../../../core/dates.ts'
import type { Text } from '../../../core/messages.ts'
import { type Look, type View, view, type Waiting } from '../../../kernel/module.ts'
import type { Indicator } from '../../../pack/pack.ts'
import { peopleByIds } from '../../identity/index.ts'
import { fail } from '../messages.ts'
import { type Due, dueOf } from '../rules/deadlines.ts'
import { readingsAsOf } from '../rules/known.ts'
import { type CheckedRow, checkedRows, enteringPost, personIn } from './checked.ts'
import { ENTERS, PLANNER, TypedReadings } from './contract.ts'
import { packWithReadings } from './known.ts'
import { type DecidedRow, readingsOfIndicator, waitingCount, waitingPlaces, waitingReadings } from './queries.ts'

/** One version of a reading as those who work on it see it. People are named: they are colleagues. */
export type ReadingVersion = {
  readonly id: string
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
  }
  readonly note: string | null
  readonly replaces: { readonly value: string; readonly reason: string } | null
  readonly state: 'waiting' | 'approved' | 'returned'
  readonly entered: { readonly who: string; readonly post: Text; readonly on: Day }
  readonly decided: { readonly who: string; readonly post: Text; readonly on: Day; readonly reason: string | null } | null
  /** Whether the person who asks entered it. */
  readonly own: boolean
}

const versionsOf = async (look: Look, rows: readonly DecidedRow[]): Promise<readonly ReadingVersion[]> => {
  const me = personIn(look).id
  const { indicators } = await packWithReadings(look)
  const people = await peopleByIds(look, rows.flatMap((row) => [row.recorded_by, row.decided_by ?? '']).filter(Boolean))
  const nameOf = (id: string | null): string => people.get(id ?? '')?.name ?? '—'
  return rows.map((row) => ({
    id: row.id,
    indicator: row.indicator,
    declaration: indicators.get(row.indicator) ?? null,
    series: row.series,
    scope: row.scope,
    period: row.period,
    value: row.value,
    unit: row.unit,
    precision: row.precision,
    status: row.status,
    source: { title: row.source_title, publisher: row.source_publisher, date: row.source_date, address: row.source_address },
    note: row.note,
    replaces: row.replaced_value === null ? null : { value: row.replaced_value, reason: row.reason ?? '' },
    state: row.verdict ?? 'waiting',
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

/** At most so many are shown at once; the rest follows when these are decided. */
const SHOWN = 200

/** What is due. An officer sees what is theirs to enter. */
const dueNow = async (look: Look): Promise<readonly Due[]> => {
  const pack = await packWithReadings(look)
  const waiting = Map.groupBy(await waitingPlaces(look.db), ({ indicator }) => indicator)
  const postFor = await enteringPost(look)
  return [...pack.indicators.values()]
    .filter((indicator) => postFor(indicator) !== null)
    .flatMap((indicator) =>
      dueOf(
        indicator,
        readingsAsOf(pack, indicator.id, look.today, look.today),
        (waiting.get(indicator.id) ?? []).map(({ period }) => period),
        look.today,
      ),
    )
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

export type ReadingsBoard = {
  readonly due: readonly Due[]
  readonly waiting: readonly ReadingVersion[]
  /** How many wait in all. */
  readonly count: number
}
/** What is due or late, and what waits for a second person. */
export const readingsBoard = view(
  'plan.readings-board',
  PLANNER,
  Type.Object({}),
  async (look): Promise<ReadingsBoard> => ({
    due: await dueNow(look),
    waiting: await versionsOf(look, await waitingReadings(look.db, SHOWN)),
    count: await waitingCount(look.db),
  }),
)

/** Every version of an indicator's readings that was ever entered, the newest first. */
export const readingVersions = view(
  'plan.reading-versions',
  ENTERS,
  Type.Object({ indicator: Type.String({ maxLength: 100 }) }),
  async (look, { indicator }): Promise<readonly ReadingVersion[]> => {
    if (!(await packWithReadings(look)).indicators.has(indicator)) fail('plan.indicator-unknown', { indicator })
    return versionsOf(look, await readingsOfIndicator(look.db, indicator))
  },
)

/** What each row would become, and what is wrong with it; nothing is kept. */
export const previewReadings = view(
  'plan.preview-readings',
  ENTERS,
  TypedReadings,
  async (look, { rows }): Promise<readonly CheckedRow[]> => (await checkedRows(look, rows)).rows,
)

export type EnterableIndicator = { readonly indicator: Indicator; readonly series: readonly string[] }
/** The indicators that the person who asks may enter readings of, each with its scopes. */
export const enterableIndicators = view(
  'plan.enterable-indicators',
  ENTERS,
  Type.Object({}),
  async (look): Promise<readonly EnterableIndicator[]> => {
    const pack = await packWithReadings(look)
    const postFor = await enteringPost(look)
    const series = Map.groupBy(pack.readings, ({ indicator }) => indicator)
    return [...pack.indicators.values()]
      .filter((indicator) => postFor(indicator) !== null)
      .map((indicator) => ({ indicator, series: [...new Set((series.get(indicator.id) ?? []).map((each) => each.series))] }))
  },
)

const Nothing = Type.Object({})
/** How many readings wait for a second person, and how many are late. */
export const readingsWaiting: View<typeof Nothing, Waiting> = view('plan.readings-waiting', PLANNER, Nothing, async (look) => {
  const waiting = await waitingCount(look.db)
  const late = (await dueNow(look)).filter((each) => each.late).length
  return {
    count: waiting + late,
    text: {
      zh: `${waiting} 个数等待审核，${late} 个逾期未报`,
      en: `${waiting} ${waiting === 1 ? 'reading waits' : 'readings wait'} for approval, ${late} ${late === 1 ? 'is' : 'are'} late`,
    },
    page: '/board/readings',
  }
})
