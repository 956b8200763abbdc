/** What the policy lab shows, made from a simulation: plain values, money as yuan texts. */
import type { Diagnostic } from '../../core/diagnostic.ts'
import type { Text } from '../../core/messages.ts'
import { yuanText } from '../../core/money.ts'
import { shown } from '../../core/rule/describe.ts'
import { runOf } from '../../core/rule/run.ts'
import type { Measure, Parameter } from '../../core/rule/tree.ts'
import type { Pack } from '../../pack/pack.ts'
import type { Move } from '../../population/lab/partial.ts'
import type { LargestChange, MeasureResult, Simulation, Turn } from '../../population/lab/simulation.ts'

/** What is asked: the address of the page in parts. */
export type LabAsk = {
  readonly on: string
  readonly measure: string
  /** Settings in the short form of a reform. */
  readonly reform: string
  /** A second reform beside it; empty for none. */
  readonly other: string
  /** Yuan, as typed. */
  readonly budget: string
}

/** A parameter that can be moved: by typing, and by a slider where its value is a number. */
export type Control = {
  readonly key: string
  readonly label: Text
  readonly now: Text
  /** As the language writes it. */
  readonly value: string
  readonly slider: {
    readonly value: number
    readonly least: number
    readonly most: number
    readonly step: number
    readonly unit: string
  } | null
}

const NUMBER = /^(\d+(?:\.\d+)?)\s*(\D.*)?$/

/** From nothing to twice the value, in steps of which some fifty lie between. */
const sliderFor = (current: string, value: string): Control['slider'] => {
  const [own, typed] = [NUMBER.exec(current), NUMBER.exec(value)]
  if (!own || !typed || (own[2] ?? '').trim() !== (typed[2] ?? '').trim() || Number(own[1]) === 0) return null
  const middle = Number(own[1])
  const step = 10 ** Math.floor(Math.log10(middle) - 1)
  return {
    value: Number(typed[1]),
    least: 0,
    most: Math.max(Number((middle * 2).toPrecision(2)), Number(typed[1])),
    step: Number(step.toPrecision(1)),
    unit: (own[2] ?? '').trim(),
  }
}

const writtenOn = ({ versions }: Parameter, on: string): string | null =>
  versions.findLast(({ validity }) => (validity.from ?? '') <= on && (validity.to === null || on <= validity.to))?.written ?? null

/** The parameters of a measure on the day, with what the reform makes of them. */
export const controlsOf = (measure: Measure, on: string, settings: ReadonlyMap<string, string>): readonly Control[] => {
  const values = runOf(measure, new Map(), { on, known: '2199-12-31' }).parameters
  return measure.parameters.flatMap((parameter): Control[] => {
    const [written, value] = [writtenOn(parameter, on), values.get(parameter.name)]
    if (written === null || value === undefined) return []
    const typed = settings.get(parameter.name) ?? written
    return [
      {
        key: `${measure.id}.${parameter.name}`,
        label: { zh: parameter.name, en: parameter.english ?? parameter.name },
        now: { zh: shown(value, parameter.type, 'zh'), en: shown(value, parameter.type, 'en') },
        value: typed,
        slider: parameter.type.kind === 'number' ? sliderFor(written, typed) : null,
      },
    ]
  })
}

const moved = ({ count, fen }: Move) => ({ count, yuan: yuanText(fen) })
const turned = (turn: Turn) => ({ ...moved(turn), why: turn.why.slice(0, 3) })

const measureRow = (each: MeasureResult) => ({
  id: each.id,
  title: each.title,
  counted: each.counted,
  before: each.before && { yuan: yuanText(each.before.fen), count: each.before.recipients },
  after: each.after && { yuan: yuanText(each.after.fen), count: each.after.recipients },
  entering: turned(each.entering),
  leaving: turned(each.leaving),
  raised: moved(each.raised),
  lowered: moved(each.lowered),
})
const isChanged = ({ before, after, entering, leaving, raised, lowered }: MeasureResult): boolean =>
  before?.fen !== after?.fen || [entering, leaving, raised, lowered].some(({ count }) => count > 0)

const largestRow = ({ enterprise, fen, measures }: LargestChange) => ({
  enterprise,
  yuan: yuanText(fen),
  measures: measures.map((each) => ({
    id: each.id,
    title: each.title,
    before: each.before && each.before.status === 'eligible' ? yuanText(each.before.fen) : null,
    after: each.after && each.after.status === 'eligible' ? yuanText(each.after.fen) : null,
    why: each.why,
  })),
})

export const resultView = (simulation: Simulation, pack: Pack) => ({
  words: simulation.words,
  enterprises: simulation.enterprises,
  before: { yuan: yuanText(simulation.before.fen), count: simulation.before.recipients, uncounted: yuanText(simulation.before.uncounted) },
  after: { yuan: yuanText(simulation.after.fen), count: simulation.after.recipients, uncounted: yuanText(simulation.after.uncounted) },
  difference: yuanText(simulation.after.fen - simulation.before.fen),
  winners: moved(simulation.winners),
  losers: moved(simulation.losers),
  unchanged: simulation.unchanged,
  entering: simulation.entering,
  leaving: simulation.leaving,
  measures: simulation.measures.filter(isChanged).map(measureRow),
  groups: simulation.groups.map(({ name, values }) => ({
    name: groupName(name),
    values: values
      .filter(({ before, after }) => before.recipients + after.recipients > 0)
      .map(({ value, before, after, winners, losers }) => ({
        label: value === null ? null : (pack.districts.get(value)?.label ?? { zh: value, en: value }),
        before: { yuan: yuanText(before.fen), count: before.recipients },
        after: { yuan: yuanText(after.fen), count: after.recipients },
        difference: yuanText(after.fen - before.fen),
        winners: moved(winners),
        losers: moved(losers),
      })),
  })),
  bands: simulation.bands
    .filter(({ count }) => count > 0)
    .map(({ from, to, ...move }) => ({
      from: from === null ? null : yuanText(from),
      to: to === null ? null : yuanText(to),
      ...moved(move),
    })),
  largest: simulation.largest.map(largestRow),
})
export type ResultView = ReturnType<typeof resultView>

const GROUPS: Readonly<Record<string, Text>> = {
  district: { zh: '区', en: 'district' },
  industry: { zh: '行业', en: 'industry' },
  size: { zh: '规模', en: 'size' },
}
const groupName = (name: string): Text => GROUPS[name] ?? { zh: name, en: name }

export type Finding = { readonly code: string; readonly line: number; readonly column: number; readonly text: Text }
export const findingView = ({ code, place, message }: Diagnostic): Finding => ({
  code,
  line: place.line,
  column: place.column,
  text: message,
})

/** What a change makes new on the page; everything else stays. */
export type LabAnswer = {
  readonly ask: LabAsk
  readonly controls: readonly Control[]
  readonly findings: readonly Finding[]
  readonly result: ResultView | null
  readonly other: ResultView | null
  readonly took: number
}
export type LabView = LabAnswer & {
  readonly measures: readonly { readonly id: string; readonly title: Text }[]
  /** Sentences that say what the population is; before any number. */
  readonly about: readonly Text[]
  readonly state: 'ready' | 'preparing' | 'none'
  /** The file of the chosen measure, as it is or as it was typed over. */
  readonly document: string
  readonly isEdited: boolean
  /** What is left of the budget or over it; null where none is given. */
  readonly budget: { readonly rest: string; readonly isOver: boolean } | null
}
