import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { personWith, postWith, somebody } from '../../../test/people.ts'
import { refusalOf } from '../../../test/refused.ts'
import { freshApp } from '../../../test/site.ts'
import { newId } from '../../kernel/ids.ts'
import type { Person } from '../../kernel/who.ts'
import {
  addDepartment,
  addPost,
  assign,
  closeDepartment,
  closePost,
  department,
  departments,
  disablePerson,
  enablePerson,
  endAssignment,
  listPeople,
  loadDepartments,
  people,
  person,
  reopenDepartment,
  reopenPost,
} from './index.ts'
import { myPosts } from './views.ts'

const TODAY = '2024-06-30'
const { app, database } = await freshApp()
const { db } = database
const newUser = async (name: string, email: string | null = null): Promise<string> => (await somebody(database, { name, email })).id
const operator = { kind: 'operator', name: 'test' } as const
const administrator = (id: string = newId()): Person => personWith({ id, posts: [postWith('administrator')] })
const boss = administrator(await newUser('管理员'))

let count = 0
const newDepartment = async () =>
  (await app.perform(boss, addDepartment, { name: `部门${++count}`, nameEnglish: `Department ${count}` })).id
const newPost = async (roles: readonly string[] = ['officer'], of?: string) =>
  (
    await app.perform(boss, addPost, {
      department: of ?? (await newDepartment()),
      title: `岗位${++count}`,
      titleEnglish: `Post ${count}`,
      roles: [...roles],
    })
  ).id
const codeOf = async (work: Promise<unknown>) => {
  const { code, fields } = await refusalOf(work)
  return [code, ...fields.map(({ field }) => field)]
}
const eventsOf = async (type: string, id: string) =>
  (
    await sql<{
      event: string
    }>`select event from kernel_audit where object_type = ${type} and object_id = ${id} order by seq`.execute(db)
  ).rows.map(({ event }) => event)

describe('departments', () => {
  it('come from the pack, each once, and stay when it is loaded again', async () => {
    const named = (await app.perform(boss, departments, {})).departments.map(({ name }) => name.zh)
    expect(named).toEqual(expect.arrayContaining(['市数据局', '市经信局', '市统计局']))
    expect(await app.perform(boss, loadDepartments, {})).toEqual({ added: 0 })
    expect((await app.perform(boss, departments, {})).missing).toEqual([])
  })

  it('have a name of their own in both languages', async () => {
    expect(await codeOf(app.perform(boss, addDepartment, { name: ' ', nameEnglish: 'X' }))).toEqual(['office.name-missing', 'name'])
    expect(await codeOf(app.perform(boss, addDepartment, { name: '某局', nameEnglish: '' }))).toEqual([
      'office.name-missing',
      'nameEnglish',
    ])
    expect(await codeOf(app.perform(boss, addDepartment, { name: '市数据局', nameEnglish: 'Another' }))).toEqual([
      'office.department-there',
      'name',
    ])
  })

  it('are closed when their posts are, and opened again', async () => {
    const id = await newDepartment()
    const post = await newPost(['officer'], id)
    expect(await codeOf(app.perform(boss, closeDepartment, { department: id }))).toEqual(['office.department-used'])
    await app.perform(boss, closePost, { post })
    await app.perform(boss, closeDepartment, { department: id })
    expect(await codeOf(app.perform(boss, closeDepartment, { department: id }))).toEqual(['office.department-closed'])
    expect(await codeOf(newPost(['officer'], id))).toEqual(['office.department-closed'])
    expect(await codeOf(app.perform(boss, reopenPost, { post }))).toEqual(['office.department-closed'])
    await app.perform(boss, reopenDepartment, { department: id })
    await app.perform(boss, reopenPost, { post })
    expect((await app.perform(boss, department, { department: id })).posts).toMatchObject([{ id: post, closedOn: null }])
    expect(await eventsOf('office.department', id)).toEqual([
      'office.department-added',
      'office.department-closed',
      'office.department-reopened',
    ])
  })

  it('are unknown under an id that nobody has', async () => {
    for (const id of [newId(), 'nothing'])
      expect(await codeOf(app.perform(boss, department, { department: id }))).toEqual(['office.department-unknown'])
  })
})

