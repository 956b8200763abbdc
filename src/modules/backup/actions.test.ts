import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { atEnd } from '../../../test/at-end.ts'
import { freshDatabase, groundOf } from '../../../test/database.ts'
import { postFor, somebody } from '../../../test/people.ts'
import { refusalOf } from '../../../test/refused.ts'
import { perform } from '../../kernel/action.ts'
import { backUp } from '../../kernel/backup/write.ts'
import type { Who } from '../../kernel/who.ts'
import { backups, makeBackup } from './index.ts'
import { backupAge } from './views.ts'

const to = mkdtempSync(path.join(os.tmpdir(), 'pw-made-'))
atEnd(() => rmSync(to, { recursive: true }))
const database = await freshDatabase()
const operator: Who = { kind: 'operator', name: 'test' }
const person = await somebody(database)
const administrator: Who = { ...person, posts: [await postFor(database, person, ['administrator'])] }
const now = new Date('2026-03-01T18:30:00Z')
const order = { url: database.url, to, files: null, passphrase: null, keep: null, version: '1', now }
const at = (time: string) => groundOf(database, time)
const make = makeBackup(() => backUp(order))

describe('backups', () => {
  it('are missed where there is none, well when they are fresh, and missed again after two nights', async () => {
    const wellAt = async (time: string) => (await perform(at(time), administrator, backupAge, {})).map(({ isWell }) => isWell)
    expect(await wellAt('2026-03-01T18:00:00Z')).toEqual([false])
    await perform(at('2026-03-01T18:31:00Z'), operator, make, {})
    expect([await wellAt('2026-03-02T18:00:00Z'), await wellAt('2026-03-04T18:00:00Z')]).toEqual([[true], [false]])
  })

  it('are listed for administrators with where they lie and what they hold, and for nobody else', async () => {
    const [last] = await perform(at('2026-03-02T00:00:00Z'), administrator, backups, {})
    expect(last).toMatchObject({
      takenAt: now.toISOString(),
      folder: path.join(to, 'planwright-20260301T183000Z'),
      encrypted: false,
      files: 0,
    })
    expect((await refusalOf(perform(at('2026-03-02T00:00:00Z'), person, backups, {}))).code).toBe('kernel.forbidden')
    expect((await refusalOf(perform(at('2026-03-02T00:00:00Z'), administrator, make, {}))).code).toBe('kernel.forbidden')
  })

  it('that were made stay noted', async () => {
    await expect(sql`delete from backup_made`.execute(database.db)).rejects.toThrow('append-only')
    await expect(sql`update backup_made set rows = 0`.execute(database.db)).rejects.toThrow('append-only')
  })
})
