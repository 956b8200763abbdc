/** What is different between two versions of a measure, in words: as little as possible, and the same whichever way things stand in the file. */
import { aligned } from '../align.ts'
import type { Validity } from '../dates.ts'
import type { Text } from '../messages.ts'
import { periodChanges } from './history.ts'
import { PART_KINDS, type Part, type PartKind, partsOf, type Version } from './parts.ts'

/**
 * One difference. `before` is null for what was added, `after` for what was removed; a row whose place changed says the same on both sides and is `moved`.
 * `period` is given for parameters.
 */
export type Change = {
  readonly kind: PartKind
  readonly change: 'added' | 'removed' | 'changed' | 'moved'
  /** The name by which the part is found: key of the head, anchor, name; null for conditions, rows and relations. */
  readonly name: string | null
  readonly label: Text
  readonly period: Validity | null
  readonly before: Text | null
  readonly after: Text | null
}

type Pair = { readonly before: Part | null; readonly after: Part | null; readonly moved?: true }

/** Parts that a name finds. */
const pairedByName = (before: readonly Part[], after: readonly Part[]): readonly Pair[] => {
  const old = new Map(before.map((part) => [part.name, part]))
  const fresh = new Map(after.map((part) => [part.name, part]))
  return [
    ...before.map((part) => ({ before: part, after: fresh.get(part.name) ?? null })),
    ...after.filter(({ name }) => !old.has(name)).map((part) => ({ before: null, after: part })),
  ]
}

/** Takes out of both lists what is in both, as often as it is. */
const withoutEqual = (before: readonly Part[], after: readonly Part[]): readonly [Part[], Part[]] => {
  const counts = new Map<string, number>()
  for (const { content } of after) counts.set(content, (counts.get(content) ?? 0) + 1)
  const left = before.filter(({ content }) => {
    const count = counts.get(content) ?? 0
    counts.set(content, count - 1)
    return count <= 0
  })
  const kept = new Map<string, number>()
  for (const { content } of before) kept.set(content, (kept.get(content) ?? 0) + 1)
  const right = after.filter(({ content }) => {
    const count = kept.get(content) ?? 0
    kept.set(content, count - 1)
    return count <= 0
  })
  return [left, right]
}

/** Rows of which the first that holds decides: what kept its meaning and not its place was moved. */
const movedWithin = (before: readonly Part[], after: readonly Part[]): readonly Pair[] => {
  const steps = aligned(
    before.map(({ content }) => content),
    after.map(({ content }) => content),
  )
  const [gone, come] = (['removed', 'added'] as const).map((kind) => steps.filter((step) => step.kind === kind).map(({ item }) => item))
  return gone!.flatMap((content): Pair[] => {
    const place = come!.indexOf(content)
    if (place < 0) return []
    come!.splice(place, 1)
    const part = before.find((each) => each.content === content)!
    return [{ before: part, after: part, moved: true }]
  })
}

/** How much of what either has both have; 0 if nothing. */
const likeness = (a: Part, b: Part): number => {
  const [own, other] = [new Set(a.traits), new Set(b.traits)]
  const shared = [...own].filter((trait) => other.has(trait)).length
  return shared === 0 ? 0 : shared / (own.size + other.size - shared)
}

/** Pairs the most alike first, of equals those that stand nearest; what is like nothing stays alone. */
const pairedByLikeness = (before: readonly Part[], after: readonly Part[]): readonly Pair[] => {
  const candidates = before
    .flatMap((a, i) => after.map((b, j) => ({ a, b, i, j, score: likeness(a, b) })))
    .filter(({ score }) => score > 0)
    .sort((x, y) => y.score - x.score || Math.abs(x.i - x.j) - Math.abs(y.i - y.j) || x.i - y.i || x.j - y.j)
  const partnerOf = new Map<Part, Part>()
  const taken = new Set<Part>()
  for (const { a, b } of candidates) {
    if (partnerOf.has(a) || taken.has(b)) continue
    partnerOf.set(a, b)
    taken.add(b)
  }
  return [
    ...before.map((part) => ({ before: part, after: partnerOf.get(part) ?? null })),
    ...after.filter((part) => !taken.has(part)).map((part) => ({ before: null, after: part })),
  ]
}

/** Parts of one kind, rows of one table. */
const pairsOf = (before: readonly Part[], after: readonly Part[]): readonly Pair[] => {
  const isNamed = ({ name }: Part): boolean => name !== null
  if ([...before, ...after].some(isNamed)) return pairedByName(before, after)
  const moved = [before, after].every((parts) => parts.every(({ ordered }) => ordered)) ? movedWithin(before, after) : []
  return [...pairedByLikeness(...withoutEqual(before, after)), ...moved]
}

const changeOf = ({ before, after, moved }: Pair): readonly Change[] => {
  const part = after ?? before
  if (part === null || (before?.content === after?.content && !moved)) return []
  const change = moved ? 'moved' : before === null ? 'added' : after === null ? 'removed' : 'changed'
  const { kind, name, label } = part
  return [{ kind, change, name, label, period: null, before: before?.words ?? null, after: after?.words ?? null }]
}

const parameterChanges = (before: Version, after: Version): readonly Change[] => {
  const [old, fresh] = [before, after].map(({ measure }) => new Map(measure.parameters.map((each) => [each.name, each])))
  return [...new Set([...old!.keys(), ...fresh!.keys()])].flatMap((name) => {
    const [was, is] = [old!.get(name) ?? null, fresh!.get(name) ?? null]
    const own = (is ?? was)!
    return periodChanges(was, is).map(
      (change): Change => ({
        kind: 'parameter',
        change: change.before === null ? 'added' : change.after === null ? 'removed' : 'changed',
        name,
        label: { zh: name, en: own.english ?? name },
        ...change,
      }),
    )
  })
}

/** All differences, by kind in reading order. None between a version and itself; what only moved within the file is none. */
export const differenceOf = (before: Version, after: Version): readonly Change[] => {
  const [old, fresh] = [partsOf(before), partsOf(after)]
  return PART_KINDS.flatMap((kind) => {
    if (kind === 'parameter') return parameterChanges(before, after)
    const own = (parts: readonly Part[]): readonly Part[] => parts.filter((part) => part.kind === kind)
    return [...new Set([...own(old), ...own(fresh)].map(({ table }) => table))].flatMap((table) => {
      const here = (parts: readonly Part[]): readonly Part[] => own(parts).filter((part) => part.table === table)
      return pairsOf(here(old), here(fresh)).flatMap(changeOf)
    })
  })
}
