import { type Static, Type } from 'typebox'
import { type Day, dayOf } from '../../core/dates.ts'
import { type Facts, isAbout, readFacts } from '../../core/facts.ts'
import { type CaseResult, runCases } from '../../core/rule/cases.ts'
import type { Measure } from '../../core/rule/tree.ts'
import { type Look, view } from '../../kernel/module.ts'
import { newSalt } from '../../kernel/random.ts'
import type { Pack } from '../../pack/pack.ts'
import { portable } from '../../pack/portable.ts'
import { packInService, packPublished } from '../edition/index.ts'
import {
  Decide,
  DecideForReceipt,
  type Decision,
  ExplainRow,
  type FactEntry,
  type Kept,
  ListMeasures,
  type MeasureSummary,
  type RowExplanation,
  Verify,
  type VerifyReply,
} from './contract.ts'
import { fail } from './messages.ts'
import { considered, decisionOf, judgementKeys } from './rules/check.ts'
import { planWith, rowExplained } from './rules/explain-row.ts'
import { type LawSection, lawOf } from './rules/law.ts'
import { openedFacts, receiptOf, receiptText } from './rules/receipt.ts'
import { rowIn } from './rules/row.ts'
import type { Scope } from './rules/scope.ts'
import { selected, sensibleDay, summaryOf } from './rules/summary.ts'
import { openedFrom, verify, verifyForm } from './rules/verify.ts'

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
    on,
  )
})

/** One measure with everything its page needs: the checked tree, the worked cases run now, the pack it stands in. */
export type MeasurePage = {
  readonly measure: Measure
  readonly summary: MeasureSummary
  readonly law: readonly LawSection[]
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
    const day = sensibleDay(measure, look.today)
    return {
      measure,
      law: lawOf(measure, { on: day, known: day < (measure.known ?? '') ? measure.known! : day }, pack),
      summary: summaryOf(measure, pack, look.today),
      cases: runCases(measure, pack.facts),
      pack,
      day,
    }
  },
)

/** The pack in service, for pages that show its documents, sources and tables. */
export const currentPack = view('measure.pack', 'public', Type.Object({}), (look: Look): Promise<Pack> => packInService(look))

const factsIn = (pack: Pack, given: unknown): Facts => {
  const { facts, problems } = readFacts(given, pack.facts, judgementKeys(pack))
  if (problems.length === 0) return facts
  return fail(
    'measure.facts',
    { count: problems.length },
    problems.map(({ fact, code, message }) => ({ field: fact, code, message })),
  )
}

const scopeGiven = (pack: Pack, { area, task }: Scope): Scope => {
  if (area && !pack.districts.has(area)) fail('measure.area-unknown', { area })
  if (task && !pack.tasks.has(task)) fail('measure.task-unknown', { task })
  return { area, task }
}

/** The pack, the day and the measures of what somebody asks. */
const askedIn = async (look: Look, input: Static<typeof DecideForReceipt>) => {
  const pack = await packInService(look)
  const on = dayGiven(input.on, look.today)
  const when = { on, known: dayGiven(input.known, on) }
  const scope = scopeGiven(pack, input)
  const measures = input.measure === undefined ? considered(pack, when, scope) : [measureOr(pack, input.measure)]
  return { pack, when, measures, facts: factsIn(pack, input.facts) }
}

/** Decides over facts as people write them. Nothing is kept, logged or recorded. */
export const decideFacts = view('measure.decide', 'public', Decide, async (look, input): Promise<Decision> => {
  const { pack, measures, facts, when } = await askedIn(look, input)
  return decisionOf(pack, measures, facts, when, input)
})

/** Decides, and hands over the receipt with the facts opened. Neither is kept here. */
export const decideWithReceipt = view('measure.receipt', 'public', DecideForReceipt, async (look, input): Promise<Kept> => {
  const { pack, facts, ...asked } = await askedIn(look, input)
  const opened = openedFacts(facts, pack, newSalt)
  const receipt = receiptOf(pack, { ...asked, unverified: input.unverified === true }, facts, opened, look.engine)
  return { receipt: receiptText(receipt), facts: [...opened] }
})

/** Verifies a receipt with the pack that was published under its hash. */
export const verifyReceipt = view('measure.verify', 'public', Verify, async (look, input): Promise<VerifyReply> => {
  const opened = input.facts === undefined || input.facts.trim() === '' ? null : (openedFrom(input.facts) ?? fail('measure.opened', {}))
  const { receipt, inclusion, parts } = verifyForm(input.receipt)
  if (receipt === null) return { kind: inclusion === null ? 'none' : 'lines', receipt, edition: 'none', parts: [...parts] }
  const pack = await packPublished(look, receipt.pack.hash)
  if (pack === null) return { kind: 'decision', receipt, edition: 'unknown', parts: [...parts] }
  return { kind: 'decision', receipt, edition: 'published', parts: [...verify(input.receipt, pack, look.engine, opened).parts] }
})

/** The day here, and the program that decides, as receipts name it. */
export const here = view('measure.here', 'public', Type.Object({}), async ({ today, engine }) => ({ today, engine }))

/** Rules of a published pack for a reader's browser, as JSON: of one measure, or of all, made once for each pack. */
const madeForBrowsers = new WeakMap<Pack, string>()
export const rulesForBrowser = view(
  'measure.rules',
  'public',
  Type.Object({ hash: Type.String({ maxLength: 64 }), measure: Type.Optional(Type.String({ maxLength: 100 })) }),
  async (look, { hash, measure }): Promise<string> => {
    const pack = (await packPublished(look, hash)) ?? fail('measure.rules-unknown', { hash: hash.slice(0, 12) })
    if (measure !== undefined) return portable({ ...pack, measures: new Map([[measure, measureOr(pack, measure)]]) })
    const text = madeForBrowsers.get(pack) ?? portable(pack)
    madeForBrowsers.set(pack, text)
    return text
  },
)

/** One line of a mass run in words, and verified where facts are given. They are neither kept nor logged. */
export const explainRow = view('measure.explain', 'public', ExplainRow, async (look, input): Promise<RowExplanation> => {
  const pack = await packInService(look)
  const read = rowIn(input.row)
  if ('wrong' in read) return fail('measure.row', { part: read.wrong })
  const measure = measureOr(pack, read.row.measure)
  const on = dayGiven(input.on, look.today)
  const when = { on, known: dayGiven(input.known, on) }
  const run = input.measures?.map((id) => measureOr(pack, id))
  const given = input.facts === undefined ? null : factsIn(pack, input.facts)
  return rowExplained(read.row, measure, planWith(measure, pack, when, run), given, pack)
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
      .filter((measure) => measure.facts.some((key) => isAbout(key, fact.name)))
      .map((measure) => measure.id),
  }))
})
