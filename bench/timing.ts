/** Times on a shared machine: contestants take turns, medians count, and ratios are taken round by round, so that what else happens falls on all alike. */

export type Clock = 'thread' | 'wall'
export const CLOCKS: Readonly<Record<Clock, string>> = { thread: 'thread CPU time', wall: 'wall clock' }

/** Milliseconds that a call took: of this thread alone, or as a person waits. */
export const timeOf = async (clock: Clock, call: () => unknown): Promise<number> => {
  if (clock === 'wall') {
    const began = performance.now()
    await call()
    return performance.now() - began
  }
  const began = process.threadCpuUsage()
  await call()
  const { user, system } = process.threadCpuUsage(began)
  return (user + system) / 1000
}

const sorted = (times: Iterable<number>): Float64Array => Float64Array.from(times).sort()
export const quantile = (times: Iterable<number>, share: number): number => {
  const all = sorted(times)
  return all[Math.min(all.length - 1, Math.floor(all.length * share))] ?? Number.NaN
}
export const median = (times: Iterable<number>): number => quantile(times, 0.5)

export type Timed = {
  /** Median, in milliseconds. */
  readonly ms: number
  /** Median of the rounds' ratios to the first contestant. */
  readonly ratio: number
}

/** The kernel counts a thread's time in steps of some milliseconds: what is shorter is done again until the steps do not matter. */
const SAMPLE_MS = 40

const repeated =
  (run: () => unknown, times: number): (() => Promise<void>) =>
  async () => {
    for (let time = 0; time < times; time++) await run()
  }

/** Runs every contestant in each round; rounds that only warm up are not counted. The first is what the others are held against. */
export const inTurn = async (
  clock: Clock,
  contestants: readonly (() => unknown)[],
  { rounds, warm }: { readonly rounds: number; readonly warm: number },
): Promise<readonly Timed[]> => {
  const repeats = contestants.map(() => 1)
  for (let round = 0; round < warm; round++)
    for (const [index, run] of contestants.entries()) repeats[index] = Math.ceil(SAMPLE_MS / (await timeOf('wall', run)))
  const times = contestants.map(() => [] as number[])
  for (let round = 0; round < rounds; round++)
    for (const [index, run] of contestants.entries())
      times[index]!.push((await timeOf(clock, repeated(run, repeats[index]!))) / repeats[index]!)
  return times.map((own) => ({ ms: median(own), ratio: median(own.map((ms, round) => ms / times[0]![round]!)) }))
}

/** Nanoseconds of single calls. */
export const callTimes = (calls: number, warm: number, call: (index: number) => void): Float64Array => {
  for (let index = 0; index < warm; index++) call(index)
  const times = new Float64Array(calls)
  for (let index = 0; index < calls; index++) {
    const began = process.hrtime.bigint()
    call(index)
    times[index] = Number(process.hrtime.bigint() - began)
  }
  return times
}
