/** The population of a simulation, and what it is in words: shown above the first number. */
import type { Text } from '../core/messages.ts'
import type { Column } from '../core/rule/columns/column.ts'
import type { Population } from '../core/rule/columns/population.ts'
import { tableColumnsOf } from '../core/rule/sql/layout.ts'
import type { Measure } from '../core/rule/tree.ts'
import type { PopulationSpec } from '../core/synthetic/spec.ts'
import { judgementKeys } from '../modules/measure/index.ts'
import type { Pack } from '../pack/pack.ts'
import type { Ids } from '../population/ids.ts'
import type { Group as Columned } from '../population/lab/group.ts'
import { loadPopulation } from '../population/load.ts'
import { problemOf } from '../population/messages.ts'
import { syntheticPopulation } from '../population/synthetic/synthetic.ts'
import { type Io, Misuse } from './command.ts'
import { showDiagnostics } from './pack.ts'
import { showProblem } from './problems.ts'
import { progressBar } from './progress.ts'
import { showBadRows } from './run-columns.ts'

/** A column to break results down by, with its name and the words for its values, in the order of their codes. */
export type Group = Columned & { readonly label: Text; readonly values: readonly Text[] }

export type Subjects = {
  readonly population: Population
  readonly ids: Ids
  readonly hash: string
  readonly groups: readonly Group[]
  /** What these enterprises are. */
  readonly what: Text
  readonly more: readonly Text[]
}

/** Groups where none are asked for: as many choices, in the order of the catalogue. */
const GROUPS = 3

const SYNTHETIC = /^synthetic(?::(\d{1,9}))?(?::(\d{1,10}))?$/

const YES_NO: readonly Text[] = [
  { zh: '否', en: 'no' },
  { zh: '是', en: 'yes' },
]

/** A column of the population with the words of the catalogue. */
const groupOf = (pack: Pack, name: string, column: Column): Group => {
  const fact = pack.facts.get(name)
  const own =
    'texts' in column.layout ? column.layout.texts.map((zh) => fact?.values.find((each) => each.zh === zh) ?? { zh, en: zh }) : YES_NO
  return { name, label: fact?.label ?? { zh: name, en: name }, values: own, column }
}

/** A group of the table of synthetic enterprises, with its words. */
const syntheticGroup = (spec: PopulationSpec, name: string, column: Column): Group => {
  const { label, choices } = spec.columns.find(({ key }) => key === name)!
  return { name, label, values: choices, column }
}

const isGroup = ({ layout }: Column): boolean => layout.kind === 'enum' || layout.kind === 'yes-no' || layout.kind === 'text'

/** The groups that are asked for, or the first choices in the order of the catalogue. */
const groupsIn = (pack: Pack, all: readonly Group[], asked: readonly string[] | null): readonly Group[] => {
  const fit = all.filter(({ column }) => isGroup(column))
  if (asked === null) {
    const order = [...pack.facts.keys()]
    const enums = fit.filter(({ column }) => column.layout.kind === 'enum')
    return enums.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name)).slice(0, GROUPS)
  }
  return asked.map((name) => {
    const group = fit.find((each) => each.name === name)
    if (group) return group
    const names = fit.map((each) => each.name).join('、')
    throw new Misuse({
      zh: `不能按“${name}”分组；可选：${names}。`,
      en: `Results cannot be broken down by "${name}"; choose from ${names}.`,
    })
  })
}

const synthetic = async (
  pack: Pack,
  wanted: ReadonlySet<string>,
  found: RegExpExecArray,
  asked: readonly string[] | null,
): Promise<Subjects> => {
  const { id, population: spec } = pack
  if (!spec)
    throw new Misuse({
      zh: '这个包没有合成企业的表 population.csv。',
      en: 'This pack has no table population.csv of synthetic enterprises.',
    })
  const [count, seed] = [found[1], found[2]].map((digits) => (digits === undefined ? undefined : Number(digits)))
  const made = await syntheticPopulation({ id, population: spec }, wanted, {
    ...(count ? { count } : {}),
    ...(seed !== undefined ? { seed } : {}),
  })
  const own = [...made.groups].map(([name, column]) => syntheticGroup(spec, name, column))
  const facts = [...made.population.columns].map(([name, column]) => groupOf(pack, name, column))
  const groups = asked === null ? own : groupsIn(pack, [...own, ...facts], asked)
  return { population: made.population, ids: null, hash: made.hash, groups, what: made.note.what, more: [made.note.can, made.note.cannot] }
}

/** Loads what the measures read and what results are broken down by; null if it cannot be read, which is said. */
export const subjectsOf = async (
  at: string,
  pack: Pack,
  measures: readonly Measure[],
  asked: readonly string[] | null,
  threads: number,
  io: Io,
): Promise<Subjects | null> => {
  const wanted = new Set([...tableColumnsOf(measures, pack.facts).map(({ key }) => key), ...(asked ?? [])])
  const found = SYNTHETIC.exec(at)
  if (found) return synthetic(pack, wanted, found, asked)
  const bar = progressBar(io)
  const loaded = await loadPopulation(
    at,
    { facts: pack.facts, judgements: judgementKeys(pack) },
    wanted,
    (share) => bar.show('load', share),
    threads,
  )
  bar.clear()
  if (!('population' in loaded)) {
    showDiagnostics(loaded.findings, io)
    return null
  }
  showBadRows(io, loaded)
  const { population, ids, hash } = loaded
  if (population.count === 0) {
    showProblem(io, problemOf('population.empty', { file: at }))
    return null
  }
  await loaded.kept
  return {
    population,
    ids,
    hash,
    groups: groupsIn(
      pack,
      [...population.columns].map(([name, column]) => groupOf(pack, name, column)),
      asked,
    ),
    what: {
      zh: `企业数据“${at}”，${population.count} 家；数据从何而来，由提供者说明。`,
      en: `The population "${at}", ${population.count} enterprises; where the data comes from is for its provider to say.`,
    },
    more: [],
  }
}
