/** An enterprise corrects a fact, two officers judge it, and what was asked is kept; all of it without a script. */
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { demoUscc } from '../../src/modules/party/index.ts'
import { expectNoBarriers, hasBrowser, openBrowser } from '../browser.ts'
import { memberFor, postFor, somebody, type TestPerson } from '../people.ts'
import { sessionCookie } from '../session.ts'
import { freshSiteWithDatabase } from '../site.ts'

const [E, F] = [demoUscc(1), demoUscc(2)]
const site = await freshSiteWithDatabase()
const { database } = site
const at = new Date().toISOString()
const named = (name: string) =>
  somebody(database, { name, email: `${encodeURIComponent(name).toLowerCase().replaceAll('%', '')}@example.test`, at })
const [boss, clerk, stranger, agent] = [await named('老板'), await named('经办'), await named('别家'), await named('代办')]
const [first, second] = [await named('初审'), await named('决定')]
await memberFor(database, boss, E, 'admin')
await memberFor(database, clerk, E, 'submit')
await memberFor(database, stranger, F, 'admin')
await postFor(database, first, ['officer'])
await postFor(database, second, ['officer'])

const cookieOf = ({ token }: TestPerson) => ({ cookie: `__Host-planwright=${token}` })
const get = (path: string, person?: TestPerson) =>
  fetch(site.address + path, { redirect: 'manual', headers: person ? cookieOf(person) : {} })
const post = (path: string, body: FormData | URLSearchParams, person?: TestPerson) =>
  fetch(site.address + path, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { origin: site.address, ...(person ? cookieOf(person) : {}) },
  })

/** A form for the fact page with a file. */
const withFile = (bytes: BlobPart, name = '证明.txt'): FormData => {
  const form = new FormData()
  for (const [field, value] of [
    ['do', 'correct'],
    ['value', '1.23 元'],
    ['validOn', '2024-06-01'],
    ['reason', '不同'],
  ] as const)
    form.set(field, value)
  form.set('evidence', new File([bytes], name))
  return form
}

describe('files', () => {
  const fact = `/desk/${E}/facts/${encodeURIComponent('营业收入')}`

  it('are read only from who may hand them in, and up to their size', async () => {
    expect((await post(fact, withFile(new Uint8Array(5_000_000).fill(65)))).status).toBe(413)
    expect((await post(fact, withFile(new Uint8Array(5_000_000).fill(65)), stranger)).status).toBe(413)
    expect((await post(fact, withFile('x'), stranger)).status).toBe(404)
    const large = await post(fact, withFile(new Uint8Array(21_000_000).fill(65)), clerk)
    expect([large.status, await large.text()]).toEqual([400, expect.stringContaining('超过 20 MB')])
    const foreign = await fetch(site.address + fact, {
      method: 'POST',
      body: withFile('x'),
      headers: { origin: 'https://elsewhere.example', ...cookieOf(clerk) },
    })
    expect(foreign.status).toBe(403)
  })

  it('come back as attachments that no browser shows, to the enterprise and to officers alone', async () => {
    const sent = await post(fact, withFile('只给办理人员'), clerk)
    expect(sent.status).toBe(303)
    const place = sent.headers.get('location') ?? ''
    const page = await (await get(place, clerk)).text()
    const evidence = /href="(\/desk\/[^"]+\/evidence\/([^"]+))"/.exec(page)
    const file = await get(evidence?.[1] ?? '', clerk)
    expect([file.status, await file.text(), file.headers.get('x-content-type-options')]).toEqual([200, '只给办理人员', 'nosniff'])
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; /)
    expect((await get(`/office/evidence/${evidence?.[2]}`, first)).status).toBe(200)
    expect((await get(evidence?.[1] ?? '', stranger)).status).toBe(404)
    expect((await get(`/desk/${F}/evidence/${evidence?.[2]}`, stranger)).status).toBe(404)
    expect((await get(`/office/evidence/${evidence?.[2]}`, clerk)).status).toBe(403)
    expect((await get(place, stranger)).status).toBe(404)
    await post(place.replace(/\?.*/, ''), new URLSearchParams({ do: 'withdraw' }), clerk)
  })
})

describe('everything held about an enterprise', () => {
  it('is one ZIP that opens, for whoever signs', async () => {
    const reply = await post(`/desk/${E}/everything`, new URLSearchParams(), boss)
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/zip'])
    const files = unzipSync(new Uint8Array(await reply.arrayBuffer()))
    expect(strFromU8(files['README.txt']!)).toContain('nobody real')
    expect(Object.keys(files)).toContain('facts.csv')
    expect((await post(`/desk/${E}/everything`, new URLSearchParams(), clerk)).status).toBe(403)
  })
})

