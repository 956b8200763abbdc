import { type Static, Type } from 'typebox'
import { PART_KINDS } from '../../core/rule/parts.ts'

const Words = Type.Object({ zh: Type.String(), en: Type.String() })
const Yuan = Type.String({ description: 'yuan with two decimals, e.g. "5000000.00"' })
const MaybeYuan = Type.Union([Yuan, Type.Null()])
const Day = Type.String({ format: 'date' })
const MaybeDay = Type.Union([Day, Type.Null()])

export const MeasureSummary = Type.Object({
  id: Type.String(),
  title: Words,
  subject: Words,
  document: Type.Object({ id: Type.String(), title: Words, number: Type.Union([Type.String(), Type.Null()]) }),
  part: Type.Union([Type.Integer(), Type.Null()]),
  clause: Type.String(),
  department: Words,
  level: Words,
  support: Type.String({ description: 'subsidy, award, match, voucher, interest or service' }),
  service: Type.String({ description: 'automatic, confirm, apply or none' }),
  grade: Type.String({ description: 'executable, partial or text' }),
  confidence: Type.String({ description: 'A official text, B reputable report, C to be verified' }),
  draft: Type.Boolean(),
  inForce: Type.Object({ from: MaybeDay, to: MaybeDay, fromUnknown: Type.Boolean() }),
  state: Type.String({ description: 'in-force, expired, future, unknown or draft, on the day asked for' }),
  atMost: Type.Union([Yuan, Type.Null()], { description: 'the most one can get; null: no limit is known' }),
  tasks: Type.Array(Type.String()),
})
export type MeasureSummary = Static<typeof MeasureSummary>

export const ListMeasures = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 100, description: 'words in title, subject or department' })),
  level: Type.Optional(Type.String({ maxLength: 50 })),
  department: Type.Optional(Type.String({ maxLength: 50 })),
  support: Type.Optional(Type.String({ maxLength: 20 })),
  grade: Type.Optional(Type.String({ maxLength: 20 })),
  task: Type.Optional(Type.String({ maxLength: 60 })),
  document: Type.Optional(Type.String({ maxLength: 60 })),
  state: Type.Optional(Type.String({ maxLength: 20 })),
  on: Type.Optional(Type.String({ maxLength: 10, description: 'day on which the state is judged; default: today' })),
  sort: Type.Optional(Type.String({ maxLength: 10, description: 'amount, closing or title' })),
})
export type ListMeasures = Static<typeof ListMeasures>

export const Explained = Type.Object({
  kind: Type.String(),
  node: Type.Union([Type.String(), Type.Null()]),
  anchor: Type.Union([Type.String(), Type.Null()]),
  text: Words,
  holds: Type.Optional(Type.Union([Type.Boolean(), Type.Null()])),
})
export type Explained = Static<typeof Explained>

/** One step of a computation in reading order; `depth` is how deep it lies in the rule. */
export const Step = Type.Object({
  node: Type.String(),
  depth: Type.Integer(),
  kind: Type.String(),
  label: Words,
  value: Words,
  line: Type.Integer({ description: 'line in the measure’s file' }),
})
export type Step = Static<typeof Step>

/** What would make a refused measure possible: one or two facts that are otherwise, or a day that has come. */
export const Way = Type.Object({
  changes: Type.Array(
    Type.Object({
      fact: Type.String(),
      label: Words,
      kind: Type.Enum(['to', 'at-least', 'at-most', 'any'], {
        description:
          'to: changed to the value; at-least, at-most: of an unknown fact, from the value on or up to it; any: known, whatever it is',
      }),
      from: Type.Union([Type.String(), Type.Null()], { description: 'as facts are written; null: not known' }),
      to: Type.String({ description: 'as facts are written: the least that does' }),
      says: Words,
    }),
  ),
  on: Type.Union([Day, Type.Null()], { description: 'the first day on which time alone has done it' }),
  status: Type.String({ description: 'eligible, or undetermined where a person or the text has still to decide' }),
  amount: MaybeYuan,
  atMost: MaybeYuan,
  gain: Type.Union([Yuan, Type.Null()], {
    description: 'how much the total over all measures rises after their relations; null where no amount is known or a day has to come',
  }),
  displaced: Type.Array(Type.Object({ measure: Type.String(), title: Words, less: Yuan }), {
    description: 'measures that would bring less, because something else is paid instead',
  }),
  leaves: Type.Array(Type.String(), {
    description: 'facts that are still to be known afterwards: it is no longer refused, but not decided',
  }),
  satisfies: Type.Array(Type.Object({ node: Type.String(), anchor: Type.String(), text: Words }), {
    description: 'the conditions that hold then and did not before',
  }),
  says: Words,
  follows: Words,
})
export type Way = Static<typeof Way>

