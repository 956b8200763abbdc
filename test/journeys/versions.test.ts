/** From a measure to what changed between two of its versions, without a script on any page. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { expectNoBarriers, hasBrowser, openBrowser } from '../browser.ts'
import { freshUrl } from '../database.ts'
import { fileOf } from '../line.ts'
import { reformed, xincheng } from '../pack.ts'
import { home } from '../packs.ts'
import { freshSite } from '../site.ts'

/** The second version of the pack as a folder. */
const reformFolder = async (): Promise<string> => {
  const folder = path.dirname(fileOf('', 'none'))
  for (const [name, text] of reformed(await xincheng())) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  return folder
}

describe.skipIf(!hasBrowser)('a person who asks what was changed', async () => {
  if (!hasBrowser) return
  const url = await freshUrl()
  const site = await freshSite('xincheng', { DATABASE_URL: url, PLANWRIGHT_LAB: '2000' })
  execFileSync(process.execPath, [path.join(home, 'src/cli/main.ts'), 'load', await reformFolder()], {
    env: { ...process.env, DATABASE_URL: url },
  })
  const browser = await openBrowser()
  const visit = async (at: string, more: object = {}) =>
    (await browser.visit(site.address + at, { javaScriptEnabled: false, ...more })).page

  it('finds the versions on the page of the measure, and reads text, rule and parameters beside each other', async () => {
    const page = await visit('/measures/research-subsidy')
    await page.getByRole('link', { name: /历次发布的版本/ }).click()
    await page.getByRole('link', { name: '与前一版本比较' }).click()
    expect(new URL(page.url()).pathname).toMatch(/^\/measures\/research-subsidy\/versions\/[0-9a-f]{12}\.\.[0-9a-f]{12}$/)
    const clauses = page.locator('section[aria-labelledby=clauses]')
    expect([await clauses.locator('del').allInnerTexts(), await clauses.locator('ins').allInnerTexts()]).toEqual([['10%'], ['12%']])
    expect(await page.locator('section[aria-labelledby=rule] tbody').innerText()).toMatch(/条件\s+（无）\s+研发投入不低于 100 元/)
    expect(await page.locator('section[aria-labelledby=parameters] tbody').innerText()).toMatch(/补助比例.*10%\s+12%/s)
    expect(await page.locator('section[aria-labelledby=money]').innerText()).toContain('planwright diff edition:')
  })

  it('chooses two versions in English, the other way round', async () => {
    const page = await visit('/en/measures/research-subsidy/versions')
    const [newer = '', older = ''] = await page
      .getByLabel('Before')
      .locator('option')
      .evaluateAll((all) => all.map((each) => (each as HTMLOptionElement).value))
    await page.getByLabel('Before').selectOption(newer)
    await page.getByLabel('After').selectOption(older)
    await page.getByRole('button', { name: 'Compare' }).click()
    await page.waitForURL(`**/${newer}..${older}`)
    expect(await page.locator('section[aria-labelledby=rule] tbody').innerText()).toMatch(
      /condition\s+R&D.* is at least 100 yuan\s+\(none\)/,
    )
  })

  it('reads what both versions cost over synthetic enterprises, once they are prepared', async () => {
    const page = await visit('/en/measures/research-subsidy/versions')
    await page.getByRole('link', { name: 'compare with the one before' }).click()
    const money = page.locator('section[aria-labelledby=money]')
    await expect
      .poll(
        async () => {
          await page.reload()
          return money.innerText()
        },
        { timeout: 30_000, interval: 500 },
      )
      .toMatch(/Synthetic enterprises, as of [\s\S]*Before\s+\d+\s+[\d,.]+ \w+[\s\S]*After\s+\d+/)
  })

  it.each(['', '/en'])('meets no barrier: %s', async (prefix) => {
    const page = await browser.visit(`${site.address}${prefix}/measures/research-subsidy/versions`)
    await expectNoBarriers(page.page)
    const pair = await page.page.locator('table a').first().getAttribute('href')
    await expectNoBarriers((await browser.visit(site.address + pair)).page)
  })

  it('is told when there is no such version', async () => {
    const status = async (pair: string): Promise<number> =>
      (await fetch(`${site.address}/measures/research-subsidy/versions/${pair}`)).status
    expect([await status('000000..111111'), await status('anything')]).toEqual([404, 400])
  })
})
