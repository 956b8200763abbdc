/**
 * A whole population at once, against a loop written by hand: same process, same arrays, in turn, medians.
 * `node bench/columns.ts FOLDER…`, each folder as the generator of the workload writes raw columns.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RawColumn } from '../src/core/rule/columns/column.ts'
import { type Cells, cellsOf, compileColumns, type Program } from '../src/core/rule/columns/columns.ts'
import { layoutOf, type Population, populationOf } from '../src/core/rule/columns/population.ts'
import { readPack } from '../src/pack/read.ts'
import { type Columns, loop } from './columns-loop.ts'

const WHEN = { on: '2024-06-30', known: '2024-06-30' }
const ROUNDS = 15
const ROWS_AT_ONCE = 4096

type Meta = {
  readonly n: number
  readonly seed: number
  readonly profile: string
  readonly columns: readonly { readonly name: string; readonly type: 'enum' | 'bool' | 'int' | 'date' | 'fen' }[]
}

/** Before stacking: eligible, undetermined, fen for each measure, by profile and size of the population. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'columns-expected.json'), 'utf8'),
) as Readonly<Record<string, readonly string[]>>

const ARRAYS = { enum: Uint8Array, bool: Uint8Array, int: Int32Array, date: Int32Array, fen: Float64Array } as const
const KINDS = { bool: 'yes-no', int: 'integer', date: 'date', fen: 'money' } as const

const readColumns = (folder: string, meta: Meta): Columns =>
  Object.fromEntries(
    meta.columns.map(({ name, type }) => {
      const bytes = readFileSync(path.join(folder, `${name}.bin`))
      return [name, new ARRAYS[type](bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))]
    }),
  )

/** Bit k - 1 of `prior` is the fact that measure k was received before. */
const receivedOf = (prior: Int32Array, measure: number): Uint8Array =>
  Uint8Array.from(prior, (bits) => (bits === -2147483648 ? 255 : (bits >> (measure - 1)) & 1))

const populationFrom = (columns: Columns, meta: Meta, facts: Parameters<typeof populationOf>[2]): Population => {
  const raw = new Map<string, RawColumn>()
  for (const { name, type } of meta.columns) {
    if (!facts.has(name)) continue
    const values = columns[name]!
    raw.set(name, { kind: type === 'enum' ? type : KINDS[type], values } as RawColumn)
  }
  for (let measure = 1; measure <= 10; measure++)
    raw.set(`received_m${String(measure).padStart(2, '0')}`, { kind: 'yes-no', values: receivedOf(columns.prior as Int32Array, measure) })
  return populationOf(meta.n, raw, facts)
}

const figuresOf = ({ status, amount }: Cells): readonly string[] =>
  status.map((states, measure) => {
    const counts = [0, 0, 0]
    let fen = 0n
    for (const [row, state] of states.entries()) {
      counts[state]!++
      fen += BigInt(amount[measure]![row]!)
    }
    return `${counts[1]} ${counts[2]} ${fen}`
  })

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1]!
/** Milliseconds that this thread computed: not what it waited while others had the machine. */
const timeOf = (call: () => void): number => {
  const began = process.threadCpuUsage()
  call()
  const { user, system } = process.threadCpuUsage(began)
  return (user + system) / 1000
}

/** One folder: figures against the expected ones, then times. */
const compared = async (folder: string): Promise<readonly string[]> => {
  const meta = JSON.parse(readFileSync(path.join(folder, 'meta.json'), 'utf8')) as Meta
  const { pack, diagnostics } = await readPack(path.join(import.meta.dirname, 'pack'), WHEN.on)
  if (!pack) throw new Error(diagnostics.map((each) => each.message.en).join('\n'))
  const columns = readColumns(folder, meta)
  const population = populationFrom(columns, meta, pack.facts)
  const measures = [...pack.measures.values()]
  const programs: readonly (readonly [string, Program])[] = [
    ['generated', compileColumns(measures, layoutOf(population), WHEN, false)],
    ['generated, with reasons', compileColumns(measures, layoutOf(population), WHEN, true)],
  ]
  const byHand: Cells = {
    status: measures.map(() => new Uint8Array(meta.n)),
    amount: measures.map(() => new Float64Array(meta.n)),
    mask: null,
  }
  const contestants = [
    {
      name: 'by hand',
      cells: byHand,
      run: () => {
        for (let row = 0; row < meta.n; row += ROWS_AT_ONCE)
          loop(columns, byHand.status, byHand.amount, row, Math.min(row + ROWS_AT_ONCE, meta.n))
      },
    },
    ...programs.map(([name, program]) => {
      const cells = cellsOf(program, meta.n)
      return { name, cells, run: () => program.run(population, cells) }
    }),
  ]
  for (const { run } of contestants) for (let warm = 0; warm < 3; warm++) run()
  const times = contestants.map(() => [] as number[])
  for (let round = 0; round < ROUNDS; round++) for (const [index, { run }] of contestants.entries()) times[index]!.push(timeOf(run))

  const expected = EXPECTED[`${meta.profile} ${meta.seed} ${meta.n}`]
  return [
    `${meta.profile}, ${meta.n} subjects, ${measures.length} measures`,
    ...contestants.map(({ name, cells }, index) => {
      const figures = figuresOf(cells)
      const wrong = expected ? measures.filter((_, measure) => figures[measure] !== expected[measure]).map(({ id }) => id) : null
      const verdict = wrong === null ? 'no figures kept' : wrong.length === 0 ? 'figures as expected' : `WRONG: ${wrong.join(' ')}`
      const time = median(times[index]!)
      // Rounds are compared one by one: whatever else the machine does then falls on all of them alike.
      const ratio = median(times[index]!.map((each, round) => each / times[0]![round]!))
      return `  ${name.padEnd(24)} ${time.toFixed(1).padStart(7)} ms  ${((time * 1e6) / meta.n / measures.length).toFixed(2).padStart(5)} ns per cell  × ${ratio.toFixed(2)}  ${verdict}`
    }),
  ]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folders = process.argv.slice(2)
  if (folders.length === 0) console.error('usage: node bench/columns.ts FOLDER…')
  for (const folder of folders) console.log((await compared(path.resolve(folder))).join('\n'))
}
