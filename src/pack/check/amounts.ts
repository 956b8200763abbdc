/** Amounts and rates that a clause names and no block computes with. */
import type { Place } from '../../core/diagnostic.ts'
import { compare, type Exact, exactOf, multiply } from '../../core/exact.ts'
import type { Constant, Measure, Node, Section } from '../../core/rule/tree.ts'
import { isMoney, unitOf } from '../../core/rule/units.ts'
import { headingOf, type Warn } from './nodes.ts'

type Amount = { readonly kind: 'money' | 'percent'; readonly value: Exact }

const AMOUNT = /(\d+(?:,\d{3})*(?:\.\d+)?)\s?(%|％|‰|[十百千]?(?:万亿|万|亿)?元|万(?=[，。；、）\s]|$))/g

/** Money and percentages that a text names, as exact numbers (fen, share). `500万` at the end of a phrase is money. */
const amountsIn = (text: string): readonly (Amount & { readonly written: string; readonly index: number })[] =>
  [...text.matchAll(AMOUNT)].flatMap((found) => {
    const unit = found[2]!.replace('％', '%')
    const meaning = unitOf(unit === '万' ? '万元' : unit)
    const number = exactOf(found[1]!.replaceAll(',', ''))
    if (!meaning || number === null) return []
    const kind = meaning.percent ? ('percent' as const) : ('money' as const)
    return [{ written: found[0], index: found.index, kind, value: multiply(number, meaning.factor) }]
  })

/** The money (also per something) and percentages that a measure computes with. */
const amountsOf = (measure: Measure, nodes: readonly Node[]): readonly Amount[] => {
  const found: Amount[] = []
  const add = (type: Node['type'], value: Constant): void => {
    if (type.kind !== 'number' || typeof value === 'string' || typeof value === 'boolean') return
    if (type.percent) found.push({ kind: 'percent', value })
    else if (isMoney(type.unit) || '元' in type.unit) found.push({ kind: 'money', value })
  }
  for (const node of nodes) if (node.kind === 'literal') add(node.type, node.value)
  for (const parameter of measure.parameters) for (const version of parameter.versions) add(parameter.type, version.value)
  return [...found, ...measure.notAutomated.flatMap((each) => amountsIn(each.literal))]
}

/** Where a piece of the Chinese clause stands: in the quoted lines below the section's heading. */
const placeInClause = (source: string, section: Section, written: string): Place => {
  const lines = source.split('\n')
  for (let line = section.place.line; line < lines.length && !lines[line]!.startsWith('## '); line++) {
    const column = lines[line]!.startsWith('>') && !/^>\s?en:/.test(lines[line]!) ? lines[line]!.indexOf(written) : -1
    if (column >= 0) return { file: section.place.file, line: line + 1, column: column + 1, end: column + 1 + written.length }
  }
  return section.place
}

export const checkAmounts = (measure: Measure, nodes: readonly Node[], warn: Warn): void => {
  if (measure.grade === 'text') return
  const used = amountsOf(measure, nodes)
  for (const section of measure.sections) {
    for (const amount of amountsIn(section.clause.zh)) {
      if (used.some((each) => each.kind === amount.kind && compare(each.value, amount.value) === 0)) continue
      const place = placeInClause(measure.source, section, amount.written)
      warn('pack.amount-unused', place, { amount: amount.written }, headingOf(section))
    }
  }
}
