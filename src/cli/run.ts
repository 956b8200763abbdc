import { readFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { yuanText } from '../core/money.ts'
import { uncountedOf } from '../core/rule/evaluate.ts'
import type { When } from '../core/rule/outcome.ts'
import { factsRead } from '../core/rule/rank.ts'
import type { Measure } from '../core/rule/tree.ts'
import { considered, judgementKeys } from '../modules/measure/index.ts'
import type { Pack } from '../pack/pack.ts'
import type { Tally } from '../population/block.ts'
import { decideAll } from '../population/decide.ts'
import { type Loaded, loadPopulation } from '../population/load.ts'
import { type Problem, problemOf } from '../population/messages.ts'
import { fileOutput, folderOutput, type Output, runFolder } from '../population/output.ts'
import { runIdOf } from '../population/run-id.ts'
import { type Command, type Given, type Io, Misuse, row } from './command.ts'
import { packOrFindings, showDiagnostics } from './pack.ts'
import { showProblem } from './problems.ts'
import { progressBar } from './progress.ts'
import { whenOf, whenOptions } from './when.ts'

const MAX_WORKERS = 64
const DEFAULT_WORKERS = 4
const SHOWN = 20

const version = (): string =>
  (JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }).version

const workersOption = (text: string | boolean | undefined): number => {
  if (text === undefined) return Math.min(DEFAULT_WORKERS, os.availableParallelism())
  if (typeof text === 'string' && /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= MAX_WORKERS) return Number(text)
  throw new Misuse({ zh: `--workers 应是 1 到 ${MAX_WORKERS} 的整数。`, en: `--workers is a whole number from 1 to ${MAX_WORKERS}.` })
}

/** The measures of a run, in the order of the pack: those named, or all that a check looks at. */
const measuresOf = (pack: Pack, when: When, given: string | boolean | undefined): readonly Measure[] => {
  if (typeof given !== 'string') return considered(pack, when)
  const named = new Set(given.split(',').map((id) => id.trim()))
  for (const id of named) if (!pack.measures.has(id)) throw new Misuse({ zh: `没有措施“${id}”。`, en: `There is no measure "${id}".` })
  return [...pack.measures.values()].filter(({ id }) => named.has(id))
}

const showBadRows = (io: Io, { bad, findings }: Loaded): void => {
  if (bad === 0) return
  showDiagnostics(findings.slice(0, SHOWN), io)
  if (bad > SHOWN) io.err(`… ${bad - SHOWN}`)
  io.err(io.language === 'zh' ? `${bad} 行没有读入。` : `${bad} rows were left out.`)
}

type Line = {
  readonly measure: string
  readonly eligible: number
  readonly ineligible: number
  readonly undetermined: number
  readonly total: string
  readonly uncounted: readonly string[]
}
const linesOf = (measures: readonly Measure[], tallies: readonly Tally[]): readonly Line[] =>
  measures.map((measure, index) => {
    const { fen, ...counts } = tallies[index]!
    return { measure: measure.id, ...counts, total: yuanText(fen), uncounted: uncountedOf(measure) }
  })

const totalOf = (measures: readonly Measure[], tallies: readonly Tally[], counted: boolean): string =>
  yuanText(tallies.reduce((sum, { fen }, index) => ((uncountedOf(measures[index]!).length === 0) === counted ? sum + fen : sum), 0n))

type Summary = {
  readonly run: string
  readonly enterprises: number
  readonly bad: number
  readonly measures: readonly Line[]
  readonly total: string
  readonly uncounted: string
}

const showSummary = (io: Io, { run, enterprises, measures, total, uncounted }: Summary, times: Times): void => {
  const zh = io.language === 'zh'
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

type Times = {
  readonly load_ms: number
  readonly compile_ms: number
  readonly compute_ms: number
  readonly write_ms: number
  readonly peak_mib: number
}

/** Takes unfinished output away when somebody interrupts. */
const untilInterrupted = (output: Output | null): (() => void) => {
  const stop = () => {
    void (output?.discard() ?? Promise.resolve()).finally(() => process.exit(130))
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  return () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop)
  }
}

/** Where the lines go: a file if the name says so, otherwise a folder that holds one folder for each run. */
const outputFor = async (out: string, run: string): Promise<Output | { readonly problem: Problem }> => {
  const isFolder = (await stat(out).catch(() => null))?.isDirectory() ?? !out.endsWith('.csv')
  try {
    return isFolder ? await folderOutput(out, run) : await fileOutput(out)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    throw new Misuse({ zh: `写不了“${out}”。请检查路径和权限。`, en: `Cannot write "${out}". Check the path and the permissions.` })
  }
}

const needed = (given: Given, name: string, what: { readonly zh: string; readonly en: string }): string => {
  const value = given.values[name]
  if (typeof value === 'string') return value
  throw new Misuse({ zh: `请用 --${name} 给出${what.zh}。`, en: `Give ${what.en} with --${name}.` })
}