describe('posts', () => {
  it('have a title of their own and at least one role that exists', async () => {
    const of = await newDepartment()
    const post = { department: of, title: '处长', titleEnglish: 'Head', roles: ['officer'] }
    await app.perform(boss, addPost, post)
    expect(await codeOf(app.perform(boss, addPost, post))).toEqual(['office.post-there', 'title'])
    expect(await codeOf(app.perform(boss, addPost, { ...post, title: '副处长', roles: [] }))).toEqual(['office.roles', 'roles'])
    expect(await codeOf(app.perform(boss, addPost, { ...post, title: '副处长', roles: ['officer', 'king'] }))).toEqual([
      'office.roles',
      'roles',
    ])
  })

  it('are not closed while somebody holds them, and not given once they are', async () => {
    const post = await newPost()
    const { id } = await app.perform(boss, assign, { post, person: await newUser('甲') })
    expect(await codeOf(app.perform(boss, closePost, { post }))).toEqual(['office.post-held'])
    await app.perform(boss, endAssignment, { assignment: id, reason: '调离' })
    await app.perform(boss, closePost, { post })
    expect(await codeOf(app.perform(boss, closePost, { post }))).toEqual(['office.post-closed'])
    expect(await codeOf(app.perform(boss, assign, { post, person: await newUser('乙') }))).toEqual(['office.post-closed'])
    expect(await codeOf(app.perform(boss, closePost, { post: 'nothing' }))).toEqual(['office.post-unknown'])
  })
})

