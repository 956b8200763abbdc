/** A measure taken apart into what its versions are compared by: each part with its meaning as text and its words in both languages. */
import type { FactCatalogue } from '../facts.ts'
import type { Language, Text } from '../messages.ts'
import { shownMoney } from '../money.ts'
import { contentOf, namesIn } from './content.ts'
import { gradeWords, inForceText, relationWords, serviceWords, supportWords } from './front-words.ts'
import { phrase, type Speaker } from './phrase.ts'
import { runOf } from './run.ts'
import type { Measure, Node, TableRow } from './tree.ts'

/** A version of a measure with what its names stand for: those of its own pack. */
export type Version = { readonly measure: Measure; readonly catalogue: FactCatalogue; readonly department: (name: string) => Text }

export const PART_KINDS = [
  'front',
  'heading',
  'clause',
  'parameter',
  'definition',
  'condition',
  'table',
  'row',
  'amount',
  'at_most',
  'rounding',
  'judgement',
  'gap',
  'relation',
] as const
export type PartKind = (typeof PART_KINDS)[number]

export type Part = {
  readonly kind: PartKind
  /** By what it is found in another version; null where only its meaning tells. */
  readonly name: string | null
  /** The table of a row. */
  readonly table: string | null
  /** Whether its place among the others counts. */
  readonly ordered: boolean
  readonly content: string
  readonly label: Text
  readonly words: Text
  /** What it shares with a part that was made from it: the more of these, the likelier. */
  readonly traits: readonly string[]
}

const both = (zh: string, en: string): Text => ({ zh, en })
const named = ({ name, english }: { readonly name: string; readonly english: string | null }): Text => both(name, english ?? name)
const said = ({ text, textEnglish }: { readonly text: string; readonly textEnglish: string | null }): Text =>
  both(text, textEnglish ?? text)
const joined = (first: Text, second: Text): Text => both(`${first.zh}：${second.zh}`, `${first.en}: ${second.en}`)
const plain = (text: string | null): Text => both(text ?? '—', text ?? '—')

const MODES = {
  'half-up': both('四舍五入', 'half up'),
  'half-down': both('五舍六入', 'half down'),
  'half-even': both('四舍六入五成双', 'half to even'),
  floor: both('舍去零头', 'down'),
  ceiling: both('零头进一', 'up'),
} as const
const HITS = {
  first: both('第一档符合的', 'the first row that holds'),
  unique: both('唯一符合的一档', 'the one row that holds'),
  sum: both('符合的各档相加', 'the sum of all rows that hold'),
} as const

const frontOf = ({ measure, department }: Version): readonly (readonly [name: string, label: Text, words: Text])[] => [
  ['title', both('名称', 'title'), both(measure.title, measure.titleEnglish ?? measure.title)],
  ['document', both('依据文件', 'document'), plain(measure.document)],
  ['clause', both('条款', 'clause'), plain(measure.clause)],
  ['part', both('部分', 'part'), plain(measure.part === null ? null : String(measure.part))],
  ['subject', both('给谁', 'for whom'), both(measure.subject, measure.subjectEnglish ?? measure.subject)],
  ['department', both('部门', 'department'), department(measure.department)],
  ['level', both('层级', 'level'), plain(measure.level)],
  ['support', both('方式', 'kind of support'), supportWords[measure.support]!],
  ['service', both('办理', 'service'), serviceWords[measure.service]!],
  ['grade', both('可计算程度', 'grade'), gradeWords[measure.grade]!],
  ['in_force', both('有效期', 'validity'), inForceText(measure.inForce)],
  ['known', both('公布日', 'published on'), plain(measure.known)],
  ['once_per', both('次数', 'once per'), both(measure.oncePer ?? '—', measure.oncePerEnglish ?? measure.oncePer ?? '—')],
  ['confidence', both('可信度', 'confidence'), plain(measure.confidence)],
  ['sources', both('来源', 'sources'), plain(measure.sources.join(', ') || null)],
  ['tasks', both('规划任务', 'tasks of the plan'), plain(measure.tasks.join(', ') || null)],
  ['draft', both('征求意见稿', 'draft'), measure.draft ? both('是', 'yes') : both('否', 'no')],
]

