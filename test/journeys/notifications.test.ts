/** Somebody reads what there is to tell them, chooses what comes by e-mail, and refuses letters from within one; an administrator looks after the queue. */
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { demoUscc } from '../../src/modules/party/index.ts'
import { atEnd } from '../at-end.ts'
import { expectNoBarriers, hasBrowser, openBrowser } from '../browser.ts'
import { eventually } from '../eventually.ts'
import { postFor, somebody, type TestPerson } from '../people.ts'
import { signedIn } from '../session.ts'
import { freshSiteWithDatabase } from '../site.ts'

const letters: string[] = []
const sink = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _session, done) => {
    let source = ''
    stream.on('data', (chunk: Buffer) => (source += chunk.toString()))
    stream.on('end', () => {
      letters.push(source.replaceAll('\r\n ', ' '))
      done()
    })
  },
})
describe.skipIf(!hasBrowser)('notices', async () => {
  if (!hasBrowser) return
  const { server } = sink
  const port = await new Promise<number>((resolve) =>
    sink.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
  )
  atEnd(() => new Promise<void>((resolve) => sink.close(() => resolve())))
  const environment = {
    PLANWRIGHT_SMTP: `smtp://127.0.0.1:${port}`,
    PLANWRIGHT_MAIL_FROM: 'planwright@example.test',
  }
  const [site, browser] = await Promise.all([freshSiteWithDatabase(environment), openBrowser()])
  const { database } = site
  const { db } = database
  const at = new Date().toISOString()
  const enterprise = demoUscc(1)
  const visit = (path: string, { token }: TestPerson, options: object = {}) =>
    browser.visit(site.address + path, {
      ...signedIn(site.address, token),
      javaScriptEnabled: false,
      ...options,
    })
  const clerk = await somebody(database, { name: '李经办', email: 'li@example.test', at, strong: true })
  await sql`insert into party_member (id, enterprise_id, user_id, level, from_on)
    values (${newId()}, md5('uscc:' || ${enterprise}::text)::uuid, ${clerk.id}, 'view', '2020-01-01')`.execute(db)
  const tell = () =>
    sql`insert into kernel_outbox (id, type, body) values (${newId()}, 'notification.wanted', ${JSON.stringify({
      user: clerk.id,
      kind: 'party.correction-decided',
      params: { enterprise, fact: '营业收入' },
      link: '/my',
      enterprise,
    })}::jsonb)`.execute(db)

  it('are counted on every page, read, and marked as read without a script', async () => {
    await tell()
    await eventually(
      () => letters,
      (all) => all.length === 1,
    )
    const { page } = await visit('/en/notifications', clerk)
    expect(await page.textContent('header.site')).toContain('(1 not read)')
    expect(await page.locator('.notices li').innerText()).toContain(`that enterprise ${enterprise} proposed has been decided`)
    await page.click('.notices button')
    expect(await page.textContent('header.site')).not.toContain('not read')
    expect(await page.locator('.notices li').count()).toBe(1)
  })

  it('of one kind are refused from within a letter with one click, signed in or not', async () => {
    const address = /List-Unsubscribe: <[^>]*?(\/unsubscribe\?token=[\w-]+)>/.exec(letters[0] ?? '')?.[1] ?? ''
    const { page } = await browser.visit(site.address + address, { javaScriptEnabled: false })
    await page.click('main button')
    expect(await page.textContent('main')).toContain('您不再收到“更正的决定”的邮件')
    const oneClick = await fetch(site.address + address, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
    expect(oneClick.status).toBe(303)
    expect((await fetch(`${site.address}/unsubscribe?token=abc`)).status).toBe(404)
    await tell()
    await eventually(
      async () => (await sql`select from notification_notice where user_id = ${clerk.id}`.execute(db)).rows.length,
      (count) => count === 2,
    )
    expect(letters).toHaveLength(1)
    const mine = await visit('/en/notifications', clerk)
    expect(await mine.page.isChecked('[name=mail][value="party.correction-decided"]')).toBe(false)
    await mine.page.check('[name=mail][value="party.correction-decided"]')
    await mine.page.click('#choose button')
    expect(await mine.page.textContent('.done')).toBe('Saved.')
  })

  it('that failed are tried again or discarded by an administrator', async () => {
    const boss = await somebody(database, { name: '王管理', at, strong: true })
    await postFor(database, boss, ['administrator'])
    const failed = (listener: string) =>
      sql`insert into kernel_failed (message, listener, type, body, reason, tries, sent_at, failed_at)
        values (${newId()}, ${listener}, 'notification.wanted', '{}', 'incident 0000abcd', 10, now(), now())`.execute(db)
    await failed('test.gone')
    const { page } = await visit('/en/admin/jobs', boss)
    expect(await page.textContent('main')).toContain('the program failed, number 0000abcd in the log')
    await page.click('#discard button')
    expect(await page.locator('#discard .errors').count()).toBe(1)
    await page.fill('#discard [name=reason]', 'nobody needs it')
    await page.click('#discard button')
    expect(await page.textContent('.done')).toContain('Discarded')
    await failed('test.gone')
    await page.goto(`${site.address}/en/admin/jobs`)
    await page.click('main table button')
    expect(await page.textContent('.done')).toContain('Back in the queue')
    await eventually(
      async () => (await sql<{ reason: string }>`select reason from kernel_failed`.execute(db)).rows.map(({ reason }) => reason),
      (reasons) => reasons.includes('no-listener'),
    )
  })

  it('have pages without barriers, on a phone as well', async () => {
    const boss = await somebody(database, { name: '赵管理', at, strong: true })
    await postFor(database, boss, ['administrator'])
    for (const path of ['/notifications', '/en/notifications', '/admin/jobs', '/en/admin/jobs'])
      for (const options of [{ viewport: { width: 320, height: 700 } }, { colorScheme: 'dark' as const }]) {
        const { page, complaints } = await visit(path, path.includes('admin') ? boss : clerk, { javaScriptEnabled: true, ...options })
        await expectNoBarriers(page)
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
        expect(complaints).toEqual([])
      }
  })
})
