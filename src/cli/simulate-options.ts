/** What a simulation is asked for. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Diagnostic } from '../core/diagnostic.ts'
import { type Fen, fenOfYuan } from '../core/money.ts'
import type { When } from '../core/rule/outcome.ts'
import { type ReformFile, readReformFile } from '../core/rule/reform/file.ts'
import { type Range, rangeIn } from '../core/rule/reform/range.ts'
import { type Edit, type Reform, settingsIn } from '../core/rule/reform/reform.ts'
import { type Given, Misuse, type Option } from './command.ts'
import { dayOption } from './pack.ts'
import { workersOf } from './run-options.ts'
import { whenOf, whenOptions } from './when.ts'

/** A reform with the file it stands in, if it does. */
export type GivenReform = { readonly reform: Reform; readonly file: (ReformFile & { readonly at: string; readonly text: string }) | null }

export const simulateOptions = {
  population: {
    type: 'string',
    value: 'synthetic|FILE|DIR',
    means: {
      zh: '合成企业（synthetic[:N[:SEED]]）、CSV 文件或列文件夹',
      en: 'synthetic enterprises (synthetic[:N[:SEED]]), a CSV file or a folder of columns',
    },
  },
  ...whenOptions,
  set: {
    type: 'string',
    value: 'MEASURE.PARAM=VALUE',
    multiple: true,
    means: {
      zh: '改一个参数或 in_force，可加 @起始日；可多次',
      en: 'another value of a parameter or of in_force, from a day with @DATE; repeatable',
    },
  },
  document: {
    type: 'string',
    value: 'FILE.md',
    multiple: true,
    means: { zh: '换用改过的规则文本；可多次', en: 'an edited rule document; repeatable' },
  },
  reform: { type: 'string', value: 'FILE.md', means: { zh: '一份改革文件', en: 'a reform file' } },
  against: { type: 'string', value: 'FILE.md', means: { zh: '并排比较的另一份改革文件', en: 'another reform file, side by side' } },
  'baseline-on': { type: 'string', value: 'DATE', means: { zh: '与这一天的规定比较', en: 'compare with the law of this day' } },
  'baseline-known': {
    type: 'string',
    value: 'DATE',
    means: { zh: '与这一天已公布的规定比较', en: 'compare with the law as known on this day' },
  },
  curve: {
    type: 'string',
    value: 'MEASURE.PARAM=FROM..TO[:POINTS]',
    means: { zh: '参数在范围内变动时的费用和户数', en: 'cost and recipients over a range of a parameter' },
  },
  meet: {
    type: 'string',
    value: 'YUAN',
    means: { zh: '费用达到这一预算（元）时的参数值，配合 --by', en: 'the value at which the cost meets this budget in yuan, with --by' },
  },
  by: { type: 'string', value: 'MEASURE.PARAM[=FROM..TO]', means: { zh: '--meet 所求的参数', en: 'the parameter that --meet looks for' } },
  group: { type: 'string', value: 'NAME,NAME', means: { zh: '按这些列分组', en: 'break results down by these columns' } },
  out: { type: 'string', value: 'FILE.csv', means: { zh: '写出每一处变化', en: 'write every change' } },
  stamp: { type: 'boolean', means: { zh: '把结果写进改革文件', en: 'write the figures into the reform file' } },
  workers: { type: 'string', value: 'N', means: { zh: '线程数（默认为核数，最多 4）', en: 'threads (default: the cores, at most 4)' } },
  json: { type: 'boolean', means: { zh: '以 JSON 输出', en: 'print JSON' } },
} as const satisfies Readonly<Record<string, Option>>

export type SimulateAsk = {
  readonly population: string
  readonly when: When
  readonly baseline: When
  readonly reform: GivenReform
  readonly against: GivenReform | null
  readonly curve: Range | null
  readonly meet: { readonly budget: Fen; readonly by: Range | { readonly measure: string; readonly name: string } } | null
  readonly groups: readonly string[] | null
  readonly out: string | null
  readonly stamp: boolean
  readonly threads: number
  readonly json: boolean
}

const textOf = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch(() => {
    throw new Misuse({ zh: `读不到“${file}”。`, en: `Cannot read "${file}".` })
  })

