/** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours; gives up above `limit`. */
const distance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1)
      row.push(best)
    }
    if (Math.min(...row) > limit) return limit + 1
    before = above
    above = row
  }
  return above[b.length]!
}

/** The candidate that the writer probably meant, or null. At most a third of the word may differ. */
export const nearest = (name: string, candidates: Iterable<string>): string | null => {
  if (name.length > 100) return null
  let best: string | null = null
  let least = Math.max(1, Math.floor(name.length / 3)) + 1
  for (const candidate of candidates) {
    const d = distance(name, candidate, least - 1)
    if (d < least) [best, least] = [candidate, d]
  }
  if (best !== null) return best
  for (const candidate of candidates)
    if (name.length > 1 && (candidate.includes(name) || (candidate.length > 1 && name.includes(candidate)))) return candidate
  return null
}

/** `；是否指“…”？` / `; did you mean "…"?`, or nothing, to be put into a message as its `hint`. */
export const hintOf = (name: string, candidates: Iterable<string>): { readonly zh: string; readonly en: string } => {
  const near = nearest(name, candidates)
  return near === null ? { zh: '', en: '' } : { zh: `；是否指“${near}”？`, en: `; did you mean "${near}"?` }
}
