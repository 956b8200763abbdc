/** Merkle trees as RFC 6962 builds them: one root for a whole list, and for each entry a short proof that it is in it, at its place. */

/** Keeps nothing of the bytes: they are others by the next call. */
export type Hash = (bytes: Uint8Array) => Uint8Array

/** What is hashed next: making room for each of a million lines would take longer than hashing it. */
let room = new Uint8Array(256)

const marked = (mark: number, first: Uint8Array, second: Uint8Array | null): Uint8Array => {
  const length = 1 + first.length + (second?.length ?? 0)
  if (length > room.length) room = new Uint8Array(2 * length)
  room[0] = mark
  room.set(first, 1)
  if (second) room.set(second, 1 + first.length)
  return room.subarray(0, length)
}

/** Leaves and nodes begin with different bytes: no node can be passed off as an entry. */
export const leafOf = (entry: Uint8Array, hash: Hash): Uint8Array => hash(marked(0, entry, null))
const nodeOf = (left: Uint8Array, right: Uint8Array, hash: Hash): Uint8Array => hash(marked(1, left, right))

/** The largest power of two below the count: where a tree parts. */
const partOf = (count: number): number => 2 ** (31 - Math.clz32(count - 1))

/** The root over hashes of leaves; of no leaves, the hash of nothing. */
export const rootOf = (leaves: readonly Uint8Array[], hash: Hash): Uint8Array => {
  const [first] = leaves
  if (!first) return hash(new Uint8Array(0))
  if (leaves.length === 1) return first
  const part = partOf(leaves.length)
  return nodeOf(rootOf(leaves.slice(0, part), hash), rootOf(leaves.slice(part), hash), hash)
}

/** The hashes that lead from a leaf to the root, from below. */
export const pathOf = (leaves: readonly Uint8Array[], index: number, hash: Hash): readonly Uint8Array[] => {
  if (leaves.length < 2) return []
  const part = partOf(leaves.length)
  const [left, right] = [leaves.slice(0, part), leaves.slice(part)]
  return index < part ? [...pathOf(left, index, hash), rootOf(right, hash)] : [...pathOf(right, index - part, hash), rootOf(left, hash)]
}

/** The root that a leaf at a place among so many leads to; null if the path has not the length that place and count ask for. */
export const rootFrom = (leaf: Uint8Array, index: number, count: number, path: readonly Uint8Array[], hash: Hash): Uint8Array | null => {
  if (!Number.isInteger(index) || index < 0 || index >= count) return null
  if (count === 1) return path.length === 0 ? leaf : null
  const last = path.at(-1)
  if (!last) return null
  const part = partOf(count)
  const below = path.slice(0, -1)
  if (index < part) {
    const left = rootFrom(leaf, index, part, below, hash)
    return left && nodeOf(left, last, hash)
  }
  const right = rootFrom(leaf, index - part, count - part, below, hash)
  return right && nodeOf(last, right, hash)
}

/** A root over leaves as they come, keeping only the roots of whole subtrees: `add` leaves in order, then ask for the `root`. */
export const growingRoot = (
  hash: Hash,
): { readonly add: (leaf: Uint8Array) => void; readonly root: () => Uint8Array; readonly count: () => number } => {
  /** Subtrees from the largest to the smallest, one for each bit of the count. */
  const subtrees: Uint8Array[] = []
  let count = 0
  return {
    add: (leaf) => {
      let own = leaf
      for (let rest = count; rest % 2 === 1; rest = (rest - 1) / 2) own = nodeOf(subtrees.pop()!, own, hash)
      subtrees.push(own)
      count++
    },
    root: () =>
      subtrees.reduceRight((right: Uint8Array | null, left) => (right === null ? left : nodeOf(left, right, hash)), null) ??
      rootOf([], hash),
    count: () => count,
  }
}
