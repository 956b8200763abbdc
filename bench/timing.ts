/** Times of single calls, in nanoseconds, sorted: quantiles of many calls say more than one mean on a shared machine. */
export const timesOf = (calls: number, warmUp: number, call: (index: number) => void): Float64Array => {
  for (let index = 0; index < warmUp; index++) call(index)
  const times = new Float64Array(calls)
  for (let index = 0; index < calls; index++) {
    const began = process.hrtime.bigint()
    call(index)
    times[index] = Number(process.hrtime.bigint() - began)
  }
  return times.sort()
}

export const quantile = (sorted: Float64Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/** `12.3 µs`. */
export const microseconds = (nanoseconds: number): string => `${(nanoseconds / 1000).toFixed(1)} µs`
