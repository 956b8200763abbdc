/** What was computed, what would be computed now, and from which things. */
import { Type } from 'typebox'
import type { Day } from '../../../core/dates.ts'
import { textOfExact } from '../../../core/exact.ts'
import type { Text } from '../../../core/messages.ts'
import type { OperationRow, Span } from '../../../core/operation.ts'
import { isId } from '../../../kernel/ids.ts'
import { type Look, view } from '../../../kernel/module.ts'
import type { OperationQuery } from '../../../kernel/operation.ts'
import type { Indicator } from '../../../pack/pack.ts'
import { fail } from '../messages.ts'
import { everyIndicator } from '../reading/enterable.ts'
import { packWithReadings } from '../reading/known.ts'
import { waitingPlaces } from '../reading/queries.ts'
import { type Counted, computedSeries } from '../rules/counted.ts'
import { openPeriods } from '../rules/deadlines.ts'
import { placeOf } from '../rules/entered.ts'
import { readingsAsOf } from '../rules/known.ts'
import { AskCount, OfComputation, READERS } from './contract.ts'
import { countNow } from './count.ts'
import { computationById, computationsKept, type FoundComputation } from './queries.ts'

/** A query in words. */
export type QueryWords = Pick<OperationQuery, 'name' | 'version' | 'title' | 'numerator' | 'denominator'>
const wordsOf = ({ name, version, title, numerator, denominator }: OperationQuery): QueryWords => ({
  name,
  version,
  title,
  numerator,
  denominator,
})

/** A computation in a list. `replaced`: another one has come to stand in its place. */
export type ComputationLine = {
  readonly id: string
  readonly period: string
  readonly value: string
  readonly on: Day
  readonly state: 'waiting' | 'approved' | 'returned' | 'replaced'
}

const stateOf = ({ verdict, replaced_by }: FoundComputation): ComputationLine['state'] =>
  replaced_by !== null ? 'replaced' : (verdict ?? 'waiting')

const lineOf = (look: Look, row: FoundComputation): ComputationLine => ({
  id: row.id,
  period: row.period,
  value: row.value,
  on: look.dayOf(row.computed_at),
  state: stateOf(row),
})

/** An indicator from operations: `query` is null where nothing here counts it yet. */
export type OperationIndicator = {
  readonly indicator: Indicator
  readonly query: QueryWords | null
  /** The periods that have ended and have no reading, the earliest first. */
  readonly open: readonly string[]
  readonly computations: readonly ComputationLine[]
}

/** Every indicator that is counted from operations, or could be. */
export const operationIndicators = view(
  'plan.operation-indicators',
  READERS,
  Type.Object({}),
  async (look): Promise<readonly OperationIndicator[]> => {
    const kept = Map.groupBy(await computationsKept(look.db), ({ indicator }) => indicator)
    return (await everyIndicator(look))
      .filter(({ indicator }) => indicator.query !== null || indicator.origin === 'operations')
      .map(({ indicator, readings, waiting }) => {
        const query = look.operations.get(indicator.query ?? '')
        const own = query && readings.filter(({ series }) => series === computedSeries(query))
        return {
          indicator,
          query: query ? wordsOf(query) : null,
          open: own ? openPeriods(indicator, own, waiting, look.today) : [],
          computations: (kept.get(indicator.id) ?? []).map((row) => lineOf(look, row)),
        }
      })
  },
)

/** One thing that was looked at. `name`: null where nothing here knows it any more. `leftOut`: why, in words. */
export type CountedRow = Pick<OperationRow, 'id' | 'on' | 'numerator' | 'denominator'> & {
  readonly name: Text | null
  readonly leftOut: Text | null
}
export type CountedParts = {
  readonly numerator: string
  readonly denominator: string | null
  readonly counted: number
  readonly leftOut: readonly { readonly text: Text; readonly things: number }[]
  readonly hash: string
}

const reasonIn = (query: OperationQuery | undefined, reason: string): Text => query?.reasons[reason] ?? { zh: reason, en: reason }
const decimal = (value: Counted['numerator']): string => textOfExact(value, 40)

const partsOf = ({ numerator, denominator, counted, leftOut, hash }: Counted, query: OperationQuery): CountedParts => ({
  numerator: decimal(numerator),
  denominator: denominator === null ? null : decimal(denominator),
  counted,
  leftOut: [...leftOut].map(([reason, things]) => ({ text: reasonIn(query, reason), things })),
  hash,
})

const countedRow = (row: Omit<OperationRow, 'name'>, name: Text | null, query: OperationQuery | undefined): CountedRow => ({
  id: row.id,
  on: row.on,
  numerator: row.numerator,
  denominator: row.denominator,
  name,
  leftOut: row.leftOut === null ? null : reasonIn(query, row.leftOut),
})

