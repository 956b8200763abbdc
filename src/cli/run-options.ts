/** What a run is asked to do. */
import os from 'node:os'
import type { When } from '../core/rule/outcome.ts'
import type { Measure } from '../core/rule/tree.ts'
import { considered } from '../modules/measure/index.ts'
import type { Pack } from '../pack/pack.ts'
import { type Given, Misuse, type Option } from './command.ts'
import { tableNamed } from './table-name.ts'
import { whenOf, whenOptions } from './when.ts'

const ENGINES = ['columns', 'sql'] as const
export type EngineName = (typeof ENGINES)[number]

export type Ask = {
  /** A file or folder, or a table of the database. */
  readonly from: { readonly file: string } | { readonly table: string }
  /** A file or folder, the database, or nowhere. */
  readonly to: { readonly path: string } | 'database' | null
  readonly when: When
  readonly engine: EngineName
  /** Ids of the measures; null: what a check looks at. */
  readonly only: readonly string[] | null
  readonly all: boolean
  readonly strict: boolean
  /** At most so many. */
  readonly threads: number
  readonly json: boolean
}

const MAX_WORKERS = 64
const DEFAULT_WORKERS = 4
const DATABASE = 'db'
const TABLE = 'population'

export const workersOf = (text: string | boolean | undefined): number => {
  if (text === undefined) return Math.min(DEFAULT_WORKERS, os.availableParallelism())
  if (typeof text === 'string' && /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= MAX_WORKERS) return Number(text)
  throw new Misuse({ zh: `--workers 应是 1 到 ${MAX_WORKERS} 的整数。`, en: `--workers is a whole number from 1 to ${MAX_WORKERS}.` })
}

const needed = (given: Given, name: string, what: { readonly zh: string; readonly en: string }): string => {
  const value = given.values[name]
  if (typeof value === 'string') return value
  throw new Misuse({ zh: `请用 --${name} 给出${what.zh}。`, en: `Give ${what.en} with --${name}.` })
}

/** `db` is the table `population` of the database, `db:NAME` another; anything else is a path (`./db` for a folder of that name) or the synthetic one. */
const sourceOf = (text: string): Ask['from'] => {
  if (text === DATABASE) return { table: TABLE }
  return text.startsWith(`${DATABASE}:`) ? { table: tableNamed('population', text.slice(DATABASE.length + 1)) } : { file: text }
}

const engineOf = (text: string | boolean | undefined, from: Ask['from']): EngineName => {
  const engine = ENGINES.find((name) => name === (text ?? 'columns'))
  if (engine === undefined) throw new Misuse({ zh: `--engine 是 ${ENGINES.join(' 或 ')}。`, en: `--engine is ${ENGINES.join(' or ')}.` })
  if (engine === 'sql' && 'file' in from)
    throw new Misuse({
      zh: '--engine sql 在数据库里计算：请给 --population db 或 db:TABLE。planwright population 可把文件装入一张表。',
      en: '--engine sql computes inside the database: give --population db or db:TABLE. planwright population brings a file into a table.',
    })
  return engine
}

export const askOf = (given: Given): Ask => {
  const { values } = given
  const from = sourceOf(needed(given, 'population', { zh: '企业数据', en: 'the population' }))
  needed(given, 'on', { zh: '决定日', en: 'the day of the decision' })
  return {
    from,
    to: typeof values.out !== 'string' ? null : values.out === DATABASE ? 'database' : { path: values.out },
    when: whenOf(values),
    engine: engineOf(values.engine, from),
    only: typeof values.measure === 'string' ? values.measure.split(',').map((id) => id.trim()) : null,
    all: values.all === true,
    strict: values.strict === true,
    threads: workersOf(values.workers),
    json: values.json === true,
  }
}

/** The measures of a run, in the order of the pack: those named, or all that a check looks at. */
export const measuresOf = (pack: Pack, { when, only }: Ask): readonly Measure[] => {
  if (only === null) return considered(pack, when)
  for (const id of only) if (!pack.measures.has(id)) throw new Misuse({ zh: `没有措施“${id}”。`, en: `There is no measure "${id}".` })
  return [...pack.measures.values()].filter(({ id }) => only.includes(id))
}

export const runOptions = {
  population: {
    type: 'string',
    value: 'FILE|DIR|db|synthetic',
    means: {
      zh: 'CSV 文件、列文件夹，数据库的表（db、db:TABLE，见 docs/run.md），或合成的企业：synthetic[:N[:SEED]]（见 docs/population.md）',
      en: 'CSV file, folder of columns, a table of the database (db, db:TABLE; docs/run.md), or synthetic[:N[:SEED]] (docs/population.md)',
    },
  },
  on: { type: 'string', value: 'DATE', means: { zh: '决定日', en: 'day of the decision' } },
  known: whenOptions.known,
  measure: { type: 'string', value: 'ID,ID', means: { zh: '只算这些措施', en: 'these measures only' } },
  out: {
    type: 'string',
    value: 'FILE.csv|DIR|db',
    means: {
      zh: '把结果写到文件、文件夹（每次运行一个子文件夹）或数据库',
      en: 'write the cells to a file, to a folder with one folder for each run, or into the database',
    },
  },
  engine: {
    type: 'string',
    value: ENGINES.join('|'),
    means: {
      zh: '在线程里算（columns，默认），或在数据库里算（sql）',
      en: 'compute in threads (columns, the default) or inside the database (sql)',
    },
  },
  all: { type: 'boolean', means: { zh: '不符合的也写出', en: 'write those that are not eligible as well' } },
  strict: { type: 'boolean', means: { zh: '有一行不对就不运行', en: 'refuse a population with a wrong row' } },
  workers: {
    type: 'string',
    value: 'N',
    means: { zh: '最多几个线程（默认为核数，至多 4）', en: 'threads at most (default: the cores, up to 4)' },
  },
  json: { type: 'boolean', means: { zh: '以 JSON 输出', en: 'print JSON' } },
} as const satisfies Readonly<Record<string, Option>>