describe('an assignment', () => {
  it('counts from its first day to its last, and ends the sessions that began without it', async () => {
    const [post, user] = [await newPost(), await newUser('丙', 'c@example.org')]
    await app.perform(boss, assign, { post, person: 'C@example.org', from: '2024-07-01', to: '2024-07-31' })
    const { rows } = await sql<{
      open: bigint
    }>`select count(*) open from identity_session where user_id = ${user} and ended_at is null`.execute(db)
    expect(rows[0]?.open).toBe(0n)
    const page = await app.perform(boss, person, { person: user })
    expect(page.assignments).toMatchObject([{ state: 'coming', from: '2024-07-01', to: '2024-07-31', grantedBy: '管理员', acting: false }])
    expect(await app.perform(personWith({ id: user }), myPosts, {})).toMatchObject([{ state: 'coming' }])
  })

  it('is ended and stays in the history with who ended it', async () => {
    const [post, user] = [await newPost(), await newUser('丁')]
    const { id } = await app.perform(boss, assign, { post, person: user })
    expect(await codeOf(app.perform(boss, endAssignment, { assignment: id, reason: '' }))).toEqual(['office.reason-missing', 'reason'])
    await app.perform(boss, endAssignment, { assignment: id, reason: '退休' })
    expect(await codeOf(app.perform(boss, endAssignment, { assignment: id, reason: '退休' }))).toEqual(['office.over-already'])
    expect((await app.perform(boss, person, { person: user })).assignments).toMatchObject([{ id, state: 'over', endedBy: '管理员' }])
    expect(await eventsOf('office.assignment', id)).toEqual(['office.assigned', 'office.assignment-ended'])
    expect(await codeOf(app.perform(boss, endAssignment, { assignment: newId(), reason: '无' }))).toEqual(['office.assignment-unknown'])
  })

  it('acts for another only with a reason and a last day', async () => {
    const [post, user] = [await newPost(), await newUser('戊')]
    const acting = { post, person: user, acting: true }
    expect(await codeOf(app.perform(boss, assign, { ...acting, to: '2024-07-31' }))).toEqual(['office.reason-missing', 'reason'])
    expect(await codeOf(app.perform(boss, assign, { ...acting, reason: '休假' }))).toEqual(['office.acting-end', 'to'])
    await app.perform(boss, assign, { ...acting, reason: '休假', to: '2024-07-31' })
    expect((await app.perform(boss, person, { person: user })).assignments).toMatchObject([{ acting: true, reason: '休假', state: 'held' }])
  })

  it.each([
    [{ from: '2024-06-29' }, ['office.day-past', 'from']],
    [{ from: 'tomorrow' }, ['office.day', 'from']],
    [{ to: '2024-06-31' }, ['office.day', 'to']],
    [{ to: '2024-06-29' }, ['office.days-order', 'to']],
    [{ from: '2024-08-01', to: '2024-07-01' }, ['office.days-order', 'to']],
  ])('is refused with the days %j', async (days, code) => {
    expect(await codeOf(app.perform(boss, assign, { post: await newPost(), person: await newUser('己'), ...days }))).toEqual(code)
  })

  it('is not given twice for the same days, to nobody, or to an account that is switched off', async () => {
    const [post, user] = [await newPost(), await newUser('庚')]
    await app.perform(boss, assign, { post, person: user, to: '2024-07-31' })
    expect(await codeOf(app.perform(boss, assign, { post, person: user, from: '2024-07-31' }))).toEqual(['office.held-already', 'person'])
    await app.perform(boss, assign, { post, person: user, from: '2024-08-01' })
    for (const nobody of ['', 'nobody@example.org', newId()])
      expect(await codeOf(app.perform(boss, assign, { post, person: nobody }))).toEqual(['office.nobody', 'person'])
    const gone = await newUser('辛')
    await app.perform(boss, disablePerson, { person: gone, reason: '离职' })
    expect(await codeOf(app.perform(boss, assign, { post, person: gone }))).toEqual(['office.person-disabled', 'person'])
  })

  it('is never given to oneself, neither by the action nor in the database', async () => {
    const post = await newPost(['auditor'])
    expect(await codeOf(app.perform(boss, assign, { post, person: boss.id }))).toEqual(['office.oneself'])
    await expect(
      sql`insert into office_assignment (id, post_id, user_id, acting, from_on, granted_by)
        values (${newId()}, ${post}, ${boss.id}, false, ${TODAY}, ${boss.id})`.execute(db),
    ).rejects.toThrow('office_nobody_oneself')
  })

  it('is for administrators to give, whatever else somebody is', async () => {
    const other = personWith({ posts: [postWith('officer', 'finance', 'auditor', 'planner')] })
    expect(await codeOf(app.perform(other, assign, { post: newId(), person: newId() }))).toEqual(['kernel.forbidden'])
    expect(await codeOf(app.perform({ kind: 'visitor' }, people, {}))).toEqual(['kernel.sign-in'])
  })
})

describe('the database', () => {
  it('changes no assignment but to end it once, no post but to close it, and deletes neither', async () => {
    const [post, user] = [await newPost(), await newUser('壬')]
    const { id } = await app.perform(boss, assign, { post, person: user })
    await expect(sql`update office_assignment set from_on = '2020-01-01' where id = ${id}`.execute(db)).rejects.toThrow('never changed')
    await app.perform(boss, endAssignment, { assignment: id, reason: '止' })
    await expect(sql`update office_assignment set ended_at = null where id = ${id}`.execute(db)).rejects.toThrow('never changed')
    await expect(sql`update office_post set roles = array['administrator'] where id = ${post}`.execute(db)).rejects.toThrow('never changed')
    for (const table of ['office_assignment', 'office_post', 'office_department']) {
      await expect(sql`delete from ${sql.table(table)}`.execute(db)).rejects.toThrow('append-only')
      await expect(sql`truncate ${sql.table(table)} cascade`.execute(db)).rejects.toThrow('append-only')
    }
  })
})

