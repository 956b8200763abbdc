/** Two people put a pack in service and put the earlier one back, without a script on any page; a restart leaves it there. */
import path from 'node:path'
import { zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/kernel/database.ts'
import { atEnd } from '../at-end.ts'
import { expectNoBarriers, hasBrowser, openBrowser } from '../browser.ts'
import { freshUrl } from '../database.ts'
import { reformed, xincheng } from '../pack.ts'
import { postFor, somebody } from '../people.ts'
import { sessionCookie } from '../session.ts'
import { packs, startBuilt } from '../site.ts'

describe.skipIf(!hasBrowser)('two people with a pack', async () => {
  if (!hasBrowser) return
  const url = await freshUrl()
  const settings = { DATABASE_URL: url, PLANWRIGHT_PACK: packs.xincheng, PLANWRIGHT_LAB: '2000' }
  let site = await startBuilt(settings)
  atEnd(() => site.stop())
  const database = { ...(await openDatabase(url)), url }
  atEnd(database.close)
  const holder = async (name: string) => {
    const person = await somebody(database, { name, at: new Date().toISOString() })
    await postFor(database, person, ['planner'])
    return person.token
  }
  const [zhang, li] = [await holder('张三'), await holder('李四')]
  const { visit } = await openBrowser()
  const open = async (token: string, at: string, javaScriptEnabled = false): Promise<Page> => {
    const { page } = await visit('about:blank', { javaScriptEnabled })
    await page.context().addCookies([sessionCookie(site.address, token)])
    await page.goto(site.address + at)
    return page
  }
  const zipOf = (files: ReadonlyMap<string, string>) => ({
    name: 'xincheng.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(
      zipSync(Object.fromEntries([...files].map(([name, text]) => [`xincheng/${name}`, new TextEncoder().encode(text)]))),
    ),
  })
  const rate = async (): Promise<string> => (await fetch(`${site.address}/measures/research-subsidy`)).text()
  let address = ''

  it('is told what is missing, with what was typed still there', async () => {
    const page = await open(zhang, '/admin/packs')
    await page.locator('#propose textarea').fill('比例提高到12%')
    await page.locator('#propose button').click()
    expect(await page.getByRole('alert').innerText()).toContain('这里没有数据包的文件')
    expect(await page.locator('#propose textarea').inputValue()).toBe('比例提高到12%')
    await page
      .locator('#propose input[type=file]')
      .setInputFiles({ name: 'no.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip') })
    await page.locator('#propose button').click()
    expect(await page.getByRole('alert').innerText()).toContain('不是完好的 ZIP')
  })

  it('proposes a ZIP and reads what it would change, in clauses, rule and files', async () => {
    const page = await open(zhang, '/admin/packs')
    await page.locator('#propose input[type=file]').setInputFiles(zipOf(reformed(await xincheng())))
    await page.locator('#propose textarea').fill('比例提高到12%')
    await page.locator('#propose button').click()
    address = new URL(page.url()).pathname
    expect(address).toMatch(/^\/admin\/packs\/[0-9a-f-]{36}$/)
    expect(await page.getByRole('status').innerText()).toContain('请另一人看过后发布')
    const text = await page.locator('main').innerText()
    expect(text).toContain('这份提议由您提出，须由另一人发布')
    expect(text).toMatch(/补助比例\s+.*10%\s+12%/)
    expect(text).toContain('measures/research-subsidy.md')
    expect(await page.locator('#publish').count()).toBe(0)
  })

  it('reads what it would cost over synthetic enterprises, once they are prepared', async () => {
    const page = await open(li, `/en${address}`)
    await expect
      .poll(
        async () => {
          await page.reload()
          return page.locator('main').innerText()
        },
        { timeout: 30_000, interval: 500 },
      )
      .toMatch(/Synthetic enterprises, as of [\s\S]*In service\s+\d+\s+[\s\S]*Proposed\s+\d+/)
  })

  it.each(['', '/en'])('meets no barrier: %s', async (prefix) => {
    for (const at of ['/admin/packs', address]) {
      await expectNoBarriers(await open(li, prefix + at, true))
    }
  })

  it('is published by the second person, and the public reads who stands behind it by their posts', async () => {
    expect(await rate()).not.toContain('12%')
    const page = await open(li, address)
    await page.getByText('发布这一版').click()
    await page.locator('#publish button').click()
    expect(await page.getByRole('status').innerText()).toContain('已发布')
    expect(await rate()).toContain('12%')
    const history = await (await fetch(`${site.address}/data`)).text()
    expect(history).toMatch(/提议 岗位[0-9a-f-]{36}、发布 岗位[0-9a-f-]{36}/)
    expect(history).not.toContain('张三')
  })

  it('stays in service when the site starts again', async () => {
    await site.stop()
    site = await startBuilt(settings)
    expect(site.output()).toContain('a start leaves it there')
    expect(await rate()).toContain('12%')
  })

  it('is rolled back the same way', async () => {
    const page = await open(li, '/admin/packs')
    await page.locator('#roll-back textarea').fill('比例有误')
    await page.locator('#roll-back button').click()
    const back = new URL(page.url()).pathname
    const other = await open(zhang, back)
    await other.getByText('发布这一版').click()
    await other.locator('#publish button').click()
    expect(await rate()).not.toContain('12%')
  })

  it('stands beside the backups, of which an administrator reads that there is none yet', async () => {
    const person = await somebody(database, { name: '赵六', at: new Date().toISOString(), strong: true })
    await postFor(database, person, ['administrator'])
    const page = await open(person.token, '/admin/backups')
    expect(await page.locator('main').innerText()).toContain('还没有备份')
    await expectNoBarriers(await open(person.token, '/en/admin/backups', true))
  })

  it('is for planners and administrators; others read why not, and may not send large files', async () => {
    const person = await somebody(database, { name: '王五', at: new Date().toISOString() })
    const headers = { cookie: `__Host-planwright=${person.token}` }
    expect((await fetch(`${site.address}/admin/packs`, { headers })).status).toBe(403)
    const form = new FormData()
    form.set('zip', new File([new Uint8Array(1_000_000)], path.basename('large.zip')))
    const send = (token: string) =>
      fetch(`${site.address}/admin/packs`, {
        method: 'POST',
        body: form,
        headers: { cookie: `__Host-planwright=${token}`, origin: site.address },
      })
    expect((await send(person.token)).status).toBe(413)
    expect((await send(li)).status).toBe(404)
  })
})
