/** A pack's synthetic population as runs and simulations take it: made once, then read back from where it was kept. */
import { createHash } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import type { Column } from '../../core/rule/columns/column.ts'
import type { Population } from '../../core/rule/columns/population.ts'
import { GENERATOR, type SyntheticNote, syntheticNote } from '../../core/synthetic/describe.ts'
import type { PopulationSpec } from '../../core/synthetic/spec.ts'
import { cacheFolder } from '../cache.ts'
import { type SyntheticSource, UNREAD } from '../catalogue.ts'
import { readKeptFolder, writeColumnFolder } from '../column-folder.ts'
import { makePopulation } from './make.ts'

export type Synthetic = {
  readonly population: Population
  /** Columns to break results down by (district, industry, size), by name; codes stand for the words of their layout. */
  readonly groups: ReadonlyMap<string, Column>
  /** Enterprises go by their numbers from 1. */
  readonly ids: null
  /** Of spec, number, seed and generator: the same rows have the same hash. */
  readonly hash: string
  readonly note: SyntheticNote
  readonly from: 'made' | 'kept'
}

const sha256 = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? String(each) : each)))
    .digest('hex')

/** Columns alone: what is said of them, and where, makes no other rows. */
const hashOf = ({ columns }: PopulationSpec): string =>
  sha256(
    columns.map(({ key, role, type, choices, low, high, variants }) => [
      [key, role, type, choices, low, high],
      variants.map(({ where, distribution, unknown }) => [where, distribution, unknown]),
    ]),
  )

const folderFor = (): string => cacheFolder('synthetic')

const kept = async (name: string, wanted: ReadonlySet<string>): Promise<Pick<Synthetic, 'population' | 'groups'> | null> => {
  const read = await readKeptFolder(path.join(folderFor(), name), wanted)
  if (read === null) return null
  const { count, columns } = read.population
  const entries = [...columns]
  return {
    population: { count, columns: new Map(entries.filter(([key]) => !key.startsWith(UNREAD))) },
    groups: new Map(entries.flatMap(([key, column]) => (key.startsWith(UNREAD) ? [[key.slice(UNREAD.length), column] as const] : []))),
  }
}

/** Facts and groups in one table, as files hold them. */
export const withGroups = ({ count, columns }: Population, groups: ReadonlyMap<string, Column>): Population => ({
  count,
  columns: new Map([...[...groups].map(([name, column]) => [`${UNREAD}${name}`, column] as const), ...columns]),
})

/** So many populations of a pack are kept: the whole city is half a gigabyte. */
const KEPT = 4
const HOUR = 3_600_000

/** Takes away what was kept longest ago, and what somebody who died has left unfinished. */
const forget = async (prefix: string): Promise<void> => {
  const names = (await readdir(folderFor())).filter((each) => each.startsWith(prefix))
  const dated = await Promise.all(names.map(async (each) => ({ each, at: (await stat(path.join(folderFor(), each))).mtimeMs })))
  const [unfinished, whole] = [true, false].map((is) => dated.filter(({ each }) => each.endsWith('.partial') === is))
  const old = [...unfinished!.filter(({ at }) => at < Date.now() - HOUR), ...whole!.sort((a, b) => b.at - a.at).slice(KEPT)]
  for (const { each } of old) await rm(path.join(folderFor(), each), { recursive: true, force: true })
}

/** Keeps what was made. Without a folder to write to it is made anew next time. */
const keep = async (name: string, made: Synthetic): Promise<void> => {
  const unfinished = path.join(folderFor(), `${name}.${process.pid}.partial`)
  try {
    await mkdir(folderFor(), { recursive: true })
    await writeColumnFolder(unfinished, withGroups(made.population, made.groups), null, { synthetic: made.note })
    await rename(unfinished, path.join(folderFor(), name))
    await forget(name.slice(0, name.indexOf('.') + 1))
  } catch {
    await rm(unfinished, { recursive: true, force: true }).catch(() => {})
  }
}

/**
 * The synthetic population of a pack (`id` names it), with the facts that are wanted and every group. Made in threads of its own, or read back from the cache folder.
 * `count` and `seed` are those of the pack unless others are given.
 */
export const syntheticPopulation = async (
  { id, population: spec }: SyntheticSource,
  wanted: ReadonlySet<string>,
  { count = spec.count, seed = spec.seed, threads = Math.min(4, availableParallelism()) } = {},
): Promise<Synthetic> => {
  const keys = spec.columns.filter(({ key, role }) => role === 'group' || wanted.has(key))
  const own = hashOf(spec)
  const hash = sha256(['synthetic', GENERATOR, own, count, seed])
  const name = [id, own.slice(0, 16), GENERATOR, count, seed, sha256(keys.map(({ key }) => key)).slice(0, 16)].join('.')
  const basis = { ids: null, hash, note: syntheticNote(spec, count, seed) }
  const names = new Set(keys.map(({ key, role }) => (role === 'group' ? `${UNREAD}${key}` : key)))
  const before = await kept(name, names)
  if (before !== null) return { ...before, ...basis, from: 'kept' }
  const { facts, groups } = await makePopulation(spec, count, seed, wanted, threads)
  const made: Synthetic = { population: { count, columns: facts }, groups, ...basis, from: 'made' }
  await keep(name, made)
  return made
}
