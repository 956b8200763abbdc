/** The check-up with the rules in the reader's browser: every answer counts at once, and no fact leaves. */
import type { Page, Request } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { readPack } from '../../src/pack/read.ts'
import { answerOf, NOT_LOOKED_UP } from '../../src/web/portal/check-answer.ts'
import { expectNoBarriers, hasBrowser, openBrowser } from '../browser.ts'
import { bundled } from '../bundle.ts'
import { packs } from '../packs.ts'
import { freshSite } from '../site.ts'
import type { answersTo } from './in-browser.ts'

/** This machine may be busy: what has to come about is given time. */
const PATIENCE = { timeout: 15_000 }

describe.skipIf(!hasBrowser)('a check-up that is alive', async () => {
  if (!hasBrowser) return
  const site = await freshSite('wuhan')
  const browser = await openBrowser()
  /** The page once it is alive, what it complained of, and every request since. */
  const visit = async (address: string) => {
    const { page, complaints } = await browser.visit(site.address + address)
    const requests: Request[] = []
    page.on('request', (request) => requests.push(request))
    await page.locator('section.tools').waitFor()
    return { page, complaints, requests }
  }
  const sum = (page: Page, which: 'now' | 'possible' | 'most') => page.locator(`.sums .${which} dd > span`).first().innerText()
  const answerPlatform = async (page: Page) => {
    await page.getByLabel(/按哪一天计算|On which day/).fill('2024-06-30')
    await page.locator('input[name="认定级别"][value="市级"]').check()
    await page.locator('input[name="平台类型"][value="开源平台"]').check()
  }

  it('moves the total while somebody types, and keeps every field in its place', async () => {
    const { page, complaints, requests } = await visit('/check')
    await page.getByLabel('按哪一天计算').fill('2024-06-30')
    const field = page.locator('input[name="软硬件投资额"]')
    await page.evaluate(() => {
      for (const each of document.querySelectorAll('details')) each.open = true
    })
    await answerPlatform(page)
    await field.pressSequentially('2000 万元')
    await expect.poll(() => sum(page, 'now'), PATIENCE).toBe('500 万元')
    expect(await field.evaluate((each) => each === document.activeElement)).toBe(true)
    await field.press('Tab')
    expect(await field.inputValue()).toBe('2000 万元')
    expect(await sum(page, 'now')).toBe('500 万元')
    expect(requests.filter((request) => !request.url().includes('/rules/')).map((request) => request.url())).toEqual([])
    expect(complaints).toEqual([])
    await expectNoBarriers(page)
    const answers = await page.evaluate(() => performance.getEntriesByName('answer').map(({ duration }) => duration))
    console.log(`keystroke to answer: ${answers.map((each) => each.toFixed(0)).join(' ')} ms`)
  })

  it('sends the credit code and nothing else, whatever is typed and whichever language is read', async () => {
    const { page, requests } = await visit('/en/check')
    await page.getByLabel('Unified social credit code').fill('91000000000000001N')
    await page.getByRole('button', { name: 'Look up and compute' }).click()
    await page.locator('input[name="looked_up"]').waitFor({ state: 'attached' })
    await page.evaluate(() => {
      for (const each of document.querySelectorAll('details')) each.open = true
    })
    await answerPlatform(page)
    await page.locator('input[name="软硬件投资额"]').fill('7654321 元')
    await page.locator('input[name="软硬件投资额"]').press('Enter')
    await page.getByRole('button', { name: 'Receipt' }).click()
    await page.getByRole('link', { name: 'decision.json' }).waitFor()
    await page.getByRole('button', { name: 'Copy a link' }).click()
    await page.getByRole('link', { name: '中文' }).click()
    await page.locator('section.tools').waitFor()
    expect(await page.locator('input[name="软硬件投资额"]').inputValue()).toBe('7654321 元')
    const sent = requests.map(
      (request) => `${request.method()} ${request.url()} ${request.postData() ?? ''} ${JSON.stringify(request.headers())}`,
    )
    expect(sent.filter((text) => text.includes('91000000000000001N'))).toHaveLength(1)
    for (const secret of ['7654321', encodeURIComponent('开源平台'), '开源平台', '软硬件投资额'])
      expect(sent.filter((text) => text.includes(secret))).toEqual([])
    expect(requests.filter((request) => request.method() !== 'GET')).toEqual([])
  })

  it('keeps the answers in the fragment, gives them back, and says what changed since a link was saved', async () => {
    const { page } = await visit('/check#on=2024-06-30&认定级别=市级&平台类型=开源平台&软硬件投资额=2000+万元')
    await expect.poll(() => sum(page, 'now'), PATIENCE).toBe('500 万元')
    await page.reload()
    await page.locator('section.tools').waitFor()
    await expect.poll(() => sum(page, 'now'), PATIENCE).toBe('500 万元')
    await page.goBack().catch(() => null)
    await page.goto(
      `${site.address}/check#认定级别=市级&平台类型=开源平台&软硬件投资额=2000+万元&saved=000000000000~2024-06-30~public-service-platform:5000000.00`,
    )
    await page.reload()
    const since = page.locator('section.since')
    await expect.poll(() => since.innerText(), PATIENCE).toContain('自上次（2024-06-30）以来的变化')
    expect(await since.innerText()).toContain('500 万元')
    expect(await since.innerText()).toContain('已到期')
  })

  it('keeps text that it cannot read, and says what is wrong with it once the field is left', async () => {
    const { page } = await visit('/check#on=2024-06-30&软硬件投资额=许多')
    const field = page.locator('input[name="软硬件投资额"]')
    await expect.poll(() => page.locator('.errors').innerText(), PATIENCE).toContain('许多')
    expect(await field.inputValue()).toBe('许多')
    await field.fill('500 万元')
    expect(await page.locator('.errors').count()).toBe(1)
    await field.press('Tab')
    await expect.poll(() => page.locator('.errors').count(), PATIENCE).toBe(0)
  })

  it.each(['2024-06-30', '2026-11-24'])('reaches a first amount after three fitting answers to what it asks first (%s)', async (on) => {
    const { page } = await visit(`/check#on=${on}`)
    await expect.poll(() => page.locator('.standing').innerText(), PATIENCE).toContain(on)
    for (let answers = 0; answers < 3; answers++) {
      const field = page.locator('.asking > .field').nth(answers)
      const radios = field.locator('input[type=radio]')
      if ((await radios.count()) > 0) await radios.first().check()
      else {
        await field.locator('input').fill('6000 万元')
        await page.keyboard.press('Tab')
      }
    }
    await expect.poll(() => sum(page, 'now'), PATIENCE).not.toBe('0 元')
  })

  const cases = async () => {
    const { pack } = await readPack(packs.wuhan, '2026-11-24')
    if (!pack) throw new Error('the pack does not pass its own check')
    const forms = [...pack.measures.values()].flatMap((measure) =>
      measure.cases.map(
        (each) => ({ ...each.facts, on: each.on ?? measure.inForce.to ?? '2024-06-30' }) as Readonly<Record<string, string>>,
      ),
    )
    return { pack, forms }
  }

  it.each(['zh', 'en'] as const)(
    'computes every worked case in the browser as it is computed here, to the last word (%s)',
    async (language) => {
      const { pack, forms } = await cases()
      const { page } = await browser.visit(`${site.address}/documents`)
      // The island's own modules as one script, handed to the page.
      await page.evaluate(await bundled('test/journeys/in-browser.ts'))
      const inBrowser = await page.evaluate(
        async ({ rules, forms, language }) => (globalThis as unknown as { answersTo: typeof answersTo }).answersTo(rules, forms, language),
        { rules: `/rules/${pack.hash}`, forms, language },
      )
      expect(forms.length).toBeGreaterThan(150)
      for (const [index, form] of forms.entries())
        expect(inBrowser[index], JSON.stringify(form)).toBe(
          JSON.stringify(answerOf(pack, new Map(Object.entries(form)), NOT_LOOKED_UP, '2026-11-24', language)),
        )
    },
    120_000,
  )

  it.each(['', '/en'])(
    'shows what the server shows for the same answers, to the last word (%s)',
    async (prefix) => {
      const { forms } = await cases()
      const { page } = await visit(`${prefix}/check`)
      const sample = forms.filter((_, index) => index % 25 === 0)
      const differing = await page.evaluate(
        async ({ sample, address }): Promise<readonly string[]> => {
          const parts = (of: Document): string =>
            ['.standing', '.sums', '.outcomes']
              .flatMap((each) => [...of.querySelectorAll(each)])
              .map((each) => `${each.textContent} ${[...each.querySelectorAll('a')].map((link) => link.getAttribute('href')).join(' ')}`)
              .join('\n')
          for (const each of sample) {
            const text = await (await fetch(address, { method: 'POST', body: new URLSearchParams(each) })).text()
            const expected = parts(new DOMParser().parseFromString(text, 'text/html'))
            location.hash = `#${new URLSearchParams(each)}`
            for (let wait = 0; wait < 500 && parts(document) !== expected; wait++) await new Promise((resolve) => setTimeout(resolve, 10))
            if (parts(document) !== expected) return [JSON.stringify(each), parts(document), expected]
          }
          return []
        },
        { sample, address: `${prefix}/check` },
      )
      expect(differing).toEqual([])
    },
    120_000,
  )
})
