import path from 'node:path'
import type { Facts } from '../core/facts.ts'
import type { When } from '../core/rule/outcome.ts'
import { type Plan, planOf } from '../core/rule/stacking/plan.ts'
import type { Measure } from '../core/rule/tree.ts'
import { planWith, type Row, rowExplained, rowIn } from '../modules/measure/index.ts'
import type { Pack } from '../pack/pack.ts'
import { problemOf } from '../population/messages.ts'
import { enterpriseIn, linesBeginning } from '../population/one.ts'
import { type Command, type Given, type Io, Misuse } from './command.ts'
import { showRow } from './explain-words.ts'
import { namesOf } from './names.ts'
import { packOrFindings, showDiagnostics } from './pack.ts'
import { showProblem, showProblems } from './problems.ts'
import { readFactsFile } from './read.ts'
import { idCell, recordOf } from './run-folder.ts'
import { whenOf, whenOptions } from './when.ts'

/** What is explained: rows, the measures and the day they were decided with, and the facts if they are given. */
type Asked = { readonly rows: readonly Row[]; readonly plan: Plan; readonly facts: Facts | null }

/** What a run's record says of how it was made. */
type RunRecord = When & {
  readonly pack: { readonly hash: string }
  readonly population: string
  readonly measures: readonly { readonly measure: string }[]
  readonly grants: { readonly file: string }
}

/** Options that belong to a line of a run, and to a line given by hand. */
const OF_RUN = ['enterprise', 'measure', 'population']
const BY_HAND = ['facts', 'on', 'known']

const text = (values: Given['values'], name: string): string | null => {
  const value = values[name]
  return typeof value === 'string' ? value : null
}

const measureOr = (pack: Pack, id: string): Measure => {
  const measure = pack.measures.get(id)
  if (measure) return measure
  throw new Misuse({ zh: `没有措施“${id}”。`, en: `There is no measure "${id}".` })
}

const rowOr = (line: string): Row => {
  const read = rowIn(line)
  if ('row' in read) return read.row
  throw new Misuse({
    zh: `“${line}”不是运行结果的一行：${read.wrong} 不对。一行写作 enterprise,measure,status,fen,mask。`,
    en: `"${line}" is no line of a run: its ${read.wrong} is wrong. A line reads enterprise,measure,status,fen,mask.`,
  })
}

/** By hand: a line, the day, and perhaps a file of facts. Null after what is wrong was shown. */
const askedByHand = async (pack: Pack, line: string, values: Given['values'], io: Io): Promise<Asked | null> => {
  if (text(values, 'on') === null) throw new Misuse({ zh: '请用 --on 给出这次运行的决定日。', en: 'Give the day of the run with --on.' })
  const when = whenOf(values)
  const row = rowOr(line)
  const measure = measureOr(pack, row.measure)
  const file = text(values, 'facts')
  const read = file === null ? { facts: null } : await readFactsFile(file, pack)
  if ('problems' in read) {
    showProblems(read.problems, io, values.json === true)
    return null
  }
  return { rows: [row], plan: planWith(measure, pack, when), facts: read.facts }
}

/** What was not written is not eligible: a row without a mask, explained from the facts alone. */
const rowsOf = (lines: readonly string[], enterprise: string, measure: Measure | null): readonly Row[] =>
  lines.length === 0 && measure ? [{ enterprise, measure: measure.id, status: 'ineligible', award: null, mask: null }] : lines.map(rowOr)

