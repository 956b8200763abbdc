import { generateKeyPairSync } from 'node:crypto'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { afterAll, describe, expect, it } from 'vitest'
import { atEnd } from '../../../test/at-end.ts'
import { freshDatabase, groundOf, type TestDatabase } from '../../../test/database.ts'
import { perform } from '../action.ts'
import { type Db, openDatabase } from '../database.ts'
import { action } from '../module.ts'
import { takeCheckpoint } from './checkpoints.ts'
import { signerOf } from './key.ts'
import { SITE_ROLE } from './site-role.ts'
import { verified, wholeRecord } from './walk.ts'

const note = action('test.note', 'operate', Type.Object({}), async (act) => {
  for (const n of [1, 2, 3]) await act.record('test.noted', { object: ['test.thing', String(n)], after: { n } })
})
const signer = signerOf(generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString())

/** Six events, a checkpoint, three more. */
const filled = async (): Promise<TestDatabase> => {
  const database = await freshDatabase()
  const ground = groundOf(database)
  const by = { kind: 'operator', name: 'tester' } as const
  await perform(ground, by, note, {})
  await perform(ground, by, note, {})
  await takeCheckpoint(database.db, 'sha256', signer, ground.now())
  await perform(ground, by, note, {})
  await sql`insert into edition_pack (hash, id, title_zh, title_en, version, files) values (repeat('0', 64), 'x', 'x', 'x', '1', '{}')`.execute(
    database.db,
  )
  return database
}
const database = await filled()
const site = await openDatabase(database.url, SITE_ROLE)
atEnd(site.close)

const found = async (db: Db) => (await verified(await wholeRecord(db))).findings
const run = (db: Db, statements: string): Promise<unknown> =>
  db.transaction().execute(async (own) => {
    for (const statement of statements.split(';')) await sql.raw(statement).execute(own)
  })

const ATTACKS: readonly (readonly [what: string, statement: string])[] = [
  ['a changed actor', "update kernel_event set actor = 'person:other' where seq = 2"],
  ['an update of nothing', "update kernel_event set actor = 'x' where false"],
  ['a removed event', 'delete from kernel_event where seq = 9'],
  ['all events removed', 'truncate kernel_event cascade'],
  ['a merge that deletes', 'merge into kernel_event e using (select 1) b on e.seq = 9 when matched then delete'],
  ['an upsert', 'insert into kernel_event select * from kernel_event where seq = 1 on conflict (lane, seq) do update set seq = 100'],
  ['changed contents', `update kernel_content set after = '{"n":7}'`],
  ['removed contents', 'delete from kernel_content'],
  ['all contents removed', 'truncate kernel_content'],
  ['a checkpoint taken away', 'delete from kernel_checkpoint'],
  ['a checkpoint changed', 'update kernel_checkpoint set at = now()'],
  ['a lane taken away', 'delete from kernel_lane where lane = 0'],
  ['a head set back', 'update kernel_lane set seq = 8, head = (select hash from kernel_event where lane = 0 and seq = 8) where lane = 0'],
  ['a head moved without an event', "update kernel_lane set seq = seq + 1, head = decode(repeat('ab', 32), 'hex') where lane = 0"],
  ['the list of kept tables emptied', 'delete from kernel_kept'],
  ['a duty forgotten', 'delete from kernel_acted'],
  ['a duty rule taken away', 'delete from kernel_duty_rule'],
  ['a published edition changed', "update edition_pack set version = '0'"],
  ['a text of an edition taken away', 'delete from edition_text'],
]
/** What the owner's triggers have nothing to say about, and the site's role may not. */
const OF_OWNERS: readonly (readonly [what: string, statement: string])[] = [
  ['a trigger switched off', 'alter table kernel_event disable trigger user'],
  ['a trigger dropped', 'drop trigger kernel_event_append_only on kernel_event'],
  ['a trigger function renamed', 'alter function kernel_refuse_change() rename to nothing'],
  ['the table dropped', 'drop table kernel_event cascade'],
  ['all triggers passed over', 'set session_replication_role = replica'],
  ['a duty rule softened', "insert into kernel_duty_rule values ('test', 'a', 'b', 'warn')"],
  ['a migration forgotten', "delete from kernel_migration where name like 'kernel/%'"],
]

