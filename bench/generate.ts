/**
 * The invented population: `node bench/generate.ts --n 1000000 --seed 1 --out DIR --format csv|run|columns [--profile city|stress]`.
 * Row i depends on profile, seed and i alone: smaller populations are prefixes of larger ones, and every machine gives the same bytes.
 * `csv` is the population as it is published, `run` the same under headers that `planwright run` reads, `columns` typed arrays.
 */
import { mkdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { city } from './population/city.ts'
import { columnsOf, writeColumns } from './population/columns.ts'
import type { Enterprise } from './population/schema.ts'
import { stress } from './population/stress.ts'
import { type Format, PLAIN, pieces, RUN } from './population/texts.ts'

export const PROFILES = { city, stress } as const
export type Profile = keyof typeof PROFILES

const write = async (file: string, format: Format, n: number, enterpriseAt: (row: number) => Enterprise): Promise<void> => {
  const handle = await open(file, 'w')
  try {
    for (const piece of pieces(format, n, enterpriseAt)) await handle.write(piece)
  } finally {
    await handle.close()
  }
}

export const writeCsv = (file: string, format: Format, n: number, seed: number, profile: Profile): Promise<void> =>
  write(file, format, n, (row) => PROFILES[profile](seed, row))

const generate = async (): Promise<number> => {
  const { values } = parseArgs({
    options: {
      n: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string', default: '' },
      format: { type: 'string', default: 'columns' },
      profile: { type: 'string', default: 'city' },
    },
  })
  const [n, seed] = [Number(values.n), Number(values.seed)]
  const { out, format, profile } = values
  if (!out || !(n >= 1) || !Number.isInteger(n) || !Number.isInteger(seed) || !Object.hasOwn(PROFILES, profile)) return 2
  if (format === 'columns') {
    writeColumns(
      out,
      columnsOf(n, (row) => PROFILES[profile as Profile](seed, row)),
      { n, seed, profile },
    )
    return 0
  }
  const known: Readonly<Record<string, Format>> = { csv: PLAIN, run: RUN }
  if (!known[format]) return 2
  mkdirSync(out, { recursive: true })
  await writeCsv(path.join(out, 'enterprises.csv'), known[format], n, seed, profile as Profile)
  return 0
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await generate()
  if (process.exitCode === 2)
    console.error('usage: node bench/generate.ts --n 1000000 --seed 1 --out DIR --format csv|run|columns [--profile city|stress]')
}
