import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { describe, expect, it } from 'vitest'
import { atEnd } from '../../../test/at-end.ts'
import { freshDatabase, groundOf } from '../../../test/database.ts'
import { refusalOf } from '../../../test/refused.ts'
import { verifyRecord } from '../../modules/audit/index.ts'
import { perform } from '../action.ts'
import { action } from '../module.ts'
import { type Journal, journalIn, settleJournal } from './journal.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'planwright-journal-'))
atEnd(() => rmSync(folder, { recursive: true }))
let folders = 0
const taken = (own: string): Journal => {
  const journal = journalIn(own)
  atEnd(journal.close)
  return journal
}
const newFolder = (): string => {
  const own = path.join(folder, `journal-${++folders}`)
  mkdirSync(own)
  return own
}
const by = { kind: 'operator', name: 'tester' } as const
const note = action('test.note', 'operate', Type.Object({ n: Type.Integer() }), async (act, { n }) => {
  for (let each = 0; each < n; each++) await act.record('test.noted', { object: ['test.thing', String(each)] })
})
const DAY = '2024-06-30.journal'
const linesOf = (own: string, name = DAY): readonly string[] =>
  readFileSync(path.join(own, name), 'utf8')
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('#'))

/** A house with a journal; it is started again by taking the journal anew. */
const house = async () => {
  const database = await freshDatabase()
  const own = newFolder()
  const doing = (journal: Journal, n: number, now?: string) => perform({ ...groundOf(database, now), journal }, by, note, { n })
  const findings = async () => (await perform({ ...groundOf(database), journal: taken(own) }, by, verifyRecord, {})).findings
  return { ...database, folder: own, journal: taken(own), doing, findings }
}
type House = Awaited<ReturnType<typeof house>>
/** What an owner of the database can do, triggers and all: takes away the last event of the first lane. */
const cut = ({ db }: House): Promise<void> =>
  db.connection().execute(async (own) => {
    await sql`set session_replication_role = replica`.execute(own)
    await sql`with gone as (delete from kernel_event where lane = 0 and seq = (select seq from kernel_lane where lane = 0) returning prev)
      update kernel_lane set seq = seq - 1, head = (select prev from gone) where lane = 0`.execute(own)
    await sql`set session_replication_role = default`.execute(own)
  })

describe('the journal', () => {
  it('has a line for every event before its action is answered, also for many at once', async () => {
    const { db, folder, journal, doing, findings } = await house()
    await doing(journal, 3)
    expect(linesOf(folder)).toHaveLength(3)
    expect(linesOf(folder)[0]).toMatch(/^0\/1 [0-9a-f]{64} 2024-06-30T04:00:00\.000Z test\.noted$/)
    await Promise.all(
      Array.from({ length: 30 }, async (_, n) => {
        await doing(journal, 1 + (n % 3))
        expect(linesOf(folder).length).toBeGreaterThanOrEqual(4)
      }),
    )
    const { rows } = await sql<{ line: string }>`select lane || '/' || seq || ' ' || encode(hash, 'hex') as line from kernel_event`.execute(
      db,
    )
    const written = linesOf(folder).map((line) => line.split(' ').slice(0, 2).join(' '))
    expect(written.toSorted()).toEqual(rows.map(({ line }) => line).toSorted())
    expect(await findings()).toEqual([])
  })

  it('shows that the end of the record was cut off, or that other events were put there', async () => {
    const own = await house()
    await own.doing(own.journal, 4)
    await cut(own)
    expect(await own.findings()).toEqual([{ kind: 'journal', lane: 0, seq: 4, checkpoint: null }])
    const other = await house()
    await other.doing(other.journal, 4)
    await cut(other)
    await perform(groundOf(other, '2024-07-01T04:00:00Z'), by, note, { n: 1 })
    expect(await other.findings()).toEqual([{ kind: 'journal', lane: 0, seq: 4, checkpoint: null }])
  })

  it('keeps a site from starting on a database that lacks what it has', async () => {
    const own = await house()
    await own.doing(own.journal, 2)
    await settleJournal(own.db, taken(own.folder), new Date())
    await cut(own)
    const refusal = await refusalOf(settleJournal(own.db, taken(own.folder), new Date()))
    expect([refusal.code, refusal.params.place]).toEqual(['kernel.journal-ahead', '0/2'])
  })

  it('gets at a start what was committed and not written, and ends a line that was torn', async () => {
    const own = await house()
    const { db, folder, journal, doing, findings } = own
    await doing(journal, 2)
    await perform(groundOf(own), by, note, { n: 2 })
    appendFileSync(path.join(folder, DAY), '0/3 abc')
    await settleJournal(db, taken(folder), new Date('2024-07-02T04:00:00Z'))
    expect(await journalIn(folder).heads()).toMatchObject([{ lane: 0, seq: 4 }])
    expect(linesOf(folder, '2024-07-02.journal').at(-1)).toContain('kernel.journal-caught-up')
    expect(await findings()).toEqual([])
  })

  it('that cannot be written stops every action until a start', async () => {
    const { db, doing } = await house()
    const broken = journalIn(path.join(folder, 'not-there'))
    expect((await refusalOf(settleJournal(db, broken, new Date()))).code).toBe('kernel.journal-away')
    expect((await refusalOf(doing(broken, 1))).code).toBe('kernel.journal-away')
    const before = await sql`select from kernel_event`.execute(db)
    expect((await refusalOf(doing(broken, 1))).code).toBe('kernel.journal-away')
    expect((await sql`select from kernel_event`.execute(db)).rows.length).toBe(before.rows.length)
  })

  it('has a file for each day on which something was done, and a clock that is put back changes none before', async () => {
    const { folder, journal, doing, findings } = await house()
    for (const day of ['2024-06-30', '2024-07-01', '2024-07-04', '2024-07-02']) await doing(journal, 2, `${day}T04:00:00Z`)
    expect(readdirSync(folder).toSorted()).toEqual(['2024-06-30.journal', '2024-07-01.journal', '2024-07-04.journal'])
    expect(linesOf(folder, '2024-07-04.journal')).toHaveLength(4)
    expect(await findings()).toEqual([])
    // Another process that was late still writes into the file of its day, and nothing is altered by it.
    appendFileSync(path.join(folder, DAY), `31/1 ${'0'.repeat(64)} 2024-06-30T23:59:59.999Z test.late\n`)
    expect(await taken(folder).heads()).toHaveLength(2)
  })

  it('says which file is missing or was altered, whichever it is', async () => {
    const own = await house()
    const { db, folder, journal, doing } = own
    const names = ['2024-06-30.journal', '2024-07-01.journal', '2024-07-02.journal']
    for (const name of names) await doing(journal, 2, `${name.slice(0, 10)}T04:00:00Z`)
    const said = async (): Promise<unknown> => {
      const { code, params } = await refusalOf(settleJournal(db, taken(folder), new Date()))
      return [code, params.file]
    }
    for (const name of names) {
      const [here, away] = [path.join(folder, name), path.join(folder, 'away')]
      renameSync(here, away)
      expect(await said()).toEqual(['kernel.journal-broken', name])
      expect((await refusalOf(perform({ ...groundOf(own), journal: taken(folder) }, by, verifyRecord, {}))).code).toBe(
        'kernel.journal-broken',
      )
      renameSync(away, here)
    }
    const first = path.join(folder, names[0]!)
    const text = readFileSync(first, 'utf8')
    writeFileSync(first, text.replace('test.noted', 'test.other'))
    expect(await said()).toEqual(['kernel.journal-broken', names[0]])
    writeFileSync(first, text)
    await settleJournal(db, taken(folder), new Date())
  })
})
