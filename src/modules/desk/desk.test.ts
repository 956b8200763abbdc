import { describe, expect, it } from 'vitest'
import { groundOf } from '../../../test/database.ts'
import { memberOf, somebody } from '../../../test/people.ts'
import { refusalOf } from '../../../test/refused.ts'
import { freshApp } from '../../../test/site.ts'
import { appOf, demo } from '../../app.ts'
import { sha256Of } from '../../kernel/files.ts'
import type { Level, Person } from '../../kernel/who.ts'
import { decideWithReceipt } from '../measure/index.ts'
import { demoUscc, factsPage, proposeCorrection } from '../party/index.ts'
import {
  type Asked,
  checkUp,
  checkUps,
  checkUpsOutdated,
  decideAndKeep,
  deskHome,
  exportEverything,
  keepReceipt,
  receiptFiles,
  receipts,
  removeCheckUp,
  saveCheckUp,
} from './index.ts'

const { app, database } = await freshApp()
const [E, F] = [demoUscc(1), demoUscc(2)]
await demo(app, 3, 1, 'test')
const person = await somebody(database)
const as = (level: Level, enterprise = E, measure: string | null = null): Person => ({
  ...person,
  memberships: memberOf(enterprise, level, measure),
})
const asked: Asked = { facts: { 企业规模: '小型', 成立日期: '2023-01-01', 租用面积: '100', 月租金单价: '30', 租用月数: '12' }, on: '' }
const save = (name = '租金', more: Partial<Asked> = {}) =>
  app.perform(as('draft'), saveCheckUp, { enterprise: E, name, asked: { ...asked, ...more } })
const code = async (work: Promise<unknown>) => (await refusalOf(work)).code

describe('a saved check-up', () => {
  it('is held against what its facts give today', async () => {
    const { id } = await save()
    const page = await app.perform(as('view'), checkUp, { enterprise: E, checkUp: id })
    expect([page.checkUp.name, page.checkUp.now?.changes, page.asked.facts]).toEqual(['租金', [], asked.facts])
    // The same app, years later: a measure has run out.
    const later = appOf(groundOf(database, '2035-01-01T04:00:00Z'))
    const then = await later.perform(as('view'), checkUp, { enterprise: E, checkUp: id })
    expect(then.checkUp.now?.on).toBe('2035-01-01')
    expect(then.checkUp.now?.changes.map(({ measure, after }) => [measure, after])).toEqual([['rent-support', null]])
    expect((await later.perform(as('view'), deskHome, { enterprise: E })).changed.map((each) => each.id)).toEqual([id])
    expect((await app.perform(as('view'), checkUpsOutdated, {})).count).toBe(0)
  })

  it('wants a name, and facts that can be read', async () => {
    expect(await code(save(' '))).toBe('desk.name-missing')
    expect(await code(save('x', { facts: { 租用面积: '很大' } }))).toBe('measure.facts')
  })

  it('goes with its facts when it is removed', async () => {
    const { id } = await save('要删')
    await app.perform(as('draft'), removeCheckUp, { enterprise: E, checkUp: id })
    for (const work of [
      app.perform(as('view'), checkUp, { enterprise: E, checkUp: id }),
      app.perform(as('draft'), removeCheckUp, { enterprise: E, checkUp: id }),
    ])
      expect(await code(work)).toBe('desk.check-up-unknown')
  })

  it('is nothing to another enterprise, and to an agent for one measure', async () => {
    const { id } = await save('别家看不到')
    expect(await code(app.perform(as('admin', F), checkUp, { enterprise: F, checkUp: id }))).toBe('desk.check-up-unknown')
    expect(await code(app.perform(as('admin', F), removeCheckUp, { enterprise: F, checkUp: id }))).toBe('desk.check-up-unknown')
    expect((await app.perform(as('admin', F), checkUps, { enterprise: F })).checkUps).toEqual([])
    expect((await refusalOf(app.perform(as('admin', F), checkUps, { enterprise: E }))).kind).toBe('unknown')
    expect(await code(app.perform(as('submit', E, 'rent-support'), checkUps, { enterprise: E }))).toBe('kernel.forbidden')
    expect(await code(app.perform(as('view'), saveCheckUp, { enterprise: E, name: 'x', asked }))).toBe('kernel.forbidden')
  })

  it('is one of fifty at most', async () => {
    for (let have = (await app.perform(as('view'), checkUps, { enterprise: E })).checkUps.length; have < 50; have++)
      await save(`第${have}次`)
    expect(await code(save('第51次'))).toBe('desk.too-many')
  })
})

describe('a receipt', () => {
  it('is kept with its facts, and verified whenever it is listed', async () => {
    const { id } = await app.perform(as('draft'), decideAndKeep, { enterprise: E, asked })
    const [own] = (await app.perform(as('view'), receipts, { enterprise: E })).receipts
    expect([own?.id, own?.hasFacts, own?.verdict]).toEqual([id, true, 'holds'])
    const files = await app.perform(as('view'), receiptFiles, { enterprise: E, receipt: id })
    expect(JSON.parse(files.receipt)).toEqual(own?.receipt)
  })

  it('can be brought along, once, if it is whole', async () => {
    const { receipt } = await app.perform({ kind: 'visitor' }, decideWithReceipt, asked.on === '' ? { facts: asked.facts } : asked)
    const keep = (text: string) => app.perform(as('draft'), keepReceipt, { enterprise: E, receipt: text, facts: '' })
    const { id } = await keep(receipt)
    expect((await app.perform(as('view'), receipts, { enterprise: E })).receipts.find((each) => each.id === id)?.verdict).toBe('open')
    expect(await code(keep(receipt))).toBe('desk.receipt-kept')
    expect(await code(keep(receipt.replace('"total":"', '"total":"9')))).toBe('desk.receipt-form')
    expect(await code(keep('{}'))).toBe('desk.receipt-form')
    expect(await code(app.perform(as('admin', F), receiptFiles, { enterprise: F, receipt: id }))).toBe('desk.receipt-unknown')
  })
})

describe('everything held about an enterprise', () => {
  it('is one bundle whose README names the hash of every file and says that it is synthetic', async () => {
    const fact = (await app.perform(as('view'), factsPage, { enterprise: E })).facts.find(
      ({ declaration }) => declaration.type === 'money',
    )!
    await app.perform(as('submit'), proposeCorrection, {
      enterprise: E,
      fact: fact.fact,
      value: '1.23 元',
      validOn: '2024-06-01',
      reason: '不同',
      evidence: [{ name: 'a.txt', bytes: new TextEncoder().encode('证据') }],
    })
    const { name, files } = await app.perform(as('sign'), exportEverything, { enterprise: E })
    const readme = new TextDecoder().decode(files.get('README.txt'))
    expect(name).toMatch(/^synthetic-/)
    expect(readme).toContain('nobody real')
    for (const [file, bytes] of files) if (file !== 'README.txt') expect(readme).toContain(`${sha256Of(bytes)}  ${file}`)
    expect([...files.keys()].filter((file) => file.startsWith('evidence/')).length).toBe(1)
    const texts = [...files].map(([file, bytes]) => [file, new TextDecoder().decode(bytes)] as const)
    expect(texts.find(([file]) => file === 'facts.csv')?.[1]).toContain('synthetic enterprise')
    expect(texts.some(([, text]) => text.includes(F))).toBe(false)
  })

  it('is for whoever signs', async () => {
    expect(await code(app.perform(as('submit'), exportEverything, { enterprise: E }))).toBe('kernel.forbidden')
    expect((await refusalOf(app.perform(as('admin', F), exportEverything, { enterprise: E }))).kind).toBe('unknown')
  })
})
