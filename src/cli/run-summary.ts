/** What a run came to, in words. */
import { yuanText } from '../core/money.ts'
import { uncountedOf } from '../core/rule/evaluate.ts'
import type { Measure } from '../core/rule/tree.ts'
import type { SyntheticNote } from '../core/synthetic/describe.ts'
import type { Tally } from '../population/block.ts'
import { type Io, row } from './command.ts'

type Line = {
  readonly measure: string
  readonly eligible: number
  readonly ineligible: number
  readonly undetermined: number
  readonly total: string
  readonly uncounted: readonly string[]
}
export type Summary = {
  readonly run: string
  readonly enterprises: number
  readonly bad: number
  readonly measures: readonly Line[]
  readonly total: string
  readonly uncounted: string
  /** Only of a population that was made: what it is, and what it can tell. */
  readonly synthetic?: SyntheticNote
}
/** Milliseconds, and the most memory of this process. */
export type Times = Readonly<Record<string, number>>

const totalOf = (measures: readonly Measure[], tallies: readonly Tally[], counted: boolean): string =>
  yuanText(tallies.reduce((sum, { fen }, index) => ((uncountedOf(measures[index]!).length === 0) === counted ? sum + fen : sum), 0n))

export const summaryOf = (
  run: string,
  enterprises: number,
  bad: number,
  measures: readonly Measure[],
  tallies: readonly Tally[],
  synthetic: SyntheticNote | null = null,
): Summary => ({
  ...(synthetic === null ? {} : { synthetic }),
  run,
  enterprises,
  bad,
  measures: measures.map((measure, index) => {
    const { fen, eligible, ineligible, undetermined } = tallies[index]!
    return { measure: measure.id, eligible, ineligible, undetermined, total: yuanText(fen), uncounted: uncountedOf(measure) }
  }),
  total: totalOf(measures, tallies, true),
  uncounted: totalOf(measures, tallies, false),
})

export const peakMib = (): number => Math.round(process.resourceUsage().maxRSS / 1024)

export const showSummary = (io: Io, { run, enterprises, measures, total, uncounted, synthetic }: Summary, times: Times): void => {
  const zh = io.language === 'zh'
  if (synthetic !== undefined) for (const text of [synthetic.what, synthetic.cannot]) io.out(text[io.language])
  const head = zh ? ['措施', '符合', '不符合', '待定', '金额（元）', ''] : ['measure', 'eligible', 'ineligible', 'undetermined', 'yuan', '']
  const widths = [44, 10, 12, 12, 20, 0]
  const line = (texts: readonly string[]) => row(io, texts.map((text, index) => ({ text, width: widths[index]! }))) // biome-ignore format: one table row
  io.out(line(head))
  for (const each of measures)
    io.out(
      line([
        each.measure,
        ...[each.eligible, each.ineligible, each.undetermined].map(String),
        each.total,
        each.uncounted.length > 0 ? `${zh ? '未计入' : 'not counted'}: ${each.uncounted.join(', ')}` : '',
      ]),
    )
  io.out('')
  io.out(
    zh
      ? `企业 ${enterprises} 家，合计 ${total} 元；未计入 ${uncounted} 元`
      : `${enterprises} enterprises, ${total} yuan in total; ${uncounted} yuan not counted`,
  )
  io.out(
    Object.entries(times)
      .map(([name, value]) => `${name} ${value}`)
      .join('  '),
  )
  io.out(`run ${run}`)
}