/** What would be computed now. `value`: null where `why` says what is missing. */
export type LiveCount = {
  readonly indicator: Indicator
  readonly period: string
  readonly query: QueryWords
  readonly span: Span
  readonly value: string | null
  readonly why: Counted['why']
  readonly parts: CountedParts
  readonly rows: readonly CountedRow[]
  /** The reading that stands there now: whether it is of the same rows. */
  readonly standing: { readonly value: string; readonly isSame: boolean } | null
  readonly isWaiting: boolean
}

export const liveCount = view('plan.live-count', READERS, AskCount, async (look, { indicator: id, period }): Promise<LiveCount> => {
  const { indicator, query, span, rows, counted } = await countNow(look, id, period)
  const place = { indicator: id, series: computedSeries(query), period }
  const known = readingsAsOf(await packWithReadings(look), id, look.today, look.today)
  const standing = known.findLast((each) => placeOf(each) === placeOf(place))
  return {
    indicator,
    period,
    query: wordsOf(query),
    span,
    value: counted.value,
    why: counted.why,
    parts: partsOf(counted, query),
    rows: rows.map((row) => countedRow(row, row.name, query)),
    standing: standing ? { value: standing.value, isSame: standing.entered?.source.hash === counted.hash } : null,
    isWaiting: (await waitingPlaces(look.db)).some((each) => placeOf(each) === placeOf(place)),
  }
})

/** One computation as it was kept, and how it compares with the records of today. */
export type KeptComputation = ComputationLine & {
  readonly indicator: Indicator
  readonly reading: string
  readonly query: { readonly name: string; readonly version: number; readonly words: QueryWords | null }
  readonly span: Span
  readonly parts: CountedParts
  readonly rows: readonly CountedRow[]
  /** Things that the records of today say something else of; null where the query is no longer there in this version. */
  readonly since: { readonly value: string | null; readonly rows: readonly CountedRow[] } | null
}

type Kept = { readonly rows: readonly Omit<OperationRow, 'name'>[] }

const found = async (look: Look, id: string): Promise<FoundComputation> =>
  (isId(id) ? await computationById(look.db, id) : undefined) ?? fail('plan.computation-unknown', {})

const rowsOf = async (look: Look, hash: string): Promise<Kept['rows']> =>
  (JSON.parse(new TextDecoder().decode(await look.files.read(hash))) as Kept).rows

const isEqual = (a: Omit<OperationRow, 'name'>, b: Omit<OperationRow, 'name'> | undefined): boolean =>
  b !== undefined && a.on === b.on && a.numerator === b.numerator && a.denominator === b.denominator && a.leftOut === b.leftOut

export const keptComputation = view(
  'plan.kept-computation',
  READERS,
  OfComputation,
  async (look, { computation: id }): Promise<KeptComputation> => {
    const row = await found(look, id)
    const rows = await rowsOf(look, row.rows_hash)
    const indicator =
      (await packWithReadings(look)).indicators.get(row.indicator) ?? fail('plan.indicator-unknown', { indicator: row.indicator })
    const offered = look.operations.get(row.query)
    const query = offered?.version === row.version ? offered : undefined
    const now = query && indicator.query === query.name ? await countNow(look, row.indicator, row.period) : null
    const today = new Map(now?.rows.map((each) => [each.id, each]))
    const before = new Map(rows.map((each) => [each.id, each]))
    return {
      ...lineOf(look, row),
      indicator,
      reading: row.reading_id,
      query: { name: row.query, version: row.version, words: query ? wordsOf(query) : null },
      span: { first: row.first_day, last: row.last_day },
      parts: {
        numerator: row.numerator,
        denominator: row.denominator,
        counted: row.counted,
        leftOut: Object.entries(row.left_out).map(([reason, things]) => ({ text: reasonIn(offered, reason), things })),
        hash: row.rows_hash,
      },
      rows: rows.map((each) => countedRow(each, today.get(each.id)?.name ?? null, offered)),
      since: now && {
        value: now.counted.value,
        rows: now.rows.filter((each) => !isEqual(each, before.get(each.id))).map((each) => countedRow(each, each.name, offered)),
      },
    }
  },
)

/** The file with everything that was looked at, byte for byte what its hash is of. */
export const computationFile = view(
  'plan.computation-file',
  READERS,
  OfComputation,
  async (look, { computation: id }): Promise<{ readonly name: string; readonly bytes: Uint8Array }> => {
    const row = await found(look, id)
    return { name: `${row.indicator}-${row.period.replace('/', '_')}.json`, bytes: await look.files.read(row.rows_hash) }
  },
)
