import { sql } from 'kysely'
import { Type } from 'typebox'
import { describe, expect, it } from 'vitest'
import { freshDatabase, groundOf } from '../../../test/database.ts'
import { GENESIS } from '../../core/evidence/event.ts'
import { perform } from '../action.ts'
import type { Db } from '../database.ts'
import { migrate } from '../database.ts'
import { action } from '../module.ts'
import type { Person, Who } from '../who.ts'
import { auditMigrations } from './tables.ts'

const database = await freshDatabase()
const { db } = database
const ground = groundOf(database, '2024-06-30T16:30:00.123Z')
const operator: Who = { kind: 'operator', name: 'tester' }

const Things = Type.Object({ things: Type.Array(Type.String()), enterprise: Type.Optional(Type.String()) })
const note = action('test.note', { post: ['officer'], member: 'draft' }, Things, async (act, { things }) => {
  for (const thing of things) await act.record('test.noted', { object: ['test.thing', thing], before: null, details: { thing } })
})

type Row = { readonly lane: number; readonly seq: bigint; readonly prev: string; readonly hash: string; readonly object_id: string }
const events = async (of: Db = db) =>
  (await sql<Row>`select *, encode(prev, 'hex') as prev, encode(hash, 'hex') as hash from kernel_event order by lane, seq`.execute(of)).rows

describe('recording', () => {
  it('chains what is recorded, each event to the one before it', async () => {
    await perform(ground, operator, note, { things: ['a', 'b'] })
    await perform(ground, operator, note, { things: ['c'] })
    const rows = await events()
    expect(rows.map(({ lane, seq, object_id }) => [lane, seq, object_id])).toEqual([
      [0, 1n, 'a'],
      [0, 2n, 'b'],
      [0, 3n, 'c'],
    ])
    expect(rows.map(({ prev }) => prev)).toEqual([GENESIS, rows[0]?.hash, rows[1]?.hash])
    const { rows: heads } = await sql<{
      head: string
    }>`select encode(head, 'hex') as head from kernel_lane where lane = 0 and seq = 3`.execute(db)
    expect(heads).toEqual([{ head: rows[2]?.hash }])
  })

  it('names the person, the key, the post and the enterprise acted for', async () => {
    const post = {
      id: 'post-1',
      title: { zh: '', en: '' },
      department: 'd',
      departmentName: 'd',
      roles: ['officer'],
      acting: true,
    } as const
    const person: Person = { kind: 'person', id: 'p', name: 'P', session: null, key: null, posts: [post], memberships: [] }
    await perform(ground, person, note, { things: ['by a post'] })
    const member = { enterprise: '91000000000000001N', level: 'sign', via: 'member', measure: null } as const
    const machine = { ...person, posts: [], memberships: [member], key: { id: 'key-1', uses: ['test.note'] } }
    await perform(ground, machine, note, { things: ['for an enterprise'], enterprise: member.enterprise })
    const { rows } = await sql`select actor, key, post, on_behalf_of, at from kernel_audit order by seq desc limit 2`.execute(db)
    const at = new Date('2024-06-30T16:30:00.123Z')
    expect(rows).toEqual([
      { actor: 'person:p', key: 'key-1', post: null, on_behalf_of: '91000000000000001N', at },
      { actor: 'person:p', key: null, post: 'post-1', on_behalf_of: null, at },
    ])
  })

  it('keeps what was recorded as it was, whatever becomes of the value', async () => {
    const late = action('test.late', 'operate', Type.Object({}), async (act) => {
      const thing = { colour: 'red', missing: undefined, text: 'a\u0000\ud800b' }
      await act.record('test.painted', { object: ['test.thing', 'z'], after: thing })
      thing.colour = 'blue'
    })
    await perform(ground, operator, late, {})
    const { rows } = await sql`select c.after from kernel_content c join kernel_event e using (lane, seq) where e.object_id = 'z'`.execute(
      db,
    )
    expect(rows).toEqual([{ after: '{"colour":"red","text":"a\\u0000\ufffdb"}' }])
  })

  it('writes side by side without gaps or forks, also from transactions that look at an earlier moment', async () => {
    const own = await freshDatabase()
    const slow = action('test.slow', 'operate', Type.Object({ repeatable: Type.Boolean() }), async (act, { repeatable }) => {
      if (repeatable) await sql`set transaction isolation level repeatable read`.execute(act.db)
      await sql`select pg_sleep(0.01)`.execute(act.db)
      await act.record('test.slept', { object: ['test.thing', 's'] })
      await act.record('test.woke', { object: ['test.thing', 's'] })
    })
    await Promise.all(Array.from({ length: 60 }, (_, index) => perform(groundOf(own), operator, slow, { repeatable: index % 3 === 0 })))
    const rows = await events(own.db)
    expect(rows.length).toBe(120)
    for (const [index, row] of rows.entries()) {
      const before = rows[index - 1]
      expect([row.seq, row.prev]).toEqual(before?.lane === row.lane ? [before.seq + 1n, before.hash] : [1n, GENESIS])
    }
    expect(new Set(rows.map(({ lane }) => lane)).size).toBeGreaterThan(1)
  })

  it('is planned once for each connection', async () => {
    const own = await freshDatabase()
    await perform(groundOf(own), operator, note, { things: ['a'] })
    const { rows } = await own.pool.query<{ name: string }>('select name from pg_prepared_statements order by name')
    expect(rows.map(({ name }) => name)).toEqual(['kernel_append', 'kernel_take_lane'])
  })

  it('begins with what was recorded before there were lanes', async () => {
    const old = await freshDatabase({ empty: true })
    await migrate(old.db, auditMigrations.slice(0, 1))
    await sql`insert into kernel_audit (who, event, details) values ('operator:x', 'old.one', '{"n": 1}'), ('visitor', 'old.two', '{}')`.execute(
      old.db,
    )
    await migrate(old.db, auditMigrations)
    const { rows } = await sql`select seq, actor, event, details from kernel_audit order by seq`.execute(old.db)
    expect(rows).toEqual([
      { seq: 1n, actor: 'operator:x', event: 'old.one', details: { earlier: { n: 1 } } },
      { seq: 2n, actor: 'visitor', event: 'old.two', details: { earlier: {} } },
    ])
  })
})
