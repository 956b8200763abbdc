/** Which facts are held of an enterprise as of a day, as they were known on another, and where each comes from. */
import type { Day } from '../../../core/dates.ts'

/** One delivery of a register: the day its facts hold, and when it was recorded. */
export type Delivery = {
  readonly registry: string
  readonly validOn: Day
  readonly recordedAt: Date
  readonly recordedOn: Day
  readonly facts: Readonly<Record<string, string>>
}

/** A correction that two officers have accepted. `corrects`: what was held when it was proposed; null: nothing. */
export type Accepted = {
  readonly id: string
  readonly fact: string
  readonly value: string
  readonly corrects: string | null
  readonly validOn: Day
  readonly recordedAt: Date
  readonly recordedOn: Day
}

/** A value with its source: a register, or a correction. */
export type Version = {
  readonly value: string
  readonly source: { readonly kind: 'registry'; readonly name: string } | { readonly kind: 'correction'; readonly id: string }
  readonly validOn: Day
  readonly recordedAt: Date
  readonly recordedOn: Day
}

/** `standing` counts; `register` is what the register says beside it, the same where no correction stands. `versions`: everything known, newest first. */
export type Held = {
  readonly fact: string
  readonly standing: Version
  readonly register: Version | null
  readonly versions: readonly Version[]
}

export type When = { readonly asOf: Day; readonly known: Day }

type Dated = { readonly validOn: Day; readonly recordedAt: Date }
const newestFirst = (a: Dated, b: Dated): number =>
  a.validOn === b.validOn ? b.recordedAt.getTime() - a.recordedAt.getTime() : a.validOn < b.validOn ? 1 : -1

/**
 * What counts. A correction stands beside the register's value and before it, until the register, after the decision, delivers something else than what was
 * corrected for the same day or a later one.
 */
const standingOf = (register: Version | null, accepted: Accepted | undefined): 'register' | 'correction' => {
  if (!accepted) return 'register'
  if (!register || register.value === accepted.corrects) return 'correction'
  return register.recordedAt > accepted.recordedAt && register.validOn >= accepted.validOn ? 'register' : 'correction'
}

export const held = (deliveries: readonly Delivery[], corrections: readonly Accepted[], { asOf, known }: When): readonly Held[] => {
  const counts = (each: Dated & { readonly recordedOn: Day }): boolean => each.validOn <= asOf && each.recordedOn <= known
  const delivered = deliveries.filter(counts).sort(newestFirst)
  const accepted = corrections.filter(counts).sort(newestFirst)
  // A register's newest delivery replaces what it said before, also by leaving something out.
  const latest = [...Map.groupBy(delivered, ({ registry }) => registry).values()].map(([first]) => first!)
  const names = new Set([...latest.flatMap(({ facts }) => Object.keys(facts)), ...accepted.map(({ fact }) => fact)])
  return [...names].map((fact) => {
    const versions = [
      ...delivered.flatMap(({ registry, facts, ...dated }): Version[] =>
        facts[fact] === undefined ? [] : [{ value: facts[fact], source: { kind: 'registry', name: registry }, ...dated }],
      ),
      ...accepted.flatMap(({ id, fact: of, value, validOn, recordedAt, recordedOn }): Version[] =>
        of === fact ? [{ value, source: { kind: 'correction', id }, validOn, recordedAt, recordedOn }] : [],
      ),
    ].sort(newestFirst)
    const from = latest.filter(({ facts }) => facts[fact] !== undefined).sort(newestFirst)[0]
    const register = from
      ? (versions.find(
          ({ source, recordedAt }) => source.kind === 'registry' && source.name === from.registry && recordedAt === from.recordedAt,
        ) ?? null)
      : null
    const own = accepted.find((each) => each.fact === fact)
    const corrected = versions.find(({ source }) => source.kind === 'correction' && source.id === own?.id)
    return { fact, standing: standingOf(register, own) === 'correction' ? corrected! : register!, register, versions }
  })
}
