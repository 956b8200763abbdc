/** The sample city: a planner finds what a quarter's report needs, an officer reports, and lamps and numbers are the same wherever they stand. */
import { describe, expect, it } from 'vitest'
import { sha256Hex } from '../../src/core/evidence/sha256.ts'
import { SESSION_COOKIE } from '../../src/web/session.ts'
import { expectNoBarriers, hasBrowser, openBrowser } from '../browser.ts'
import { signedIn } from '../session.ts'
import { freshSite } from '../site.ts'
import { type Account, enter } from '../tour.ts'

const INVENTED = '虚构'
/** The numbers of the sentence that opens a list of tasks, without its day. */
const numbersIn = (sentence: string): readonly number[] =>
  [...sentence.replace(/\d{4}-\d{2}-\d{2}/, '').matchAll(/\d+/g)].slice(0, 8).map(([found]) => Number(found))

describe.skipIf(!hasBrowser)('the sample city', async () => {
  if (!hasBrowser) return
  const [site, browser] = await Promise.all([freshSite('sample'), openBrowser()])
  const address = site.address.replace('127.0.0.1', 'localhost')
  const open = async (account: Account | null, script = false) => {
    const value = account === null ? null : await enter(site.address, account)
    const { page } = await browser.visit(address, { ...signedIn(address, value), javaScriptEnabled: script })
    page.setDefaultTimeout(8000)
    const go = async (path: string): Promise<string> => {
      await page.goto(address + path)
      expect(await page.locator('body').innerText(), path).toContain(INVENTED)
      return page.locator('main').innerText()
    }
    return { page, go }
  }
  const [planner, officer, visitor] = [await open('planner'), await open('officer'), await open(null)]
  const lead = async ({ page, go }: typeof planner, path: string): Promise<readonly number[]> => {
    await go(path)
    return numbersIn(await page.locator('.lead').first().innerText())
  }
  const lampOf = async ({ page, go }: typeof planner, path: string, task: string): Promise<string> => {
    await go(path)
    return (
      await page
        .getByRole('row', { name: new RegExp(task) })
        .first()
        .locator('.lamp')
        .innerText()
    ).trim()
  }

  it('has what a report of the quarter needs: targets, late tasks, requests and reports, from one page', async () => {
    const agenda = await planner.go('/board/agenda')
    for (const part of ['延期申请', '待审核的报告', '待审核的数据', '任务、节点和季度报告']) expect(agenda).toContain(part)
    expect(agenda).toMatch(/1 个重点项目的阶段等待确认/)
    expect(await planner.go('/board')).toContain('政务服务网上办理率')
  })

  it('is reported on by one planner and published by another, from what stands on the board', async () => {
    await planner.go('/board')
    const board = planner.page.getByRole('navigation', { name: '看板的页面' })
    await board.getByRole('link', { name: '通报' }).click()
    await planner.page.getByRole('button', { name: '起草一份通报' }).click()
    const draft = new URL(planner.page.url()).pathname
    const reviewer = await open('reviewer')
    expect(await reviewer.go(draft)).toContain('共 40 项任务')
    await reviewer.page.getByText('签发这份通报').click()
    await reviewer.page.getByRole('button', { name: '签发', exact: true }).click()
    await visitor.go('/bulletins')
    await visitor.page.getByRole('link', { name: /^通报〔\d{4}〕1号$/ }).click()
    const published = await visitor.page.locator('main').innerText()
    for (const each of ['共 40 项任务', '政务服务网上办理率', INVENTED]) expect(published).toContain(each)
  })

  it('says the same numbers to the public and to the planner', async () => {
    const numbers = await lead(visitor, '/worklist')
    expect(numbers.slice(0, 2)).toEqual([2026, 40])
    expect(await lead(planner, '/board/worklist')).toEqual(numbers)
  })

  it('turns a lamp from red to yellow on every page once what was late is reported and accepted', async () => {
    const before = await lead(visitor, '/worklist')
    const task = '建成算力调度平台'
    for (const [who, path] of [
      [officer, '/office/tasks'],
      [planner, '/board/worklist'],
      [visitor, '/worklist'],
    ] as const)
      expect(await lampOf(who, path, task), path).toContain('红灯')
    await officer.go('/office/tasks')
    await officer.page.getByRole('link', { name: task }).click()
    const at = new URL(officer.page.url()).pathname
    await officer.page.getByLabel('完成的节点').selectOption('2')
    await officer.page.getByLabel('进展').fill('已经正式运行')
    await officer.page.getByRole('button', { name: '报告' }).click()
    expect(await officer.page.getByRole('status').innerText()).toContain('已报告')
    await planner.go(at.replace('/office/tasks', '/board/worklist'))
    await planner.page.getByRole('button', { name: '审核通过' }).click()
    for (const [who, path] of [
      [officer, '/office/tasks'],
      [planner, '/board/worklist'],
      [visitor, '/worklist'],
    ] as const)
      expect(await lampOf(who, path, task), path).toContain('黄灯')
    const after = await lead(visitor, '/worklist')
    const [green, yellow, red] = [4, 5, 6]
    expect(after[green]).toBe(before[green])
    expect([after[yellow], after[red]]).toEqual([(before[yellow] ?? 0) + 1, (before[red] ?? 0) - 1])
    expect(await lead(planner, '/board/worklist')).toEqual(after)
  })

  it('counts a key project once a second person has confirmed it, beside what is reported', async () => {
    await planner.go('/board/projects')
    await planner.page.getByLabel('编号').fill('journey')
    await planner.page.getByLabel('项目名称').fill('量子通信试验网')
    await planner.page.getByLabel('牵头部门').selectOption({ label: '市数据局' })
    await planner.page.getByLabel('是', { exact: true }).check()
    await planner.page.getByRole('button', { name: '登记一个项目' }).click()
    const id = new URL(planner.page.url()).pathname.split('/').at(-1) ?? ''
    const count = async (): Promise<number> => {
      await visitor.go('/projects')
      return Number(await visitor.page.locator('#count-new_projects dd').first().innerText())
    }
    const before = await count()
    await officer.go(`/office/projects/${id}`)
    await officer.page.getByLabel('阶段').selectOption('started')
    await officer.page.getByRole('button', { name: '报告阶段' }).click()
    expect(await officer.page.getByRole('alert').innerText()).toContain('没有佐证的不计数')
    await officer.page.getByLabel('日期').fill(new Date().toISOString().slice(0, 10))
    await officer.page.getByLabel('佐证材料').setInputFiles({ name: '施工许可.txt', mimeType: 'text/plain', buffer: Buffer.from('许可') })
    await officer.page.getByRole('button', { name: '报告阶段' }).click()
    expect(await officer.page.getByRole('status').innerText()).toContain('等待另一人确认')
    expect(await count()).toBe(before)
    await planner.go(`/board/projects/${id}`)
    await planner.page.getByRole('button', { name: /^确认/ }).click()
    expect(await count()).toBe(before + 1)
  })

  it('counts what it records: seen by one planner, approved by another, taken apart for the public, and checked by an auditor', async () => {
    await planner.go('/board/computations')
    const own = planner.page.getByRole('region', { name: '年度任务按期完成率', exact: true })
    // A period that has not ended is mended where it was typed.
    await own.getByLabel('时期').fill('2099-12')
    await own.getByRole('button', { name: '算一期' }).click()
    expect(await planner.page.getByRole('alert').innerText()).toBe('这个时期到 2099-12-31 才结束，还没有数据。')
    expect(await planner.page.getByRole('heading', { level: 1 }).innerText()).toBe('年度任务按期完成率')
    const again = planner.page.getByRole('main').getByLabel('时期')
    expect(await again.inputValue()).toBe('2099-12')
    await again.fill('2026-09')
    await planner.page.getByRole('button', { name: '算一期' }).click()
    const seen = await planner.page.locator('main').innerText()
    for (const each of ['worklist.on-time 第 1 版', '应于当期完成的任务', '没有完成时限', '工业互联网标识节点'])
      expect(seen).toContain(each)
    await planner.page.getByRole('button', { name: '报这个数，由另一人审核' }).click()
    expect(await planner.page.getByRole('status').innerText()).toBe('已报，等待另一人审核。')
    const at = new URL(planner.page.url()).pathname
    const hash = await planner.page.locator('dl.facts code').innerText()
    await planner.go(`/board/computations/now?indicator=tasks_on_time&period=2026-09`)
    expect(await planner.page.locator('main').innerText()).toContain('正等待审核')
    expect(await planner.page.getByRole('button', { name: '报这个数' }).count()).toBe(0)

    const reviewer = await open('reviewer')
    await reviewer.go('/board/readings')
    await reviewer.page.getByRole('checkbox', { name: /按期完成率 2026-09/ }).check()
    await reviewer.page.getByRole('button', { name: '审核通过选中的' }).click()
    expect(await reviewer.page.getByRole('status').innerText()).toContain('已审核')
    const open2026 = await visitor.go('/plan/tasks_on_time')
    for (const each of ['由本站记录算出的数', 'worklist.on-time 1', hash.slice(0, 12), '这个比率为什么变了？'])
      expect(open2026).toContain(each)
    expect(open2026).not.toContain('工业互联网标识节点')

    const auditor = await open('auditor', true)
    expect(await auditor.go(at)).toContain('每一件都与当时一样')
    expect(await auditor.page.getByRole('button').count()).toBe(await auditor.page.locator('header button, footer button').count())
    const file = await fetch(`${site.address}${at}/rows.json`, {
      headers: { cookie: `${SESSION_COOKIE}=${await enter(site.address, 'auditor')}` },
    })
    expect(sha256Hex(await file.text())).toBe(hash)
    for (const path of ['/board/computations', '/board/computations/now?indicator=tasks_on_time&period=2099-12', at]) {
      await auditor.go(path)
      await expectNoBarriers(auditor.page)
    }
  })

  it('says how much of a change of a rate its numerator did and how much its denominator', async () => {
    const page = await visitor.go('/plan/online_rate?from=2024-10&to=2025-10')
    expect(page).toMatch(
      /从2024年10月到2025年10月，由 [\d.]+% 变为 [\d.]+%：“网上办结件”由 [\d,]+ 件 变为 [\d,]+ 件，使它升 [\d.]+ 个百分点/,
    )
    const rows = await visitor.page.locator('#change table tbody tr').allInnerTexts()
    const numbers = rows.map((row) =>
      Number(
        row
          .split('\t')[1]!
          .replace('−', '-')
          .replace(/[^\d.-]/g, ''),
      ),
    )
    expect(numbers[0]! + numbers[1]! + numbers[2]!).toBeCloseTo(numbers[3]!, 9)
  })

  it('takes a list of projects after it was looked at, and nothing of one that is wrong', async () => {
    const upload = async (text: string) => {
      await planner.go('/board/projects/import')
      await planner.page.getByLabel('清单').setInputFiles({ name: '项目.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
      await planner.page.getByRole('button', { name: '查看清单' }).click()
    }
    await upload('编号,项目,牵头部门\nl1,甲,没有的局\n')
    expect(await planner.page.locator('main').innerText()).toContain('没有“没有的局”这个部门')
    await upload('编号,项目,牵头部门\nl1,甲,市数据局\nl2,乙,\n')
    await planner.page.getByRole('button', { name: '导入 2 个项目' }).click()
    expect(await planner.page.getByRole('status').innerText()).toBe('清单已导入。')
  })

  it('has no barrier on the pages of projects and of a rate that is taken apart, and fits a phone', async () => {
    const [planning, reporting, looking] = [await open('planner', true), await open('officer', true), await open(null, true)]
    const pages = [
      [looking, '/projects'],
      [looking, '/en/projects'],
      [looking, '/plan/online_rate'],
      [looking, '/en/plan/online_rate'],
      [planning, '/board/projects'],
      [planning, '/board/projects/import'],
      [reporting, '/office/projects'],
    ] as const
    for (const [{ page, go }, path] of pages) {
      await page.setViewportSize({ width: 320, height: 700 })
      if (path.startsWith('/en')) await page.goto(address + path)
      else await go(path)
      await expectNoBarriers(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBe(0)
    }
  })
})
