import { Type } from 'typebox'
import { type Route, view } from '../../kernel/module.ts'
import { packInService } from '../edition/index.ts'
import { Decision, FactEntry, Kept, MeasureDifference, MeasureSummary, MeasureVersion, RowExplanation, VerifyReply } from './contract.ts'
import { fail } from './messages.ts'
import { exactJson } from './rules/json.ts'
import { measureDifference, measureVersions } from './version-views.ts'
import { decideFacts, decideWithReceipt, explainRow, facts, measurePage, measures, verifyReceipt } from './views.ts'

const Words = Type.Object({ zh: Type.String(), en: Type.String() })
const MaybeText = Type.Union([Type.String(), Type.Null()])
const Source = Type.Object({
  id: Type.String(),
  title: Type.String(),
  publisher: MaybeText,
  date: MaybeText,
  address: MaybeText,
  linkable: Type.Boolean(),
  confidence: Type.String(),
})
const MeasureDetail = Type.Object({
  summary: MeasureSummary,
  source: Type.String({ description: 'the file as it stands' }),
  sections: Type.Array(Type.Object({ anchor: Type.String(), heading: Type.String(), headingEnglish: MaybeText, clause: Words })),
  tree: Type.Unknown({
    description: 'parameters, conditions, tables, definitions and amount as the engine reads them; exact fractions as "n/d"',
  }),
  cases: Type.Array(
    Type.Object({ facts: Type.Record(Type.String(), Type.String()), on: Type.String(), expected: Type.String(), passed: Type.Boolean() }),
  ),
  sources: Type.Array(Source),
})
const DocumentEntry = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  title: Words,
  number: MaybeText,
  issuer: MaybeText,
  issued: MaybeText,
  inForce: MaybeText,
  status: Type.String(),
  note: Type.Union([Words, Type.Null()]),
  sources: Type.Array(Type.String()),
})

const measureDetail = view('measure.detail', 'public', Type.Object({ id: Type.String({ maxLength: 100 }) }), async (look, input) => {
  const { measure, summary, cases, pack } = await measurePage.run(look, input)
  const { parameters, definitions, conditions, tables, amount, atMost, judgements, gaps, relations } = measure
  return {
    summary,
    source: measure.source,
    sections: measure.sections.map(({ anchor, heading, headingEnglish, clause }) => ({ anchor, heading, headingEnglish, clause })),
    tree: exactJson({ parameters, definitions, conditions, tables, amount, atMost, judgements, gaps, relations }),
    cases: cases.map((each) => ({ facts: each.case.facts, on: each.on, expected: each.case.status, passed: each.passed })),
    sources: measure.sources.map((id) => pack.sources.get(id)!).map(({ place: _place, note: _note, ...source }) => source),
  }
})

const documentEntry = (each: { place: unknown } & Record<string, unknown>) => {
  const { place: _place, supersedes: _supersedes, ...rest } = each
  return rest
}
const documents = view('measure.documents', 'public', Type.Object({}), async (look) =>
  [...(await packInService(look)).documents.values()].map(documentEntry),
)
const document = view('measure.document', 'public', Type.Object({ id: Type.String({ maxLength: 100 }) }), async (look, { id }) => {
  const pack = await packInService(look)
  const found = pack.documents.get(id) ?? fail('measure.document-unknown', { document: id })
  return {
    ...documentEntry(found),
    measures: [...pack.measures.values()].filter((measure) => measure.document === id).map((measure) => measure.id),
  }
})

export const routes: readonly Route[] = [
  {
    on: 'GET /measures',
    run: measures,
    reply: Type.Array(MeasureSummary),
    summary: { zh: '措施清单：搜索、筛选、排序', en: 'Measures: search, filter, sort' },
  },
  {
    on: 'GET /measures/:id',
    run: measureDetail,
    reply: MeasureDetail,
    summary: { zh: '一项措施：原文摘要、规则树、参数、算例', en: 'One measure: clauses, rule tree, parameters, worked cases' },
  },
  {
    on: 'GET /measures/:id/versions',
    run: measureVersions,
    reply: Type.Array(MeasureVersion),
    summary: { zh: '一项措施发布过的各个版本', en: 'The versions of a measure that were published' },
  },
  {
    on: 'GET /measures/:id/difference',
    run: measureDifference,
    reply: MeasureDifference,
    summary: { zh: '一项措施两个版本的不同：条款、规则、参数', en: 'Two versions of a measure compared: clauses, rule, parameters' },
  },
  {
    on: 'POST /decide',
    run: decideFacts,
    reply: Decision,
    summary: {
      zh: '一家企业能得多少、为什么、缺什么；事实不保存',
      en: 'What an enterprise is entitled to, why, and what is missing; facts are not kept',
    },
  },
  {
    on: 'POST /receipt',
    run: decideWithReceipt,
    reply: Kept,
    summary: {
      zh: '决定的收据，和加盐的事实；都不保存在这里',
      en: 'The receipt of a decision, and the facts with their salts; neither is kept here',
    },
  },
  {
    on: 'POST /verify',
    run: verifyReceipt,
    reply: VerifyReply,
    summary: { zh: '核验收据，指出哪一部分不同', en: 'Verify a receipt and say which part differs' },
  },
  {
    on: 'POST /explain',
    run: explainRow,
    reply: RowExplanation,
    summary: {
      zh: '全量运行的一行：原因、条款、金额怎么来的，并核对；事实不保存',
      en: 'One line of a mass run: its reasons, clauses and computation, verified; facts are not kept',
    },
  },
  { on: 'GET /facts', run: facts, reply: Type.Array(FactEntry), summary: { zh: '规则所用的事实', en: 'Facts that rules ask for' } },
  { on: 'GET /documents', run: documents, reply: Type.Array(DocumentEntry), summary: { zh: '文件', en: 'Documents' } },
  {
    on: 'GET /documents/:id',
    run: document,
    reply: Type.Intersect([DocumentEntry, Type.Object({ measures: Type.Array(Type.String()) })]),
    summary: { zh: '一份文件及其措施', en: 'One document and its measures' },
  },
]