export const Result = Type.Object({
  measure: Type.String(),
  title: Words,
  status: Type.String({ description: 'eligible, ineligible or undetermined' }),
  amount: Type.Union([Yuan, Type.Null()], { description: 'what this measure gives by itself; null unless eligible' }),
  award: Type.Union([Yuan, Type.Null()], { description: 'what is paid after the relations between measures; null unless eligible' }),
  atMost: MaybeYuan,
  missing: Type.Array(Type.String(), { description: 'facts that could still change the answer' }),
  failed: Type.Array(
    Type.Object({
      node: Type.String(),
      anchor: Type.String({ description: 'the section of the clause on the page of the measure' }),
      clause: Type.String(),
      fact: Type.Union([Type.String(), Type.Null()]),
      value: Type.Union([Type.String(), Type.Null()]),
      needed: Type.String(),
      why: Type.Union([Type.Object({ text: Words, distance: Type.Union([Words, Type.Null()]) }), Type.Null()], {
        description: 'the condition with the values it had, and how far they are from it',
      }),
    }),
  ),
  judgement: Type.Array(Type.String()),
  undefinedAt: Type.Array(Type.String(), { description: 'nodes without a value although every fact is known: a division by zero' }),
  gaps: Type.Array(Type.String(), { description: 'what the public text does not say' }),
  uncounted: Type.Array(Type.String(), { description: 'why the amount is left out of totals: confidence, validity, draft' }),
  explanation: Type.Array(Explained),
  trace: Type.Optional(Type.Array(Step)),
  ways: Type.Optional(Type.Array(Way, { description: 'what would make it possible, the largest gain first; only where it was asked for' })),
})
export type Result = Static<typeof Result>

export const Question = Type.Object({
  fact: Type.String(),
  label: Words,
  question: Words,
  type: Type.String(),
  unit: Type.Union([Type.String(), Type.Null()]),
  values: Type.Array(Words),
  registry: Type.Union([Type.String(), Type.Null()]),
  /** Money that the answer can decide, over all measures that wait for it. */
  atStake: MaybeYuan,
  measures: Type.Array(Type.String()),
})
export type Question = Static<typeof Question>

export const Decide = Type.Object({
  facts: Type.Record(Type.String({ maxLength: 100 }), Type.Unknown(), {
    description: 'fact name → value as people write it: "2000 万元", "30%", "是", "市级"',
    maxProperties: 1000,
  }),
  on: Type.Optional(Type.String({ maxLength: 10, description: 'day of the decision; default: today' })),
  known: Type.Optional(Type.String({ maxLength: 10, description: 'law as known on that day; default: the day of the decision' })),
  measure: Type.Optional(Type.String({ maxLength: 100, description: 'one measure only' })),
  area: Type.Optional(
    Type.String({ maxLength: 50, description: 'a district: its measures and those above it; the city or the province: that level alone' }),
  ),
  task: Type.Optional(Type.String({ maxLength: 60, description: 'measures of this task and those below it' })),
  trace: Type.Optional(Type.Boolean({ description: 'with the value of every step' })),
  ways: Type.Optional(Type.Boolean({ description: 'with what would make each refused measure possible' })),
  unverified: Type.Optional(Type.Boolean({ description: 'count what is left out of totals otherwise: source or validity to be verified' })),
})
export type Decide = Static<typeof Decide>

const ClausePlace = Type.Object({ measure: Type.String(), anchor: Type.String(), heading: Words })

/** What relations between measures made of what would be due under each by itself. */
export const Combination = Type.Object({
  nodes: Type.Array(
    Type.Object({
      measure: Type.String(),
      title: Words,
      amount: Type.String({ description: 'yuan that the measure gives by itself' }),
      award: Type.String({ description: 'yuan that is paid; 0.00 where it is left out' }),
      why: Type.Array(Words, { description: 'what each relation did to it, with its clause' }),
    }),
  ),
  pairs: Type.Array(Type.Object({ a: Type.String(), b: Type.String(), kind: Type.String(), clause: ClausePlace }), {
    description: 'measures that are not paid together',
  }),
  caps: Type.Array(
    Type.Object({
      clause: ClausePlace,
      limit: Type.String({ description: 'yuan that all together can get, less what was received before' }),
      parts: Type.Array(Type.Object({ measure: Type.String(), yuan: Type.String() })),
    }),
  ),
  before: Type.String({ description: 'yuan of all of them added up, each by itself' }),
  after: Type.String({ description: 'yuan that is paid' }),
})
export type Combination = Static<typeof Combination>

