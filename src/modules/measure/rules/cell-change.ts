/** Why a cell of a mass run is otherwise under another law: its conditions, the values, the text, or whether there is such a law at all. */
import type { Text } from '../../../core/messages.ts'
import type { When } from '../../../core/rule/outcome.ts'
import type { Measure } from '../../../core/rule/tree.ts'
import type { Pack } from '../../../pack/pack.ts'
import { changeWords, valueWords } from './change-words.ts'
import { reasonsOf } from './reasons.ts'
import { openWithoutReason, outside } from './row-words.ts'
import { measureChanges, valueChanges } from './versions.ts'

/** A law: the rules of a pack on a day, as known on a day. */
export type Law = { readonly pack: Pack; readonly when: When }

/** What a law makes of a cell: whether it decides it at all, and how. `fen` is what is paid. */
export type Side = {
  readonly decided: boolean
  readonly status: 'eligible' | 'ineligible' | 'undetermined'
  readonly fen: bigint
  readonly mask: number
}

export const CELL_CHANGES = ['enters', 'leaves', 'more', 'less', 'opens', 'closes'] as const
/** `opens` and `closes`: not paid before or after, but undetermined now or no longer. */
export type CellChange = (typeof CELL_CHANGES)[number]

export const cellChangeOf = (before: Pick<Side, 'status' | 'fen'>, after: Pick<Side, 'status' | 'fen'>): CellChange => {
  if (before.status === 'eligible' && after.status === 'eligible') return after.fen > before.fen ? 'more' : 'less'
  if (after.status === 'eligible') return 'enters'
  if (before.status === 'eligible') return 'leaves'
  return after.status === 'undetermined' ? 'opens' : 'closes'
}

const both = (zh: string, en: string): Text => ({ zh, en })

/** Why a law does not decide a measure for anybody; null where it does. */
export const standingIn = (id: string, { pack, when }: Law, decided: boolean): Text | null => {
  const measure = pack.measures.get(id)
  if (!measure) return both('这个包里没有这项措施', 'this pack does not have the measure')
  const out = outside(measure, when)
  if (out) return out
  if (decided) return null
  return measure.draft
    ? both('是征求意见稿，不计算', 'it is a draft and is not computed')
    : both('公开文本没有可计算的内容', 'the public text holds nothing that can be computed')
}

/** What keeps a cell from being eligible. */
const obstacles = (measure: Measure, { status, mask }: Side, { pack, when }: Law): readonly Text[] => {
  const no = status === 'ineligible'
  const reasons = reasonsOf(measure, mask, no ? 'no' : 'unknown', null, when, pack)
  if (reasons.length > 0)
    return reasons.map(({ kind, text }) =>
      kind === 'amount'
        ? both(`金额没有值：${text.zh}`, `the amount has no value: ${text.en}`)
        : no
          ? both(`不满足：${text.zh}`, `not met: ${text.en}`)
          : both(`未知：${text.zh}`, `not known: ${text.en}`),
    )
  if (!no) return [openWithoutReason(measure, pack) ?? both('还不能判断', 'not decided')]
  return [both('与其他措施的关系', 'a relation to other measures')]
}

const told = (when: Text, what: Text): Text => both(`${when.zh}${what.zh}`, `${when.en}${what.en}`)

/** Differences of the rule that change what is paid rather than to whom. */
const OF_AMOUNTS: ReadonlySet<string> = new Set(['definition', 'table', 'row', 'amount', 'rounding', 'relation'])

/** Why another amount is paid: other values, another rule; if neither, other measures or the day. */
const whyAnotherAmount = (id: string, before: Law, after: Law): readonly Text[] => {
  const [old, fresh] = [before.pack.measures.get(id), after.pack.measures.get(id)]
  const values = old && fresh ? valueChanges(old, before.when, fresh, after.when).map(valueWords) : []
  const rule = measureChanges(id, before.pack, after.pack)
    .filter(({ kind }) => OF_AMOUNTS.has(kind))
    .map(changeWords)
  const found = [...values, ...rule]
  return found.length > 0
    ? found
    : [both('与其他措施的关系，或决定日本身', 'a relation to other measures, or the day of the decision itself')]
}

/** What kept the cell from being paid before, and what keeps it from it now; of the latter what was so before is left out. Where both pay, why another amount. */
export const whyChanged = (id: string, before: Side, after: Side, laws: { readonly before: Law; readonly after: Law }): readonly Text[] => {
  if (before.status === 'eligible' && after.status === 'eligible') return whyAnotherAmount(id, laws.before, laws.after)
  const side = (own: Side, law: Law): readonly Text[] => {
    if (own.status === 'eligible') return []
    const standing = standingIn(id, law, own.decided)
    return standing ? [standing] : obstacles(law.pack.measures.get(id)!, own, law)
  }
  const [was, is] = [side(before, laws.before), side(after, laws.after)]
  const isIn = (list: readonly Text[], { zh }: Text): boolean => list.some((each) => each.zh === zh)
  return [
    ...was.filter((text) => !isIn(is, text)).map((text) => told(both('此前', 'before: '), text)),
    ...is.filter((text) => !isIn(was, text)).map((text) => told(both('现在', 'now: '), text)),
  ]
}
