/** An auditor with a receipt: what holds, what differs, and the programs for a computer without ours. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { expectNoBarriers, hasBrowser, openBrowser } from '../browser.ts'
import { freshSite } from '../site.ts'

const GIVEN = { facts: { 营业收入: '6000 万元', 独立法人: '是' }, on: '2025-06-30' }
const post = async (address: string, body: object) =>
  (await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).json()

describe.skipIf(!hasBrowser)('/verify', async () => {
  if (!hasBrowser) return
  const browser = await openBrowser()
  const visit = async (path: string, javaScriptEnabled = false) => (await browser.visit(site.address + path, { javaScriptEnabled })).page
  const site = await freshSite()
  const { receipt, facts } = (await post(`${site.address}/api/v1/receipt`, GIVEN)) as { receipt: string; facts: object[] }
  const folder = await mkdtemp(path.join(os.tmpdir(), 'receipt-'))
  const kept = path.join(folder, 'decision.json')
  const opened = path.join(folder, 'decision.facts.json')
  const forged = path.join(folder, 'forged.json')
  await writeFile(kept, receipt)
  await writeFile(opened, JSON.stringify({ facts }))
  await writeFile(forged, receipt.replace('"status":"undetermined"', '"status":"eligible"'))

  it('computes a receipt again from its file and the facts, and says that everything holds', async () => {
    const page = await visit('/en/verify', true)
    await page.setInputFiles('input[name=receipt-file]', kept)
    await page.setInputFiles('input[name=facts-file]', opened)
    await page.click('button[type=submit]')
    expect(await page.textContent('#verdict')).toBe('Everything holds.')
    await expectNoBarriers(page)
  })
  it('names the part that differs in a receipt that was changed', async () => {
    const page = await visit('/verify', true)
    await page.setInputFiles('input[name=receipt-file]', forged)
    await page.setInputFiles('input[name=facts-file]', opened)
    await page.click('button[type=submit]')
    expect(await page.textContent('#verdict')).toMatch(/^有 3 处不同/)
    expect(await page.textContent('tr.wrong')).toContain('收据自身的哈希')
    await expectNoBarriers(page)
  })
  it('takes a pasted receipt, and says that results need the facts', async () => {
    const page = await visit('/en/verify')
    await page.fill('#receipt', receipt)
    await page.click('button[type=submit]')
    expect(await page.textContent('#verdict')).toBe('Everything that was looked at holds.')
    expect(await page.textContent('.verdict')).toContain('No facts were given')
  })
  it('says what it is given if that is no receipt, or nothing', async () => {
    const page = await visit('/en/verify')
    await page.click('button[type=submit]')
    expect(await page.textContent('.errors')).toBe('Put in a receipt first.')
    await page.fill('#receipt', '{"a":1}')
    await page.click('button[type=submit]')
    expect(await page.textContent('#verdict')).toBe('This is no receipt.')
  })
  it('hands over the programs that need nothing of ours', async () => {
    for (const name of ['check.mjs', 'check.py']) {
      const reply = await fetch(`${site.address}/checkers/${name}`)
      expect([reply.status, reply.headers.get('content-disposition')]).toEqual([200, 'attachment'])
      expect(await reply.text()).toContain('planwright.inclusion.1')
    }
  })
})
