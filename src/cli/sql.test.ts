import { readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { freshClient } from '../../test/client.ts'
import { line } from '../../test/line.ts'
import { home, packs } from '../../test/packs.ts'

let client: pg.Client
beforeAll(async () => {
  client = await freshClient()
})

describe('planwright sql', () => {
  it('prints a table and a query that PostgreSQL takes as they are, under the name that was asked for', async () => {
    const asked = ['sql', packs.xincheng, '--on', '2026-06-30', '--table', '城市.企业']
    await client.query('create schema "城市"')
    await client.query((await line(...asked, '--layout')).out)
    await client.query('insert into "城市"."企业" (id) values (\'甲\'), (\'乙\')')
    const { code, out, err } = await line(...asked)
    expect([code, err]).toEqual([0, ''])
    const { rows } = await client.query<Record<string, unknown>>(out)
    expect(rows.map(({ id }) => id).sort()).toEqual(['乙', '甲'])
    expect(Object.keys(rows[0] ?? {})).toContain('research-subsidy status')
  })

  it('begins with the pack, the day and the table as comments', async () => {
    const { out } = await line('sql', packs.xincheng, '--on', '2026-06-30', '--measure', 'research-subsidy')
    expect(out).toMatch(
      /^-- xincheng [0-9a-f]{12} on 2026-06-30 known 2026-06-30\n-- create table "population" \(\n-- {3}"id" text primary key/,
    )
    expect(out.match(/ award"/g)).toHaveLength(1)
    expect(out.endsWith(';')).toBe(true)
  })

  it('prints what the page on it shows', async () => {
    const page = readFileSync(path.join(home, 'docs/sql.md'), 'utf8')
    const asked = ['sql', packs.wuhan, '--on', '2023-06-30', '--measure', 'public-service-platform']
    const [query, layout] = [await line(...asked), await line(...asked, '--layout')]
    expect(page).toContain(`\`\`\`sql\n${query.out.slice(query.out.indexOf('\nselect') + 1)}\n\`\`\``)
    expect(page).toContain(`\`\`\`sql\n${layout.out}\n\`\`\``)
  })

  it.each([
    [['--measure', 'no-such'], 'There is no measure "no-such".'],
    [['--table', ''], '--table is a table or schema.table, each of 1 to 63 bytes: "".'],
    [['--table', 'a.b.c'], '--table is a table or schema.table, each of 1 to 63 bytes: "a.b.c".'],
    [['--table', '企'.repeat(22)], `--table is a table or schema.table, each of 1 to 63 bytes: "${'企'.repeat(22)}".`],
    [['--on', '2026-02-30'], '--on is no day: "2026-02-30". Write 2023-06-30.'],
  ])('refuses %s', async (wrong, sentence) => {
    const { code, out, err } = await line('sql', packs.xincheng, ...wrong, '--lang', 'en')
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: `planwright: ${sentence}` })
  })
})
