/** Six new people on a fresh demonstration, in both languages: from the public home page to the end of their first job, by what they can see. */
import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { hasBrowser, openBrowser } from '../../browser.ts'
import { freshUrl } from '../../database.ts'
import { freshSite, home } from '../../site.ts'
import { ENTERPRISE, enter, makeRuns, reform, seenBy } from '../../tour.ts'
import { enterAs, expectRooms, type Walker } from './walker.ts'
import { inChinese, inEnglish, languageOf } from './words.ts'

const TELLINGS = [
  { language: 'Chinese', say: inChinese, facts: ['营业收入', '税收增长率'], cap: '600 万元' },
  { language: 'English', say: inEnglish, facts: ['研发投入', '上年度缴纳税金'], cap: '700 万元' },
] as const

const nameOf = new Map([
  ['营业收入', 'revenue'],
  ['研发投入', 'R&D spending'],
])

describe.skipIf(!hasBrowser)('a new person', async () => {
  if (!hasBrowser) return
  const url = await freshUrl()
  const [site, browser] = await Promise.all([freshSite('wuhan', { DATABASE_URL: url }), openBrowser()])
  const { address } = site
  const clerk = seenBy(address, await enter(address, 'clerk'))

  describe.each(TELLINGS)('who reads $language', ({ say, facts: [first], cap }) => {
    const as = (account: Parameters<typeof enterAs>[3]): Promise<Walker> => enterAs(browser, address, say, account)
    const { prefix } = languageOf(say)
    const fact = say(first, nameOf.get(first) ?? first)

    it('as a clerk, says with evidence that a fact is wrong, and keeps a check-up', async () => {
      const me = await as('clerk')
      await me.go(/演示企业/, 'main')
      await me.go(say('事实', 'Facts'), 'nav.parts')
      await me.go(fact, 'tbody')
      expect(me.clicks()).toBeLessThanOrEqual(4)
      await me.fill('value', '3000 万元')
      await me.fill('reason', '与审计报告不一致')
      await me.page
        .locator('[name=evidence]')
        .setInputFiles({ name: 'report.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') })
      await me.go(say('提出更正', 'Propose the correction'))
      expect(await me.text()).toContain(say('等待初审', 'waits for a first review'))

      await me.go(say('我的企业能拿多少', 'What can we get?'), 'header')
      await me.page.locator('section.tools').waitFor()
      await me.page.locator('[name=uscc]').fill(ENTERPRISE)
      await me.page.locator('[name=uscc]').press('Enter')
      await me.page.locator('[name=looked_up]').waitFor({ state: 'attached' })
      await me.go(say('保存到企业工作台', 'Keep it on the desk'))
      await me.page.waitForURL('**/desk/keep')
      await me.fill('name', say('第一次', 'The first'))
      await me.go(say('保存', 'Keep it'), 'main form')
      expect(await me.text()).toContain(say('每项措施的结果都与保存时相同', 'Every measure has the answer it had'))
      await expectRooms(me, address, say, ['desk'])
    })

    it('as an officer, decides a correction with a second officer', async () => {
      const judge = async (account: 'officer' | 'second', button: string, done: string): Promise<Walker> => {
        const me = await as(account)
        await me.go(say('更正', 'correction'), 'main section')
        await me.go(fact, 'tbody')
        expect(me.clicks()).toBeLessThanOrEqual(4)
        await me.page.locator('main [name=verdict][value=accept]').check()
        await me.go(button, 'main form')
        expect(await me.text()).toContain(done)
        return me
      }
      const one = await judge('officer', say('初审', 'Review'), say('已初审，等待第二人', 'waits for a second officer'))
      expect(await one.page.locator('main form').count()).toBe(0)
      const two = await judge('second', say('决定', 'Decide'), say('已决定', 'Decided.'))
      expect(await clerk.get(`${prefix}/desk/${ENTERPRISE}/corrections`)).toContain(say('已采纳', 'accepted'))
      await expectRooms(two, address, say, ['office'])
    })

    it('as a boss, lets an agent in, who finds the enterprise and not what is the boss’s', async () => {
      const boss = await as('boss')
      await boss.go(/演示企业/, 'main')
      await boss.go(say('人员和委托', 'People and agents'))
      await boss.go(say('委托代办人', 'Let an agent in'), 'main details')
      await boss.fill('name', say('新代办', 'New agent'))
      await boss.fill('email', say('kuaiji@example.org', 'agent@example.org'))
      await boss.fill('toOn', new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10))
      await boss.go(/./, '#invite-agent')
      expect(await boss.page.locator('.done code').count()).toBe(1)
      await expectRooms(boss, address, say, ['desk'])
      const agent = await as('agent')
      await agent.go(/演示企业/, 'main')
      expect(await agent.text()).not.toContain(say('取走关于我们的全部内容', 'Take along everything'))
      await expectRooms(agent, address, say, ['desk'])
    })

    it('as a finance officer, opens a run and what differs from the one before', async () => {
      if (say === inChinese) {
        const nothing = await as('finance')
        await nothing.go(say('财政', 'Finance'), 'main')
        expect(await nothing.text()).toContain('还没有完整的测算')
        await makeRuns({ DATABASE_URL: url })
      }
      const me = await as('finance')
      await me.go(say('财政', 'Finance'), 'main')
      await me.go(/^20\d\d-\d\d-\d\d · [0-9a-f]{8}$/, 'tbody')
      expect(await me.text()).toContain(say('各项措施', 'By measure'))
      await me.go(/20\d\d-\d\d-\d\d/, 'main li')
      expect(me.clicks()).toBeLessThanOrEqual(4)
      expect(await me.text()).toContain(say('后一次减前一次', 'the later run minus the earlier'))
      await expectRooms(me, address, say, ['finance'])
    })

    it('as an auditor, verifies the record, opens one event, and checks an export without this site', async () => {
      const me = await as('auditor')
      await me.go(say('审计', 'Audit'), 'main')
      await me.go(say('现在核验', 'Verify now'))
      expect(await me.page.locator('section[aria-labelledby=state] strong').innerText()).toBe(say('完整', 'whole'))
      await me.go(/^20\d\d-\d\d-\d\d \d\d:\d\d/, 'tbody')
      expect(me.clicks()).toBeLessThanOrEqual(4)
      expect(await me.text()).toContain(say('与哈希相符', 'It matches its hash'))
      await me.go(say('审计', 'Audit'), 'nav.rooms')
      const [file] = await Promise.all([me.page.waitForEvent('download'), me.go(say('导出整份记录', 'Export the whole record'))])
      const { stdout } = await promisify(execFile)(process.execPath, [path.join(home, 'checkers/audit.mjs'), await file.path()])
      expect(stdout).toContain('✓')
      await expectRooms(me, address, say, ['audit'])
    })

    it('as a planner, finds the target most at risk and proposes a pack', async () => {
      const me = await as('planner')
      await me.go(say('规划看板', 'Planning board'), 'main')
      await me.go(/./, 'tbody')
      expect(me.clicks()).toBeLessThanOrEqual(4)
      expect(new URL(me.page.url()).pathname).toMatch(/\/plan\//)
      await me.go(say('数据包', 'Packs'), 'nav.rooms')
      const zip = await reform(cap)
      await me.page
        .locator('[name=zip]')
        .setInputFiles({ name: zip.name, mimeType: zip.type, buffer: Buffer.from(await zip.arrayBuffer()) })
      await me.fill('reason', `补助上限${cap}`)
      await me.go(say('提议', 'Propose'), '#propose')
      expect(await me.text()).toContain(say('请另一人看过后发布', 'Somebody else reads it and publishes it'))
      await expectRooms(me, address, say, ['board', 'admin/packs'])
    })

    it('as an administrator, publishes it as the second person', async () => {
      const me = await as('administrator')
      await me.go(say('提议', 'proposed'), 'main')
      await me.go(/^[0-9a-f]{12}$/, 'tbody')
      await me.go(say('发布这一版', 'Publish this pack'))
      await me.go(say('发布', 'Publish'), '#publish')
      expect(await me.text()).toContain(say('已发布', 'Published'))
      expect(await clerk.get('/measures/public-service-platform')).toContain(cap)
      await expectRooms(me, address, say, ['admin', 'admin/packs'])
    })

    it('as an administrator, invites somebody with a post, gives another, and looks at jobs and backups', async () => {
      const me = await as('administrator')
      await me.go(say('管理', 'Administration'), 'main')
      await me.go(say('邀请', 'Invitations'), 'main ul')
      expect(me.clicks()).toBeLessThanOrEqual(4)
      const newcomer = say('新同事', 'Newcomer')
      await me.fill('name', newcomer)
      await me.fill('email', say('xin@example.org', 'new@example.org'))
      await me.page.getByLabel(say('演示部门 · 财务（演示）', 'Demonstration department, Finance officer (demo)')).check()
      await me.go(say('邀请', 'Invite'), '#invite')
      const link = await me.page.locator('.done code').innerText()
      const { page: theirs } = await browser.visit(link.replace(/^https?:\/\/[^/]+(\/en)?/, address + prefix))
      theirs.setDefaultTimeout(8000)
      for (const name of ['password', 'password-again']) await theirs.locator(`[name=${name}]`).fill('a quiet river under seven bridges')
      await theirs.locator('main button').click()
      // Posts in finance count only with a second factor, so that is where the new colleague is led first.
      await theirs.waitForURL('**/account/second-factor*')

      await me.go(say('人员', 'People'), 'nav.parts')
      await me.go(newcomer, 'tbody')
      await me.page.locator('#assign [name=post]').selectOption({ index: 0 })
      await me.go(say('安排岗位', 'Give the post'), '#assign')
      expect(await me.page.locator('.done').count()).toBe(1)
      await me.go(say('消息队列', 'Queue'), 'nav.parts')
      expect(await me.text()).toContain(say('没有失败的消息', 'No message has failed'))
      await me.go(say('备份', 'Backups'), 'nav.parts')
      expect(await me.text()).toContain('PLANWRIGHT_BACKUPS')
    })
  })
})
