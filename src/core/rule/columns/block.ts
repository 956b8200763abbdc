/** The code of one block: a loop over rows that decides a few measures, and nothing else, without a call or an object. */
import { judgementKey } from '../evaluate.ts'
import type { When } from '../outcome.ts'
import type { Measure } from '../tree.ts'
import { type Answer, any } from './answer.ts'
import { coderOf, type Written, writtenWithin } from './code.ts'
import type { Layout } from './population.ts'
import * as quotient from './quotient.ts'
import { type LoopSource, loopSource, NOTED, newSheet, type Reasons, type Sheet, slotOf } from './sheet.ts'
import { ELIGIBLE, INELIGIBLE, type Open, prefixOf, sharedIn, type Task, tasksOf, UNDETERMINED } from './task.ts'
import { usesOf } from './term.ts'
import * as whole from './whole.ts'

/** Answers of people: unknown is pending. */
const judgementsOf = (sheet: Sheet, measure: Measure): readonly Answer[] =>
  measure.judgements.map(({ name }) => {
    const found = slotOf(sheet, judgementKey(measure, name))
    return found ? { unknown: found.unknown, yes: `(${found.slot} === 1)` } : { unknown: 'true', yes: 'false' }
  })

const settle = (sheet: Sheet, index: number, status: number | string, amount: string, mask: string): void => {
  sheet.lines.push(`s${index}[i] = ${status}`, `a${index}[i] = ${amount}`)
  if (sheet.reasons !== 'none') sheet.lines.push(`m${index}[i] = ${mask}`)
}

/**
 * Notes what a condition adds: its bit in `open` where it is unknown, in `no` where it is false. Without masks one `open` is as good as another; unless
 * all reasons are wanted, the first no ends it.
 */
const demand = (sheet: Sheet, { unknown, yes }: Answer, bit: number, no: string, open: string, end: () => void): void => {
  const noted = `${open} |= ${sheet.reasons === 'none' ? 1 : 2 ** bit}`
  if (unknown === 'true') {
    sheet.lines.push(noted)
    return
  }
  sheet.lines.push(`${unknown === null ? '' : `if (${unknown}) ${noted}; else `}if (!${yes}) {`)
  if (sheet.reasons === 'all') sheet.lines.push(`${no} |= ${2 ** bit}`)
  else end()
  sheet.lines.push('}')
}

/**
 * Writes the cell of one measure and says how large its amount can be. `row` conditions were noted for the whole row before; a row in which a measure with
 * relations is eligible is noted for them.
 */
const writeMeasure = (
  sheet: Sheet,
  index: number,
  { measure, conditions, amount }: Open,
  row: number,
  outer: Written,
  isRelated: boolean,
): bigint => {
  const { lines, reasons } = sheet
  const masks = reasons !== 'none'
  const coder = coderOf(sheet, usesOf([...conditions, ...(amount ? [amount] : [])]), writtenWithin(outer))
  const [ownStatus, ownAmount, ownMask] = [`status${index}`, `amount${index}`, `mask${index}`]
  const note = (status: number, mask: string): void => {
    if (status !== INELIGIBLE) lines.push(`${ownStatus} = ${status}`)
    if (masks && mask !== '0') lines.push(`${ownMask} = ${mask}`)
  }
  const end = (status: number, mask: string): void => {
    note(status, mask)
    lines.push('break cell')
  }
  const endIf = (test: string, status: number, mask: string): void => {
    lines.push(`if (${test}) {`)
    end(status, mask)
    lines.push('}')
  }
  lines.push(
    `let ${ownStatus} = ${INELIGIBLE}, ${ownAmount} = 0${masks ? `, ${ownMask} = 0` : ''}`,
    'cell: {',
    'let no = rowNo, open = rowOpen',
  )
  const refuse = (): void => end(INELIGIBLE, '0')
  for (const [place, term] of conditions.slice(row).entries()) demand(sheet, coder.answer(term), row + place, 'no', 'open', refuse)
  for (const [place, answer] of judgementsOf(sheet, measure).entries())
    demand(sheet, answer, conditions.length + place, 'no', 'open', refuse)
  if (reasons === 'all') endIf('no !== 0', INELIGIBLE, 'no')

  // Nobody is eligible where the text does not say enough; that the amount has no value is a reason all the same.
  const never = measure.amount === null || measure.gaps.length > 0
  let most = 0n
  if (!masks && !never) endIf('open !== 0', UNDETERMINED, 'open')
  if (amount && (masks || !never)) {
    const exact = quotient.bound(coder.number(amount), coder.bind)
    const isNegative = exact.top.low < 0n ? whole.compared(exact.top, '<', whole.ZERO) : null
    const without = any([exact.unknown, isNegative])
    if (without !== null && masks) lines.push(`if (${without}) open |= ${2 ** (conditions.length + measure.judgements.length)}`)
    const undecided = masks ? 'open !== 0' : without
    if (!never) {
      if (undecided !== null) endIf(undecided, UNDETERMINED, 'open')
      const { mode, step } = measure.amount.rounding
      const fen = quotient.rounded({ ...exact, unknown: null }, mode, quotient.ofExact(step), coder.bind)
      note(ELIGIBLE, '0')
      lines.push(`${ownAmount} = ${whole.asFen(fen.top, index)}`)
      if (isRelated) lines.push(NOTED)
      most = whole.slotted(fen.top)
    }
  }
  if (never) note(UNDETERMINED, 'open')
  lines.push('}')
  settle(sheet, index, ownStatus, ownAmount, ownMask)
  return most
}

/** Notes the conditions with which every measure begins; unless all reasons are wanted, where one fails, the whole row ends there. */
const writeRow = (sheet: Sheet, tasks: readonly Task[], open: readonly Open[]): { prefix: number; written: Written } => {
  const prefix = prefixOf(open)
  const shared = sharedIn(open)
  const written = writtenWithin(null)
  const roots = [...prefix, ...shared]
  // Counted twice, so that each gets a name for the measures below.
  const coder = coderOf(sheet, usesOf([...roots, ...roots]), written)
  sheet.lines.push('let rowNo = 0, rowOpen = 0')
  for (const [bit, term] of prefix.entries()) {
    demand(sheet, coder.answer(term), bit, 'rowNo', 'rowOpen', () => {
      for (const [index, task] of tasks.entries()) settle(sheet, index, task.kind === 'settled' ? task.status : INELIGIBLE, '0', '0')
      sheet.lines.push('continue')
    })
  }
  for (const term of shared) coder.answer(term)
  return { prefix: prefix.length, written }
}

/** `most`: for each measure, how many fen an amount can be. `related`: the measures that have relations with others. */
export const blockSource = (
  measures: readonly Measure[],
  layout: Layout,
  when: When,
  reasons: Reasons,
  related: ReadonlySet<Measure> = new Set(),
): LoopSource & { readonly most: readonly bigint[] } => {
  const tasks = tasksOf(measures, when)
  const sheet = newSheet(layout, reasons)
  const { prefix, written } = writeRow(
    sheet,
    tasks,
    tasks.filter((task) => task.kind === 'open'),
  )
  const most = tasks.map((task, index) => {
    if (task.kind === 'open') return writeMeasure(sheet, index, task, prefix, written, related.has(task.measure))
    settle(sheet, index, task.status, '0', '0')
    return 0n
  })
  return { ...loopSource(sheet, [...measures.keys()]), most }
}