const run = async (given: Given, io: Io): Promise<number> => {
  const { values } = given
  const from = needed(given, 'population', { zh: '企业数据', en: 'the population' })
  needed(given, 'on', { zh: '决定日', en: 'the day of the decision' })
  const when = whenOf(values)
  const threads = workersOption(values.workers)
  const pack = await packOrFindings(given.positionals[0] ?? '', io)
  if (!pack) return 1
  const measures = measuresOf(pack, when, values.measure)
  const judgements = judgementKeys(pack)
  const answers = measures.flatMap(({ id, judgements: own }) => own.map(({ name }) => `${id}.${name}`))
  const wanted = new Set([...factsRead(measures), ...answers])

  const began = performance.now()
  const bar = progressBar(io)
  const loaded = await loadPopulation(from, { facts: pack.facts, judgements }, wanted, (share) => bar.show('load', share), threads)
  bar.clear()
  const load_ms = Math.round(performance.now() - began)
  if (!('population' in loaded)) {
    showDiagnostics(loaded.findings, io)
    return 1
  }
  showBadRows(io, loaded)
  if (loaded.population.count === 0) return showProblem(io, problemOf('population.empty', { file: from }))
  if (values.strict === true && loaded.bad > 0) return showProblem(io, problemOf('population.strict', { bad: loaded.bad }))

  const all = values.all === true
  const engine = version()
  const id = runIdOf({ pack: pack.hash, population: loaded.hash, when, engine, measures: measures.map((each) => each.id), all })
  const out = typeof values.out === 'string' ? values.out : null
  const before = out === null ? null : await runFolder(out, id)
  if (before !== null) {
    if (values.json) io.out(JSON.stringify({ run: id, written: before, again: false }, null, 2))
    else
      io.out(
        io.language === 'zh' ? `这次运行已写在“${before}”，没有重写。` : `This run is in "${before}" already; it was not written again.`,
      )
    return 0
  }
  const output = out === null ? null : await outputFor(out, id)
  if (output !== null && 'problem' in output) return showProblem(io, output.problem)
  if (output?.again)
    io.err(io.language === 'zh' ? '上一次同样的运行没有完成，重新开始。' : 'An earlier attempt at this run died; starting again.')

  const free = untilInterrupted(output)
  try {
    const start = performance.now()
    const job = {
      measures,
      when,
      population: loaded.population,
      ids: loaded.ids,
      lines: out === null ? 'none' : all ? 'all' : 'some',
    } as const
    const decided = await decideAll(job, threads, output?.write ?? (async () => {}), (share) => bar.show('decide', share))
    bar.clear()
    const summary: Summary = {
      run: id,
      enterprises: loaded.population.count,
      bad: loaded.bad,
      measures: linesOf(measures, decided.tallies),
      total: totalOf(measures, decided.tallies, true),
      uncounted: totalOf(measures, decided.tallies, false),
    }
    const basis = { pack: { id: pack.id, hash: pack.hash }, population: loaded.hash, ...when, engine, all }
    const written = output === null ? null : await output.finish({ ...summary, ...basis })
    const [compile_ms, compute_ms] = [Math.round(decided.compileMs), Math.round(decided.computeMs)]
    const write_ms = Math.max(0, Math.round(performance.now() - start) - compile_ms - compute_ms)
    await loaded.kept
    const times: Times = { load_ms, compile_ms, compute_ms, write_ms, peak_mib: Math.round(process.resourceUsage().maxRSS / 1024) }
    if (values.json) io.out(JSON.stringify({ ...summary, ...basis, from: loaded.from, written, times }, null, 2))
    else {
      showSummary(io, summary, times)
      if (written !== null) io.out(io.language === 'zh' ? `已写入 ${written}` : `written to ${written}`)
    }
    return loaded.bad > 0 ? 1 : 0
  } catch (error) {
    await output?.discard()
    if (error instanceof RangeError) return showProblem(io, problemOf('population.amount-large', {}))
    throw error
  } finally {
    free()
  }
}

export const command: Command = {
  name: 'run',
  operands: ['PACK'],
  means: { zh: '全部企业一次算完：谁符合、得多少、缺什么', en: 'decide a whole population: who is eligible, for how much' },
  options: {
    population: {
      type: 'string',
      value: 'FILE|DIR',
      means: { zh: 'CSV 文件或列文件夹（见 docs/run.md）', en: 'CSV file or folder of columns (docs/run.md)' },
    },
    on: { type: 'string', value: 'DATE', means: { zh: '决定日', en: 'day of the decision' } },
    known: whenOptions.known,
    measure: { type: 'string', value: 'ID,ID', means: { zh: '只算这些措施', en: 'these measures only' } },
    out: {
      type: 'string',
      value: 'FILE.csv|DIR',
      means: {
        zh: '把结果写到文件，或写到文件夹（每次运行一个子文件夹）',
        en: 'write the cells to a file, or to a folder with one folder for each run',
      },
    },
    all: { type: 'boolean', means: { zh: '不符合的也写出', en: 'write those that are not eligible as well' } },
    strict: { type: 'boolean', means: { zh: '有一行不对就不运行', en: 'refuse a population with a wrong row' } },
    workers: { type: 'string', value: 'N', means: { zh: '线程数（默认为核数，最多 4）', en: 'threads (default: the cores, at most 4)' } },
    json: { type: 'boolean', means: { zh: '以 JSON 输出', en: 'print JSON' } },
  },
  run,
}