export const Decision = Type.Object({
  pack: Type.Object({ id: Type.String(), hash: Type.String() }),
  on: Day,
  known: Day,
  results: Type.Array(Result),
  total: Type.String({ description: 'yuan paid under all measures after their relations, as decimal text' }),
  uncounted: Type.String({ description: 'yuan of eligible amounts left out of the total' }),
  relations: Type.Array(
    Type.Object({
      measure: Type.String(),
      kind: Type.String(),
      detail: Type.String(),
      text: Type.String(),
      textEnglish: Type.Union([Type.String(), Type.Null()]),
    }),
    {
      description: 'limits that name what is outside of the pack, and so are not deducted from the total',
    },
  ),
  combination: Type.Union([Combination, Type.Null()], {
    description: 'what is taken together, what is left out or cut, and by which clause; null where no relation has changed anything',
  }),
  questions: Type.Array(Question),
})
export type Decision = Static<typeof Decision>

export const FactEntry = Type.Object({
  name: Type.String(),
  label: Words,
  type: Type.String(),
  unit: Type.Union([Type.String(), Type.Null()]),
  values: Type.Array(Words),
  question: Words,
  registry: Type.Union([Type.String(), Type.Null()]),
  changeable: Type.Boolean(),
  measures: Type.Array(Type.String()),
})
export type FactEntry = Static<typeof FactEntry>

const Sha256 = Type.String({ description: 'SHA-256, 64 lower-case hex digits' })
export const ReceiptMeasure = Type.Object({
  id: Type.String(),
  rule: Type.String({ description: 'SHA-256 of the file of the measure' }),
  parameters: Type.String({ description: 'SHA-256 of the parameters in force, as canonical JSON' }),
  status: Type.String(),
  amount: MaybeYuan,
  award: MaybeYuan,
  mask: Type.Integer({ description: 'one bit for each reason, see docs/columns.md' }),
})
export type ReceiptMeasure = Static<typeof ReceiptMeasure>

/** What a decision was made from and what came out. Facts are hashes with a salt: whoever has the facts can show them, nobody can guess them. */
export const Receipt = Type.Object({
  format: Type.String(),
  pack: Type.Object({ id: Type.String(), hash: Sha256 }),
  engine: Type.Object({ version: Type.String(), hash: Sha256 }),
  on: Day,
  known: Day,
  unverified: Type.Boolean(),
  facts: Type.Array(Type.Object({ name: Type.String(), hash: Sha256 })),
  measures: Type.Array(ReceiptMeasure),
  total: Yuan,
  result: Type.String({ description: 'SHA-256 of status, amount, award and mask of every measure and the total, as canonical JSON' }),
  hash: Type.String({ description: 'SHA-256 of all other members as canonical JSON (RFC 8785)' }),
})
export type Receipt = Static<typeof Receipt>

/** A fact opened: with its salt its hash can be computed again. */
export const ReceiptFact = Type.Object({ name: Type.String(), value: Type.String(), salt: Type.String() })
export type ReceiptFact = Static<typeof ReceiptFact>

/** One part of a receipt that was looked at. `of` is the measure or fact it is about; `found` and `holds` are null where nothing could be computed. */
export const Verified = Type.Object({
  part: Type.Enum(['form', 'hash', 'pack', 'engine', 'rule', 'parameters', 'fact', 'result', 'total', 'line']),
  of: Type.Union([Type.String(), Type.Null()]),
  stated: Type.String(),
  found: Type.Union([Type.String(), Type.Null()]),
  holds: Type.Union([Type.Boolean(), Type.Null()]),
})
export type Verified = Static<typeof Verified>

/** What is asked of a decision that leaves a receipt. */
export const DecideForReceipt = Type.Pick(Decide, ['facts', 'on', 'known', 'measure', 'area', 'task', 'unverified'])

/** The receipt as a file, and the facts that it was made from, which are kept nowhere else. */
export const Kept = Type.Object({
  receipt: Type.String({ description: 'the receipt as canonical JSON with a line end: keep it byte for byte' }),
  facts: Type.Array(ReceiptFact, { description: 'the facts with their salts; nobody but their owner needs them' }),
})
export type Kept = Static<typeof Kept>

export const Verify = Type.Object({
  receipt: Type.String({ maxLength: 200_000, description: 'the file of a receipt, as it stands' }),
  facts: Type.Optional(Type.String({ maxLength: 200_000, description: 'the facts file beside it; with it, results are computed again' })),
})
export const VerifyReply = Type.Object({
  /** What the text is: a receipt of a decision, of lines of a run, or none. */
  kind: Type.Enum(['decision', 'lines', 'none']),
  receipt: Type.Union([Receipt, Type.Null()]),
  edition: Type.Enum(['published', 'unknown', 'none'], {
    description: 'whether the pack that decided was published here, so that rules and results could be compared',
  }),
  parts: Type.Array(Verified),
})
export type VerifyReply = Static<typeof VerifyReply>

