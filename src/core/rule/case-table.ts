/** The `cases` block: worked cases as data, each cell held against the catalogue before anything runs. */
import { dayOf } from '../dates.ts'
import { type FactCatalogue, factOf, readFact } from '../facts.ts'
import type { Text } from '../messages.ts'
import { type Cell, readCases } from './blocks.ts'
import { fenOfText } from './cases.ts'
import type { RawBlock } from './document.ts'
import { placeOf } from './lines.ts'
import type { Reporter } from './report.ts'
import type { Case } from './tree.ts'

const STATUS: ReadonlyMap<string, Case['status']> = new Map([
  ['是', 'eligible'],
  ['yes', 'eligible'],
  ['否', 'ineligible'],
  ['no', 'ineligible'],
  ['待定', 'undetermined'],
  ['undetermined', 'undetermined'],
])
const AMOUNT: Text = { zh: '请写金额，如 500 万元、0.1 元。', en: 'write an amount such as 500 万元 or 0.1 元.' }
const RESERVED = new Set(['eligible', 'amount', 'at_most', 'on', 'note'])

export const casesOf = (
  reporter: Reporter,
  block: RawBlock,
  catalogue: FactCatalogue,
  facts: ReadonlySet<string>,
  judgements: ReadonlySet<string>,
): readonly Case[] => {
  const grid = readCases(reporter, block)
  if (!grid) return []
  const attribute = block.attributes.get('on')
  const defaultOn = attribute ? dayOf(attribute.value) : null
  if (attribute && !defaultOn) reporter.report('rule.day-unknown', attribute.span, { text: attribute.value })
  let headGood = true
  for (const head of grid.head) {
    const fact = factOf(head.text, catalogue)
    if (RESERVED.has(head.text) || judgements.has(head.text) || (fact && facts.has(fact.key))) continue
    headGood = false
    reporter.report('rule.case-column', head.span, {
      name: head.text,
      hint: reporter.hint(head.text, () => [...facts, ...judgements, ...RESERVED]),
    })
  }
  if (!headGood) return []
  return grid.rows.flatMap(({ cells, span }) => {
    const values: Record<string, string> = {}
    const reserved: Record<string, Cell> = {}
    let good = true
    for (const [index, cell] of cells.entries()) {
      const head = grid.head[index]!.text
      if (RESERVED.has(head)) reserved[head] = cell
      else if (cell.text !== '') {
        const declaration = judgements.has(head) ? null : factOf(head, catalogue)!.declaration
        const read = declaration && readFact(cell.text, head, declaration)
        if (read && 'problem' in read) {
          good = false
          reporter.report('rule.case-value', cell.span, { name: head, value: cell.text, problem: read.problem.message })
        }
        values[head] = cell.text
      }
    }
    const status = STATUS.get(reserved.eligible?.text ?? '')
    if (!status) reporter.report('rule.case-result', reserved.eligible?.span ?? span)
    const amount = reserved.amount?.text || null
    if (status === 'eligible' && amount === null) reporter.report('rule.case-amount', reserved.amount?.span ?? span)
    const onText = reserved.on?.text || null
    const on = onText === null ? defaultOn : dayOf(onText)
    if (onText !== null && on === null) reporter.report('rule.day-unknown', reserved.on!.span, { text: onText })
    for (const name of ['amount', 'at_most']) {
      const cell = reserved[name]
      if (!cell?.text || fenOfText(cell.text) !== null) continue
      good = false
      reporter.report('rule.case-value', cell.span, { name, value: cell.text, problem: AMOUNT })
    }
    if (!status || !good) return []
    return [
      {
        facts: values,
        on,
        status,
        amount,
        atMost: reserved.at_most?.text || null,
        note: reserved.note?.text || null,
        place: placeOf(reporter.source, span.start, span.end),
      },
    ]
  })
}