const editOf = async (file: string): Promise<Edit> => ({ kind: 'document', file, text: (await textOf(file)).replace(/\r\n/g, '\n') })

type Found<T> = { readonly value: T | null; readonly diagnostics: readonly Diagnostic[] }

const reformFile = async (file: string): Promise<Found<GivenReform>> => {
  const text = (await textOf(file)).replace(/\r\n/g, '\n')
  const { value, diagnostics } = readReformFile(text, file)
  if (!value) return { value: null, diagnostics }
  const edits = await Promise.all(value.documents.map((name) => editOf(path.join(path.dirname(file), name))))
  return { value: { reform: [...edits, ...value.settings], file: { ...value, at: file, text } }, diagnostics }
}

const stringIn = (values: Given['values'], name: string): string | null => (typeof values[name] === 'string' ? values[name] : null)

const budgetOf = (text: string): Fen => {
  const fen = fenOfYuan(text)
  if (fen !== null && fen >= 0n) return fen
  throw new Misuse({
    zh: `--meet 是以元计的预算，如 5000000：“${text}”不是。`,
    en: `--meet is a budget in yuan, such as 5000000; "${text}" is none.`,
  })
}

const meetOf = (values: Given['values']): Found<SimulateAsk['meet']> => {
  const [budget, by] = [stringIn(values, 'meet'), stringIn(values, 'by')]
  if (budget === null && by === null) return { value: null, diagnostics: [] }
  if (budget === null || by === null) throw new Misuse({ zh: '--meet 和 --by 须一起给出。', en: '--meet and --by go together.' })
  const plain = /^([a-z0-9-]+)\.([^\s=.]+)$/.exec(by)
  const range = plain ? { measure: plain[1]!, name: plain[2]! } : rangeIn(by, '--by')
  return 'diagnostics' in range
    ? { value: null, diagnostics: range.diagnostics }
    : { value: { budget: budgetOf(budget), by: range }, diagnostics: [] }
}

/** Reads the command line and the files that it names, or answers with what is wrong with them. */
export const simulateAsk = async ({ values }: Given): Promise<SimulateAsk | { readonly diagnostics: readonly Diagnostic[] }> => {
  const population = stringIn(values, 'population')
  if (population === null) throw new Misuse({ zh: '请用 --population 给出企业数据。', en: 'Give the population with --population.' })
  const when = whenOf(values)
  const baselineOn = dayOption(values, 'baseline-on', when.on)
  const baselineKnown = dayOption(values, 'baseline-known', values['baseline-on'] === undefined ? when.known : baselineOn)
  const [file, other] = [stringIn(values, 'reform'), stringIn(values, 'against')]
  if (values.stamp === true && file === null) throw new Misuse({ zh: '--stamp 须配合 --reform。', en: '--stamp goes with --reform.' })
  const settings = settingsIn(stringIn(values, 'set') ?? '', '--set')
  const edits = await Promise.all(
    (stringIn(values, 'document') ?? '')
      .split('\n')
      .filter((name) => name !== '')
      .map(editOf),
  )
  const [own, against] = await Promise.all([file, other].map((name) => (name === null ? null : reformFile(name))))
  const range = stringIn(values, 'curve')
  const curve = range === null ? null : rangeIn(range, '--curve')
  const meet = meetOf(values)
  const curveFindings = curve && 'diagnostics' in curve ? curve.diagnostics : []
  const diagnostics = [settings, own, against, meet].flatMap((each) => each?.diagnostics ?? []).concat(curveFindings)
  if (diagnostics.length > 0) return { diagnostics }
  return {
    population,
    when,
    baseline: { on: baselineOn, known: baselineKnown },
    reform: { reform: [...(own?.value?.reform ?? []), ...edits, ...settings.value], file: own?.value?.file ?? null },
    against: against?.value ?? null,
    curve: curve && !('diagnostics' in curve) ? curve : null,
    meet: meet.value,
    groups:
      stringIn(values, 'group')
        ?.split(',')
        .map((name) => name.trim()) ?? null,
    out: stringIn(values, 'out'),
    stamp: values.stamp === true,
    threads: workersOf(values.workers),
    json: values.json === true,
  }
}
