import { Type } from 'typebox'
import { type Day, dayOf } from '../../core/dates.ts'
import { readFacts } from '../../core/facts.ts'
import { type CaseResult, runCases } from '../../core/rule/cases.ts'
import { judgementKey } from '../../core/rule/evaluate.ts'
import type { Measure } from '../../core/rule/tree.ts'
import { type Look, view } from '../../kernel/module.ts'
import type { Pack } from '../../pack/pack.ts'
import { packInService } from '../edition/index.ts'
import { Decide, type Decision, type FactEntry, ListMeasures, type MeasureSummary } from './contract.ts'
import { fail } from './messages.ts'
import { considered, decisionOf } from './rules/check.ts'
import { selected, sensibleDay, summaryOf } from './rules/summary.ts'

const dayGiven = (text: string | undefined, fallback: Day): Day =>
  text === undefined || text === '' ? fallback : (dayOf(text.trim()) ?? fail('measure.day', { day: text }))

const measureOr = (pack: Pack, id: string): Measure => pack.measures.get(id) ?? fail('measure.unknown', { measure: id })

export const measures = view('measure.list', 'public', ListMeasures, async (look, wish): Promise<readonly MeasureSummary[]> => {
  const pack = await packInService(look)
  const on = dayGiven(wish.on, look.today)
  return selected(
    [...pack.measures.values()].map((measure) => summaryOf(measure, pack, on)),
    pack.measures,
    wish,
  )
})

/** One measure with everything its page needs: the checked tree, the worked cases run now, the pack it stands in. */
export type MeasurePage = {
  readonly measure: Measure
  readonly summary: MeasureSummary
  readonly cases: readonly CaseResult[]
  readonly pack: Pack
  readonly day: Day
}
export const measurePage = view(
  'measure.page',
  'public',
  Type.Object({ id: Type.String({ maxLength: 100 }) }),
  async (look, { id }): Promise<MeasurePage> => {
    const pack = await packInService(look)
    const measure = measureOr(pack, id)
    return {
      measure,
      summary: summaryOf(measure, pack, look.today),
      cases: runCases(measure, pack.facts),
      pack,
      day: sensibleDay(measure, look.today),
    }
  },
)

/** The pack in service, for pages that show its documents, sources and tables. */
export const currentPack = view('measure.pack', 'public', Type.Object({}), (look: Look): Promise<Pack> => packInService(look))

/** Decides over facts as people write them. Nothing is kept, logged or recorded. */
export const decideFacts = view('measure.decide', 'public', Decide, async (look, input): Promise<Decision> => {
  const pack = await packInService(look)
  const on = dayGiven(input.on, look.today)
  const when = { on, known: dayGiven(input.known, on) }
  const judgements = new Set(
    [...pack.measures.values()].flatMap((measure) => measure.judgements.map(({ name }) => judgementKey(measure, name))),
  )
  const { facts, problems } = readFacts(input.facts, pack.facts, judgements)
  if (problems.length > 0)
    return fail(
      'measure.facts',
      { count: problems.length },
      problems.map(({ fact, code, message }) => ({ field: fact, code, message })),
    )
  return decisionOf(pack, input.measure === undefined ? considered(pack, when) : [measureOr(pack, input.measure)], facts, when)
})

export const facts = view('measure.facts', 'public', Type.Object({}), async (look): Promise<readonly FactEntry[]> => {
  const pack = await packInService(look)
  return [...pack.facts.values()].map((fact) => ({
    name: fact.name,
    label: fact.label,
    type: fact.type,
    unit: fact.unit,
    values: [...fact.values],
    question: fact.question,
    registry: fact.registry,
    changeable: fact.changeable,
    measures: [...pack.measures.values()]
      .filter((measure) => measure.facts.some((key) => key === fact.name || key.startsWith(`${fact.name}@`)))
      .map((measure) => measure.id),
  }))
})
