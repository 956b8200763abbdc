import { sql } from 'kysely'
import { Type } from 'typebox'
import { beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, groundOf } from '../../../test/database.ts'
import { reformed, xincheng } from '../../../test/pack.ts'
import { postFor, somebody } from '../../../test/people.ts'
import { refusalOf } from '../../../test/refused.ts'
import { perform } from '../../kernel/action.ts'
import { view } from '../../kernel/module.ts'
import type { Person, Role, Who } from '../../kernel/who.ts'
import { hashOfFiles } from '../../pack/read.ts'
import {
  compareAgain,
  editions,
  hashInService,
  isPeoples,
  packInService,
  packPublished,
  proposal,
  proposals,
  propose,
  proposeRollBack,
  publish,
  publishProposal,
  withdrawProposal,
} from './index.ts'

const database = await freshDatabase()
const { db } = database
const ground = groundOf(database)
const operator: Who = { kind: 'operator', name: 'tester' }
const holderOf = async (role: Role): Promise<Person> => {
  const person = await somebody(database)
  return { ...person, posts: [await postFor(database, person, [role])] }
}
const planner = await holderOf('planner')
const administrator = await holderOf('administrator')
const officer = await holderOf('officer')

const first = await xincheng()
const second = reformed(first)
const third = new Map([...first, ['README.md', '# 又一版\n']])
const texts = (files: ReadonlyMap<string, string>) => Object.fromEntries(files)
const broken = new Map([
  ...first,
  ['measures/research-subsidy.md', (first.get('measures/research-subsidy.md') ?? '').replace('- 独立法人', '- 独立法师')],
])

const proposeAs = (who: Who, files: ReadonlyMap<string, string>, reason = '研发补助提高到12%') =>
  perform(ground, who, propose, { files: texts(files), origin: { kind: 'upload', name: 'xincheng.zip' }, reason })
const publishAs = (who: Who, id: string) => perform(ground, who, publishProposal, { id })
const read = (id: string, who: Who = administrator) => perform(ground, who, proposal, { id })
const inService = () => perform(ground, { kind: 'visitor' }, hashInService, {})
const withdraw = (id: string) => perform(ground, planner, withdrawProposal, { id, reason: '不再需要' })

beforeAll(async () => {
  await perform(ground, operator, publish, { files: texts(first) })
})

