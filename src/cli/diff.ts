import type { FactCatalogue } from '../core/facts.ts'
import { tableColumnsOf } from '../core/rule/sql/layout.ts'
import { packOfEdition } from '../modules/edition/index.ts'
import { judgementKeys } from '../modules/measure/index.ts'
import type { Pack } from '../pack/pack.ts'
import { hashOfNames, type Names } from '../population/catalogue.ts'
import { compareAll, measurePairs } from '../population/compare.ts'
import { type Loaded, loadPopulation } from '../population/load.ts'
import { problemOf } from '../population/messages.ts'
import { fileOutput } from '../population/output.ts'
import { threadsFor } from '../population/pool.ts'
import type { Command, Io } from './command.ts'
import { OPERATOR, withApp } from './database.ts'
import { CELLS_HEADER, cellGatherer } from './diff-cells.ts'
import { type DiffAsk, diffAskOf, diffOptions, measuresOfBoth } from './diff-options.ts'
import { comparisonOf } from './diff-report.ts'
import { showComparison } from './diff-words.ts'
import { namesOf } from './names.ts'
import { packOrFindings, showDiagnostics } from './pack.ts'
import { showProblem } from './problems.ts'
import { progressBar } from './progress.ts'
import { showBadRows } from './run-columns.ts'
import { orNothing } from './run-flow.ts'

const EDITION = /^edition:([0-9a-f]{6,64})$/

/** A pack from its folder, or as it was published. */
const packNamed = (name: string, io: Io): Promise<Pack | null> => {
  const hash = EDITION.exec(name)?.[1]
  return hash ? withApp((app) => app.perform(OPERATOR, packOfEdition, { hash })) : packOrFindings(name, io)
}

/** What the columns may be called for each side: the facts and judgements of both, those that both have as each declares them. Synthetic enterprises are those of the first. */
const namesOfBoth = (packs: readonly [Pack, Pack]): readonly [Names, Names] => {
  const judgements = new Set(packs.flatMap((pack) => [...judgementKeys(pack)]))
  const facts = (own: Pack, other: Pack): FactCatalogue => new Map([...other.facts, ...own.facts])
  const { synthetic } = namesOf(packs[0])
  return [
    { facts: facts(packs[0], packs[1]), judgements, synthetic },
    { facts: facts(packs[1], packs[0]), judgements, synthetic },
  ]
}

const sameIds = ({ ids, population }: Loaded, other: Loaded): boolean =>
  population.count === other.population.count &&
  (ids === null || other.ids === null ? ids === other.ids : Buffer.compare(ids.bytes, other.ids.bytes) === 0)

/** The population as each side reads it: once where they read it alike. Null after it has been said what is wrong. */
const populationsOf = async (
  { file, threads }: DiffAsk,
  packs: readonly [Pack, Pack],
  wanted: ReadonlySet<string>,
  io: Io,
): Promise<readonly [Loaded, Loaded] | null> => {
  const [names, otherNames] = namesOfBoth(packs)
  const bar = progressBar(io)
  const load = async (own: Names): Promise<Loaded | null> => {
    const loaded = await loadPopulation(file, own, wanted, (share) => bar.show('load', share), threads)
    bar.clear()
    if ('population' in loaded) return loaded
    showDiagnostics(loaded.findings, io)
    return null
  }
  const before = await load(names)
  if (before === null) return null
  showBadRows(io, before)
  await before.kept
  const after = hashOfNames(names) === hashOfNames(otherNames) ? before : await load(otherNames)
  if (after === null) return null
  const problem =
    before.population.count === 0
      ? problemOf('population.empty', { file })
      : sameIds(before, after)
        ? null
        : problemOf('population.sides', { file })
  if (problem === null) return [before, after]
  showProblem(io, problem)
  return null
}

const compare = async (ask: DiffAsk, packs: readonly [Pack, Pack], io: Io): Promise<number> => {
  const measures = measuresOfBoth(packs, ask)
  const wanted = new Set(measures.flatMap((own, side) => tableColumnsOf(own, packs[side]!.facts).map(({ key }) => key)))
  const loaded = await populationsOf(ask, packs, wanted, io)
  if (loaded === null) return 1
  const laws = { before: { pack: packs[0], when: ask.whens[0] }, after: { pack: packs[1], when: ask.whens[1] } }
  const output = ask.out === null ? null : await fileOutput(ask.out, CELLS_HEADER)
  return orNothing(output?.discard ?? (async () => {}), io, async () => {
    const gatherer = cellGatherer(measurePairs(...measures), laws, loaded[0].ids, io.language)
    const take = async (cells: Float64Array): Promise<void> => {
      const lines: string[] = []
      gatherer.take(cells, output && ((text) => void lines.push(text)))
      await output?.write(new TextEncoder().encode(lines.join('')))
    }
    const bar = progressBar(io)
    const side = (place: 0 | 1) => ({ measures: measures[place], when: ask.whens[place], population: loaded[place].population })
    const threads = threadsFor(loaded[0].population.count, ask.threads)
    const compared = await compareAll([side(0), side(1)], threads, take, (share) => bar.show('decide', share))
    bar.clear()
    const written = (await output?.finish({})) ?? null
    const comparison = comparisonOf({ ask, laws, measures, loaded: loaded[0], compared, groups: gatherer.groups(), written })
    if (ask.json) io.out(JSON.stringify(comparison, null, 2))
    else showComparison(comparison, io)
    return loaded[0].bad > 0 ? 1 : 0
  })
}

export const command: Command = {
  name: 'diff',
  operands: ['PACK', '[OTHER]'],
  means: {
    zh: '两个日期或两个版本的规则比一比：哪些企业得多、得少、进入、退出，为什么。PACK 是文件夹，或 edition:HASH（已发布的包）',
    en: 'two days or two versions of the rules over one population: who enters, leaves, gets more or less, and why. PACK is a folder, or edition:HASH for a published one',
  },
  options: diffOptions,
  run: async (given, io) => {
    const ask = diffAskOf(given)
    const before = await packNamed(ask.packs[0], io)
    if (!before) return 1
    const after = ask.packs[1] === ask.packs[0] ? before : await packNamed(ask.packs[1], io)
    return after ? compare(ask, [before, after], io) : 1
  },
}