/** The lines of an enterprise in a run, and its facts where the population is given. Null after what is wrong was shown. */
const askedOfRun = async (pack: Pack, folder: string, values: Given['values'], io: Io): Promise<Asked | null> => {
  const enterprise = text(values, 'enterprise')
  if (enterprise === null) throw new Misuse({ zh: '请用 --enterprise 给出企业。', en: 'Name the enterprise with --enterprise.' })
  const record = await recordOf<RunRecord>(folder)
  const only = text(values, 'measure')
  const measure = only === null ? null : measureOr(pack, only)
  const ids = record.measures.map((each) => each.measure)
  if (only !== null && !ids.includes(only))
    throw new Misuse({ zh: `这次运行没有算措施“${only}”。`, en: `The run was not over the measure "${only}".` })
  if (record.pack.hash !== pack.hash) {
    showProblem(io, problemOf('population.run-pack', { stated: record.pack.hash.slice(0, 12), found: pack.hash.slice(0, 12) }))
    return null
  }
  const plan = planOf(
    ids.map((id) => measureOr(pack, id)),
    { on: record.on, known: record.known },
  )

  const population = text(values, 'population')
  let facts: Facts | null = null
  if (population !== null) {
    const one = await enterpriseIn(population, namesOf(pack), plan, enterprise)
    if ('findings' in one) {
      showDiagnostics(one.findings, io)
      return null
    }
    if (one.hash !== record.population) {
      const hashes = { stated: record.population.slice(0, 12), found: one.hash.slice(0, 12) }
      showProblem(io, problemOf('population.run-population', { ...hashes, file: population }))
      return null
    }
    if (one.facts === null) {
      showProblem(io, problemOf('population.enterprise-unknown', { file: population, enterprise }))
      return null
    }
    facts = one.facts
  }

  const start = `${idCell(enterprise)},${only === null ? '' : `${only},`}`
  const lines = await linesBeginning(path.join(folder, record.grants.file), start)
  const rows = rowsOf(lines, enterprise, facts && measure)
  if (rows.length > 0) return { rows, plan, facts }
  showProblem(io, problemOf('population.line-none', { enterprise }))
  return null
}

export const command: Command = {
  name: 'explain',
  operands: ['PACK'],
  means: {
    zh: '全量运行的任何一行：为什么、金额怎么来的、是否与事实和规则一致',
    en: 'any line of a mass run: why, how the amount came about, whether it is what facts and rule give',
  },
  options: {
    run: { type: 'string', value: 'RUN', means: { zh: '一次运行的文件夹', en: 'the folder of a run' } },
    enterprise: { type: 'string', value: 'ID', means: { zh: '其中的企业', en: 'an enterprise in it' } },
    measure: { type: 'string', value: 'ID', means: { zh: '只看一项措施', en: 'one measure only' } },
    population: {
      type: 'string',
      value: 'FILE|DIR',
      means: { zh: '运行所用的企业数据：从中取这家企业的事实', en: 'the population of the run: facts are taken from it' },
    },
    row: {
      type: 'string',
      value: 'LINE',
      means: { zh: '或一行：enterprise,measure,status,fen,mask', en: 'or a line: enterprise,measure,status,fen,mask' },
    },
    facts: {
      type: 'string',
      value: 'FILE|-',
      means: { zh: '这一行的事实（JSON），- 为标准输入', en: 'its facts (JSON), - for standard input' },
    },
    on: { ...whenOptions.on, means: { zh: '这一行的决定日', en: 'the day of the line' } },
    known: whenOptions.known,
    time: { type: 'boolean', means: { zh: '附上解释所用的时间', en: 'with the time that explaining took' } },
    json: { type: 'boolean', means: { zh: '以 JSON 输出，两种语言', en: 'print JSON, in both languages' } },
  },
  run: async ({ positionals: [folder = ''], values }, io) => {
    const [run, line] = [text(values, 'run'), text(values, 'row')]
    if ((run === null) === (line === null))
      throw new Misuse({
        zh: '请用 --run 和 --enterprise 给出一次运行和企业，或用 --row 和 --on 给出一行和决定日。',
        en: 'Give a run and an enterprise with --run and --enterprise, or a line and its day with --row and --on.',
      })
    const [given, others] = run === null ? ['row', OF_RUN] : ['run', BY_HAND]
    const stray = others.find((name) => values[name] !== undefined)
    if (stray) throw new Misuse({ zh: `--${stray} 不能与 --${given} 一起用。`, en: `--${stray} does not go with --${given}.` })
    const pack = await packOrFindings(folder, io)
    if (!pack) return 1
    const asked = run !== null ? await askedOfRun(pack, run, values, io) : await askedByHand(pack, line ?? '', values, io)
    if (!asked) return 1
    const began = performance.now()
    const explained = asked.rows.map((row) => rowExplained(row, measureOr(pack, row.measure), asked.plan, asked.facts, pack))
    const took = performance.now() - began
    if (values.json) io.out(JSON.stringify(explained, null, 2))
    else for (const each of explained) showRow(each, io)
    if (values.time) io.err(`explain_ms ${took.toFixed(2)}  rows ${explained.length}`)
    return explained.some(({ verified }) => verified.holds === false) ? 1 : 0
  },
}
