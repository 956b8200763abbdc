/** A quarter’s bulletin from the draft to the archive, and a number back to where it came from: without a script, no barrier, room on a phone, clean on paper. */
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { expectNoBarriers, hasBrowser, openBrowser } from '../browser.ts'
import { postFor, somebody, type TestPerson } from '../people.ts'
import { signedIn } from '../session.ts'
import { freshSiteWithDatabase } from '../site.ts'

describe.skipIf(!hasBrowser)('bulletins', async () => {
  if (!hasBrowser) return
  const [site, browser] = await Promise.all([freshSiteWithDatabase(), openBrowser()])
  const { database } = site
  const at = new Date().toISOString()
  const YEAR = at.slice(0, 4)
  const holding = async (name: string, role: 'planner' | 'officer' | 'auditor') => {
    const person = await somebody(database, { name, at, strong: true })
    return { person, post: await postFor(database, person, [role]) }
  }
  const [{ person: drafter }, { person: publisher }] = [await holding('赵起草', 'planner'), await holding('钱签发', 'planner')]
  const { person: officer, post } = await holding('李经办', 'officer')
  const { person: auditor } = await holding('王审计', 'auditor')
  await sql`update office_department set name_zh = '开放处', name_en = 'Opening division' where id = ${post.department}`.execute(
    database.db,
  )
  const visit = async (path: string, who: TestPerson | null, script = false) => {
    const seen = await browser.visit(site.address + path, { ...signedIn(site.address, who?.token ?? null), javaScriptEnabled: script })
    seen.page.setDefaultTimeout(8000)
    return seen
  }
  const paths = new Map<string, TestPerson | null>()

  it('are drawn up by one planner and published by another, who sees exactly what gets its number', async () => {
    const { page } = await visit('/board/worklist', drafter)
    await page.getByLabel('年份').fill(YEAR)
    const list = `编号,类别,任务,责任单位,完成时限,公开\n1,数据,开放一百个数据集,开放处,${Number(YEAR) + 1}-06-30,是\n2,数据,内部的任务,,,否\n`
    await page
      .getByLabel('清单（Excel，或 CSV（UTF-8））')
      .setInputFiles({ name: '清单.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
    await page.getByRole('button', { name: '查看清单' }).click()
    await page.getByRole('button', { name: '导入 2 项任务' }).click()
    await page.getByRole('navigation', { name: '看板的页面' }).getByRole('link', { name: '通报' }).click()
    await page.getByLabel('季度').selectOption({ index: 0 })
    await page.getByRole('button', { name: '起草一份通报' }).click()
    expect(await page.getByRole('status').innerText()).toContain('等待另一人签发')
    const draft = new URL(page.url()).pathname
    expect(await page.locator('main').innerText()).toContain('草稿，尚未签发。')
    expect(await page.getByRole('button', { name: '签发', exact: true }).count()).toBe(0)
    paths.set('/board/bulletins', publisher)

    const second = await visit('/board/bulletins', publisher)
    await second.page.getByRole('link', { name: /^20\d\d-Q[1-4]$/ }).click()
    expect(new URL(second.page.url()).pathname).toBe(draft)
    await second.page.getByText('签发这份通报').click()
    await second.page.getByRole('button', { name: '签发', exact: true }).click()
    expect(await second.page.locator('.official header').innerText()).toContain(`通报〔${YEAR}〕1号`)
    await page.goto(`${site.address}/board/bulletins`)
    await page.getByRole('button', { name: '起草一份通报' }).click()
    paths.set(new URL(page.url()).pathname, publisher)
    await page.context().close()
    await second.page.context().close()
  })

  it('are found by everybody in the archive, say nothing secret, and can be taken along as PDF, DOCX and JSON', async () => {
    const { page } = await visit('/worklist', null)
    await page.getByRole('link', { name: '每季度的通报' }).click()
    await page.getByRole('link', { name: `通报〔${YEAR}〕1号`, exact: true }).click()
    const { pathname } = new URL(page.url())
    const text = await page.locator('main').innerText()
    expect(text).toContain('共 1 项任务：已交办 1 项')
    expect(text).toContain('另有 1 项任务未公开')
    for (const secret of ['内部的任务', '赵起草', '钱签发', '草稿']) expect(text).not.toContain(secret)
    paths.set('/bulletins', null).set(pathname, null).set(`${pathname}/trail`, null)
    const load = (path: string) => page.request.get(site.address + path)
    const json = (await (await load(`${pathname}.json`)).json()) as { hash: string; content: { format: string } }
    expect(json).toMatchObject({ content: { format: 'planwright-bulletin 1' } })
    expect(text).toContain(json.hash)
    const docx = await load(`/en${pathname}.docx`)
    expect([docx.status(), docx.headers()['content-type']]).toEqual([200, expect.stringContaining('wordprocessingml')])
    const pdf = await load(`${pathname}.pdf`)
    if (pdf.status() === 200) expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
    else expect(await pdf.text()).toContain('paper.')
    expect((await load('/bulletins/018f0000-0000-7000-8000-000000000000.pdf')).status()).toBe(404)
    await page.context().close()
  })

  it('are in the feeds that every page names, in both languages', async () => {
    const { page } = await visit('/', null)
    for (const form of ['atom', 'rss']) {
      const href = await page.locator(`link[type="application/${form}+xml"]`).getAttribute('href')
      expect(href).toBe(`/bulletins.${form}`)
      const feed = await page.request.get(`${site.address}${href}`)
      expect(feed.headers()['content-type']).toContain(`application/${form}+xml`)
      expect(await feed.text()).toContain(`通报〔${YEAR}〕1号`)
      expect(await (await page.request.get(`${site.address}/en/bulletins.${form}`)).text()).toContain(`Bulletin ${YEAR}/1`)
    }
    await page.context().close()
  })

  it('lead an auditor from a number to what was done, with names', async () => {
    const { page } = await visit('/bulletins', auditor)
    await page.getByRole('link', { name: `通报〔${YEAR}〕1号`, exact: true }).click()
    await page
      .getByRole('row', { name: /每万人5G基站数/ })
      .getByRole('link')
      .first()
      .click()
    expect(new URL(page.url()).hash).toMatch(/^#target-\d+$/)
    const target = await page.locator(new URL(page.url()).hash).innerText()
    expect(target).toContain('随数据包公布：readings.csv 第')
    const task = page.locator('.origin[id^=task-]').filter({ hasText: '开放一百个数据集' })
    expect(await task.innerText()).toContain('赵起草')
    await task.getByRole('link', { name: '在操作记录中查看' }).click()
    expect(await page.locator('main').innerText()).toContain('交办了任务')
    await page.context().close()
  })

  it('are clean on paper: no navigation, no forms, no links to sources, a place for the seal', async () => {
    const path = [...paths.keys()].find((each) => /^\/bulletins\/[^/]+$/.test(each)) ?? ''
    const { page } = await visit(path, null)
    await page.emulateMedia({ media: 'print' })
    for (const hidden of ['header.site', 'footer.site', '.crumb', '.official .origin'])
      expect(await page.locator(hidden).first().isVisible()).toBe(false)
    for (const shown of ['.official h1', '.seal', '.official table']) expect(await page.locator(shown).first().isVisible()).toBe(true)
    await page.context().close()
  })

  it('stand beside supervision notices, which go to the department that leads and stay in its file', async () => {
    const { page } = await visit('/board/worklist', drafter)
    await page.getByRole('link', { name: '开放一百个数据集' }).first().click()
    await page.getByRole('link', { name: '发出督办单' }).click()
    paths.set(new URL(page.url()).pathname, drafter)
    await page.getByText('发出督办单：编号').click()
    await page.getByRole('button', { name: '发出' }).click()
    expect(await page.locator('.official').innerText()).toMatch(new RegExp(`督办〔${YEAR}〕1号[^]*开放处：[^]*抄送：督办台账`))
    const notice = new URL(page.url()).pathname
    paths.set(notice, officer)
    const office = await visit('/office/tasks', officer)
    await office.page.getByRole('link', { name: '开放一百个数据集' }).click()
    await office.page.getByRole('link', { name: `督办〔${YEAR}〕1号` }).click()
    expect(new URL(office.page.url()).pathname).toBe(notice)
    expect((await office.page.request.get(`${site.address}${notice}.docx`)).status()).toBe(200)
    await page.context().close()
    await office.page.context().close()
  })

  it('have no barrier and fit a phone, in both languages, light and dark', async () => {
    expect(paths.size).toBe(7)
    for (const [path, who] of paths)
      for (const each of [path, `/en${path}`]) {
        const { page, complaints } = await visit(each, who, true)
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
