/** A peer that answers for one enterprise after another, timed beside the loop written by hand. */
import { newCells, setRow } from '../cells.ts'
import { type Data, dataOf, firstRows, judged } from '../data.ts'
import { byHand } from '../hand.ts'
import { enterpriseIn } from '../population/columns.ts'
import { type ColumnName, type Enterprise, isoOf, SCHEMA } from '../population/schema.ts'
import { UNDETERMINED } from '../reference.ts'
import { type Clock, median, quantile, timeOf } from '../timing.ts'
import { duration, type Line, type Sizes, type Workload } from '../workload.ts'

/** An enterprise as one would hand it over: words, yes or no, ISO days, whole fen; null is unknown. */
export type Plain = { readonly [name in ColumnName]: string | number | boolean | null } & {
  readonly received_m01: boolean | null
  readonly received_m02: boolean | null
  readonly received_m03: boolean | null
}

export const plainOf = (enterprise: Enterprise): Plain => {
  const { prior } = enterprise
  const received = (measure: number): boolean | null => (prior === null ? null : ((prior >> (measure - 1)) & 1) === 1)
  const named = SCHEMA.map(({ name, type, values }) => {
    const value = enterprise[name]
    if (value === null) return [name, null]
    return [name, type === 'enum' ? values[value] : type === 'bool' ? value === 1 : type === 'date' ? isoOf(value) : value]
  })
  return { ...Object.fromEntries(named), received_m01: received(1), received_m02: received(2), received_m03: received(3) } as Plain
}

/** Each of the ten measures by itself, before stacking. */
export type Own = readonly { readonly state: number; readonly fen: number }[]

const RIVALS = [0, 7, 8]
const CAP = 800_000_000

/** What is paid: none of the peers knows relations between measures, so that whoever asks applies them. */
const stacked = (own: Own, received: number | null): Own => {
  const most = RIVALS.reduce((best, measure) => (own[measure]!.fen > own[best]!.fen ? measure : best))
  let left = Math.max(0, CAP - (received ?? 0))
  return own.map(({ state, fen }, measure) => {
    const wanted = RIVALS.includes(measure) && measure !== most ? 0 : fen
    if (received === null && wanted > 0) return { state: UNDETERMINED, fen: 0 }
    const paid = Math.min(wanted, left)
    left -= paid
    return { state, fen: paid }
  })
}

export type Variant = {
  readonly what: string
  readonly note?: string
  /** Compiles the rules; what comes of it answers for one enterprise. */
  readonly prepare: () => (enterprise: Plain) => Own | Promise<Own>
}

const BATCHES = 10
/** The stress population is there for its corners: so many rows have them all, and one for ten of the city's are enough. */
const STRESS_ROWS = 2_000

/** Enough of them for the steps in which a thread's time is counted. */
const HAND_LOOPS = 5
const handLoops = (whole: Data, cells: ReturnType<typeof newCells>): void => {
  for (let time = 0; time < HAND_LOOPS; time++) byHand(whole.columns, cells)
}

/** Answers for rows `from` up to `to`, stacking included; gives the milliseconds that each took. */
const answered = async (
  decide: ReturnType<Variant['prepare']>,
  data: Data,
  cells: ReturnType<typeof newCells>,
  from: number,
  to: number,
) => {
  const enterprises = Array.from({ length: to - from }, (_, index) => plainOf(enterpriseIn(data.columns, from + index)))
  const each: number[] = []
  const run = async (): Promise<void> => {
    for (const [index, enterprise] of enterprises.entries()) {
      const began = performance.now()
      setRow(cells, from + index, stacked(await decide(enterprise), enterprise.received_year as number | null))
      each.push(performance.now() - began)
    }
  }
  return { run, each }
}

const cityLine = async ({ what, note, prepare }: Variant, whole: Data, rows: number, clock: Clock): Promise<Line> => {
  const data = firstRows(whole, rows)
  const decide = prepare()
  const cells = newCells(rows)
  const hand = newCells(whole.count)
  const ratios: number[] = []
  const perEnterprise: number[] = []
  const calls: number[] = []
  const step = rows / BATCHES
  await (await answered(decide, data, newCells(rows), 0, step)).run()
  byHand(whole.columns, hand)
  for (let batch = 0; batch < BATCHES; batch++) {
    const { run, each } = await answered(decide, data, cells, batch * step, (batch + 1) * step)
    const loop = (await timeOf(clock, () => handLoops(whole, hand))) / (HAND_LOOPS * whole.count)
    const own = (await timeOf(clock, run)) / step
    ratios.push(own / loop)
    perEnterprise.push(own)
    calls.push(...each)
  }
  const said = [rows < whole.count ? `first ${rows.toLocaleString('en')} enterprises` : '', note ?? ''].filter((text) => text !== '')
  return {
    what: `city, ${what}`,
    // How long one call takes is a matter of the wall clock.
    figure: `${duration(median(perEnterprise))} per enterprise${clock === 'wall' ? `, p50 ${duration(quantile(calls, 0.5))}, p99 ${duration(quantile(calls, 0.99))}` : ''}`,
    ratio: median(ratios),
    of: 'by hand',
    answer: judged(cells, data, false),
    note: said.join('; '),
  }
}

const stressLine = async ({ what, prepare }: Variant, whole: Data, rows: number): Promise<Line> => {
  const data = firstRows(whole, rows)
  const cells = newCells(rows)
  const { run } = await answered(prepare(), data, cells, 0, rows)
  const ms = await timeOf('wall', run)
  return {
    what: `stress, ${what}`,
    figure: `${duration(ms / rows)} per enterprise`,
    answer: judged(cells, data, false),
    note: `first ${rows.toLocaleString('en')} enterprises`,
  }
}

export const rowPeer = (title: string, clock: Clock, size: (sizes: Sizes) => number, variants: readonly Variant[]): Workload => ({
  title,
  clock,
  run: async (sizes) => {
    const [city, stress] = [await dataOf('city', sizes.city), await dataOf('stress', sizes.stress)]
    const lines: Line[] = []
    for (const variant of variants) {
      lines.push(await cityLine(variant, city, size(sizes), clock))
      if (variant === variants[0]) lines.push(await stressLine(variant, stress, Math.min(STRESS_ROWS, size(sizes) / 10)))
    }
    return lines
  },
})
