import type { FieldProblem } from '../../../kernel/failure.ts'
import { isId, newId } from '../../../kernel/ids.ts'
import { type Act, action } from '../../../kernel/module.ts'
import type { HeldPost } from '../../../kernel/who.ts'
import { notify } from '../../notification/index.ts'
import type { ReadingsApproved } from '../contract.ts'
import { fail, wrongField } from '../messages.ts'
import { placeOf } from '../rules/entered.ts'
import { type Proposed, type Standing, type Typed, withSeries } from '../rules/proposed.ts'
import type { PlanTables } from '../tables.ts'
import { checkedRows, personIn } from './checked.ts'
import { ChosenReadings, ENTERS, EnterReading, PLANNER, ReturnReadings, TypedReadings } from './contract.ts'
import { standingToday } from './known.ts'
import { type DecidedRow, holdDecisions, insertDecisions, insertReadings, readingsByIds, returnedTo } from './queries.ts'

const rowOf = (
  act: Act,
  submission: string,
  by: string,
  post: HeldPost,
  each: Proposed,
  again: string | null,
): PlanTables['plan_reading'] => ({
  id: newId(act.now),
  submission,
  indicator: each.indicator,
  series: each.series,
  scope: each.scope,
  definition: each.definition,
  period: each.period,
  valid_from: each.validFrom,
  valid_to: each.validTo,
  value: each.value,
  unit: each.unit,
  precision: each.precision,
  status: each.status,
  source_title: each.source.title,
  source_publisher: each.source.publisher,
  source_date: each.source.date,
  source_address: each.source.address,
  source_confidence: each.source.confidence,
  source_hash: each.source.hash,
  note: each.note,
  supersedes: each.supersedes,
  replaced_value: each.replaces?.value ?? null,
  reason: each.replaces?.reason ?? null,
  again_of: again,
  recorded_at: act.now,
  recorded_by: by,
  post_id: post.id,
  post_zh: post.title.zh,
  post_en: post.title.en,
})

/** Which returned reading each is entered again for: the one that is named, otherwise one that was returned in the same place. */
const againFor = async (act: Act, by: string, named: string | undefined): Promise<(each: Proposed) => string | null> => {
  const returned = await returnedTo(act.db, by)
  if (named !== undefined) {
    const found =
      returned.find(({ id }) => id === named) ??
      fail('plan.readings-fields', { count: 1 }, [wrongField('again', 'plan.reading-not-returned')])
    return () => found.id
  }
  const places = new Map(returned.map((row) => [placeOf(row), row.id]))
  return (each) => places.get(placeOf(each)) ?? null
}

/** Keeps all rows as one submission, or refuses them all. `fieldOf` names the field that a problem of a row stands in. */
export const submit = async (
  act: Act,
  typed: readonly Typed[],
  fieldOf: (row: number, column: string) => string,
  { named, computed = false }: { readonly named?: string | undefined; readonly computed?: boolean } = {},
): Promise<Submitted> => {
  if (typed.length === 0) fail('plan.readings-none', {})
  const by = personIn(act)
  const { rows } = await checkedRows(act, typed, computed)
  const problems = rows.flatMap((row, index) => row.problems.map((each) => ({ ...each, field: fieldOf(index, each.field) })))
  if (problems.length > 0) fail('plan.readings-fields', { count: problems.length }, problems)
  const again = await againFor(act, by.id, named)
  const submission = newId(act.now)
  const fresh = rows.flatMap(({ proposed, post }) =>
    proposed && post ? [rowOf(act, submission, by.id, post, proposed, again(proposed))] : [],
  )
  await insertReadings(act.db, fresh)
  await act.duty('enter', ['plan.readings', submission])
  for (const { id, recorded_at: _at, recorded_by: _by, post_id: _post, post_zh: _zh, post_en: _en, ...after } of fresh)
    await act.record('plan.reading-entered', {
      object: ['plan.reading', id],
      before: after.replaced_value === null ? null : { value: after.replaced_value },
      after,
    })
  return { submission, ids: fresh.map(({ id }) => id) }
}

/** What was entered together, and the ids of the readings in the order of the rows. */
export type Submitted = { readonly submission: string; readonly ids: readonly string[] }

/** Enters one reading, the correction of one, or one that was returned, again: it waits for a second person. */
export const enterReading = action(
  'plan.enter-reading',
  ENTERS,
  EnterReading,
  async (act, { again, ...typed }): Promise<{ readonly id: string }> => {
    const { ids } = await submit(act, [typed], (_row, column) => column, { named: again })
    return { id: ids[0] ?? '' }
  },
)

/** Enters many readings at once: all of them, or none. */
export const enterReadings = action('plan.enter-readings', ENTERS, TypedReadings, (act, { rows }) =>
  submit(act, rows, (row, column) => `rows/${row}/${column}`),
)

