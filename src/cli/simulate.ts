import { createHash } from 'node:crypto'
import { rename, writeFile } from 'node:fs/promises'
import type { Diagnostic } from '../core/diagnostic.ts'
import { yuanText } from '../core/money.ts'
import { isConsidered } from '../core/rule/evaluate.ts'
import { type Law, reformed } from '../core/rule/reform/apply.ts'
import { differingFigures, withFigures } from '../core/rule/reform/file.ts'
import { pointsOf, type Range, rangeAround, valueText } from '../core/rule/reform/range.ts'
import { canonicalReform, findingOf, type Reform } from '../core/rule/reform/reform.ts'
import type { Measure } from '../core/rule/tree.ts'
import type { Pack } from '../pack/pack.ts'
import { hashOfFiles } from '../pack/read.ts'
import { curve, meeting } from '../population/lab/curve.ts'
import { type Lab, openLab } from '../population/lab/lab.ts'
import { CHANGES_HEADER } from '../population/lab/lines.ts'
import type { Simulation } from '../population/lab/simulation.ts'
import { problemOf } from '../population/messages.ts'
import type { Command, Io } from './command.ts'
import { packOrFindings, showDiagnostics } from './pack.ts'
import { showProblem } from './problems.ts'
import { type SimulateAsk, simulateAsk, simulateOptions } from './simulate-options.ts'
import { type Subjects, subjectsOf } from './simulate-population.ts'
import { showCurve, showMeeting, showSide, showSimulation, showSubjects } from './simulate-words.ts'

type Task = {
  readonly ask: SimulateAsk
  readonly lab: Lab
  readonly subjects: Subjects
  readonly law: Law
  readonly pack: Pack
  readonly io: Io
}

/** Fen as whole fen in text: JSON has no numbers that are surely exact. */
const asJson = (value: unknown): string => JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? String(each) : each), 2)

const refused = (io: Io, { diagnostics }: { readonly diagnostics: readonly Diagnostic[] }): number => {
  showDiagnostics(diagnostics, io)
  return 1
}

/** What a simulation depends on; the reforms that a pack keeps are none of it. */
const runOf = ({ pack, subjects, ask }: Task, reform: Reform): string => {
  const rules = hashOfFiles(new Map([...pack.files].filter(([file]) => !file.startsWith('reforms/'))))
  const basis = [rules, subjects.hash, ask.when.on, ask.when.known, ask.baseline.on, ask.baseline.known, canonicalReform(reform)]
  return createHash('sha256').update(JSON.stringify(basis)).digest('hex').slice(0, 32)
}

const figuresOf = (task: Task, { reform }: SimulateAsk['reform'], simulation: Simulation): ReadonlyMap<string, string> => {
  const { before, after, winners, losers, entering, leaving, enterprises, when, baseline } = simulation
  return new Map(
    Object.entries({
      population: task.subjects.what.en,
      enterprises,
      on: when.on,
      known: when.known,
      baseline_on: baseline.on,
      baseline_known: baseline.known,
      cost_before: yuanText(before.fen),
      cost_after: yuanText(after.fen),
      recipients_before: before.recipients,
      recipients_after: after.recipients,
      winners: winners.count,
      losers: losers.count,
      entering,
      leaving,
      run: runOf(task, reform),
    }).map(([key, value]) => [key, String(value)]),
  )
}

/** Writes the figures into the file of the reform, or holds them against those that it has; the exit code. */
const settleFigures = async (task: Task, given: SimulateAsk['reform'], simulation: Simulation): Promise<number> => {
  const { ask, io } = task
  if (given.file === null) return 0
  const now = figuresOf(task, given, simulation)
  if (ask.stamp && given === ask.reform) {
    // A person's text is replaced whole or not at all.
    await writeFile(`${given.file.at}.partial`, withFigures(given.file.text, now))
    await rename(`${given.file.at}.partial`, given.file.at)
    io.err(io.language === 'zh' ? `结果已写进 ${given.file.at}` : `The figures were written into ${given.file.at}`)
    return 0
  }
  if (given.file.figures === null) return 0
  const differing = differingFigures(given.file.figures, now)
  for (const { key, kept, now: own } of differing)
    io.err(io.language === 'zh' ? `${given.file.at}：${key} 原为 ${kept}，现为 ${own}` : `${given.file.at}: ${key} was ${kept}, is ${own}`)
  return differing.length > 0 ? 1 : 0
}

const writeChanges = async ({ ask, lab }: Task, file: string): Promise<void> => {
  const lines = await lab.changes(ask.reform.reform, ask)
  if (!('diagnostics' in lines)) await writeFile(file, [CHANGES_HEADER, ...lines].join(''))
}

