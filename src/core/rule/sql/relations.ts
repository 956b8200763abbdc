/**
 * Relations between measures in SQL: a stage of its own around the query that answers for each measure by itself. It reads what that query says of the same row and
 * nothing else. As in `columns/relations.ts` everything stands in the awards: null is not eligible, or waits for a fact.
 */
import { ratio } from '../../exact.ts'
import { TO_THE_FEN } from '../../money.ts'
import { hull, point, upper } from '../interval.ts'
import { bitOf } from '../stacking/choose.ts'
import type { Cap, Choice, Match, Plan } from '../stacking/plan.ts'
import { isNumber } from './calls.ts'
import { type Coder, codeOf } from './code.ts'
import type { Decimal } from './decimal.ts'
import * as decimal from './decimal.ts'
import * as fraction from './fraction.ts'
import { bindIn, joined, keptIn, newSheet, type Sheet, type Sql, sql } from './fragment.ts'
import { resultName } from './result.ts'

/** What the column with the rest of a total cap is called. */
export const leftName = (cap: Cap, index: number): string => resultName(cap.owner, `left ${index + 1}`)

/** What is left of a total cap: whole fen from 0, null where it is unknown. The one part of a relation that reads facts. */
export const leftOf = ({ limit, received }: Cap, coder: Coder): Decimal => {
  const bind = bindIn(coder.sheet, `${coder.prefix}left`)
  const [most, less] = [codeOf(limit, coder), received ? codeOf(received, coder) : fraction.of(decimal.ZERO)]
  if (!isNumber(most) || !isNumber(less)) throw new Error('sql: a limit is no number')
  const floor = fraction.floorOf(fraction.bound(fraction.minus(most, less), bind), bind)
  const left = bind(decimal.branch(floor))
  return decimal.made(sql`case when ${left} is not null then greatest(${left}, 0) end`, [floor], upper(floor.range, point(0)))
}

const orZero = (award: Decimal): Decimal => decimal.made(sql`coalesce(${award.sql}, 0)`, [award], hull(award.range, point(0)))
/** Adds up what is paid; null is nothing. */
const sum = (awards: readonly Decimal[]): Decimal => awards.map(orZero).reduce(decimal.plus, decimal.ZERO)

/** What the relations of a plan are written with; `awards` are those so far, in the order of its measures, none of them below zero. */
type Writer = { readonly plan: Plan; readonly sheet: Sheet; readonly awards: Decimal[] }

const change = ({ plan, sheet, awards }: Writer, place: number, how: string, award: Decimal): void => {
  awards[place] = { ...award, sql: bindIn(sheet, resultName(plan.measures[place]!, how))(award.sql) }
}

/** Every allowed set is worth what it is in `choose`; the bits of the greatest are those to keep. */
const chosen = (writer: Writer, { members, sets }: Choice): void => {
  const { sheet, awards } = writer
  const size = members.length
  const worths = members.map((place, member) =>
    orZero(decimal.plus(decimal.times(awards[place]!, decimal.constant(2 ** size)), decimal.constant(bitOf(member, size)))),
  )
  const sums = sets.map((set) => worths.filter((_, member) => (set & bitOf(member, size)) !== 0).reduce(decimal.plus, decimal.ZERO).sql)
  const kept = keptIn(sheet, 'kept')(sql`mod(greatest(${joined(sums, ', ')}), ${String(2 ** size)})::int`)
  for (const [member, place] of members.entries()) {
    const award = awards[place]!
    const isKept = sql`${kept} & ${String(bitOf(member, size))} <> 0`
    const paid = sql`case when ${isKept} then ${award.sql} when ${award.sql} is not null then 0 end`
    change(writer, place, 'chosen', decimal.made(paid, [award], hull(award.range, point(0))))
  }
}

const matched = (writer: Writer, { owner, members, ratio: times }: Match): void => {
  const { plan, sheet, awards } = writer
  const award = awards[owner]!
  const paid = fraction.of(sum(members.map((place) => awards[place]!)))
  const bind = bindIn(sheet, resultName(plan.measures[owner]!, 'match'))
  const limit = fraction.rounded(fraction.times(paid, fraction.ofExact(times)), TO_THE_FEN.mode, fraction.ofExact(ratio(1n)), bind).top
  change(writer, owner, 'matched', leastOf(award, sql`${award.sql} is not null`, limit))
}

/** The award or, where that is less, the limit, neither of them below zero; null where the condition does not hold. */
const leastOf = (award: Decimal, condition: Sql, limit: Decimal): Decimal =>
  decimal.made(sql`case when ${condition} then least(${award.sql}, ${limit.sql}) end`, [award, limit], hull(award.range, point(0)))

/** Each member gets what those before it leave; where the limit is unknown, whoever would be paid waits. */
const capped = (writer: Writer, { members }: Cap, left: Decimal): void => {
  const before = members.map((place) => writer.awards[place]!)
  for (const [turn, place] of members.entries()) {
    const award = before[turn]!
    const after = decimal.minus(left, sum(before.slice(0, turn)))
    const rest = decimal.made(sql`greatest(${after.sql}, 0)`, [after], upper(after.range, point(0)))
    const paid = leastOf(award, sql`${left.sql} is not null`, rest)
    const isAsked = sql`when ${award.sql} is null then null when ${award.sql} = 0 then 0`
    change(writer, place, 'capped', { ...paid, sql: sql`case ${isAsked} else ${paid.sql} end` })
  }
}

/** The sheet of the stage, and for each measure what is paid under it. `awards`: what each measure grants by itself; `lefts`: what is left of each total cap. */
export const stageOf = (
  plan: Plan,
  awards: readonly Decimal[],
  lefts: readonly Decimal[],
): { readonly sheet: Sheet; readonly awards: readonly Decimal[] } => {
  const writer: Writer = { plan, sheet: newSheet(), awards: [...awards] }
  for (const choice of plan.choices) chosen(writer, choice)
  for (const match of plan.matches) matched(writer, match)
  for (const [index, cap] of plan.caps.entries()) capped(writer, cap, lefts[index]!)
  return writer
}
