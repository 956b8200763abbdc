/** The code of one block: a loop over rows that decides some ten measures, and nothing else, without a call or an object. */
import { judgementKey, outOfForce } from '../evaluate.ts'
import type { When } from '../outcome.ts'
import { runOf } from '../run.ts'
import type { Measure } from '../tree.ts'
import type { Answer } from './answer.ts'
import { any } from './answer.ts'
import { coderOf, copyOf, newSheet, nothingWritten, type Sheet, slotOf } from './code.ts'
import type { Layout } from './population.ts'
import * as quotient from './quotient.ts'
import { noTerms, resolverOf, type Term, type Terms, usesOf } from './term.ts'
import * as whole from './whole.ts'

/** One measure on one day, resolved. Settled measures have the same status in every row. */
export type Task =
  | { readonly kind: 'settled'; readonly status: number }
  | { readonly kind: 'open'; readonly measure: Measure; readonly conditions: readonly Term[]; readonly amount: Term | null }

export const INELIGIBLE = 0
export const ELIGIBLE = 1
export const UNDETERMINED = 2

const taskOf = (measure: Measure, when: When, terms: Terms): Task => {
  if (outOfForce(measure, when)) return { kind: 'settled', status: INELIGIBLE }
  if (measure.grade === 'text') return { kind: 'settled', status: UNDETERMINED }
  const resolve = resolverOf(terms, runOf(measure, new Map(), when))
  return {
    kind: 'open',
    measure,
    conditions: measure.conditions.map(({ node }) => resolve(node)),
    amount: measure.amount && resolve(measure.amount.node),
  }
}

/** A condition of so many measures of a block is decided once for the row. */
const SHARED = 3

const sharedIn = (tasks: readonly Task[]): ReadonlyMap<number, Term> => {
  const measures = new Map<number, number>()
  const shared = new Map<number, Term>()
  for (const task of tasks) {
    if (task.kind !== 'open') continue
    for (const term of new Set(task.conditions)) {
      const count = (measures.get(term.id) ?? 0) + 1
      measures.set(term.id, count)
      if (count === SHARED) shared.set(term.id, term)
    }
  }
  return shared
}

/** Answers of people: unknown is pending. */
const judgementsOf = (sheet: Sheet, measure: Measure): readonly Answer[] =>
  measure.judgements.map(({ name }) => {
    const found = slotOf(sheet, judgementKey(measure, name))
    return found ? { unknown: found.unknown, yes: `(${found.slot} === 1)` } : { unknown: 'true', yes: 'false' }
  })

type Cell = { readonly index: number; readonly masks: boolean }

const settle = (sheet: Sheet, { index, masks }: Cell, status: number, amount: string, mask: string): void => {
  sheet.lines.push(`s${index}[i] = ${status}`, `a${index}[i] = ${amount}`)
  if (masks) sheet.lines.push(`m${index}[i] = ${mask}`)
}

const writeMeasure = (sheet: Sheet, task: Extract<Task, { kind: 'open' }>, shared: ReturnType<typeof nothingWritten>, cell: Cell): void => {
  const { measure, conditions, amount } = task
  const { masks } = cell
  const { lines } = sheet
  const coder = coderOf(sheet, usesOf([...conditions, ...(amount ? [amount] : [])]), shared)
  lines.push('cell: {')
  if (masks) lines.push('let no = 0, open = 0')
  else lines.push('let open = 0')

  const require = ({ unknown, yes }: Answer, bit: number): void => {
    const noted = masks ? `open |= ${2 ** bit}` : 'open = 1'
    if (unknown === 'true') lines.push(noted)
    else {
      lines.push(`${unknown === null ? '' : `if ${parenthesised(unknown)} ${noted}; else `}if (!${yes}) {`)
      if (masks) lines.push(`no |= ${2 ** bit}`)
      else settle(sheet, cell, INELIGIBLE, '0', '0')
      lines.push(masks ? '}' : 'break cell }')
    }
  }
  for (const [bit, term] of conditions.entries()) require(coder.answer(term), bit)
  for (const [index, answer] of judgementsOf(sheet, measure).entries()) require(answer, conditions.length + index)

  if (masks) {
    lines.push('if (no !== 0) {')
    settle(sheet, cell, INELIGIBLE, '0', 'no')
    lines.push('break cell }')
  }
  // Nobody is eligible where the text does not say enough; the amount still counts as a reason.
  const never = amount === null || measure.gaps.length > 0
  if (never && !(masks && amount)) {
    settle(sheet, cell, UNDETERMINED, '0', 'open')
    lines.push('}')
    return
  }
  if (!masks) {
    lines.push('if (open !== 0) {')
    settle(sheet, cell, UNDETERMINED, '0', 'open')
    lines.push('break cell }')
  }
  const exact = quotient.bound(coder.number(amount!), coder.bind)
  const without = any([exact.unknown, exact.top.low < 0n ? whole.compared(exact.top, '<', whole.ZERO) : null])
  if (masks) {
    if (without !== null) lines.push(`if (${without}) open |= ${2 ** (conditions.length + measure.judgements.length)}`)
    lines.push(never ? '{' : 'if (open !== 0) {')
  } else lines.push(`if (${without ?? 'false'}) {`)
  settle(sheet, cell, UNDETERMINED, '0', 'open')
  lines.push('break cell }')
  if (!never) {
    const { mode, step } = measure.amount!.rounding
    const fen = quotient.rounded({ ...exact, unknown: null }, mode, quotient.ofExact(step), coder.bind).top
    settle(sheet, cell, ELIGIBLE, whole.asFen(fen), '0')
  }
  lines.push('}')
}

const parenthesised = (code: string): string => (code.startsWith('(') ? code : `(${code})`)

/** The source of a block, what it reads and keeps: enough to make a function of it, or to read it. */
export type BlockSource = { readonly source: string; readonly columns: readonly string[]; readonly tables: readonly Int32Array[] }

export const blockSource = (measures: readonly Measure[], layout: Layout, when: When, masks: boolean): BlockSource => {
  const terms = noTerms()
  const tasks = measures.map((measure) => taskOf(measure, when, terms))
  const sheet = newSheet(layout)
  const written = nothingWritten()
  const shared = sharedIn(tasks)
  // Uses of what stands inside shared conditions do not matter: each is written once, at the top of the row.
  const top = coderOf(sheet, new Map([...shared.keys()].map((id) => [id, 2])), written)
  for (const term of shared.values()) top.answer(term)
  for (const [index, task] of tasks.entries()) {
    const cell = { index, masks }
    if (task.kind === 'settled') settle(sheet, cell, task.status, '0', '0')
    else writeMeasure(sheet, task, copyOf(written), cell)
  }
  const outputs = measures.flatMap((_, index) => [
    `s${index} = status[${index}], a${index} = amount[${index}]${masks ? `, m${index} = mask[${index}]` : ''}`,
  ])
  const inputs = sheet.columns.map((_, index) => `c${index} = columns[${index}]`)
  const source = [...[...outputs, ...inputs].map((each) => `const ${each}`), 'for (let i = from; i < to; i++) {', ...sheet.lines, '}'].join(
    '\n',
  )
  return { source, columns: sheet.columns, tables: sheet.tables }
}