/** What a bit of a row's mask stands for. */
export const RowReason = Type.Object({
  reason: Type.String({ description: 'node of a condition, "j:" and the name of a judgement, or "amount"' }),
  kind: Type.Enum(['condition', 'judgement', 'amount']),
  answer: Type.Enum(['no', 'unknown'], { description: 'not met or refused; not known, pending or without a value' }),
  anchor: Type.String({ description: 'the section of the clause on the page of the measure' }),
  clause: Type.Object({ heading: Words, text: Words }),
  text: Words,
  missing: Type.Array(Words, { description: 'with facts: those that the reason still waits for' }),
})
export type RowReason = Static<typeof RowReason>

/** One part of a row that is not what facts and rule give. */
export const RowDifference = Type.Object({
  part: Type.Enum(['status', 'award', 'mask']),
  stated: Type.String(),
  found: Type.String(),
})
export type RowDifference = Static<typeof RowDifference>

/** One line of a mass run, explained from its mask and, where facts are given, from them; and verified against what they give. */
export const RowExplanation = Type.Object({
  pack: Type.Object({ id: Type.String(), hash: Sha256 }),
  on: Day,
  known: Day,
  row: Type.Object({
    enterprise: Type.String(),
    measure: Type.String(),
    status: Type.String({ description: 'eligible, ineligible or undetermined' }),
    award: Type.Union([Yuan, Type.Null()], { description: 'what is paid after the relations between measures; null unless eligible' }),
    mask: Type.Union([Type.Integer(), Type.Null()], {
      description: 'one bit for each reason, see docs/columns.md; null: the run wrote no such line',
    }),
  }),
  title: Words,
  says: Type.Object(Words.properties, { description: 'the row in one sentence' }),
  reasons: Type.Array(RowReason),
  result: Type.Union([Result, Type.Null()], { description: 'the whole explanation; null without facts' }),
  steps: Type.Array(
    Type.Object({
      kind: Type.Enum(['fact', 'parameter', 'named', 'computed', 'rounded']),
      label: Words,
      value: Words,
      anchor: Type.Union([Type.String(), Type.Null()]),
    }),
    { description: 'how the amount came about' },
  ),
  verified: Type.Object({
    holds: Type.Union([Type.Boolean(), Type.Null()], { description: 'null: without facts nothing could be computed again' }),
    differences: Type.Array(RowDifference),
    text: Words,
  }),
})
export type RowExplanation = Static<typeof RowExplanation>

export const ExplainRow = Type.Object({
  row: Type.String({ maxLength: 500, description: 'a line of a run: enterprise,measure,status,fen,mask' }),
  on: Type.String({ maxLength: 10, description: 'day of the decision' }),
  known: Decide.properties.known,
  facts: Type.Optional(Decide.properties.facts),
  measures: Type.Optional(
    Type.Array(Type.String({ maxLength: 100 }), { maxItems: 1000, description: 'measures of the run; default: what a check looks at' }),
  ),
})
export type ExplainRow = Static<typeof ExplainRow>

const EditionOfVersion = Type.Object({
  hash: Sha256,
  version: Type.String({ description: 'of the pack' }),
  loadedAt: Type.String({ format: 'date-time' }),
  inService: Type.Boolean(),
})
/** A text of a measure, with the published packs that hold it, newest first. */
export const MeasureVersion = Type.Object({ text: Sha256, editions: Type.Array(EditionOfVersion) })
export type MeasureVersion = Static<typeof MeasureVersion>

const MaybeWords = Type.Union([Words, Type.Null()])
const Pieces = Type.Array(Type.Object({ kind: Type.Enum(['same', 'removed', 'added']), text: Type.String() }))

/** What is different between two versions of a measure: the text letter by letter, everything else in words. */
export const MeasureDifference = Type.Object({
  measure: Type.String(),
  title: Words,
  before: EditionOfVersion,
  after: EditionOfVersion,
  clauses: Type.Array(Type.Object({ anchor: Type.String(), heading: Words, zh: Pieces, en: Pieces }), {
    description: 'sections whose clause is different, or is there once only',
  }),
  changes: Type.Array(
    Type.Object({
      kind: Type.Enum([...PART_KINDS]),
      change: Type.Enum(['added', 'removed', 'changed', 'moved']),
      name: Type.Union([Type.String(), Type.Null()]),
      part: Words,
      period: Type.Union([Type.Object({ from: MaybeDay, to: MaybeDay }), Type.Null()], { description: 'of a parameter' }),
      before: MaybeWords,
      after: MaybeWords,
    }),
    { description: 'of head, parameters and rule; conditions, rows and relations are matched by what they mean' },
  ),
})
export type MeasureDifference = Static<typeof MeasureDifference>

const Hash = Type.String({ pattern: '^[0-9a-f]{6,64}$', description: 'hash of a published pack, or its first digits' })
/** Without hashes: the version in service and the one before it. */
export const CompareVersions = Type.Object({ id: Type.String({ maxLength: 100 }), from: Type.Optional(Hash), to: Type.Optional(Hash) })
