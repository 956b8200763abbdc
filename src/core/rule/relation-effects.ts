/** What the relations of a measure come to: conditions and limits of its own, and what holds between several measures. */
import { clauseHeading, type RawSection } from './document.ts'
import { placeOf, type Span } from './lines.ts'
import type { RawRelation } from './relations.ts'
import type { Reporter } from './report.ts'
import type { Syntax } from './syntax.ts'
import type { FrontMatter, Group, Node, Relation } from './tree.ts'
import { isMoneyType, type Scope, typed } from './typed.ts'
import { typeText } from './units.ts'

type InSection = { readonly raw: RawRelation; readonly section: RawSection }

const EFFECTS: Readonly<Record<RawRelation['effect']['kind'], Relation['effect']>> = {
  said: 'said',
  unless: 'condition',
  at: 'limit',
  less: 'limit',
  group: 'group',
  match: 'group',
  total: 'group',
  share: 'group',
}

/** `min(amount, limit)`: 以他量为限. */
const limited = (amount: Syntax, limit: Syntax, { start, end }: Span): Syntax => ({
  kind: 'call',
  name: 'min',
  args: [amount, limit],
  start,
  end,
})
/** `max(amount - received, 0 元)`: 补差. */
const beyond = (amount: Syntax, received: Syntax, { start, end }: Span): Syntax => ({
  kind: 'call',
  name: 'max',
  args: [
    { kind: 'arithmetic', op: '-', left: amount, right: received, start, end },
    { kind: 'number', digits: '0', unit: '元', start, end },
  ],
  start,
  end,
})

/** What must not be so for the measure to pay. */
export const conditionsOf = (relations: readonly InSection[]): readonly { readonly syntax: Syntax; readonly section: RawSection }[] =>
  relations.flatMap(({ raw: { effect, span }, section }) =>
    effect.kind === 'unless' ? [{ syntax: { kind: 'not', of: effect.condition, start: span.start, end: span.end }, section }] : [],
  )

/** The amount with what limits it, in the order of the file. */
export const limitedBy = (reporter: Reporter, amount: Syntax | null, relations: readonly InSection[]): Syntax | null =>
  relations.reduce((syntax, { raw: { kind, effect, span } }) => {
    if (effect.kind !== 'at' && effect.kind !== 'less') return syntax
    if (!syntax) reporter.report('rule.relation-without-amount', span, { kind })
    return syntax && (effect.kind === 'at' ? limited(syntax, effect.limit, span) : beyond(syntax, effect.received, span))
  }, amount)

/** What holds between this measure and others. */
export const groupsOf = (
  reporter: Reporter,
  scope: Scope,
  rawRelations: readonly InSection[],
  front: FrontMatter | null,
): readonly Group[] => {
  const groups: Group[] = []
  const moneyOf = (syntax: Syntax, id: string): Node | null => {
    const node = typed(reporter, scope, syntax, id)
    if (!node || isMoneyType(node.type)) return node
    reporter.report('rule.not-money', syntax, { found: typeText(node.type) })
    return null
  }
  for (const { raw, section } of rawRelations) {
    reporter.inClause(clauseHeading(section))
    const { kind, effect } = raw
    const at = { anchor: section.anchor, place: placeOf(reporter.source, raw.span.start, raw.span.end) }
    if (effect.kind === 'group' && (kind === 'highest' || kind === 'exclusive' || kind === 'add')) {
      const own = kind === 'highest' && front && !effect.members.includes(front.id) ? [front.id] : []
      groups.push({ kind, members: [...own, ...effect.members], ...at })
    } else if (effect.kind === 'match') groups.push({ kind: 'match', members: effect.members, ratio: effect.ratio, ...at })
    else if (effect.kind === 'share') groups.push({ kind: 'share', parts: effect.parts, ...at })
    else if (effect.kind === 'total') {
      const id = `g${groups.length + 1}`
      const limit = moneyOf(effect.limit, `${id}.at`)
      const received = effect.received && moneyOf(effect.received, `${id}.less`)
      if (limit) groups.push({ kind: 'cap_total', members: effect.members, limit, received, ...at })
    }
  }
  return groups
}

/** Each line as it is shown. */
export const relationsOf = (reporter: Reporter, rawRelations: readonly InSection[]): readonly Relation[] =>
  rawRelations.map(
    ({ raw: { kind, detail, text, textEnglish, effect, span }, section }): Relation => ({
      kind,
      detail,
      text,
      textEnglish,
      effect: EFFECTS[effect.kind],
      anchor: section.anchor,
      place: placeOf(reporter.source, span.start, span.end),
    }),
  )