const simulated = async (task: Task): Promise<number> => {
  const { ask, lab, subjects, io } = task
  const given = [ask.reform, ...(ask.against ? [ask.against] : [])]
  const simulations = await lab.simulate({ reforms: given.map(({ reform }) => reform), when: ask.when, baseline: ask.baseline })
  if ('diagnostics' in simulations) return refused(io, simulations)
  if (ask.json)
    io.out(
      asJson({
        population: subjects.what,
        hash: subjects.hash,
        simulations: simulations.map((each, place) => ({ run: runOf(task, given[place]!.reform), ...each })),
      }),
    )
  else {
    for (const each of simulations) showSimulation(io, each, subjects.groups)
    if (ask.against)
      showSide(
        io,
        given.map(({ file }, place) => file?.title ?? { zh: `改革 ${place + 1}`, en: `reform ${place + 1}` }),
        simulations,
      )
    if (simulations[0]!.short) io.out(`\n--set '${simulations[0]!.short}'`)
    io.out(`run ${runOf(task, ask.reform.reform)}`)
  }
  if (ask.out !== null) await writeChanges(task, ask.out)
  const codes = []
  for (const [place, each] of given.entries()) codes.push(await settleFigures(task, each, simulations[place]!))
  return Math.max(...codes)
}

const curved = async ({ ask, lab, subjects, io }: Task, range: Range): Promise<number> => {
  const points = await curve(lab, { range, reform: ask.reform.reform, when: ask.when }, pointsOf(range))
  if ('diagnostics' in points) return refused(io, points)
  if (ask.json)
    io.out(
      asJson({
        population: subjects.what,
        hash: subjects.hash,
        measure: range.measure,
        name: range.name,
        points: points.map(({ value, totals }) => ({ value: valueText(value, range), ...totals })),
      }),
    )
  else showCurve(io, range, points)
  return 0
}

/** The range in which `--meet` looks: the one given, or one around what the parameter is on the day. */
const rangeFor = (
  { law, ask }: Task,
  { measure: id, name, ...rest }: { readonly measure: string; readonly name: string } | Range,
): Range | null => {
  if ('points' in rest) return { measure: id, name, ...rest }
  const parameter = law.measures.find((measure) => measure.id === id)?.parameters.find((each) => each.name === name)
  const version = parameter?.versions.findLast(
    ({ validity: { from, to } }) => (from ?? '') <= ask.when.on && (to === null || ask.when.on <= to),
  )
  return version ? rangeAround(id, name, version.written) : null
}

const met = async (task: Task, { budget, by }: NonNullable<SimulateAsk['meet']>): Promise<number> => {
  const { ask, lab, subjects, io } = task
  const range = rangeFor(task, by)
  if (range === null)
    return refused(io, {
      diagnostics: [findingOf('reform.no-number', { file: '--by', line: 1, column: 1, end: 2 }, { id: by.measure, name: by.name })],
    })
  const found = await meeting(lab, { range, reform: ask.reform.reform, when: ask.when }, budget)
  if ('diagnostics' in found) return refused(io, found)
  const point = ({ value, totals }: (typeof found.points)[number]) => ({ value: valueText(value, range), ...totals })
  if (ask.json)
    io.out(
      asJson({
        population: subjects.what,
        hash: subjects.hash,
        budget,
        monotone: found.isMonotone,
        crossings: found.crossings.map(({ within, beyond }) => ({ within: point(within), beyond: point(beyond) })),
        points: found.points.map(point),
      }),
    )
  else showMeeting(io, range, budget, found)
  return 0
}

/** Every measure that is decided on either side: what it reads is what has to be loaded. */
const measuresFor = (law: Law, ask: SimulateAsk): readonly Measure[] | { readonly diagnostics: readonly Diagnostic[] } => {
  const laws = [ask.reform, ask.against].map((given) => reformed(law, given?.reform ?? [], ask.when.on))
  const diagnostics = laws.flatMap((each) => each.diagnostics)
  if (diagnostics.length > 0) return { diagnostics }
  const decided = laws.flatMap(({ measures }) => measures!.filter((measure) => isConsidered(measure, ask.when)))
  return [...new Set([...decided, ...law.measures.filter((measure) => isConsidered(measure, ask.baseline))])]
}

export const command: Command = {
  name: 'simulate',
  operands: ['PACK'],
  means: {
    zh: '如果改一个参数、日期、条件或关系会怎样：费用、受益企业、谁增谁减。只是计算，不改变实际支付',
    en: 'what if a parameter, a day, a condition or a relation were another: cost, recipients, who gains and loses. It only computes; nothing that is paid changes',
  },
  options: simulateOptions,
  run: async (given, io) => {
    const ask = await simulateAsk(given)
    if ('diagnostics' in ask) return refused(io, ask)
    const pack = await packOrFindings(given.positionals[0] ?? '', io)
    if (!pack) return 1
    const law: Law = { measures: [...pack.measures.values()], facts: pack.facts }
    const measures = measuresFor(law, ask)
    if ('diagnostics' in measures) return refused(io, measures)
    const subjects = await subjectsOf(ask.population, pack, measures, ask.groups, ask.threads, io)
    if (subjects === null) return 1
    if (!ask.json) showSubjects(subjects, io)
    const lab = await openLab({ law, ...subjects }, ask.threads)
    const task: Task = { ask, lab, subjects, law, pack, io }
    try {
      if (ask.curve) return await curved(task, ask.curve)
      return await (ask.meet ? met(task, ask.meet) : simulated(task))
    } catch (error) {
      if (error instanceof RangeError) return showProblem(io, problemOf('population.amount-large', {}))
      throw error
    } finally {
      await lab.close()
    }
  },
}
