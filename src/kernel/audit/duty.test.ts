import fc from 'fast-check'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { describe, expect, it } from 'vitest'
import { freshDatabase, groundOf } from '../../../test/database.ts'
import { perform } from '../action.ts'
import { action } from '../module.ts'
import type { Person } from '../who.ts'
import { layDownDuties } from './duty.ts'

const database = await freshDatabase()
const { db } = database
const ground = groundOf(database)
await layDownDuties(db, [
  { scope: 'test.case', roles: ['prepare', 'approve'], severity: 'block' },
  { scope: 'test.case', roles: ['approve', 'approve'], severity: 'block' },
  { scope: 'test.case', roles: ['pay', 'prepare'], severity: 'warn' },
])

const ROLES = ['prepare', 'approve', 'pay', 'read'] as const
const act = action('test.act', 'person', Type.Object({ role: Type.String(), id: Type.String() }), async (own, { role, id }) => {
  await own.duty(role, ['test.case', id])
  await own.record('test.acted', { object: ['test.case', id], details: { role } })
})
const person = (id: string, post?: string): Person => ({
  kind: 'person',
  id,
  name: id,
  session: null,
  key: null,
  posts:
    post === undefined
      ? []
      : [{ id: post, title: { zh: '', en: '' }, department: 'd', departmentName: 'd', roles: ['officer'], acting: post === 'acting' }],
  memberships: [],
})
const tried = (who: string, role: string, id: string, post?: string) =>
  perform(ground, person(who, post), act, { role, id }).then(
    () => 'done',
    (error: { readonly code?: string }) => error.code,
  )
const kept = async (id: string) =>
  (await sql<{ actor: string; role: string }>`select actor, role from kernel_acted where scope_id = ${id} order by number`.execute(db)).rows

describe('duties that are kept apart', () => {
  it('lets a second person approve, and refuses the one who prepared', async () => {
    expect(await tried('anna', 'prepare', 'one')).toBe('done')
    expect(await tried('anna', 'approve', 'one')).toBe('kernel.same-person')
    expect(await tried('bert', 'approve', 'one')).toBe('done')
    expect(await tried('anna', 'approve', 'another')).toBe('done')
  })

  it('counts the person, in whatever post they act', async () => {
    expect(await tried('cora', 'approve', 'two', 'own')).toBe('done')
    expect(await tried('cora', 'prepare', 'two', 'acting')).toBe('kernel.same-person')
  })

  it('only notes what a rule warns of', async () => {
    expect(await tried('dan', 'prepare', 'three')).toBe('done')
    expect(await tried('dan', 'pay', 'three')).toBe('done')
    const { rows } = await sql`select role, warned from kernel_acted where scope_id = 'three' order by number`.execute(db)
    expect(rows).toEqual([
      { role: 'prepare', warned: false },
      { role: 'pay', warned: true },
    ])
  })

  it('lets one of two win that come at once', async () => {
    for (let round = 0; round < 10; round++) {
      const id = `race ${round}`
      const outcomes = await Promise.all([tried('eve', 'prepare', id), tried('eve', 'approve', id)])
      expect(outcomes.sort()).toEqual(['done', 'kernel.same-person'])
      expect(await kept(id)).toHaveLength(1)
    }
  })

  it('never holds two duties of one person that exclude each other, whatever is tried in whatever order', async () => {
    const step = fc.record({ who: fc.constantFrom('x', 'y', 'z'), role: fc.constantFrom(...ROLES), post: fc.constantFrom('own', 'acting') })
    let number = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const id = `random ${number++}`
        const held: { actor: string; role: string }[] = []
        for (const { who, role, post } of steps) {
          const own = held.filter(({ actor }) => actor === `person:${who}`).map((each) => each.role)
          const excluded =
            (role === 'approve' && (own.includes('prepare') || own.includes('approve'))) || (role === 'prepare' && own.includes('approve'))
          expect(await tried(who, role, id, post)).toBe(excluded ? 'kernel.same-person' : 'done')
          if (!excluded) held.push({ actor: `person:${who}`, role })
        }
        expect(await kept(id)).toEqual(held)
      }),
      { numRuns: 40 },
    )
  })

  it.each([
    [
      'a second duty written by hand',
      "insert into kernel_acted (scope, scope_id, actor, role, at, warned) values ('test.case', 'one', 'person:anna', 'approve', now(), false)",
    ],
    ['another person put in', "update kernel_acted set actor = 'person:nobody'"],
    ['a duty forgotten', 'delete from kernel_acted'],
    ['all of them forgotten', 'truncate kernel_acted'],
    ['a rule softened', "update kernel_duty_rule set severity = 'warn'"],
    ['a rule taken away', 'delete from kernel_duty_rule'],
  ])('withstands %s', async (_what, statement) => {
    await expect(sql.raw(statement).execute(db)).rejects.toThrow(/append-only|separation of duties/)
  })

  it('is refused in a transaction that cannot see what others have just done', async () => {
    const blind = db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((own) =>
        sql`insert into kernel_acted (scope, scope_id, actor, role, at, warned) values ('test.case', 'q', 'person:q', 'read', now(), false)`.execute(
          own,
        ),
      )
    await expect(blind).rejects.toThrow('read committed')
  })
})
