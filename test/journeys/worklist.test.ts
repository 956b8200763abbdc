/** The tasks of the year, from a list to the last signature: forms without a script, no barrier, room on a phone. */
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { expectNoBarriers, hasBrowser, openBrowser } from '../browser.ts'
import { postFor, somebody, type TestPerson } from '../people.ts'
import { signedIn } from '../session.ts'
import { freshSiteWithDatabase } from '../site.ts'

describe.skipIf(!hasBrowser)('the tasks of the year', async () => {
  if (!hasBrowser) return
  const [site, browser] = await Promise.all([freshSiteWithDatabase(), openBrowser()])
  const { database } = site
  const at = new Date().toISOString()
  const [planner, officer] = [await somebody(database, { name: '赵规划', at }), await somebody(database, { name: '李经办', at })]
  await postFor(database, planner, ['planner'])
  const { department } = await postFor(database, officer, ['officer'])
  await sql`update office_department set name_zh = '开放处', name_en = 'Opening division' where id = ${department}`.execute(database.db)
  const visit = (path: string, who: TestPerson | null, script = true) =>
    browser.visit(site.address + path, {
      ...signedIn(site.address, who?.token ?? null),
      javaScriptEnabled: script,
    })
  const LIST =
    '编号,类别,任务,责任单位,完成时限,公开,经办人员\n1,数据,开放一百个数据集,开放处,2099-06-30,是,李经办\n2,数据,建立目录,别的单位,,否,\n'
  const paths: string[] = []

  it('come from a list that is looked at first, and go to a department, back and forth, to their end', async () => {
    const { page } = await visit('/board/worklist', planner, false)
    page.setDefaultTimeout(8000)
    const upload = async (text: string) => {
      await page.getByLabel('年份').fill('2099')
      await page
        .getByLabel('清单（Excel，或 CSV（UTF-8））')
        .setInputFiles({ name: '清单.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
      await page.getByRole('button', { name: '查看清单' }).click()
    }
    await upload(LIST.replace('是', '也许'))
    expect(await page.locator('main').innerText()).toContain('“也许”应为“是”或“否”')
    expect(await page.getByRole('button', { name: /导入/ }).count()).toBe(0)
    await page.goto(`${site.address}/board/worklist`)
    await upload(LIST)
    paths.push(new URL(page.url()).pathname)
    await page.getByRole('button', { name: '导入 2 项任务' }).click()
    expect(await page.getByRole('status').innerText()).toBe('清单已导入。')
    expect(await page.locator('.lead').innerText()).toContain('共 2 项任务')

    const office = await visit('/office/tasks', officer, false)
    office.page.setDefaultTimeout(8000)
    await office.page.getByRole('link', { name: '开放一百个数据集' }).click()
    const id = new URL(office.page.url()).pathname.split('/').at(-1) ?? ''
    await office.page.getByRole('button', { name: '签收' }).click()
    const report = async (files: boolean) => {
      await office.page.getByLabel('进展').fill('已经开放')
      await office.page.getByLabel('已经完成').check()
      if (files)
        await office.page
          .getByLabel('佐证材料', { exact: false })
          .first()
          .setInputFiles({ name: '目录.txt', mimeType: 'text/plain', buffer: Buffer.from('一百个') })
      await office.page.getByRole('button', { name: '报告' }).click()
      expect(await office.page.getByRole('status').innerText()).toContain('已报告')
    }
    await report(false)

    await page.goto(`${site.address}/board/worklist/${id}`)
    await page.getByRole('button', { name: '退回' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('请写明内容')
    await page.getByLabel('缺少或不对的').fill('缺目录\n缺截图')
    await page.getByRole('button', { name: '退回' }).click()

    await office.page.reload()
    expect(await office.page.locator('main').innerText()).toContain('缺截图')
    await report(true)
    await page.reload()
    await page.getByRole('button', { name: '审核通过' }).click()
    await page.getByText('销号：不能撤回').click()
    await page.getByRole('button', { name: '销号' }).click()
    expect(await page.getByRole('status').innerText()).toBe('已销号。')
    const history = await page.locator('main').innerText()
    for (const each of ['赵规划', '李经办', '目录.txt', '退回']) expect(history).toContain(each)
    paths.push(`/board/worklist/${id}`, `/board/notices/${id}`)
    await page.context().close()
    await office.page.context().close()
  })

  it('are public as far as the list says so, and nobody is named', async () => {
    const { page } = await visit('/worklist?year=2099', null, false)
    const text = await page.locator('main').innerText()
    expect(text).toContain('开放一百个数据集')
    expect(text).toContain('另有 1 项任务未公开')
    for (const secret of ['建立目录', '李经办', '已经开放']) expect(text).not.toContain(secret)
    await page.context().close()
  })

  it('have no barrier and fit a phone, in both languages, light and dark', async () => {
    const all: readonly (readonly [string, TestPerson | null])[] = [
      ['/worklist', null],
      ['/worklist?year=2099', null],
      ['/board/worklist', planner],
      ...paths.map((path) => [path, planner] as const),
      ['/office/tasks', officer],
      [`/office/tasks/${paths.at(-1)?.split('/').at(-1)}`, officer],
    ]
    for (const [path, who] of all)
      for (const each of [path, `/en${path}`]) {
        const { page, complaints } = await visit(each, who)
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true
        })
        await expectNoBarriers(page)
        await page.emulateMedia({ colorScheme: 'dark' })
        await expectNoBarriers(page)
        await page.setViewportSize({ width: 320, height: 700 })
        expect([each, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([each, 320])
        expect([each, complaints]).toEqual([each, []])
        await page.context().close()
      }
  }, 120_000)
})
