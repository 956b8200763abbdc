/** The rooms of administrators, planners and finance, and the first page of everybody: forms without a script, no barrier, room on a phone. */
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/kernel/database.ts'
import { newId } from '../../src/kernel/ids.ts'
import { demoUscc } from '../../src/modules/party/index.ts'
import { atEnd } from '../at-end.ts'
import { expectNoBarriers, hasBrowser, openBrowser } from '../browser.ts'
import { freshUrl } from '../database.ts'
import { packs } from '../packs.ts'
import { postFor, somebody, type TestPerson } from '../people.ts'
import { signedIn } from '../session.ts'
import { startBuilt } from '../site.ts'

describe.skipIf(!hasBrowser)('the inner rooms', async () => {
  if (!hasBrowser) return
  const url = await freshUrl()
  const [site, browser] = await Promise.all([startBuilt({ DATABASE_URL: url, PLANWRIGHT_PACK: packs.wuhan }), openBrowser()])
  atEnd(() => site.stop())
  const database = { ...(await openDatabase(url)), url }
  atEnd(() => database.close())
  const { db } = database
  const now = new Date().toISOString()
  const person = (name: string, email: string | null = null) => somebody(database, { name, email, strong: true, at: now })
  const [boss, clerk, planner] = [await person('王管理'), await person('李经办', 'li@example.org'), await person('赵规划')]
  await postFor(database, boss, ['administrator'])
  // The administrator of the demonstration goes, so that this one is the last.
  await sql`update office_assignment set ended_at = now() where user_id in (select id from identity_user where demo)`.execute(db)
  await postFor(database, planner, ['planner', 'finance'])
  await sql`insert into party_member (id, enterprise_id, user_id, level, from_on)
    values (${newId()}, md5('uscc:' || ${demoUscc(1)})::uuid, ${clerk.id}, 'draft', '2020-01-01')`.execute(db)
  const runs = [newId(), newId()]
  for (const [index, run] of runs.entries()) {
    await sql`insert into run_start (id, pack, population, source, decided_on, known_on, engine, every_cell)
      values (${run}, ${'0'.repeat(64)}, ${`p${index}`}, 'db:city', '2024-06-30', '2024-06-30', '0.1.0 abc', false)`.execute(db)
    await sql`insert into run_total values (${index + 1}, 0, 'public-service-platform', 12, 2, 3, ${String(10n ** 11n * BigInt(index + 1))})`.execute(
      db,
    )
    await sql`insert into run_end (run, enterprises, times) values (${index + 1}, 17, '{}')`.execute(db)
  }
  const runPaths = runs.map((run) => run.replaceAll('-', ''))

  const visit = (path: string, { token }: TestPerson, script = true) =>
    browser.visit(site.address + path, {
      ...signedIn(site.address, token),
      javaScriptEnabled: script,
    })

  it('let an administrator add a post, give it to somebody and end it, without a script', async () => {
    const { page } = await visit('/admin/departments', boss, false)
    page.setDefaultTimeout(4000)
    await page.getByRole('link', { name: '市数据局' }).click()
    const department = page.url()
    await page.getByLabel('中文名称').fill('平台处')
    await page.getByRole('button', { name: '设立岗位' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('请写明中文和英文名称')
    expect(await page.getByLabel('中文名称').inputValue()).toBe('平台处')
    await page.getByLabel('英文名称').fill('Platform division')
    await page.getByLabel('经办').check()
    await page.getByRole('button', { name: '设立岗位' }).click()
    expect(await page.getByRole('status').innerText()).toBe('岗位已设立。')

    await page.getByLabel('人员').fill('li@example.org')
    await page.getByLabel('代理：须写明原因和最后一天').check()
    await page.getByRole('button', { name: '安排岗位' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('请写明原因')
    expect(await page.getByLabel('代理：须写明原因和最后一天').isChecked()).toBe(true)
    await page.getByLabel('正式任职').check()
    await page.getByRole('button', { name: '安排岗位' }).click()
    expect(page.url()).toBe(`${department.split('?')[0]}?done=assigned`)

    // Whoever got a post is signed out, since their rights have changed.
    const away = await visit('/my', clerk)
    expect(away.page.url()).toContain('/sign-in?to=')

    await page.getByRole('link', { name: '李经办' }).click()
    expect(await page.getByRole('row', { name: /平台处/ }).innerText()).toContain('在任')
    const end = page.locator('form#end')
    await end.getByLabel('原因').fill('轮岗')
    await end.getByRole('button').click()
    expect(await page.getByRole('row', { name: /平台处/ }).innerText()).toContain('已结束')
    await page.context().close()
  })

  it('invite somebody with a post, who has it once the account is opened', async () => {
    const { page } = await visit('/admin/invitations', boss, false)
    await page.getByLabel('姓名').fill('钱新来')
    await page.getByLabel('邮箱').fill('nobody')
    await page.getByRole('button', { name: '邀请' }).click()
    expect(await page.getByRole('alert').count()).toBe(1)
    await page.getByLabel('邮箱').fill('qian@example.org')
    await page.getByLabel('市数据局 · 平台处').check()
    await page.getByRole('button', { name: '邀请' }).click()
    const link = await page.getByRole('status').locator('code').innerText()
    expect(await page.getByRole('row', { name: /钱新来/ }).innerText()).toContain('平台处')
    const other = await browser.visit(link, { javaScriptEnabled: false })
    for (const field of await other.page.locator('input[type="password"]').all()) await field.fill('a long pass phrase of mine')
    await other.page.locator('main button[type="submit"]').click()
    await other.page.goto(`${site.address}/my`)
    expect(await other.page.locator('main').innerText()).toContain('平台处')
    await page.goto(`${site.address}/admin/invitations`)
    expect(await page.locator('main').innerText()).toContain('没有等待接受的邀请')
    await page.context().close()
    await other.page.context().close()
  })

  it('say why the last administrator stays, and where a name leads to nobody', async () => {
    const { page } = await visit(`/en/admin/people/${boss.id}`, boss, false)
    expect(await page.getByText('Nobody gives posts to themself').count()).toBe(1)
    await page.locator('form#end').getByLabel('Reason').fill('enough')
    await page.locator('form#end').getByRole('button').click()
    expect(await page.getByRole('alert').innerText()).toContain('This is the last administrator for good')
    const reply = await page.goto(`${site.address}/admin/people/${newId()}`)
    expect(reply?.status()).toBe(404)
    await page.context().close()
  })

  it('sort the wall of targets and subtract one run from another', async () => {
    const { page } = await visit('/board', planner, false)
    await page.getByRole('link', { name: '目标期' }).click()
    expect(page.url()).toContain('order=deadline')
    await page.goto(`${site.address}/finance`)
    await page.locator('tbody a').first().click()
    expect(await page.locator('.note.warn').innerText()).toContain('合成的或匿名的')
    const other = page.locator('h2:has-text("与另一次测算相比") + ul a')
    await other.click()
    expect(await page.locator('.number').innerText()).toMatch(/10 亿元/)
    const pair = page.url()
    await page.goto(`${site.address}/finance`)
    await page.locator('tbody a').nth(1).click()
    await other.click()
    expect(page.url(), 'the later less the earlier, from whichever one comes').toBe(pair)
    await page.context().close()
  })

  it('tell everybody who they are and what waits', async () => {
    const { page } = await visit('/my', boss, false)
    await expect.poll(() => page.locator('h1').innerText()).toBe('我在这里是谁，有什么要办？')
    expect(await page.locator('main').innerText()).toContain('王管理')
    expect(await page.locator('nav.rooms').innerText()).toContain('管理')
    await page.context().close()
  })

  const department = async () =>
    (await sql<{ id: string }>`select id from office_department where name_zh = '市数据局'`.execute(db)).rows[0]?.id
  const all: readonly (readonly [string, TestPerson])[] = [
    ['/my', boss],
    ['/my', planner],
    ['/admin', boss],
    ['/admin/people', boss],
    [`/admin/people/${clerk.id}`, boss],
    ['/admin/departments', boss],
    ['/admin/invitations', boss],
    [`/admin/departments/${await department()}`, boss],
    ['/board', planner],
    ['/finance', planner],
    [`/finance/runs/${runPaths[0]}`, planner],
    [`/finance/runs/${runPaths[0]}/since/${runPaths[1]}`, planner],
  ]
  it.each(all.flatMap(([path, who]) => [path, `/en${path}`].map((each) => [each, who] as const)))(
    'have no barrier and fit a phone: %s',
    async (path, who) => {
      const { page, complaints } = await visit(path, who)
      await page.evaluate(() => {
        for (const each of document.querySelectorAll('details')) each.open = true
      })
      await expectNoBarriers(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      await expectNoBarriers(page)
      await page.setViewportSize({ width: 320, height: 700 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      expect(complaints).toEqual([])
      await page.context().close()
    },
  )
})
