/**
 * Relations between measures in SQL: a stage of its own around the query that answers for each measure by itself. It reads what that query says of the same row and
 * nothing else. As in `columns/relations.ts` everything stands in the awards: null is not eligible, or waits for a fact.
 */
import { ratio } from '../../exact.ts'
import type { FactCatalogue } from '../../facts.ts'
import { TO_THE_FEN } from '../../money.ts'
import type { When } from '../outcome.ts'
import { runOf } from '../run.ts'
import { bitOf } from '../stacking/choose.ts'
import type { Cap, Choice, Match, Plan } from '../stacking/plan.ts'
import { isNumber } from './calls.ts'
import { type Coder, codeOf } from './code.ts'
import * as decimal from './decimal.ts'
import * as fraction from './fraction.ts'
import { bindIn, columnOf, joined, keptIn, newSheet, raw, type Sheet, type Sql, sql } from './fragment.ts'
import { resultName } from './result.ts'

/** What the column with the rest of a total cap is called. */
export const leftName = (cap: Cap, index: number): string => resultName(cap.owner, `left ${index + 1}`)

/** What is left of a total cap: whole fen from 0, null where it is unknown. The one part of a relation that reads facts. */
export const leftOf = ({ owner, limit, received }: Cap, catalogue: FactCatalogue, when: When, sheet: Sheet, prefix: string): Sql => {
  const coder: Coder = { run: runOf(owner, new Map(), when), catalogue, sheet, prefix, done: new Map() }
  const bind = bindIn(sheet, `${prefix}left`)
  const [most, less] = [codeOf(limit, coder), received ? codeOf(received, coder) : fraction.of(decimal.ZERO)]
  if (!isNumber(most) || !isNumber(less)) throw new Error('sql: a limit is no number')
  const left = bind(decimal.asNumeric(fraction.floorOf(fraction.bound(fraction.minus(most, less), bind), bind)))
  return sql`case when ${left} is not null then greatest(${left}, 0) end`
}

/** Adds up what is paid; null is nothing. */
const sum = (awards: readonly Sql[]): Sql =>
  awards.length === 0
    ? raw('0::numeric')
    : sql`(${joined(
        awards.map((award) => sql`coalesce(${award}, 0)`),
        ' + ',
      )})`

/** What the relations of a plan are written with; `awards` are those so far, in the order of its measures. */
type Writer = { readonly plan: Plan; readonly sheet: Sheet; readonly awards: Sql[] }

const change = ({ plan, sheet, awards }: Writer, place: number, how: string, award: Sql): void => {
  awards[place] = bindIn(sheet, resultName(plan.measures[place]!, how))(award)
}

/** Every allowed set is worth what it is in `choose`; the bits of the greatest are those to keep. */
const chosen = (writer: Writer, { members, sets }: Choice): void => {
  const { sheet, awards } = writer
  const size = members.length
  const worths = members.map((place, member) => sql`coalesce(${awards[place]!} * ${String(2 ** size)} + ${String(bitOf(member, size))}, 0)`)
  const sums = sets.map((set) =>
    joined(
      worths.filter((_, member) => (set & bitOf(member, size)) !== 0),
      ' + ',
    ),
  )
  const kept = keptIn(sheet, 'kept')(sql`mod(greatest(${joined(sums, ', ')}), ${String(2 ** size)})::int`)
  for (const [member, place] of members.entries()) {
    const award = awards[place]!
    const isKept = sql`${kept} & ${String(bitOf(member, size))} <> 0`
    change(writer, place, 'chosen', sql`case when ${isKept} then ${award} when ${award} is not null then 0 end`)
  }
}

const matched = (writer: Writer, { owner, members, ratio: times }: Match): void => {
  const { plan, sheet, awards } = writer
  const award = awards[owner]!
  const paid = fraction.of(decimal.numeric(sum(members.map((place) => awards[place]!))))
  const bind = bindIn(sheet, resultName(plan.measures[owner]!, 'match'))
  const limit = fraction.rounded(fraction.times(paid, fraction.ofExact(times)), TO_THE_FEN.mode, fraction.ofExact(ratio(1n)), bind)
  change(writer, owner, 'matched', sql`case when ${award} is not null then least(${award}, ${decimal.asNumeric(limit.top)}) end`)
}

/** Each member gets what those before it leave; where the limit is unknown, whoever would be paid waits. */
const capped = (writer: Writer, { members }: Cap, left: Sql): void => {
  const before = members.map((place) => writer.awards[place]!)
  for (const [turn, place] of members.entries()) {
    const award = before[turn]!
    const rest = turn === 0 ? left : sql`greatest(${left} - ${sum(before.slice(0, turn))}, 0)`
    const paid = sql`case when ${award} = 0 then 0 when ${award} is not null and ${left} is not null then least(${award}, ${rest}) end`
    change(writer, place, 'capped', paid)
  }
}

/** The sheet of the stage, and for each measure what is paid under it. */
export const stageOf = (plan: Plan): { readonly sheet: Sheet; readonly awards: readonly Sql[] } => {
  const awards = plan.measures.map((measure) => raw(columnOf(resultName(measure, 'amount'))))
  const writer: Writer = { plan, sheet: newSheet(), awards }
  for (const choice of plan.choices) chosen(writer, choice)
  for (const match of plan.matches) matched(writer, match)
  for (const [index, cap] of plan.caps.entries()) capped(writer, cap, raw(columnOf(leftName(cap, index))))
  return writer
}

/** Who waits for a fact of a total cap is undetermined. */
export const statusAfter = ({ measures, caps }: Plan, place: number, award: Sql): Sql => {
  const own = (part: string): Sql => raw(columnOf(resultName(measures[place]!, part)))
  if (!caps.some(({ members }) => members.includes(place))) return own('status')
  return sql`case when ${own('amount')} is not null and ${award} is null then 2::smallint else ${own('status')} end`
}
