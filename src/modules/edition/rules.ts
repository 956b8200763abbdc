/** What is right with proposals, as functions of values. */
import type { Obstacle, Proposal } from './contract.ts'

/** What keeps somebody from publishing a proposal while `current` is in service; null if nothing does. */
export const obstacleToPublishing = (
  { state, proposed, base }: Pick<Proposal, 'state' | 'proposed' | 'base'>,
  person: string,
  current: string | null,
): Obstacle | null => {
  if (state !== 'open') return 'edition.proposal-closed'
  if (proposed.by === person) return 'edition.same-person'
  return base === current ? null : 'edition.moved'
}

/** A file that is not the same in two packs: the lines that only one of them has, as often as it has them more, in their order. */
export type FileDifference = {
  readonly path: string
  readonly change: 'added' | 'removed' | 'changed'
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

const linesOf = (text: string | undefined): readonly string[] =>
  text === undefined || text === '' ? [] : text.replace(/\n$/, '').split('\n')

/** The lines of one text that another does not have, or has fewer times. */
const linesBeyond = (own: readonly string[], other: readonly string[]): readonly string[] => {
  const counts = new Map<string, number>()
  for (const line of other) counts.set(line, (counts.get(line) ?? 0) + 1)
  return own.filter((line) => {
    const left = counts.get(line) ?? 0
    counts.set(line, left - 1)
    return left <= 0
  })
}

type Files = ReadonlyMap<string, string>

/** Every file that differs, by path. */
export const fileDifferences = (before: Files, after: Files): readonly FileDifference[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => {
      const [old, fresh] = [linesOf(before.get(path)), linesOf(after.get(path))]
      const change = before.has(path) ? (after.has(path) ? 'changed' : 'removed') : 'added'
      return { path, change, removed: linesBeyond(old, fresh), added: linesBeyond(fresh, old) }
    })