/** Speaks of the rule alone: a parameter is named without its value, which is a part of its own. */
const voiceOf = ({ measure, catalogue }: Version): ((node: Node) => Text) => {
  const run = { ...runOf(measure, new Map(), { on: '1900-01-01', known: '1900-01-01' }), parameters: new Map() }
  const speaker = (language: Language): Speaker => ({ run, catalogue, language, bare: true })
  return (node) => both(phrase(node, speaker('zh')), phrase(node, speaker('en')))
}

const rowWords = ({ when, value }: TableRow, voice: (node: Node) => Text): Text =>
  joined(when.kind === 'literal' ? both('其余情形', 'otherwise') : voice(when), voice(value))

/** The compared node of a condition: the side that the threshold is held against. */
const subjectOf = (node: Node): Node => (node.kind === 'compare' ? node.left : 'of' in node ? node.of : node)

/** Everything of a version but its parameters and its worked cases. */
export const partsOf = (version: Version): readonly Part[] => {
  const { measure, department } = version
  const voice = voiceOf(version)
  const part = (
    kind: PartKind,
    name: string | null,
    label: Text,
    words: Text,
    meaning: unknown = words,
    more: Partial<Part> = {},
  ): Part => ({
    kind,
    name,
    label,
    words,
    content: contentOf(meaning),
    table: null,
    ordered: false,
    traits: [],
    ...more,
  })
  const amounts = (['amount', 'at_most'] as const).flatMap((kind): readonly Part[] => {
    const own = kind === 'amount' ? measure.amount : measure.atMost
    if (own === null) return []
    const label = kind === 'amount' ? both('金额', 'amount') : both('最多', 'at most')
    const { mode, step } = own.rounding
    const rounded = (language: Language): string => shownMoney(BigInt(step), language)
    const rounding = both(`${MODES[mode].zh}到 ${rounded('zh')}`, `${MODES[mode].en} to ${rounded('en')}`)
    return [
      part(kind, kind, label, voice(own.node), own.node),
      part('rounding', kind, joined(both('取整', 'rounding'), label), rounding, own.rounding),
    ]
  })
  return [
    ...frontOf(version).map(([name, label, words]) => part('front', name, label, words)),
    ...measure.sections.flatMap(({ anchor, heading, headingEnglish, clause }) => {
      const label = both(heading, headingEnglish ?? heading)
      return [part('heading', anchor, both('标题', 'heading'), label), part('clause', anchor, label, clause)]
    }),
    ...measure.definitions.map((each) => part('definition', each.name, named(each), voice(each.node), each.node)),
    ...measure.conditions.map(({ node }) =>
      part('condition', null, both('条件', 'condition'), voice(node), node, {
        traits: [...namesIn(node), `of ${contentOf(subjectOf(node))}`],
      }),
    ),
    ...measure.tables.flatMap((table) => [
      part('table', table.name, named(table), HITS[table.hit], table.hit),
      ...table.rows.map((row) =>
        part('row', null, named(table), rowWords(row, voice), [table.name, row.when, row.value], {
          table: table.name,
          ordered: table.hit === 'first',
          traits: [`when ${contentOf(row.when)}`, `value ${contentOf(row.value)}`, ...namesIn(row.when)],
        }),
      ),
    ]),
    ...amounts,
    ...measure.judgements.map((each) => {
      const by = department(each.by)
      const words = both(`由${by.zh}判断。${said(each).zh}`, `decided by ${by.en}. ${said(each).en}`)
      return part('judgement', each.name, named(each), words)
    }),
    ...measure.gaps.map((each) => part('gap', each.name, named(each), said(each))),
    ...measure.relations.map((each) => {
      const words = each.detail === '' ? said(each) : joined(plain(each.detail), said(each))
      return part('relation', null, relationWords[each.kind]!, words, [each.kind, words], { traits: [each.kind, `detail ${each.detail}`] })
    }),
  ]
}