describe.skipIf(!hasBrowser)('in a browser', async () => {
  if (!hasBrowser) return
  const { visit } = await openBrowser()
  const as = async ({ token }: TestPerson, path: string, javaScriptEnabled = false): Promise<Page> => {
    const { page } = await visit('about:blank', { javaScriptEnabled })
    await page.context().addCookies([sessionCookie(site.address, token)])
    page.setDefaultTimeout(8000)
    await page.goto(site.address + path)
    return page
  }
  const text = (page: Page) => page.locator('main').innerText()

  it('a wrong fact is corrected by its enterprise and two officers, without a script', async () => {
    const page = await as(clerk, '/en/desk')
    await page.click(`a[href="/en/desk/${E}"]`)
    await page.getByRole('link', { name: 'Facts', exact: true }).click()
    await page.getByRole('link', { name: 'revenue', exact: true }).click()
    await page.fill('[name=value]', 'a lot')
    await page.fill('[name=validOn]', '2024-06-01')
    await page.getByRole('button', { name: 'Propose' }).click()
    // Every wrong field is marked, and what was typed is still there.
    expect(await page.locator('.has-problem').count()).toBe(2)
    expect(await page.inputValue('[name=value]')).toBe('a lot')
    await page.fill('[name=value]', '3000 万元')
    await page.fill('[name=reason]', 'The audited report says so')
    await page.setInputFiles('[name=evidence]', { name: 'report.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') })
    await page.getByRole('button', { name: 'Propose' }).click()
    expect(await text(page)).toContain('waits for a first review')
    await page.goto(`${site.address}/en/desk/${E}/facts`)
    expect(await page.locator('tr', { hasText: 'revenue' }).first().innerText()).toContain('disputed')

    const review = await as(first, '/en/office')
    await review
      .getByRole('link', { name: /^revenue · / })
      .first()
      .click()
    expect(await text(review)).toContain('The audited report says so')
    await review.getByRole('button', { name: 'Review' }).click()
    expect(await text(review)).toContain('waits for a second officer')
    expect(await review.getByRole('button', { name: 'Decide' }).count()).toBe(0)

    // The second officer decides in the list, several at once, with a result for each.
    const decide = await as(second, '/en/office')
    await decide.getByRole('link', { name: /corrections? of facts to judge/ }).click()
    await decide.selectOption('[name=state]', 'reviewed')
    await decide.getByRole('button', { name: 'Show' }).click()
    expect(await decide.locator('tbody tr').first().innerText()).toMatch(/yuan[\s\S]*accept/)
    await decide.check('[name=chosen]')
    await decide.getByRole('button', { name: 'accept' }).click()
    expect(await decide.locator('.outcomes').innerText()).toMatch(/revenue · .*accept/s)
    await page.reload()
    const row = await page.locator('tr', { hasText: 'revenue' }).first().innerText()
    expect(row).toContain('correction')
    expect(row).not.toContain('disputed')
  })

  it('a change that is refused says why in sight, in the row that it was about', async () => {
    const only = await named('独一位')
    await memberFor(database, only, demoUscc(3), 'admin')
    const page = await as(only, `/en/desk/${demoUscc(3)}/people`)
    const fold = page
      .locator('details.confirm')
      .filter({ has: page.locator('form#level') })
      .first()
    await fold.locator('summary').click()
    await fold.locator('[name=level]').selectOption('view')
    await fold.getByRole('button', { name: 'Change' }).click()
    expect(await page.getByRole('alert').isVisible()).toBe(true)
    expect(await page.locator('details.confirm[open]').count()).toBe(1)
  })

  it('a check-up begun from the desk knows the enterprise, and no address does', async () => {
    const page = await as(clerk, `/en/desk/${E}`)
    await page.getByRole('button', { name: 'Do a check-up' }).click()
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/en/check')
    expect(await page.inputValue('[name=uscc]')).toBe(E)
    expect(await page.locator('main').textContent()).toContain('What the registers know of it is filled in')
  })

  it('a check-up is kept after it was shown once more, held against today, and leaves a receipt', async () => {
    const page = await as(clerk, '/en/check')
    await page.fill('[name=uscc]', E)
    await page.getByRole('button', { name: 'Look up and compute' }).click()
    await page.getByRole('button', { name: 'Keep it on the desk' }).click()
    expect(await text(page)).toContain('Up to here nothing you typed was kept')
    await page.getByRole('button', { name: 'Keep it', exact: true }).click()
    expect(await page.locator('.errors').innerText()).toContain('Give the check-up a name')
    await page.fill('[name=name]', 'Spring')
    await page.getByRole('button', { name: 'Keep it', exact: true }).click()
    expect(await text(page)).toContain('Every measure has the answer it had')
    await page.getByRole('button', { name: 'Decide now' }).click()
    expect(await text(page)).toContain('every part holds')
    await page.goto(`${site.address}/en/desk/${E}/check-ups`)
    await page.getByRole('link', { name: 'Spring' }).click()
    await page.getByRole('button', { name: 'Open the check-up' }).click()
    expect(new URL(page.url()).pathname).toBe('/en/check')
  })

  it('the check-up that is alive goes to the desk as well', async () => {
    const page = await as(clerk, '/en/check', true)
    await page.locator('section.tools').waitFor()
    await page.getByRole('button', { name: 'Keep it on the desk' }).click()
    await page.waitForURL('**/en/desk/keep')
  })

  it('an agent is let in for one measure by a link that is shown once, and gives it back', async () => {
    const page = await as(boss, `/en/desk/${E}/people`)
    await page.getByText('Let an agent in').first().click()
    const form = page.locator('#invite-agent')
    await form.locator('[name=name]').fill('代办')
    await form.locator('[name=email]').fill(`${encodeURIComponent('代办').toLowerCase().replaceAll('%', '')}@example.test`)
    await form.locator('[name=measure]').selectOption('rent-support')
    await form.locator('[name=toOn]').fill(new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10))
    await form.locator('button').click()
    const link = new URL(await page.locator('.done code').innerText()).pathname
    const join = await as(agent, link)
    await join.getByRole('button', { name: 'Accept' }).click()
    expect(await text(join)).toContain('its agent')
    await join.goto(`${site.address}/en/desk`)
    await page.goto(`${site.address}/en/desk/${E}`)
    expect(await text(page)).toContain('Delegations that end within thirty days')
    await join.locator('details.confirm summary').click()
    await join.getByRole('button', { name: 'Give this delegation back' }).click()
    expect((await get(`/desk/${E}`, agent)).status).toBe(303)
  })

  it('somebody without an account is invited, opens one, leaves the second factor for later and is a member', async () => {
    const page = await as(boss, `/en/desk/${E}/people`)
    await page.getByText('Invite a member').first().click()
    const form = page.locator('#invite-member')
    await form.locator('[name=name]').fill('Wu Xin')
    await form.locator('[name=email]').fill('wuxin@example.test')
    await form.locator('button').click()
    const first = new URL(await page.locator('.done code').innerText()).pathname
    await page.locator('#resend button').click()
    const link = new URL(await page.locator('.done code').innerText()).pathname
    expect((await get(first)).status).toBe(404)

    const { page: join } = await visit(site.address + link, { javaScriptEnabled: false })
    expect(await text(join)).toContain('membership of')
    for (const field of await join.locator('input[type=password]').all()) await field.fill('nine egrets left the lake')
    await join.getByRole('button', { name: 'Open your account' }).click()
    expect(new URL(join.url()).pathname).toBe('/en/account/second-factor')
    await join.getByRole('link', { name: 'Not now' }).click()
    expect(await text(join)).toContain(E)
    await page.goto(`${site.address}/en/desk/${E}/people`)
    expect(await page.locator('tr', { hasText: 'Wu Xin' }).innerText()).toContain('draft')
    expect((await get(link)).status).toBe(404)
  })

  it('an invitation has no barrier, whoever looks at it', async () => {
    const page = await as(boss, `/en/desk/${E}/people`)
    const invite = async (email: string) => {
      await page.getByText('Invite a member').first().click()
      await page.locator('#invite-member [name=name]').fill('Somebody')
      await page.locator('#invite-member [name=email]').fill(email)
      await page.locator('#invite-member button').click()
      return new URL(await page.locator('.done code').innerText()).pathname.slice('/en'.length)
    }
    const known = await invite(`${encodeURIComponent('别家').toLowerCase().replaceAll('%', '')}@example.test`)
    const looks = [visit(site.address + (await invite('else@example.test'))), visit(`${site.address}/en${known}`)].map(
      async (each) => (await each).page,
    )
    for (const each of [...looks, as(stranger, known, true)]) {
      const looked = await each
      await expectNoBarriers(looked)
      await looked.emulateMedia({ colorScheme: 'dark' })
      await looked.setViewportSize({ width: 320, height: 700 })
      await expectNoBarriers(looked)
      expect(await looked.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    }
  })

  it('no page has a barrier, in either language, by day and night, also on a phone', async () => {
    const sent = await post(`/desk/${E}/facts/${encodeURIComponent('研发投入')}`, withFile('证据'), clerk)
    const correction = /corrections\/([^?]+)/.exec(sent.headers.get('location') ?? '')?.[1]
    const own = [
      '',
      `/${E}`,
      `/${E}/facts`,
      `/${E}/facts/${encodeURIComponent('员工人数')}`,
      `/${E}/corrections`,
      `/${E}/corrections/${correction}`,
    ]
    const more = [`/${E}/check-ups`, `/${E}/receipts`, `/${E}/people`]
    const pages = [
      ...[...own, ...more].map((path) => [boss, `/desk${path}`] as const),
      [first, '/office'] as const,
      [first, '/office/corrections'] as const,
      [first, '/office/corrections?state=proposed'] as const,
      [first, `/office/corrections/${correction}`] as const,
    ]
    for (const [person, path] of pages)
      for (const language of ['', '/en']) {
        const page = await as(person, language + path, true)
        await page.evaluate(() => {
          for (const each of document.querySelectorAll('details')) each.open = true
        })
        await expectNoBarriers(page)
        await page.emulateMedia({ colorScheme: 'dark' })
        await page.setViewportSize({ width: 320, height: 700 })
        await expectNoBarriers(page)
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        expect([path, over]).toEqual([path, 0])
        await page.context().close()
      }
  }, 120_000)
})
