/** A measure as a policy officer reads it: each section's clause, and beside it in words what is computed from it. */
import type { Day } from '../../../core/dates.ts'
import type { Text } from '../../../core/messages.ts'
import { shown } from '../../../core/rule/describe.ts'
import type { When } from '../../../core/rule/outcome.ts'
import { phrase } from '../../../core/rule/phrase.ts'
import type { Measure, RelationKind, TableRow } from '../../../core/rule/tree.ts'
import type { Pack } from '../../../pack/pack.ts'
import { type Piece, parameterId, piecesOf, targetsOf } from './marks.ts'
import { type Both, nameText, roundingText, saidText, speaking } from './speak.ts'

export type LawSection = {
  readonly anchor: string
  readonly heading: Text
  readonly clause: { readonly zh: readonly Piece[]; readonly en: readonly Piece[] }
  readonly parameters: readonly {
    readonly id: string
    readonly name: Text
    readonly versions: readonly { readonly value: Text; readonly from: Day | null; readonly to: Day | null }[]
  }[]
  readonly definitions: readonly { readonly id: string; readonly name: Text; readonly text: Text }[]
  readonly conditions: readonly { readonly id: string; readonly text: Text }[]
  readonly tables: readonly {
    readonly name: Text
    readonly rows: readonly { readonly id: string; readonly when: Text; readonly value: Text }[]
  }[]
  readonly amounts: readonly { readonly kind: 'amount' | 'at_most'; readonly text: Text; readonly rounding: Text }[]
  readonly judgements: readonly { readonly name: Text; readonly by: Text; readonly text: Text }[]
  readonly gaps: readonly { readonly name: Text; readonly text: Text }[]
  /** `detail` are the operands as written; the English reader gets those of them that are not Chinese. */
  readonly relations: readonly { readonly kind: RelationKind; readonly detail: Text; readonly text: Text }[]
  /** The blocks below the clause as they are written. */
  readonly source: string
}

const OTHERWISE: Text = { zh: '其余情形', en: 'otherwise' }

const detailText = (detail: string): Text => ({ zh: detail, en: /\p{Script=Han}/u.test(detail) ? '' : detail })

const rowText = (row: TableRow, both: Both) => ({
  id: row.id,
  when: row.when.kind === 'literal' ? OTHERWISE : both((speaker) => phrase(row.when, speaker)),
  value: both((speaker) => phrase(row.value, speaker)),
})

/** The sections of a measure with everything that is computed from them, as the rule stands on a day. */
export const lawOf = (measure: Measure, when: When, pack: Pack): readonly LawSection[] => {
  const both = speaking(measure, null, when, pack)
  const targets = targetsOf(measure)
  const by = (name: string): Text => pack.departments.get(name)?.label ?? { zh: name, en: name }
  return measure.sections.map(({ anchor, heading, headingEnglish, clause, blocks }) => {
    const here = <T extends { readonly anchor: string }>(list: readonly T[]): readonly T[] => list.filter((each) => each.anchor === anchor)
    return {
      anchor,
      heading: { zh: heading, en: headingEnglish ?? heading },
      clause: { zh: piecesOf(clause.zh, 'zh', targets), en: piecesOf(clause.en, 'en', targets) },
      parameters: here(measure.parameters).map((parameter) => ({
        id: parameterId(parameter.name),
        name: nameText(parameter),
        versions: parameter.versions.map(({ value, validity }) => ({
          value: { zh: shown(value, parameter.type, 'zh'), en: shown(value, parameter.type, 'en') },
          from: validity.from,
          to: validity.to,
        })),
      })),
      definitions: here(measure.definitions).map((each) => ({
        id: `d-${each.name}`,
        name: nameText(each),
        text: both((speaker) => phrase(each.node, speaker)),
      })),
      conditions: here(measure.conditions).map(({ node }) => ({ id: node.id, text: both((speaker) => phrase(node, speaker)) })),
      tables: here(measure.tables).map((table) => ({ name: nameText(table), rows: table.rows.map((row) => rowText(row, both)) })),
      amounts: (['amount', 'at_most'] as const).flatMap((kind) => {
        const own = kind === 'amount' ? measure.amount : measure.atMost
        return own?.anchor === anchor
          ? [{ kind, text: both((speaker) => phrase(own.node, speaker)), rounding: roundingText(own.rounding) }]
          : []
      }),
      judgements: here(measure.judgements).map((each) => ({ name: nameText(each), by: by(each.by), text: saidText(each) })),
      gaps: here(measure.gaps).map((each) => ({ name: nameText(each), text: saidText(each) })),
      relations: here(measure.relations).map((each) => ({ kind: each.kind, detail: detailText(each.detail), text: saidText(each) })),
      source: blocks
        .filter(({ kind }) => kind !== 'cases')
        .map(({ body }) => body.trim())
        .join('\n\n'),
    }
  })
}
