import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { refusalOf } from '../../test/refused.ts'
import { type Listing, type ListRow, type ListWish, listed, listedByKey, listedWhole } from './listing.ts'

const { db } = await freshDatabase()
await sql`create table test_firm (code text primary key, name text not null, kind text not null, size numeric not null, since date not null, hidden boolean not null)`.execute(
  db,
)
await sql`insert into test_firm select to_char(n, 'FM0000'), '企业' || (n * 7919 % 40), (array['a', 'b', 'c'])[n % 3 + 1], n * 31 % 50,
  date '2020-01-01' + (n * 37 % 90), n % 10 = 0 from generate_series(1, 300) n`.execute(db)

const firms: Listing = {
  from: sql`test_firm`,
  where: sql<boolean>`not hidden`,
  key: sql<string>`code`,
  columns: {
    name: { kind: 'text', sql: sql`name` },
    kind: { kind: 'choice', sql: sql`kind` },
    size: { kind: 'number', sql: sql`size` },
    since: { kind: 'day', sql: sql`since` },
    note: { kind: 'text', sql: sql`case when size > 40 then 'big' end`, sortable: false },
  },
  order: 'name',
}
const all = (wish: ListWish) => listedWhole(db, firms, wish, 1000)
const codes = (rows: readonly ListRow[]) => rows.map(({ key }) => key)

/** Every page from the first to the last, then back again. */
const walked = async (wish: ListWish) => {
  const forth: string[][] = []
  const back: string[][] = []
  let part = await listed(db, firms, wish)
  for (;;) {
    forth.push(codes(part.rows))
    if (part.next === null) break
    part = await listed(db, firms, { ...wish, at: part.next })
  }
  for (;;) {
    back.unshift(codes(part.rows))
    if (part.previous === null) break
    part = await listed(db, firms, { ...wish, at: part.previous })
  }
  return { forth: forth.flat(), back: back.flat(), total: part.total }
}

const anyWish = fc.record(
  {
    sort: fc.constantFrom('name', '-name', 'kind', '-kind', 'size', '-size', 'since', '-since'),
    size: fc.integer({ min: 20, max: 200 }),
    filters: fc.record(
      {
        name: fc.constantFrom('1', '企业', '3'),
        kind: fc.constantFrom('a', 'b'),
        size: fc.constantFrom('10..30', '..20', '45..'),
        since: fc.constant('2020-01-15..2020-03-01'),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
)

describe('a list', () => {
  it('is walked forth and back without a gap or a row twice, in any order and under any filter', async () => {
    await fc.assert(
      fc.asyncProperty(anyWish, async (wish) => {
        const whole = codes(await all(wish))
        const { forth, back, total } = await walked(wish)
        expect(forth).toEqual(whole)
        expect(back).toEqual(whole)
        expect(total).toBe(whole.length)
        expect(new Set(whole).size).toBe(whole.length)
      }),
      { numRuns: 40 },
    )
  })

  it('shows and counts nothing that its condition hides, whatever is asked for', async () => {
    expect((await listed(db, firms, {})).total).toBe(270)
    expect(codes(await all({})).filter((code) => code.endsWith('0'))).toEqual([])
    expect(codes(await listedByKey(db, firms, ['0010', '0011', 'nobody']))).toEqual(['0011'])
  })

  it('filters texts by what they hold, choices exactly, numbers and days by from and to', async () => {
    expect((await all({ filters: { name: '业13' } })).every(({ name }) => name === '企业13')).toBe(true)
    expect((await all({ filters: { size: '7' } })).map(({ size }) => size)).toEqual(expect.arrayContaining(['7']))
    for (const { since } of await all({ filters: { since: '2020-02-01..2020-02-03' } })) expect(since).toMatch(/^2020-02-0[123]$/)
    expect(await all({ filters: { name: "' or true --" } })).toEqual([])
    expect(await all({ filters: { name: '%' } })).toEqual([])
  })

  it('goes on at its place when rows before it have come or gone', async () => {
    const first = await listed(db, firms, { sort: 'since', size: 10 })
    const second = await listed(db, firms, { sort: 'since', size: 10, at: first.next ?? '' })
    await sql`insert into test_firm values ('x', 'new', 'a', 1, '2019-01-01', false)`.execute(db)
    expect((await listed(db, firms, { sort: 'since', size: 10, at: first.next ?? '' })).rows).toEqual(second.rows)
    await sql`delete from test_firm where code = 'x'`.execute(db)
  })

  it.each([
    [{ sort: 'nothing' }, 'kernel.list-column'],
    [{ sort: 'note' }, 'kernel.list-column'],
    [{ sort: 'constructor' }, 'kernel.list-column'],
    [{ filters: { nothing: '1' } }, 'kernel.list-column'],
    [{ filters: { size: 'many' } }, 'kernel.list-bound'],
    [{ filters: { since: '2020-02-30' } }, 'kernel.list-bound'],
    [{ at: 'nonsense' }, 'kernel.list-place'],
    [{ sort: 'size', at: Buffer.from('[false,"x","0001"]').toString('base64url') }, 'kernel.list-bound'],
  ])('refuses %j', async (wish, code) => {
    expect((await refusalOf(listed(db, firms, wish))).code).toBe(code)
  })

  it('refuses to hand out more at once than it should', async () => {
    expect((await refusalOf(listedWhole(db, firms, {}, 100))).code).toBe('kernel.list-long')
  })
})
