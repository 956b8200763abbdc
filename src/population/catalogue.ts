/** What the columns of a population may be called: facts of the catalogue, and judgements as answered by people. */
import { createHash } from 'node:crypto'
import { type FactCatalogue, type FactDeclaration, factOf } from '../core/facts.ts'
import { hintOf } from '../core/nearest.ts'
import { isRankKey } from '../core/rank-facts.ts'
import type { PopulationSpec } from '../core/synthetic/spec.ts'
import { type Problem, problemOf } from './messages.ts'

/** A pack's table `population`, and the id of the pack. */
export type SyntheticSource = { readonly id: string; readonly population: PopulationSpec }

export type Names = {
  readonly facts: FactCatalogue
  readonly judgements: ReadonlySet<string>
  /** The pack whose synthetic population may be asked for, where it has one. */
  readonly synthetic?: SyntheticSource | null | undefined
}

/** The beginning of the names of columns that no rule reads; groups of a synthetic population go by it in files. */
export const UNREAD = '#'

/** The column that holds the enterprises' ids. */
export const ID = 'enterprise'

const judgement = (key: string): FactDeclaration => ({
  name: key,
  label: { zh: key, en: key },
  type: 'yes-no',
  unit: null,
  values: [],
  min: null,
  max: null,
  question: { zh: key, en: key },
  registry: null,
  department: null,
  changeable: true,
  yearly: false,
  competition: null,
  list: null,
  place: { file: '', line: 1, column: 1, end: 1 },
})

const LOOK_BACK = /^(上年|前年)[(（](.+)[)）]$/

/** The key and declaration of a name as a header writes it (`营业收入`, `上年(营业收入)`, `营业收入@-1`, `measure-id.择优`), or what is wrong with it. */
export const columnNamed = (
  name: string,
  { facts, judgements }: Names,
): { readonly key: string; readonly declaration: FactDeclaration } | { readonly problem: Problem } => {
  if (judgements.has(name)) return { key: name, declaration: judgement(name) }
  const found = name.length <= 100 ? factOf(name.replace(LOOK_BACK, '$1$2'), facts) : null
  if (found && isRankKey(found.key)) return { problem: problemOf('population.rank', { column: name }) }
  if (found) return found
  const hint = hintOf(name, [ID, ...facts.keys(), ...judgements])
  const ended = { zh: hint.zh === '' ? '。' : hint.zh, en: hint.en === '' ? '.' : hint.en }
  return { problem: problemOf('population.column-unknown', { column: name.length > 40 ? `${name.slice(0, 40)}…` : name, hint: ended }) }
}

/** Changes whenever a file would be read differently: with the facts, their types, units, choices and ranges, and with the judgements. */
export const hashOfNames = ({ facts, judgements }: Names): string => {
  const said = [...facts.values()].map(({ name, type, unit, values, min, max, yearly }) => ({ name, type, unit, values, min, max, yearly }))
  return createHash('sha256')
    .update(JSON.stringify([said, [...judgements]], (_, value) => (typeof value === 'bigint' ? String(value) : value)))
    .digest('hex')
}
