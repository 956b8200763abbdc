/** The record in a browser: everybody sees its checkpoints; an auditor verifies, filters, opens, follows a thing and takes a bundle along. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { perform } from '../../src/kernel/action.ts'
import { exportWith } from '../../src/modules/audit/index.ts'
import { disablePerson, enablePerson } from '../../src/modules/office/index.ts'
import { atEnd } from '../at-end.ts'
import { expectNoBarriers, hasBrowser, openBrowser } from '../browser.ts'
import { groundOf } from '../database.ts'
import { home } from '../packs.ts'
import { postFor, somebody } from '../people.ts'
import { signedIn } from '../session.ts'
import { freshSiteWithDatabase } from '../site.ts'

const PHONE = { width: 320, height: 640 }

describe.skipIf(!hasBrowser)('the record', async () => {
  if (!hasBrowser) return
  const [{ address, database }, browser] = await Promise.all([freshSiteWithDatabase(), openBrowser()])
  const auditor = await somebody(database, { name: '周审计', strong: true, at: new Date().toISOString() })
  const post = await postFor(database, auditor, ['auditor', 'administrator'])
  const subject = await somebody(database, { name: '钱经办' })
  const visit = async (at: string, options: { readonly script?: boolean; readonly phone?: boolean } = {}) => {
    const { page, complaints } = await browser.visit(address + at, {
      ...signedIn(address, auditor.token),
      javaScriptEnabled: options.script ?? true,
      ...(options.phone && { viewport: PHONE }),
    })
    page.setDefaultTimeout(5000)
    return { page, complaints }
  }
  const eventsNamed = async (name: string): Promise<number> =>
    Number((await sql<{ n: bigint }>`select count(*) as n from kernel_event where event = ${name}`.execute(database.db)).rows[0]!.n)

  it('shows everybody the checkpoints, signed, and how to check them', async () => {
    for (const at of ['/evidence', '/en/evidence']) {
      const { page } = await browser.visit(address + at)
      await expectNoBarriers(page)
      expect(await page.locator('table tbody tr').count()).toBe(1)
      expect((await page.request.get(`${address}/checkers/audit.mjs`)).status()).toBe(200)
    }
  })

  it('is closed to others', async () => {
    const { page } = await browser.visit(`${address}/en/audit`)
    expect(new URL(page.url()).pathname).toBe('/en/sign-in')
  })

  it('is verified on the spot, without a script', async () => {
    const { page } = await visit('/en/audit', { script: false })
    expect(await page.locator('main').innerText()).toContain('It has not been verified yet.')
    await page.getByRole('button', { name: 'Verify now' }).click()
    await page.getByText('last verified').waitFor()
    expect(await page.locator('#state + p').innerText()).toMatch(/^whole · last verified.* · 周审计 · /)
  })

  it('leads from a list to an event, its contents, its neighbours and its person; opening is recorded', async () => {
    const who = { ...auditor, posts: [post] }
    const person = subject.id
    await perform(groundOf(database, new Date().toISOString()), who, disablePerson, { person, reason: '调离' })
    await perform(groundOf(database, new Date().toISOString()), who, enablePerson, { person })
    const opened = await eventsNamed('audit.opened')
    const { page } = await visit(`/en/audit?objectType=identity.user&objectId=${subject.id}`, { script: false })
    const rows = page.locator('table tbody tr')
    expect(await rows.count()).toBe(2)
    expect(await rows.first().innerText()).toContain('周审计')
    await rows.first().getByRole('link').first().click()
    const text = await page.locator('main').innerText()
    expect(text).toContain('It matches its hash')
    expect(text).toContain('钱经办')
    expect(text).toContain(post.title.en)
    expect(text).toContain('The same thing, before')
    expect(await eventsNamed('audit.opened')).toBe(opened + 1)
    await page.getByRole('link', { name: 'Everything that happened to this thing' }).click()
    expect(await page.locator('table tbody tr').count()).toBe(2)
    await page.getByRole('link', { name: 'Open its page' }).click()
    expect(new URL(page.url()).pathname).toBe(`/en/admin/people/${subject.id}`)
  })

  it('has no barrier in either language, and room on a phone', async () => {
    const { rows } = await sql<{ lane: number; seq: bigint }>`select lane, seq from kernel_event where event = 'audit.verified'`.execute(
      database.db,
    )
    const place = `${rows[0]!.lane}/${rows[0]!.seq}`
    for (const language of ['', '/en'])
      for (const at of ['/audit', `/audit/events/${place}`, '/audit/objects?type=kernel.record&id=all', '/audit/duties']) {
        const { page, complaints } = await visit(language + at, { phone: true })
        await expectNoBarriers(page)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        expect([at, wide, complaints]).toEqual([at, PHONE.width, []])
      }
  })

  it('gives its list as a file, and a bundle that a checker of its own finds whole', async () => {
    const { page } = await visit('/en/audit?event=audit.verified')
    const answer = await page.request.get(`${address}/en/audit/events.csv?event=audit.verified`)
    expect(answer.headers()['content-type']).toContain('text/csv')
    const [, heads = '', row = ''] = (await answer.text()).split('\r\n')
    expect(heads).toContain('Who,Who (in words),What,What (in words)')
    expect(row).toMatch(/person:[0-9a-f-]{36},周审计,audit\.verified,[^,]*verified/)
    expect(await eventsNamed('audit.listed')).toBe(1)

    const folder = mkdtempSync(path.join(tmpdir(), 'planwright-record-'))
    atEnd(() => rmSync(folder, { recursive: true }))
    const lines: string[] = []
    await perform(
      groundOf(database),
      { kind: 'operator', name: 'tester' },
      exportWith((line) => void lines.push(`${line}\n`)),
      {},
    )
    writeFileSync(path.join(folder, 'record.jsonl'), lines.join(''))
    const shown = await (await browser.visit(`${address}/en/evidence`)).page.locator('pre').innerText()
    const key = /--key (\S+)/.exec(shown)![1]!
    const said = execFileSync(process.execPath, [path.join(home, 'checkers/audit.mjs'), path.join(folder, 'record.jsonl'), '--key', key], {
      encoding: 'utf8',
    })
    expect(said).toMatch(/^✓ \d+ 条记录 events, 1 个检查点 checkpoints/m)
  })
})