/** What came of one reading; null: done. */
export type DecidedReading = { readonly reading: string; readonly problem: FieldProblem | null }

/** Why a reading cannot be approved although it waits and is somebody else's: what it was compared with is no longer so. */
const obstacleNow = (row: DecidedRow, { pack, at, lastEntered, hasSeries }: Standing): Parameters<typeof wrongField>[1] | null => {
  if (pack.indicators.get(row.indicator)?.definition.zh !== row.definition) return 'plan.reading-definition'
  if (row.scope === null && hasSeries(row.indicator, row.series) === 'others') return 'plan.reading-other-scope'
  const place = placeOf(row)
  return (at(place)?.value ?? null) === row.replaced_value && lastEntered(place) === row.supersedes ? null : 'plan.reading-moved'
}

const someOf = (chosen: readonly string[]): readonly string[] => (chosen.length > 0 ? chosen : fail('plan.nothing-chosen', {}))

/** Decides on each reading that can be decided; refused where there is none. */
const decide = async (
  act: Act,
  chosen: readonly string[],
  verdict: 'approved' | 'returned',
  reason: string | null,
): Promise<readonly DecidedReading[]> => {
  const by = personIn(act)
  const post = act.standing.post ?? fail('plan.reading-unknown', {})
  await holdDecisions(act.db)
  const standing = withSeries(await standingToday(act))
  const ids = [...new Set(chosen)]
  const known = new Map((await readingsByIds(act.db, ids.filter(isId))).map((row) => [row.id, row]))
  const taken = new Set<string>()
  const obstacle = (row: DecidedRow): Parameters<typeof wrongField>[1] | null => {
    if (row.verdict !== null) return 'plan.reading-decided'
    if (row.recorded_by === by.id) return 'plan.reading-own'
    if (verdict === 'returned') return null
    if (taken.has(placeOf(row))) return 'plan.reading-moved'
    const found = obstacleNow(row, standing)
    if (found !== null) return found
    taken.add(placeOf(row))
    standing.begin(row.indicator, row.series)
    return null
  }
  // In the order they were chosen in; of a new series one row says what it is, and the others stand only with it.
  const saying = ids.flatMap((id) => known.get(id) ?? []).sort((a, b) => Number(a.scope === null) - Number(b.scope === null))
  const obstacles = new Map(saying.map((row) => [row.id, obstacle(row)]))
  const results = ids.map((reading) => {
    const row = known.get(reading)
    const code = row ? (obstacles.get(row.id) ?? null) : 'plan.reading-unknown'
    return { reading, row, problem: code && wrongField(reading, code) }
  })
  const done = results.flatMap(({ row, problem }) => (row && problem === null ? [row] : []))
  if (done.length === 0)
    fail(
      'plan.nothing-decided',
      { count: ids.length },
      results.flatMap(({ problem }) => problem ?? []),
    )
  for (const submission of new Set(done.map((row) => row.submission))) await act.duty('decide', ['plan.readings', submission])
  await insertDecisions(
    act.db,
    done.map(({ id }) => ({
      reading_id: id,
      verdict,
      reason,
      decided_at: act.now,
      decided_by: by.id,
      post_id: post.id,
      post_zh: post.title.zh,
      post_en: post.title.en,
    })),
  )
  for (const { id } of done)
    await act.record(verdict === 'approved' ? 'plan.reading-approved' : 'plan.reading-returned', {
      object: ['plan.reading', id],
      before: { state: 'proposed' },
      after: { state: verdict, reason },
    })
  if (verdict === 'approved')
    act.emit<ReadingsApproved>({
      type: 'plan.readings-approved',
      readings: done.map(({ id }) => id),
      indicators: [...new Set(done.map(({ indicator }) => indicator))],
    })
  if (verdict === 'returned')
    for (const [user, own] of Map.groupBy(done, (row) => row.recorded_by))
      notify(act, { user, kind: 'plan.readings-returned', params: { count: String(own.length) }, link: '/board/readings/mine' })
  return results.map(({ reading, problem }) => ({ reading, problem }))
}

/** Approves readings that somebody else entered: from today on they are known. One that cannot be approved holds back no other. */
export const approveReadings = action('plan.approve-readings', PLANNER, ChosenReadings, (act, { readings }) =>
  decide(act, someOf(readings), 'approved', null),
)

/** Returns readings to whoever entered them, with a reason; they never count. */
export const returnReadings = action('plan.return-readings', PLANNER, ReturnReadings, (act, { readings, reason }) => {
  const chosen = someOf(readings)
  if (reason.trim() === '') fail('plan.readings-fields', { count: 1 }, [wrongField('reason', 'plan.return-reason')])
  return decide(act, chosen, 'returned', reason.trim())
})