describe('people', () => {
  it('are listed with the posts they hold, filtered, page by page and as a whole, which is recorded', async () => {
    for (let n = 0; n < 60; n++) await newUser(`群众${String(n).padStart(2, '0')}`, `crowd${n}@example.org`)
    const post = await newPost()
    const wish = { filters: { name: '群众' }, size: 50 }
    const first = await app.perform(boss, people, wish)
    expect([first.total, first.rows.length, first.rows[0]?.name]).toEqual([60, 50, '群众00'])
    const second = await app.perform(boss, people, { ...wish, at: first.next ?? '' })
    expect([second.rows.length, second.rows[0]?.name, second.next]).toEqual([10, '群众50', null])
    await app.perform(boss, assign, { post, person: first.rows[0]?.key ?? '' })
    const { rows, posts } = await app.perform(boss, listPeople, { filters: { email: 'CROWD0@', state: 'on' } })
    expect(rows.map(({ name, email }) => [name, email])).toEqual([['群众00', 'crowd0@example.org']])
    expect(posts.get(rows[0]?.key ?? '')?.map((each) => each.post.id)).toEqual([post])
    expect((await app.perform(boss, people, { filters: { name: '%' } })).rows).toEqual([])
    const { rows: recorded } = await sql`select 1 from kernel_event where event = 'office.people-listed'`.execute(db)
    expect(recorded).toHaveLength(1)
  })

  it('are switched off with a reason and on again, never by themselves', async () => {
    const user = await newUser('癸')
    expect(await codeOf(app.perform(boss, disablePerson, { person: user, reason: ' ' }))).toEqual(['office.reason-missing', 'reason'])
    await app.perform(boss, disablePerson, { person: user, reason: '长期病假' })
    expect(await codeOf(app.perform(boss, disablePerson, { person: user, reason: '长期病假' }))).toEqual(['office.person-disabled'])
    await app.perform(boss, enablePerson, { person: user })
    expect(await codeOf(app.perform(boss, enablePerson, { person: user }))).toEqual(['office.person-enabled'])
    expect(await codeOf(app.perform(boss, disablePerson, { person: boss.id, reason: '试试' }))).toEqual(['office.oneself-off'])
    expect(await codeOf(app.perform(boss, person, { person: newId() }))).toEqual(['office.person-unknown'])
    expect(await eventsOf('identity.user', user)).toEqual(['office.person-disabled', 'office.person-enabled'])
  })
})

describe('the last administrator for good', () => {
  it('can neither be ended nor switched off, by any way or by two at once', async () => {
    const [own, other] = [await newUser('长期一'), await newUser('长期二')]
    const post = await newPost(['administrator'])
    const first = await app.perform(operator, assign, { post, person: own })
    expect(await codeOf(app.perform(boss, endAssignment, { assignment: first.id, reason: '换人' }))).toEqual(['office.last-administrator'])
    expect(await codeOf(app.perform(boss, disablePerson, { person: own, reason: '换人' }))).toEqual(['office.last-administrator'])
    // Somebody who administers for a while or for another does not keep the house.
    await app.perform(operator, assign, { post, person: await newUser('短期'), to: '2024-12-31' })
    expect(await codeOf(app.perform(boss, disablePerson, { person: own, reason: '换人' }))).toEqual(['office.last-administrator'])

    const second = await app.perform(operator, assign, { post, person: other })
    const both = await Promise.allSettled(
      [first, second].map(({ id }) => app.perform(boss, endAssignment, { assignment: id, reason: '换人' })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(sql`update identity_user set disabled_at = now() where id in (${own}, ${other})`.execute(db)).rejects.toThrow(
      'the last administrator stays',
    )
    await expect(
      sql`update office_assignment set ended_at = now() where post_id = ${post} and ended_at is null`.execute(db),
    ).rejects.toThrow('the last administrator stays')
    await expect(sql`update office_post set closed_on = ${TODAY} where id = ${post}`.execute(db)).rejects.toThrow(
      'the last administrator stays',
    )
  })
})
