/** The tables that a run comes to, as Markdown: what, figure, ratio, goal, met or not, and whether every cell is right. */
import { CLOCKS, type Clock } from './timing.ts'
import type { Answer, Line } from './workload.ts'

/** `stamp`: the machine, the commit and the day. */
export type Section = {
  readonly name: string
  readonly title: string
  readonly clock: Clock
  readonly lines: readonly Line[]
  readonly stamp: string
}

const HEADER = ['what', 'figure', 'ratio', 'goal', 'met', 'wrong cells', 'lists', 'note']

const listsText = ({ lists, own }: Answer): string => {
  if (lists === null) return ''
  if (!lists.grants) return '**differ**'
  return lists.undetermined ? 'as published' : own ? '**differ**' : 'grants as published'
}

const cellsOf = ({ what, figure, ratio, of, goal, answer, note }: Line): readonly string[] => [
  what,
  figure,
  ratio === undefined ? '' : `× ${ratio < 10 ? ratio.toFixed(2) : ratio.toLocaleString('en', { maximumSignificantDigits: 3 })} ${of ?? ''}`,
  goal?.text ?? '',
  goal ? (goal.met ? 'yes' : '**no**') : '',
  answer ? `${answer.wrong}${answer.miscalled > 0 ? `, and ${answer.miscalled} miscalled` : ''}` : '',
  answer ? listsText(answer) : '',
  note ?? '',
]

export const tableOf = (lines: readonly Line[]): string => {
  const rows = [HEADER, ...lines.map(cellsOf)].map((row) => row.map((cell) => cell.trim()))
  const used = HEADER.map((_, column) => column === 0 || rows.slice(1).some((row) => row[column] !== ''))
  const kept = rows.map((row) => row.filter((_, column) => used[column]))
  const widths = kept[0]!.map((_, column) => Math.max(3, ...kept.map((row) => row[column]!.length)))
  const written = kept.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`)
  return [written[0], `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...written.slice(1)].join('\n')
}

export const sectionText = ({ name, title, clock, lines, stamp }: Section): string =>
  `## ${title}\n\`npm run bench -- ${name}\`, ${CLOCKS[clock]}. ${stamp}\n\n${tableOf(lines)}\n`

/** The record with these sections new or in place of what they measured before, in the order of the workloads; other sections stay as they were. */
export const recordOf = (before: string, sections: readonly Section[], order: readonly string[]): string => {
  const nameOf = (text: string): string => /^`npm run bench -- ([\w-]+)`/m.exec(text)?.[1] ?? ''
  const kept = before.split(/^(?=## )/m).filter((text) => order.includes(nameOf(text)))
  const all = new Map([...kept, ...sections.map(sectionText)].map((text) => [nameOf(text), text.trimEnd()]))
  return `${[INTRODUCTION.trimEnd(), ...order.flatMap((name) => all.get(name) ?? [])].join('\n\n')}\n`
}

/** What stands above the tables in the record. */
export const INTRODUCTION = `# Performance

What \`npm run bench -- --record\` measured. 基准测试结果：本引擎与同类引擎的速度，以及逐格核对的正确性。

One million invented enterprises, ten measures with relations between them, every cell decided to the fen. **Ratios count, not milliseconds**: contestants take turns in one process, and each ratio is the median
over rounds. *Wrong cells* are counted against a reference in whole numbers without limit that shares no code with the engine; *lists* says whether grants and undetermined cells hash to the published SHA-256.
*Miscalled* cells pay what is right and are called by another state: an engine without a third answer calls undetermined what it calls not eligible. How it is done, and how to add a peer:
[bench/README.md](../bench/README.md). Each table names the machine, the commit and the day.
`