describe('a proposal', () => {
  it('is made by planners and administrators only, never by the operator alone', async () => {
    expect((await refusalOf(proposeAs({ kind: 'visitor' }, second))).code).toBe('kernel.sign-in')
    expect((await refusalOf(proposeAs(officer, second))).code).toBe('kernel.forbidden')
    expect((await refusalOf(proposeAs(operator, second))).code).toBe('kernel.forbidden')
  })

  it('needs texts, a reason, and a difference to what is in service', async () => {
    expect((await refusalOf(proposeAs(planner, new Map()))).code).toBe('edition.nothing')
    expect((await refusalOf(proposeAs(planner, first))).code).toBe('edition.unchanged')
    expect((await refusalOf(proposeAs(planner, second, ''))).fields.map(({ field }) => field)).toEqual(['reason'])
  })

  it('is put in service by a second person, and the history says by which posts', async () => {
    const { id } = await proposeAs(planner, second)
    expect((await refusalOf(proposeAs(administrator, second))).code).toBe('edition.proposed-already')
    expect([(await read(id)).obstacle, (await read(id, planner)).obstacle]).toEqual([null, 'edition.same-person'])
    expect((await refusalOf(publishAs(planner, id))).code).toBe('edition.same-person')
    expect(await inService()).toBe(hashOfFiles(first))

    expect(await publishAs(administrator, id)).toEqual({ hash: hashOfFiles(second) })
    expect(await inService()).toBe(hashOfFiles(second))
    expect(await perform(ground, operator, isPeoples, {})).toBe(true)
    expect((await refusalOf(publishAs(administrator, id))).code).toBe('edition.proposal-closed')
    const [now, before] = (await perform(ground, { kind: 'visitor' }, editions, {})).toSorted(
      (a, b) => Number(b.inService) - Number(a.inService),
    )
    expect(now!.terms).toEqual([
      {
        since: '2024-06-30T04:00:00.000Z',
        until: null,
        how: 'published',
        proposedBy: planner.posts[0]!.title,
        publishedBy: administrator.posts[0]!.title,
      },
    ])
    expect(before!.terms).toMatchObject([{ until: '2024-06-30T04:00:00.000Z', how: 'loaded', proposedBy: null, publishedBy: null }])
  })

  it('puts an earlier edition back by two people, and both editions stay what they were', async () => {
    expect((await refusalOf(perform(ground, planner, proposeRollBack, { hash: '0'.repeat(64), reason: '错误' }))).code).toBe(
      'edition.unknown',
    )
    const { id } = await perform(ground, administrator, proposeRollBack, { hash: hashOfFiles(first), reason: '比例有误' })
    expect((await refusalOf(publishAs(administrator, id))).code).toBe('edition.same-person')
    await publishAs(planner, id)
    const pack = (hash: string) =>
      perform(
        ground,
        operator,
        view('test.pack', 'public', Type.Object({}), (look) => packPublished(look, hash)),
        {},
      )
    expect([await inService(), (await pack(hashOfFiles(first)))?.hash, (await pack(hashOfFiles(second)))?.hash]).toEqual([
      hashOfFiles(first),
      hashOfFiles(first),
      hashOfFiles(second),
    ])
    const own = (await perform(ground, operator, editions, {})).find(({ hash }) => hash === hashOfFiles(first))
    expect(own!.terms.map(({ how, until }) => [how, until === null])).toEqual([
      ['rolled-back', true],
      ['loaded', false],
    ])
  })

  it('with errors is kept with every finding and its place, and is not published', async () => {
    const { id } = await proposeAs(planner, broken)
    const { findings, about } = await read(id)
    expect(about).toBeNull()
    expect(findings.filter(({ severity }) => severity === 'error').map(({ code, place }) => [code, place.file])).toContainEqual([
      'rule.name-unknown',
      'measures/research-subsidy.md',
    ])
    expect((await refusalOf(publishAs(administrator, id))).code).toBe('edition.findings')
    await withdraw(id)
  })

  it('that was compared with an edition no longer in service is compared again first', async () => {
    const [one, other] = [await proposeAs(planner, second), await proposeAs(planner, third)]
    await publishAs(administrator, other.id)
    expect((await read(one.id)).obstacle).toBe('edition.moved')
    expect((await refusalOf(publishAs(administrator, one.id))).code).toBe('edition.moved')
    await perform(ground, administrator, compareAgain, { id: one.id })
    await publishAs(administrator, one.id)
    expect(await inService()).toBe(hashOfFiles(second))
  })

  it('may be withdrawn, stays to be read, and is decided once', async () => {
    const { id } = await proposeAs(planner, third)
    await withdraw(id)
    expect(await read(id)).toMatchObject({ state: 'withdrawn', obstacle: 'edition.proposal-closed', decided: { by: planner.id } })
    expect((await refusalOf(withdraw(id))).code).toBe('edition.proposal-closed')
    expect((await refusalOf(perform(ground, planner, compareAgain, { id }))).code).toBe('edition.proposal-closed')
    expect((await refusalOf(read('00000000-0000-7000-8000-000000000000'))).code).toBe('edition.proposal-unknown')
    expect((await perform(ground, planner, proposals, {})).map((each) => each.state)).toContain('withdrawn')
  })

  it('is published once when two people press at the same time', async () => {
    const { id } = await proposeAs(planner, third)
    const other = await holderOf('planner')
    const results = await Promise.allSettled([publishAs(administrator, id), publishAs(other, id)])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('proposals and terms in the database', () => {
  const open = async () => (await proposeAs(planner, new Map([...first, ['README.md', `# ${Math.random()}\n`]]))).id
  const by = (person: { readonly id: string }) =>
    sql`decided_by = ${person.id}, decided_post_zh = '岗', decided_post_en = 'post', decided_at = now()`

  it('never let one person do both', async () => {
    const id = await open()
    await expect(sql`update edition_proposal set state = 'published', ${by(planner)} where id = ${id}`.execute(db)).rejects.toThrow(
      'edition_proposal_two_people',
    )
  })
  it('never say published without who decided', async () => {
    await expect(sql`update edition_proposal set state = 'published' where id = ${await open()}`.execute(db)).rejects.toThrow(
      'edition_proposal_decided',
    )
  })
  it.each(["reason = '别的'", "hash = repeat('0', 64)", "files = '{}'", `proposed_by = '${administrator.id}'`])(
    'never change: %s',
    async (change) => {
      const statement = sql`update edition_proposal set ${sql.raw(change)} where id = ${await open()}`
      await expect(statement.execute(db)).rejects.toThrow('never changed')
    },
  )
  it('are never removed, and a decision is never taken back', async () => {
    await expect(sql`delete from edition_proposal`.execute(db)).rejects.toThrow('never changed')
    await expect(sql`truncate edition_proposal cascade`.execute(db)).rejects.toThrow('append-only')
    await expect(sql`update edition_text set text = ''`.execute(db)).rejects.toThrow('append-only')
    const back = sql`update edition_proposal set state = 'open', decided_by = null, decided_post_zh = null, decided_post_en = null, decided_at = null
      where state = 'published'`
    await expect(back.execute(db)).rejects.toThrow('never changed')
  })
  it('put nothing in service that was not published', async () => {
    const id = await open()
    await sql`update edition_term set until = now() where until is null`.execute(db)
    await sql`insert into edition_pack (hash, id, title_zh, title_en, version, files) select hash, 'x', 'x', 'x', '1', '{}' from edition_proposal where id = ${id}`.execute(
      db,
    )
    const insert = (how: string, proposal: string | null) =>
      sql`insert into edition_term (hash, how, proposal, since) select hash, ${how}, ${proposal}::uuid, now() from edition_proposal where id = ${id}`.execute(
        db,
      )
    await expect(insert('published', id)).rejects.toThrow('only a published proposal')
    await expect(insert('published', null)).rejects.toThrow('edition_term_check')
    await perform(ground, operator, publish, { files: texts(first) })
  })
  it('never change a term that is over, and remove none', async () => {
    await expect(sql`update edition_term set until = null where until is not null`.execute(db)).rejects.toThrow('ended once')
    await expect(sql`update edition_term set since = now() where until is null`.execute(db)).rejects.toThrow('ended once')
    await expect(sql`delete from edition_term`.execute(db)).rejects.toThrow('ended once')
    expect((await perform(ground, operator, view('test.current', 'public', Type.Object({}), packInService), {})).hash).toBe(
      hashOfFiles(first),
    )
  })
})
