/** Two sequences laid side by side: what stays, what goes and what comes, in reading order. */

export type Step<T> = { readonly kind: 'same' | 'removed' | 'added'; readonly item: T }

/** Beyond so many pairs the middle is taken as replaced: a table of that size would be felt. */
const MOST_PAIRS = 4_000_000

/** Lengths of the longest common subsequence of every pair of tails. */
const tails = (before: readonly string[], after: readonly string[]): Uint16Array[] => {
  const rows = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1))
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      rows[i]![j] = before[i] === after[j] ? rows[i + 1]![j + 1]! + 1 : Math.max(rows[i + 1]![j]!, rows[i]![j + 1]!)
  return rows
}

const middleOf = (before: readonly string[], after: readonly string[]): Step<string>[] => {
  const removed = (items: readonly string[]) => items.map((item): Step<string> => ({ kind: 'removed', item }))
  const added = (items: readonly string[]) => items.map((item): Step<string> => ({ kind: 'added', item }))
  if (before.length * after.length > MOST_PAIRS) return [...removed(before), ...added(after)]
  const length = tails(before, after)
  const steps: Step<string>[] = []
  let [i, j] = [0, 0]
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) {
      steps.push({ kind: 'same', item: before[i]! })
      i++
      j++
    } else if (length[i + 1]![j]! >= length[i]![j + 1]!) steps.push({ kind: 'removed', item: before[i++]! })
    else steps.push({ kind: 'added', item: after[j++]! })
  }
  return [...steps, ...removed(before.slice(i)), ...added(after.slice(j))]
}

/** The longest common subsequence as steps; of equal choices the one that removes first. */
export const aligned = (before: readonly string[], after: readonly string[]): readonly Step<string>[] => {
  const most = Math.min(before.length, after.length)
  let [head, tail] = [0, 0]
  while (head < most && before[head] === after[head]) head++
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  const same = (items: readonly string[]) => items.map((item): Step<string> => ({ kind: 'same', item }))
  return [
    ...same(before.slice(0, head)),
    ...middleOf(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...same(before.slice(before.length - tail)),
  ]
}
