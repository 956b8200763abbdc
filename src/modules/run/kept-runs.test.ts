import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { personWith, postWith } from '../../../test/people.ts'
import { refusalOf } from '../../../test/refused.ts'
import { freshApp } from '../../../test/site.ts'
import { type RunTotal, runCsv, runDifference, runPage, runs } from './index.ts'
import { differenceOf, isCode } from './rules.ts'

const { app, database } = await freshApp()
const finance = personWith({ posts: [postWith('finance')] })

/** A run with one measure, as the command line keeps them; whole unless it is said otherwise. */
const keep = async (measure: string, fen: bigint, enterprise: string, whole = true): Promise<string> => {
  const id = randomUUID()
  const { rows } = await sql<{
    number: number
  }>`insert into run_start (id, pack, population, source, decided_on, known_on, engine, every_cell)
    values (${id}, ${'0'.repeat(64)}, 'p', 'db:city', '2024-06-30', '2024-06-30', 'e', false) returning number`.execute(database.db)
  const { number } = rows[0]!
  await sql`insert into run_total values (${number}, 0, ${measure}, 1, 2, 3, ${String(fen)})`.execute(database.db)
  await sql`insert into run_grant values (${enterprise}, ${number}, 0, 1, ${fen}, 0)`.execute(database.db)
  if (whole) await sql`insert into run_end (run, enterprises, times) values (${number}, 6, '{}')`.execute(database.db)
  return id.replaceAll('-', '')
}

describe('runs in the database', () => {
  it('are listed once they are whole, with their sums, and say whether their enterprises can be real', async () => {
    const first = await keep('a', 12_345n, '7')
    await keep('a', 1n, '7', false)
    const real = await keep('b', 2n ** 60n, '91350100M000100Y43')
    expect(await app.perform(finance, runs, {})).toMatchObject([
      { id: real, fen: 2n ** 60n, isReal: true },
      { id: first, fen: 12_345n, isReal: false, enterprises: 6, eligible: 1 },
    ])
    const page = await app.perform(finance, runPage, { run: first })
    expect(page.totals).toEqual([{ measure: 'a', eligible: 1, ineligible: 2, undetermined: 3, fen: 12_345n }])
    expect(page.others.map(({ id }) => id)).toEqual([real])
    expect(await app.perform(finance, runCsv, { run: first })).toBe(
      '\ufeffmeasure,eligible,ineligible,undetermined,yuan,enterprises\r\na,1,2,3,123.45,synthetic or anonymous\r\n',
    )
    const { measures } = await app.perform(finance, runDifference, { before: first, after: real })
    expect(measures.map(({ measure, fen }) => [measure, fen])).toEqual([
      ['b', 2n ** 60n],
      ['a', -12_345n],
    ])
  })

  it('are unknown under an id that no whole run has', async () => {
    for (const run of ['nothing', randomUUID().replaceAll('-', '')]) {
      expect((await refusalOf(app.perform(finance, runPage, { run }))).code).toBe('run.unknown')
    }
  })

  it('are for finance alone', async () => {
    const officer = personWith({ posts: [postWith('officer', 'planner', 'administrator', 'auditor')] })
    for (const use of [runs]) expect((await refusalOf(app.perform(officer, use, {}))).code).toBe('kernel.forbidden')
  })
})

describe('the difference of two runs', () => {
  const totals = fc
    .uniqueArray(fc.record({ measure: fc.constantFrom('a', 'b', 'c', 'd'), fen: fc.bigInt({ min: 0n, max: 10n ** 20n }) }), {
      selector: ({ measure }) => measure,
    })
    .map((list) => list.map((each): RunTotal => ({ ...each, eligible: 1, ineligible: 0, undetermined: 0 })))
  const sum = (list: readonly { readonly fen: bigint }[]) => list.reduce((all, { fen }) => all + fen, 0n)

  it('adds up to the difference of the sums, and turns its sign with its sides', () => {
    fc.assert(
      fc.property(totals, totals, (a, b) => {
        expect(sum(differenceOf(a, b))).toBe(sum(b) - sum(a))
        expect(sum(differenceOf(b, a))).toBe(sum(a) - sum(b))
      }),
    )
  })
})

it('takes for codes of enterprises only what can be one', () => {
  expect(['91350100M000100Y43', '91000000000000001N', '7', ''].map(isCode)).toEqual([true, false, false, false])
})
