/** The back ends that run inside this process. */
import { compare } from '../../src/core/exact.ts'
import type { Facts } from '../../src/core/facts.ts'
import { answersOn } from '../../src/core/rule/answers.ts'
import { cellsOf, compileColumns, type Reasons } from '../../src/core/rule/columns/columns.ts'
import { layoutOf, populationOfFacts } from '../../src/core/rule/columns/population.ts'
import { decide, judgementKey } from '../../src/core/rule/evaluate.ts'
import { maskOf } from '../../src/core/rule/mask.ts'
import type { Outcome } from '../../src/core/rule/outcome.ts'
import { type ReferenceAnswer, referenceOf } from '../../src/core/rule/samples/reference.ts'
import { trace } from '../../src/core/rule/trace.ts'
import type { Measure, Node } from '../../src/core/rule/tree.ts'
import type { Answers, Job } from './answer.ts'
import { judgementsOf } from './rows.ts'

/** What the reference says of every cell, by measure and row. */
export const referenceAnswers = ({ measures, rows, when }: Job): readonly (readonly ReferenceAnswer[])[] =>
  measures.map((measure) => rows.map(referenceOf(measure, when)))

export const decided =
  ({ measures, rows, when }: Job): Answers =>
  (index, row) => {
    const [measure, facts] = [measures[index]!, rows[row]!]
    const { status, amount } = decide(measure, facts, when)
    return { status, amount, mask: maskOf(measure, facts, when) }
  }

/** Status and amount alone, ended by the first no. */
export const answered = ({ measures, rows, when }: Job): Answers => {
  const answers = rows.map(answersOn(measures, when))
  return (index, row) => ({ ...answers[row]![index]!, mask: undefined })
}

/** The mask that the roots of a trace add up to: conditions and the amount, with what persons have judged. */
const maskOfTrace = (measure: Measure, facts: Facts, { status, trace: steps = [] }: Outcome): number => {
  const valueAt = (root: Node): unknown => steps.find(({ node, depth }) => depth === 0 && node === root)?.value ?? undefined
  const answers = [
    ...measure.conditions.map(({ node }) => valueAt(node)),
    ...measure.judgements.map(({ name }) => facts.get(judgementKey(measure, name))),
  ]
  const bits = (which: boolean | undefined): number =>
    answers.reduce<number>((sum, each, bit) => (each === which ? sum + 2 ** bit : sum), 0)
  if (status === 'ineligible') return bits(false)
  const amount = measure.amount && valueAt(measure.amount.node)
  const hasNoValue = measure.amount !== null && (amount === undefined || compare(amount as number, 0) < 0)
  return bits(undefined) + (hasNoValue ? 2 ** answers.length : 0)
}

export const traced =
  ({ measures, rows, when }: Job): Answers =>
  (index, row) => {
    const [measure, facts] = [measures[index]!, rows[row]!]
    const outcome = trace(measure, facts, when)
    const isSettled = outcome.failed.some(({ node }) => node === 'in_force' || node === 'known') || measure.grade === 'text'
    return { status: outcome.status, amount: outcome.amount, mask: isSettled ? 0 : maskOfTrace(measure, facts, outcome) }
  }

/** Columns hold amounts below 2^53 fen. */
const MAX_AMOUNT = 2n ** 53n

const STATUSES = ['ineligible', 'eligible', 'undetermined'] as const

/** The loops of some measures over the rows that they can hold. */
const looped = (job: Job, measures: readonly Measure[], held: readonly number[], reasons: Reasons): Answers => {
  const population = populationOfFacts(
    held.map((row) => job.rows[row]!),
    job.catalogue,
    new Set(job.measures.flatMap(judgementsOf)),
  )
  const program = compileColumns(measures, layoutOf(population), job.when, reasons)
  const cells = cellsOf(program, population.count)
  // Cells are used again from run to run: what stands in them before must not matter.
  for (const array of [...cells.status, ...cells.amount, ...(cells.mask ?? [])]) array.fill(77)
  program.run(population, cells)
  const places = new Map(held.map((row, place) => [row, place]))
  return (measure, row) => {
    const place = places.get(row)
    if (place === undefined) return undefined
    const status = STATUSES[cells.status[measure]![place]!]!
    const amount = BigInt(cells.amount[measure]![place]!)
    const hasReasons = reasons === 'all' || status === 'undetermined'
    const mask = hasReasons ? cells.mask?.[measure]?.[place] : undefined
    return { status, amount: status !== 'eligible' && amount === 0n ? null : amount, mask }
  }
}

/** A row with an amount that columns refuse is left out for all measures of a program: few together lose few. */
const TOGETHER = 5

/** Generated loops, with the reasons of all cells, of undetermined ones or of none. */
export const columned = (job: Job, reference: readonly (readonly ReferenceAnswer[])[], reasons: Reasons): Answers => {
  const programs = Array.from({ length: Math.ceil(job.measures.length / TOGETHER) }, (_, index) => {
    const [from, to] = [index * TOGETHER, (index + 1) * TOGETHER]
    const own = reference.slice(from, to)
    const held = [...job.rows.keys()].filter((row) => own.every((answers) => (answers[row]!.amount ?? 0n) < MAX_AMOUNT))
    return looped(job, job.measures.slice(from, to), held, reasons)
  })
  return (measure, row) => programs[Math.floor(measure / TOGETHER)]!(measure % TOGETHER, row)
}
