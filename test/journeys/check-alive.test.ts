/** The check-up with the rules in the reader's browser: every answer counts at once, and no fact leaves. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page, Request } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { readPack } from '../../src/pack/read.ts'
import { expectNoBarriers, hasBrowser, openBrowser } from '../browser.ts'
import { packs } from '../packs.ts'
import { freshSite, home } from '../site.ts'

/** What any page may load of scripts, compressed. */
const SCRIPT_LIMIT = 120 * 1024

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
    await expect.poll(() => sum(page, 'now')).toBe('500 万元')
    expect(await field.evaluate((each) => each === document.activeElement)).toBe(true)
    await field.press('Tab')
    expect(await field.inputValue()).toBe('2000 万元')
    expect(await sum(page, 'now')).toBe('500 万元')
    expect(requests.map((request) => request.url())).toEqual([])
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
    await expect.poll(() => sum(page, 'now')).toBe('500 万元')
    await page.reload()
    await page.locator('section.tools').waitFor()
    await expect.poll(() => sum(page, 'now')).toBe('500 万元')
    await page.goBack().catch(() => null)
    await page.goto(
      `${site.address}/check#认定级别=市级&平台类型=开源平台&软硬件投资额=2000+万元&saved=000000000000~2024-06-30~public-service-platform:5000000.00`,
    )
    await page.reload()
    const since = page.locator('section.since')
    await expect.poll(() => since.innerText()).toContain('自上次（2024-06-30）以来的变化')
    expect(await since.innerText()).toContain('500 万元')
    expect(await since.innerText()).toContain('已到期')
  })

  it('keeps text that it cannot read, and says what is wrong with it once the field is left', async () => {
    const { page } = await visit('/check#on=2024-06-30&软硬件投资额=许多')
    const field = page.locator('input[name="软硬件投资额"]')
    await expect.poll(() => page.locator('.errors').innerText()).toContain('许多')
    expect(await field.inputValue()).toBe('许多')
    await field.fill('500 万元')
    expect(await page.locator('.errors').count()).toBe(1)
    await field.press('Tab')
    await expect.poll(() => page.locator('.errors').count()).toBe(0)
  })

  it('reaches an amount after at most three answers that the page asks for first', async () => {
    const { page } = await visit('/check#on=2024-06-30')
    for (let answers = 0; (await sum(page, 'now')) === '0 元' && answers < 3; answers++) {
      const field = page.locator('.asking > .field').nth(answers)
      const radios = field.locator('input[type=radio]')
      if ((await radios.count()) > 0) await radios.first().check()
      else {
        await field.locator('input, select').first().fill('3000 万元')
        await page.keyboard.press('Tab')
      }
    }
    expect(await sum(page, 'now')).not.toBe('0 元')
  })

  it('loads no more script than a page may', () => {
    const { 'src/web/islands/check.tsx': entry } = JSON.parse(
      readFileSync(path.join(home, 'build/client/assets/islands.json'), 'utf8'),
    ) as Record<string, { file: string; imports?: string[] }>
    const whole = readFileSync(path.join(home, 'build/client', `${entry?.file}.gz`)).length
    expect(entry?.imports ?? []).toEqual([])
    expect(whole).toBeLessThan(SCRIPT_LIMIT)
  })

  it.each(['', '/en'])(
    'answers each worked case as the server does, to the last word (%s)',
    async (prefix) => {
      const { pack } = await readPack(packs.wuhan, '2026-11-24')
      const cases = [...(pack?.measures.values() ?? [])].flatMap((measure) =>
        measure.cases.map((each) => ({ ...each.facts, on: each.on ?? measure.inForce.to ?? '2024-06-30' })),
      )
      const { page } = await visit(`${prefix}/check`)
      const differing = await page.evaluate(
        async ({ cases, address }) => {
          const parts = (of: Document): string =>
            ['.standing', '.sums', '.outcomes']
              .map((each) => of.querySelector(each)?.innerHTML ?? '')
              .join('\n')
              .replace(/<!--.*?-->/g, '')
          const found: string[] = []
          for (const each of cases) {
            const text = await (await fetch(address, { method: 'POST', body: new URLSearchParams(each as Record<string, string>) })).text()
            const expected = parts(new DOMParser().parseFromString(text, 'text/html'))
            location.hash = `#${new URLSearchParams(each as Record<string, string>)}`
            for (let wait = 0; wait < 60 && parts(document) !== expected; wait++) await new Promise((resolve) => setTimeout(resolve, 10))
            if (parts(document) !== expected)
              found.push(`${JSON.stringify(each)}\n${parts(document).slice(0, 600)}\n${expected.slice(0, 600)}`)
          }
          return found
        },
        { cases, address: `${prefix}/check` },
      )
      expect(cases.length).toBeGreaterThan(150)
      expect(differing.slice(0, 1)).toEqual([])
    },
    120_000,
  )
})
