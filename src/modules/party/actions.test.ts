import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { refusalOf } from '../../../test/refused.ts'
import { freshApp } from '../../../test/site.ts'
import { demo } from '../../app.ts'
import { enterprise, loadDemo, syntheticCount } from './index.ts'
import { demoUscc, isUscc } from './rules/uscc.ts'

const { app, database } = await freshApp()
const { db } = database
const visitor = { kind: 'visitor' } as const
const count = () => app.perform(visitor, syntheticCount, {})
const read = (uscc: string) => app.perform(visitor, enterprise, { uscc })
const everything = async () =>
  (
    await sql`select e.*, r.registry, r.valid_on, r.facts from party_enterprise e left join party_record r on r.enterprise_id = e.id
    order by e.uscc, r.registry`.execute(db)
  ).rows

describe('the demonstration population', () => {
  it('is the same for the same seed and another for another', async () => {
    await demo(app, 30, 7, 'test')
    const seven = await everything()
    await demo(app, 30, 8, 'test')
    expect(await everything()).not.toEqual(seven)
    await demo(app, 30, 7, 'test')
    expect(await everything()).toEqual(seven)
  })

  it('says of every enterprise that it is made up', async () => {
    await demo(app, 5, 1, 'test')
    expect(await count()).toBe(5)
    for (let number = 1; number <= 5; number++) {
      const found = await read(demoUscc(number))
      expect(found.synthetic).toBe(true)
      expect(found.name).toMatch(/^演示企业\d{6}号$/)
      expect(found.facts.length).toBeGreaterThan(0)
    }
  })

  it('is as large as asked, also across the size of a block, and can be none', async () => {
    await demo(app, 2001, 1, 'test')
    expect(await count()).toBe(2001)
    await demo(app, 0, 1, 'test')
    expect(await count()).toBe(0)
  })

  it('leaves real enterprises untouched and never shows them', async () => {
    const uscc = '91350100M000100Y43'
    await sql`insert into party_enterprise (id, uscc, name, district, synthetic)
      values (md5('uscc:' || ${uscc})::uuid, ${uscc}, '真实企业', '中心区', false)`.execute(db)
    await demo(app, 2, 1, 'test')
    await demo(app, 1, 2, 'test')
    const { rows } = await sql`select name, synthetic from party_enterprise where uscc = ${uscc}`.execute(db)
    expect(rows).toEqual([{ name: '真实企业', synthetic: false }])
    expect((await refusalOf(read(uscc))).code).toBe('party.enterprise-unknown')
  })

  it('is loaded by the operator only', async () => {
    const failure = await refusalOf(app.perform(visitor, loadDemo, { enterprises: 1, seed: 1 }))
    expect([failure.kind, failure.code]).toEqual(['forbidden', 'kernel.forbidden'])
  })
})

describe('an enterprise', () => {
  it('is found by its code, however it is typed', async () => {
    await demo(app, 1, 1, 'test')
    expect((await read(` ${demoUscc(1).toLowerCase()} `)).uscc).toBe(demoUscc(1))
  })

  it('has facts that each name their register and day', async () => {
    for (const fact of (await read(demoUscc(1))).facts) {
      expect(fact.registry).not.toBe('')
      expect(fact.validOn).toBe('2024-06-30')
    }
  })

  it('is refused with a code that is none', async () => {
    const failure = await refusalOf(read('91000000000000001X'))
    expect([failure.kind, failure.code]).toEqual(['invalid', 'party.uscc'])
  })

  it('is refused with a code that nobody has', async () => {
    expect(isUscc('91350100M000100Y43')).toBe(true)
    const failure = await refusalOf(read(demoUscc(999)))
    expect([failure.kind, failure.code, failure.params]).toEqual(['unknown', 'party.enterprise-unknown', { uscc: demoUscc(999) }])
  })
})

describe('the table', () => {
  it.each([
    ['a synthetic enterprise with a real region', '91350100M000100Y43', true],
    ['a real enterprise in the region that does not exist', demoUscc(5), false],
    ['a code with a letter that no code has', '9100000000000000IO', true],
  ])('refuses %s', async (_what, uscc, synthetic) => {
    const insert = sql`insert into party_enterprise (id, uscc, name, district, synthetic)
      values (md5('uscc:' || ${uscc})::uuid, ${uscc}, '某', '某', ${synthetic})`.execute(db)
    await expect(insert).rejects.toThrow('check constraint')
  })

  it('refuses a second enterprise of one code, whatever its id', async () => {
    const insert = (id: string) => sql`insert into party_enterprise (id, uscc, name, district, synthetic)
      values (${id}, '91350100M000100Y43', '某', '某', false)`
    await expect(insert('00000000-0000-0000-0000-000000000001').execute(db)).rejects.toThrow('party_id_of_code')
  })
})
