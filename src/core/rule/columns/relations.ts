/**
 * Relations between measures over a population: what `stack` does, in loops like those of the measures. Between two relations everything stands in the cells: an
 * amount is 0 unless its cell is eligible, and a cell that waits for a fact is undetermined.
 */
import { TO_THE_FEN } from '../../money.ts'
import { runOf } from '../run.ts'
import { bitOf } from '../stacking/choose.ts'
import type { Cap, Choice, Match, Plan } from '../stacking/plan.ts'
import { any } from './answer.ts'
import { coderOf, writtenWithin } from './code.ts'
import type { Layout } from './population.ts'
import * as quotient from './quotient.ts'
import { type LoopSource, loopSource, NOT_NOTED, nameIn, newSheet, type Sheet } from './sheet.ts'
import { ELIGIBLE, UNDETERMINED } from './task.ts'
import { noTerms, resolverOf, usesOf } from './term.ts'
import * as whole from './whole.ts'

/** What relations are written with: `most` fen stand in the amount of each measure. */
type Writer = { readonly plan: Plan; readonly sheet: Sheet; readonly most: readonly bigint[] }

const amountOf = ({ most }: Writer, measure: number): whole.Whole => whole.measured(`a${measure}[i]`, 0n, most[measure]!)

const within = (sheet: Sheet, test: string, write: () => void): void => {
  sheet.lines.push(`if (${test}) {`)
  write()
  sheet.lines.push('}')
}

/** Every allowed set gets its worth as in `choose`: amounts, and behind them the bits of those that are eligible. The bits of the greatest are those to keep. */
const writeChoice = (writer: Writer, { members, sets }: Choice): void => {
  const { sheet } = writer
  const bind = nameIn(sheet)
  const size = members.length
  const room = whole.constant(2n ** BigInt(size))
  within(sheet, `${members.map((measure) => `(s${measure}[i] & 1)`).join(' + ')} > 1`, () => {
    const worths = members.map((measure, member) => {
      const worth = whole.plus(whole.times(amountOf(writer, measure), room), whole.constant(BigInt(bitOf(member, size))))
      return whole.bound(whole.either(`s${measure}[i] === ${ELIGIBLE}`, worth, whole.ZERO), bind)
    })
    const sums = sets.map((set) => worths.filter((_, member) => (set & bitOf(member, size)) !== 0).reduce(whole.plus))
    const best = sums.reduce((a, b) => whole.most(whole.bound(a, bind), whole.bound(b, bind)))
    const named = whole.bound(best, bind)
    const kept = whole.bound(whole.narrowed(whole.rest(named, room, whole.floored(named, room))), bind)
    for (const [member, measure] of members.entries())
      sheet.lines.push(`if ((${kept.code} & ${bitOf(member, size)}) === 0) a${measure}[i] = 0`)
  })
}

const writeMatch = (writer: Writer, { owner, members, ratio }: Match): void => {
  const { sheet } = writer
  const bind = nameIn(sheet)
  within(sheet, `a${owner}[i] > 0`, () => {
    const paid = members.map((measure) => amountOf(writer, measure)).reduce(whole.plus, whole.ZERO)
    const exact = quotient.times(quotient.ofWhole(paid), quotient.ofExact(ratio))
    const limit = whole.bound(quotient.rounded(exact, TO_THE_FEN.mode, quotient.ofWhole(whole.ONE), bind).top, bind)
    sheet.lines.push(`a${owner}[i] = ${whole.narrowed(whole.least(amountOf(writer, owner), limit)).code}`)
  })
}

const writeCap = (writer: Writer, { owner, members, limit, received }: Cap): void => {
  const { plan, sheet } = writer
  const bind = nameIn(sheet)
  within(sheet, members.map((measure) => `a${measure}[i] > 0`).join(' || '), () => {
    const resolve = resolverOf(noTerms(), runOf(owner, new Map(), plan.when))
    const terms = [limit, ...(received ? [received] : [])].map(resolve)
    const coder = coderOf(sheet, usesOf(terms), writtenWithin(null))
    const [most, less = quotient.ofWhole(whole.ZERO)] = terms.map((term) => quotient.bound(coder.number(term), bind))
    const unknown = any([most!.unknown, less.unknown])
    if (unknown !== null) {
      within(sheet, unknown, () => {
        for (const measure of members) sheet.lines.push(`if (a${measure}[i] > 0) { s${measure}[i] = ${UNDETERMINED}; a${measure}[i] = 0 }`)
      })
      sheet.lines.push('else {')
    }
    const exact = { ...quotient.minus(most!, less), unknown: null }
    const rest = whole.bound(quotient.rounded(exact, 'floor', quotient.ofWhole(whole.ONE), bind).top, bind)
    let left = whole.bound(whole.most(rest, whole.ZERO), bind)
    for (const measure of members) {
      const paid = whole.bound(whole.least(amountOf(writer, measure), left), bind)
      sheet.lines.push(`a${measure}[i] = ${whole.narrowed(paid).code} + 0`)
      left = whole.bound({ ...whole.minus(left, paid), low: 0n }, bind)
    }
    if (unknown !== null) sheet.lines.push('}')
  })
}

type Step = { readonly members: readonly number[]; readonly size: number; readonly write: (writer: Writer) => void }

const stepsOf = ({ choices, matches, caps }: Plan): readonly Step[] => [
  ...choices.map((each) => ({
    members: each.members,
    size: each.members.length + each.sets.length,
    write: (writer: Writer) => writeChoice(writer, each),
  })),
  ...matches.map((each) => ({
    members: [each.owner, ...each.members],
    size: each.members.length + 1,
    write: (writer: Writer) => writeMatch(writer, each),
  })),
  ...caps.flatMap((each) =>
    each.members.length === 0
      ? []
      : [{ members: each.members, size: each.members.length, write: (writer: Writer) => writeCap(writer, each) }],
  ),
]

/** As with measures: one function that is too long is compiled badly. */
const SIZE_OF_LOOP = 100

const loops = (steps: readonly Step[]): readonly (readonly Step[])[] => {
  const all: Step[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const step of steps) {
    if (size + step.size > SIZE_OF_LOOP) {
      all.push([])
      size = 0
    }
    all.at(-1)!.push(step)
    size += step.size
  }
  return all
}

/** The loops that apply the relations of a plan, one after another. `most`: for each measure, how many fen its amount can be. */
export const relationSources = (plan: Plan, layout: Layout, most: readonly bigint[]): readonly LoopSource[] =>
  loops(stepsOf(plan)).map((steps) => {
    const sheet = newSheet(layout, 'none')
    const members = [...new Set(steps.flatMap((step) => step.members))].sort((a, b) => a - b)
    sheet.lines.push(`if (${NOT_NOTED}) continue`)
    for (const { write } of steps) write({ plan, sheet, most })
    return loopSource(sheet, members)
  })
