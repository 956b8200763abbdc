/** The built site with a journal outside of its database: what people do stands there, and a file that is gone is noticed. */
import { execFile } from 'node:child_process'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { atEnd } from '../at-end.ts'
import { freshDatabase } from '../database.ts'
import { home, packs } from '../packs.ts'
import { startBuilt } from '../site.ts'
import { enter, seenBy } from '../tour.ts'

const database = await freshDatabase()
const folder = mkdtempSync(path.join(tmpdir(), 'planwright-journal-'))
atEnd(() => rmSync(folder, { recursive: true }))
const settings = { DATABASE_URL: database.url, PLANWRIGHT_PACK: packs.xincheng, PLANWRIGHT_JOURNAL: folder }
const verify = () =>
  promisify(execFile)(process.execPath, [path.join(home, 'bin/planwright.mjs'), 'audit', 'verify'], {
    env: { ...process.env, ...settings },
  })

it('the built site writes every event to its journal, is verified against it, and does not start without one of its files', async () => {
  const site = await startBuilt(settings)
  try {
    const officer = seenBy(site.address, await enter(site.address, 'officer'))
    expect(await officer.post('/notifications', { do: 'read-all' })).toBe('/notifications')
  } finally {
    expect(await site.stop()).toBe(0)
  }
  const names = readdirSync(folder)
  const written = names.flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n')).filter((line) => /^\d/.test(line))
  const { rows } = await sql<{ line: string }>`select lane || '/' || seq || ' ' || encode(hash, 'hex') as line from kernel_event`.execute(
    database.db,
  )
  expect(rows.length).toBeGreaterThan(3)
  expect(written.map((line) => line.split(' ').slice(0, 2).join(' ')).toSorted()).toEqual(rows.map(({ line }) => line).toSorted())
  expect((await verify()).stdout).toContain('✓')

  // As it would stand there if the file of another day had been taken away.
  appendFileSync(path.join(folder, names[0] ?? ''), '# before 2099-12-31.journal\n')
  await expect(startBuilt(settings)).rejects.toThrow('2099-12-31.journal')
  await expect(verify()).rejects.toThrow('2099-12-31.journal')
})
