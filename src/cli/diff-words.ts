/** A comparison as lines of text. */
import type { Language, Text } from '../core/messages.ts'
import { fenOfYuan, yuanText } from '../core/money.ts'
import { arrowWords, type CellChange, changeWords, valueWords } from '../modules/measure/index.ts'
import { type Io, paint, row } from './command.ts'
import type { Comparison, MeasureComparison } from './diff-report.ts'
import { whenText } from './when.ts'

const REASONS_SHOWN = 5
const IN_FORCE: Text = { zh: '有效', en: 'in force' }

const CHANGES: Readonly<Record<CellChange, Text>> = {
  enters: { zh: '进入', en: 'enter' },
  leaves: { zh: '退出', en: 'leave' },
  more: { zh: '得多', en: 'get more' },
  less: { zh: '得少', en: 'get less' },
  opens: { zh: '变为待定', en: 'become undetermined' },
  closes: { zh: '不再待定', en: 'are no longer undetermined' },
}
/** `+300000.00`, `-1.50`, `0.00`. */
const difference = (before: string, after: string): string => {
  const fen = (fenOfYuan(after) ?? 0n) - (fenOfYuan(before) ?? 0n)
  return fen > 0n ? `+${yuanText(fen)}` : fen < 0n ? `-${yuanText(-fen)}` : yuanText(0n)
}

const lawText = ({ pack, on, known }: Comparison['before'], language: Language): string =>
  `${pack.id} ${pack.version} (${pack.hash.slice(0, 12)})  ${whenText({ on, known }, language)}`

const ZERO = { eligible: 0, undetermined: 0, total: '0.00' }

const showTable = ({ measures, before, after }: Comparison, io: Io): void => {
  const zh = io.language === 'zh'
  const head = zh ? ['措施', '符合', '待定', '此前（元）', '现在（元）', '差（元）'] : ['measure', 'eligible', 'undetermined', 'yuan before', 'yuan after', 'difference'] // biome-ignore format: one table row
  const widths = [40, 20, 20, 18, 18, 0]
  const line = (texts: readonly string[]): void => io.out(row(io, texts.map((text, index) => ({ text, width: widths[index]! })))) // biome-ignore format: one table row
  line(head)
  for (const each of measures) {
    const [old, fresh] = [each.before ?? ZERO, each.after ?? ZERO]
    const counts = (name: 'eligible' | 'undetermined'): string => `${old[name]} → ${fresh[name]}`
    line([each.measure, counts('eligible'), counts('undetermined'), old.total, fresh.total, difference(old.total, fresh.total)])
  }
  for (const [name, label] of [['total', zh ? '合计' : 'in total'], ['uncounted', zh ? '未计入合计' : 'not counted']] as const) // biome-ignore format: two lines of a table
    line([label, '', '', before[name], after[name], difference(before[name], after[name])])
}

const hasChanged = ({ cells, values, text, standing }: MeasureComparison): boolean =>
  cells.length + values.length + text.length > 0 || standing.before?.zh !== standing.after?.zh

const showMeasure = (each: MeasureComparison, io: Io): void => {
  const { language } = io
  const zh = language === 'zh'
  io.out('')
  io.out(`${paint(io, 'bold', each.title[language])}  ${paint(io, 'dim', each.measure)}`)
  if (each.standing.before?.zh !== each.standing.after?.zh)
    io.out(`  ${arrowWords(each.standing.before ?? IN_FORCE, each.standing.after ?? IN_FORCE)[language]}`)
  for (const value of each.values) io.out(`  ${valueWords(value)[language]}`)
  for (const change of each.text.filter(({ kind }) => kind !== 'parameter')) io.out(`  ${changeWords(change)[language]}`)
  for (const change of Object.keys(CHANGES) as CellChange[]) {
    const own = each.cells.filter((cells) => cells.change === change)
    if (own.length === 0) continue
    const count = own.reduce((sum, { enterprises }) => sum + enterprises, 0)
    const sums = (side: 'before' | 'after'): string => yuanText(own.reduce((sum, cells) => sum + (fenOfYuan(cells[side]) ?? 0n), 0n))
    const money = difference(sums('before'), sums('after'))
    io.out(`  ${zh ? `${CHANGES[change].zh} ${count} 家，${money} 元` : `${count} ${CHANGES[change].en}, ${money} yuan`}`)
    for (const { enterprises, why, examples } of own.slice(0, REASONS_SHOWN)) {
      const reason = why.map((text) => text[language]).join(zh ? '；' : '; ')
      const such = zh ? `如 ${examples.join('、')}` : `such as ${examples.join(', ')}`
      io.out(`    ${enterprises}  ${reason}  ${paint(io, 'dim', such)}`)
    }
    if (own.length > REASONS_SHOWN)
      io.out(`    … ${zh ? `另有 ${own.length - REASONS_SHOWN} 种原因` : `${own.length - REASONS_SHOWN} more reasons`}`)
  }
}

export const showComparison = (comparison: Comparison, io: Io): void => {
  const zh = io.language === 'zh'
  const { population, before, after, written } = comparison
  if (population.synthetic) io.out(population.synthetic.what[io.language])
  io.out(
    zh
      ? `企业数据：${population.from}，${population.enterprises} 家（${population.hash.slice(0, 12)}）`
      : `population: ${population.from}, ${population.enterprises} enterprises (${population.hash.slice(0, 12)})`,
  )
  io.out(`${zh ? '此前：' : 'before: '}${lawText(before, io.language)}`)
  io.out(`${zh ? '现在：' : 'after:  '}${lawText(after, io.language)}`)
  io.out('')
  showTable(comparison, io)
  for (const each of comparison.measures.filter(hasChanged)) showMeasure(each, io)
  if (!comparison.measures.some(hasChanged)) io.out(zh ? '\n没有不同。' : '\nNothing differs.')
  if (written !== null) io.out(zh ? `\n已写入 ${written}` : `\nwritten to ${written}`)
}
