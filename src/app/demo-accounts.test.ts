import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { freshApp } from '../../test/site.ts'
import { demo } from '../app.ts'
import type { Person } from '../kernel/who.ts'
import { enterDemo } from '../modules/identity/index.ts'
import { demoUscc } from '../modules/party/index.ts'
import { demoAccountCount, demoAccounts, loadDemoAccounts } from './demo-accounts.ts'

const { app, database } = await freshApp()
await demo(app, 3, 1, 'test')
await loadDemoAccounts(app, 'test')

const accounts = () => app.perform({ kind: 'visitor' }, demoAccounts, {})
const entered = async (what: string): Promise<Person> => {
  const user = (await accounts()).find((each) => each.what.zh === what)?.user ?? ''
  const token = await app.perform({ kind: 'visitor' }, enterDemo, { user, device: { address: '', agent: '' }, replaces: null })
  const who = await app.recognise(token)
  return who.kind === 'person' ? who : expect.unreachable('nobody came in')
}

describe('demo accounts', () => {
  it.each([
    ['部门经办', 'officer'],
    ['部门复核', 'officer'],
    ['财务', 'finance'],
    ['审计', 'auditor'],
    ['规划', 'planner'],
    ['复审（规划）', 'planner'],
    ['系统管理', 'administrator'],
  ])('hold a post: %s', async (what, role) => {
    expect((await entered(what)).posts.map(({ roles }) => roles)).toEqual([[role]])
  })

  it('put the officers into one department, which leads measures of the pack', async () => {
    const [one, other] = [await entered('部门经办'), await entered('部门复核')]
    expect(one.posts[0]?.department).toBe(other.posts[0]?.department)
    const { rows } = await sql<{ name_zh: string }>`select name_zh from office_department where id = ${one.posts[0]?.department}`.execute(
      database.db,
    )
    expect(rows).toEqual([{ name_zh: '市数据局' }])
  })

  it.each([
    ['企业办事员', { enterprise: demoUscc(1), level: 'submit', via: 'member', measure: null }],
    ['企业负责人', { enterprise: demoUscc(1), level: 'admin', via: 'member', measure: null }],
    ['另一家企业负责人', { enterprise: demoUscc(2), level: 'admin', via: 'member', measure: null }],
    ['代办人', { enterprise: demoUscc(1), level: 'submit', via: 'delegation', measure: null }],
  ])('act for an enterprise: %s', async (what, membership) => {
    expect((await entered(what)).memberships).toEqual([membership])
  })

  it('stay what they are when they are loaded again, and get their enterprises back when those are made anew', async () => {
    const before = await accounts()
    await demo(app, 2, 7, 'test')
    expect((await entered('企业负责人')).memberships).toEqual([])
    await loadDemoAccounts(app, 'test')
    expect(await accounts()).toEqual(before)
    expect((await entered('企业负责人')).memberships).toHaveLength(1)
    expect((await entered('代办人')).memberships).toHaveLength(1)
    expect((await entered('部门经办')).posts).toHaveLength(1)
  })

  it('are counted for the start of a production site, as long as they are not switched off', async () => {
    const count = () => app.perform({ kind: 'operator', name: 'test' }, demoAccountCount, {})
    expect(await count()).toBe(11)
    await sql`update identity_user set disabled_at = now() where demo and staff_number <> 'demo-administrator'`.execute(database.db)
    expect([await count(), (await accounts()).map(({ what }) => what.zh)]).toEqual([1, ['系统管理']])
  })
})
