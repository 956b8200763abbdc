import { randomBytes } from 'node:crypto'
import path from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { Ground } from '../src/kernel/action.ts'
import { type Database, openDatabase } from '../src/kernel/database.ts'
import { atEnd } from './at-end.ts'
import { groundIn } from './ground.ts'

export type TestDatabase = Database & { readonly url: string }

const atServer = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: inject('postgres').url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The address of a database of its own, with every table (`empty`: with none); it is dropped after the file's tests. */
export const freshUrl = async ({ empty = false } = {}): Promise<string> => {
  const { url, prefix, template } = inject('postgres')
  const name = `${prefix}_${randomBytes(5).toString('hex')}`
  await atServer(`create database ${name} template ${empty ? 'template0' : template} strategy file_copy`)
  atEnd(() => atServer(`drop database if exists ${name} with (force)`))
  return url.replace('/postgres?', `/${name}?`)
}

/** A database of its own for one test file, opened. */
export const freshDatabase = async (options: { readonly empty?: boolean } = {}): Promise<TestDatabase> => {
  const url = await freshUrl(options)
  const database = await openDatabase(url)
  atEnd(database.close)
  return { ...database, url }
}

/** What performing needs, with a clock that stands still. */
export const groundOf = (database: Database, now = '2024-06-30T04:00:00Z'): Ground =>
  groundIn(path.resolve(import.meta.dirname, '..'), database, () => new Date(now))
