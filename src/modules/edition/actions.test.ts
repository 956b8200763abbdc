import { sql } from 'kysely'
import { Type } from 'typebox'
import { beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, groundOf } from '../../../test/database.ts'
import { packs } from '../../../test/packs.ts'
import { refusalOf } from '../../../test/refused.ts'
import { perform } from '../../kernel/action.ts'
import { view } from '../../kernel/module.ts'
import type { Who } from '../../kernel/who.ts'
import { textsOf } from '../../pack/texts.ts'
import { editions, hashInService, packInService, packOfEdition, publish } from './index.ts'
import { putInService } from './queries.ts'

const { db, ...database } = await freshDatabase()
const ground = groundOf({ db, ...database })
const operator: Who = { kind: 'operator', name: 'tester' }
const visitor: Who = { kind: 'visitor' }

const current = view('test.pack', 'public', Type.Object({}), packInService)
const files = Object.fromEntries((await textsOf(packs.xincheng)).files)
const descriptor = files['datapackage.json'] ?? ''
/** The same city, a version on. */
const next = { ...files, 'datapackage.json': descriptor.replace(/"version": "[^"]+"/, '"version": "9.9.9"') }
const publishFiles = (texts: Record<string, string>, who: Who = operator) => perform(ground, who, publish, { files: texts })
const inService = () => perform(ground, visitor, hashInService, {})
const events = async () =>
  (await sql<{ event: string }>`select event from kernel_audit order by seq`.execute(db)).rows.map((row) => row.event)

describe('before the first publication', () => {
  it('says that no pack is loaded, and how to load one', async () => {
    const failure = await refusalOf(perform(ground, visitor, current, {}))
    expect([failure.kind, failure.code]).toEqual(['unavailable', 'edition.none'])
    expect(failure.text.en).toContain('planwright load')
    expect(await inService()).toBeNull()
  })
})

describe('a published pack', () => {
  let hash = ''
  beforeAll(async () => {
    hash = (await publishFiles(files)).hash
  })

  it('is in service, with what its texts say', async () => {
    expect(await inService()).toBe(hash)
    const pack = await perform(ground, visitor, current, {})
    expect([pack.id, pack.hash, pack.synthetic]).toEqual(['xincheng', hash, true])
  })

  it('is not changed by the same texts again', async () => {
    const before = await perform(ground, visitor, editions, {})
    expect(await publishFiles(files)).toEqual({ hash, changed: false })
    expect(await perform(ground, visitor, editions, {})).toEqual(before)
    expect((await events()).at(-1)).toBe('edition.confirmed')
  })

  it('stays in service when one with errors is to replace it, and every error is listed with its place', async () => {
    const measure = 'measures/research-subsidy.md'
    const bad = {
      ...files,
      [measure]: (files[measure] ?? '').replace('- 独立法人', '- 独立法师').replace('营业收入 >= 收入门槛', '营业收入 + 补助比例'),
    }
    const lineOf = (words: string): number => bad[measure].split('\n').findIndex((line) => line.includes(words)) + 1
    const failure = await refusalOf(publishFiles(bad))
    expect([failure.kind, failure.code, failure.params.count]).toEqual(['invalid', 'edition.findings', failure.fields.length])
    expect(failure.fields.map(({ field, code }) => [field.replace(/:\d+$/, ''), code])).toEqual(
      expect.arrayContaining([
        [`${measure}:${lineOf('独立法师')}`, 'rule.name-unknown'],
        [`${measure}:${lineOf('营业收入 + 补助比例')}`, 'rule.unit-mismatch'],
      ]),
    )
    expect(await inService()).toBe(hash)
  })

  it('may be published by the operator only', async () => {
    expect((await refusalOf(publishFiles(next, visitor))).code).toBe('kernel.forbidden')
  })

  it('gives way to the next, is kept, and can come back', async () => {
    const later = await publishFiles(next)
    expect(later.changed).toBe(true)
    const list = await perform(ground, visitor, editions, {})
    expect(list.map((each) => [each.hash, each.version, each.inService])).toEqual([
      [later.hash, '9.9.9', true],
      [hash, expect.any(String), false],
    ])
    expect(await publishFiles(files)).toEqual({ hash, changed: true })
    expect((await perform(ground, visitor, current, {})).hash).toBe(hash)
  })

  it('is found by its hash or the beginning of it, in service or not', async () => {
    expect((await perform(ground, visitor, packOfEdition, { hash: hash.slice(0, 12) })).hash).toBe(hash)
    expect((await refusalOf(perform(ground, visitor, packOfEdition, { hash: '0123456789ab' }))).code).toBe('edition.unknown')
  })

  it('is one of one when two are published at once', async () => {
    await Promise.all([publishFiles(files), publishFiles(next), publishFiles(files), publishFiles(next)])
    const list = await perform(ground, visitor, editions, {})
    expect(list.filter((each) => each.inService)).toHaveLength(1)
  })
})

describe('an edition in the database', () => {
  it.each([
    ['its texts', "update edition_pack set files = '{}'"],
    ['its name', "update edition_pack set title_zh = '别的'"],
    ['its hash', "update edition_pack set hash = repeat('0', 64)"],
    ['its day', "update edition_pack set loaded_at = loaded_at - interval '1 day'"],
  ])('never changes %s', async (_what, statement) => {
    await expect(sql.raw(statement).execute(db)).rejects.toThrow('a published edition never changes')
  })

  it('is never removed', async () => {
    await expect(sql`delete from edition_pack`.execute(db)).rejects.toThrow('a published edition never changes')
    await expect(sql`truncate edition_pack cascade`.execute(db)).rejects.toThrow('append-only')
  })

  it('is the only one in service', async () => {
    await expect(
      sql`insert into edition_term (hash, how, since) select hash, 'loaded', now() from edition_pack limit 1`.execute(db),
    ).rejects.toThrow('edition_term_one_in_service')
  })

  it('that a newer program no longer accepts is said to be so, and publishing a good one puts it right', async () => {
    const hash = 'f'.repeat(64)
    await sql`insert into edition_pack (hash, id, title_zh, title_en, version, files)
      values (${hash}, 'old', '旧', 'old', '0', '{"datapackage.json": "{}"}')`.execute(db)
    await putInService(db, { hash, how: 'loaded', proposal: null, now: new Date() })
    const failure = await refusalOf(perform(ground, visitor, current, {}))
    expect([failure.kind, failure.code, failure.params]).toEqual(['unavailable', 'edition.outdated', { hash: 'ffffffffffff' }])
    expect(failure.text.zh).toContain('planwright load')
    await publishFiles(files)
    expect((await perform(ground, visitor, current, {})).id).toBe('xincheng')
  })
})