const refused = { rights: 0, triggers: 0, found: 0 }
afterAll(() =>
  console.log(`hostile SQL: ${refused.rights} refused by rights, ${refused.triggers} by triggers, ${refused.found} found by verification`),
)

describe('as the role of the site', () => {
  it.each([...ATTACKS, ...OF_OWNERS])('refuses %s for want of a right', async (_what, statement) => {
    await expect(run(site.db, statement)).rejects.toThrow(/permission denied|must be owner|append-only/)
    refused.rights++
    expect(await found(database.db)).toEqual([])
  })

  it('lets the site do its work: act, take checkpoints, erase with a record', async () => {
    const own = await filled()
    const asSite = await openDatabase(own.url, SITE_ROLE)
    atEnd(asSite.close)
    await perform(groundOf(asSite), { kind: 'operator', name: 'tester' }, note, {})
    await takeCheckpoint(asSite.db, 'sha256', signer, new Date())
    expect((await sql<{ erased: boolean }>`select kernel_erase(0::smallint, 1) as erased`.execute(asSite.db)).rows).toEqual([
      { erased: true },
    ])
    expect(await found(asSite.db)).toEqual([{ kind: 'erased', lane: 0, seq: 1, checkpoint: null }])
  })
})

describe('as the owner of the tables', () => {
  it.each(ATTACKS)('refuses %s by a trigger', async (_what, statement) => {
    await expect(run(database.db, statement)).rejects.toThrow(/append-only|never changes|does not follow/)
    refused.triggers++
    expect(await found(database.db)).toEqual([])
  })
})

describe('as an owner who switches the triggers off', () => {
  it.each([
    ['a changed actor', "update kernel_event set actor = 'person:other' where seq = 2", 'hash'],
    ['another time', "update kernel_event set at = at + interval '1 second' where seq = 2", 'hash'],
    ['a changed event with a hash of its own', "update kernel_event set hash = decode(repeat('ab', 32), 'hex') where seq = 2", 'hash'],
    ['a removed row', 'delete from kernel_content where seq = 2; delete from kernel_event where seq = 2', 'gap'],
    [
      'swapped rows',
      'update kernel_event set seq = -seq where seq in (2, 3); update kernel_event set seq = case seq when -2 then 3 else 2 end where seq < 0',
      'prev',
    ],
    ['a removed tail before a checkpoint', 'delete from kernel_content where seq > 4; delete from kernel_event where seq > 4', 'past'],
    [
      'a removed tail with the head set back',
      'delete from kernel_content where seq > 4; delete from kernel_event where seq > 4; update kernel_lane set seq = 4, head = (select hash from kernel_event where seq = 4) where lane = 0',
      'past',
    ],
    ['a removed tail after the checkpoint', 'delete from kernel_content where seq > 7; delete from kernel_event where seq > 7', 'head'],
    ['a changed head', "update kernel_lane set head = decode(repeat('ab', 32), 'hex') where lane = 0", 'head'],
    [
      'an event beyond the head',
      'insert into kernel_event select lane, 11, at, actor, key, post, on_behalf_of, action, event, object_type, object_id, null, null, null, alg, prev, hash from kernel_event where seq = 1',
      'gap',
    ],
    ['changed contents', `update kernel_content set after = '{"n":7}' where seq = 2`, 'contents'],
    ['another salt', "update kernel_content set salt = decode(repeat('ab', 16), 'hex') where seq = 2", 'contents'],
    ['removed contents', 'delete from kernel_content where seq = 2', 'erased'],
    ['a changed checkpoint', 'update kernel_checkpoint set body = replace(body, \'"events":6\', \'"events":5\')', 'checkpoint'],
    ['a forged signature', "update kernel_checkpoint set signature = decode(repeat('ab', 64), 'hex')", 'signature'],
  ])('is found: %s', async (_what, statements, kind) => {
    const own = await filled()
    const off = ['kernel_event', 'kernel_content', 'kernel_checkpoint', 'kernel_lane'].map(
      (table) => `alter table ${table} disable trigger user`,
    )
    await run(own.db, [...off, 'alter table kernel_event drop constraint kernel_event_seq_check', statements].join(';'))
    expect((await found(own.db)).map((each) => each.kind)).toContain(kind)
    refused.found++
  })
})
