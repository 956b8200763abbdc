/** What a synthetic population is, in words: no result over one is shown without them. */
import type { Text } from '../messages.ts'
import type { PopulationSpec, SyntheticColumn } from './spec.ts'

/** Raised when the same spec and seed would make other rows. */
export const GENERATOR = 1

/** One column whose rows rest on the same thing. */
export type Ground = { readonly column: Text; readonly role: SyntheticColumn['role']; readonly source: string | null; readonly note: Text }

export type Description = {
  /** In one sentence, for every place that shows a result. */
  readonly what: Text
  readonly made: Text
  readonly can: Text
  readonly cannot: Text
  /** What rests on a published source, and what is assumed. The total is the first of those published, if it is. */
  readonly published: readonly Ground[]
  readonly assumed: readonly Ground[]
}

const TOTAL: Text = { zh: '企业总数', en: 'number of enterprises' }

const groundsOf = (spec: PopulationSpec): readonly Ground[] => {
  const all = spec.columns.flatMap(({ label, role, variants }) =>
    variants.map(({ basis }): Ground => ({ column: label, role, source: basis.source, note: basis.note })),
  )
  const seen = new Set<string>()
  return [{ column: TOTAL, role: 'group' as const, ...spec.total }, ...all].filter(({ column, source, note }) => {
    const key = JSON.stringify([column.zh, source, note.zh])
    return !seen.has(key) && seen.add(key)
  })
}

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

/** The sentences and grounds of a population of so many enterprises, drawn with a seed. */
export const describe = (spec: PopulationSpec, count = spec.count, seed = spec.seed): Description => {
  const grounds = groundsOf(spec)
  const [published, assumed] = [grounds.filter(({ source }) => source !== null), grounds.filter(({ source }) => source === null)]
  const n = grouped(count)
  const part =
    count === spec.count
      ? { zh: '', en: '' }
      : { zh: `（全市${grouped(spec.count)}家的一部分）`, en: ` (of the ${grouped(spec.count)} of the whole city)` }
  return {
    what: {
      zh: `合成的企业${n}家${part.zh}：按公开总数和假设生成，不是真实企业。`,
      en: `${n} synthetic enterprises${part.en}, made from published totals and assumptions; they are no real enterprises.`,
    },
    made: {
      zh: `种子 ${seed}，生成器第 ${GENERATOR} 版：${published.length} 项有公开来源，${assumed.length} 项为假设。`,
      en: `Seed ${seed}, generator ${GENERATOR}: ${published.length} rows have a published source, ${assumed.length} are assumed.`,
    },
    can: {
      zh: '能说明：金额的数量级，改动的方向，模型里谁离门槛近。',
      en: 'It can tell orders of magnitude, the direction of a change, and who is near a threshold in the model.',
    },
    cannot: {
      zh: '不能说明：真实的支出，任何真实企业的情形。',
      en: 'It cannot tell what will really be spent, nor anything about a real enterprise.',
    },
    published,
    assumed,
  }
}

/** What every export over a synthetic population carries. */
export type SyntheticNote = {
  readonly what: Text
  readonly generator: number
  readonly count: number
  readonly seed: number
  readonly can: Text
  readonly cannot: Text
  readonly published: readonly Ground[]
  readonly assumed: readonly Ground[]
}

export const syntheticNote = (spec: PopulationSpec, count: number, seed: number): SyntheticNote => {
  const { what, can, cannot, published, assumed } = describe(spec, count, seed)
  return { what, generator: GENERATOR, count, seed, can, cannot, published, assumed }
}
