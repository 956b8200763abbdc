import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileOf, line, lineOnTerminal, packCopy } from '../../test/line.ts'
import { packs } from '../../test/packs.ts'
import { freshApi } from '../../test/site.ts'

/** A copy whose measure was edited by a person. */
const edited = (change: (text: string) => string, measure = 'research-subsidy'): string => {
  const folder = packCopy()
  const file = path.join(folder, 'measures', `${measure}.md`)
  writeFileSync(file, change(readFileSync(file, 'utf8')))
  return folder
}

describe('planwright check', () => {
  it('is content with a clean pack and says what is in it', async () => {
    expect(await line('check', packs.xincheng, '--on', '2025-06-30', '--lang', 'en')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/ [0-9a-f]{12}: 8 measures \(\d executable, 1 partial, 1 text\)/),
    })
  })

  it('shows every finding with its place from where the person stands', async () => {
    const folder = edited((text) => text.replace('- 独立法人', '- 独立法师'))
    const { code, out, err } = await line('check', folder, '--lang', 'en')
    expect(code).toBe(1)
    expect(err).toContain(`error ${folder}/measures/research-subsidy.md:33:`)
    expect(err).toContain('rule.name-unknown')
    expect(out).toMatch(/^\d+ errors, \d+ warnings; this pack cannot be loaded\.$/)
  })

  it('answers with 1 for a warning alone', async () => {
    const folder = packCopy()
    writeFileSync(path.join(folder, 'unlisted.csv'), 'a\n1\n')
    const { code, err } = await line('check', folder, '--on', '2025-06-30')
    expect([code, /pack\.file-unlisted/.test(err)]).toEqual([1, true])
  })

  it('gives machines all of it as JSON', async () => {
    const folder = edited((text) => text.replace('- 独立法人', '- 独立法师'))
    const { code, out } = await line('check', folder, '--json')
    const report = JSON.parse(out)
    expect([code, report.pack]).toEqual([1, null])
    expect(report.errors).toBe(report.diagnostics.filter((each: { severity: string }) => each.severity === 'error').length)
    expect(report.diagnostics[0]).toMatchObject({
      code: expect.any(String),
      place: { line: expect.any(Number) },
      message: { zh: expect.any(String), en: expect.any(String) },
    })
  })

  it.each(['check', 'test', 'facts', 'report', 'stamp', 'load'])('of a folder that is no pack is a finding for %s', async (command) => {
    const { code, err } = await line(command, '/nowhere/at/all')
    expect([code, /pack\.folder/.test(err)]).toEqual([1, true])
  })

  it('takes a file in the place of a folder for a finding', async () => {
    expect((await line('check', fileOf('{}'))).code).toBe(1)
  })
})

describe('planwright test', () => {
  it('runs every worked case', async () => {
    const { code, out } = await line('test', packs.xincheng, '--lang', 'en')
    expect(code).toBe(0)
    expect(out).toMatch(/^8 measures, \d\d worked cases: \d\d passed, 0 failed$/)
  })

  it('runs those of one measure, also as JSON', async () => {
    const report = JSON.parse((await line('test', packs.xincheng, '--measure', 'rent-support', '--json')).out)
    expect(report).toMatchObject({ failed: 0, measures: [{ measure: 'rent-support' }] })
    expect(report.passed).toBe(report.measures[0].cases.length)
  })

  it('is used wrongly with a measure that does not exist', async () => {
    expect(await line('test', packs.xincheng, '--measure', 'none')).toMatchObject({ code: 2, err: 'planwright: 没有措施“none”。' })
  })
})

describe('planwright facts', () => {
  it('lists what the rules ask for, in columns for a person and parted by tabs for a program', async () => {
    expect((await line('facts', packs.xincheng)).out.split('\n')[0]).toBe('营业收入\tmoney\t上一个完整年度的营业收入是多少元？')
    expect((await lineOnTerminal('facts', packs.xincheng)).out.split('\n')[0]).toBe(
      `营业收入${' '.repeat(25)}money    上一个完整年度的营业收入是多少元？`,
    )
  })

  it('gives machines the catalogue and who uses what', async () => {
    const { facts } = JSON.parse((await line('facts', packs.xincheng, '--json')).out)
    const size = facts.find((each: { name: string }) => each.name === '企业规模')
    expect(size).toMatchObject({ type: 'enum', measures: ['cloud-voucher', 'rent-support'], registry: '统计部门' })
    expect(size.values).toContainEqual({ zh: '小型', en: 'small' })
  })
})

describe('planwright report', () => {
  it('does not call a target met on a value of another scope', async () => {
    const folder = packCopy()
    appendFileSync(path.join(folder, 'readings.csv'), 'core_share,新口径,2025,13,%,exact,2026-03-20,,bulletin-2024\n')
    const { out } = await line('report', folder, '--as-of', '2026-06-30', '--lang', 'en')
    expect(out.split('\n')[0]).toMatch(/^passed by a reported value, scope unproven\t/)
  })

  it('answers for every target', async () => {
    const report = JSON.parse((await line('report', packs.xincheng, '--as-of', '2025-06-30', '--json')).out)
    expect(report).toMatchObject({ pack: { id: 'xincheng' }, asOf: '2025-06-30' })
    expect(report.targets.length).toBeGreaterThan(4)
    for (const each of report.targets) {
      expect(each).toMatchObject({
        indicator: expect.any(String),
        period: expect.any(String),
        comparator: expect.any(String),
        target: expect.any(String),
        status: expect.any(String),
      })
      if (each.latest)
        expect(each.latest).toMatchObject({ value: expect.any(String), period: expect.any(String), source: expect.any(String) })
      if (each.status === 'not-assessable') expect(each.reason).not.toBeNull()
    }
  })

  it('gives machines the very answer of the API', async () => {
    const { api } = await freshApi()
    const { body } = await api.inject('/api/v1/targets?asOf=2025-06-30&known=2025-06-30')
    const report = JSON.parse((await line('report', packs.xincheng, '--as-of', '2025-06-30', '--known', '2025-06-30', '--json')).out)
    expect(report.targets).toEqual(JSON.parse(body))
  })

  it('uses only what was known on a day', async () => {
    const on = async (known: string) =>
      JSON.parse((await line('report', packs.xincheng, '--as-of', '2025-06-30', '--known', known, '--json')).out)
    expect((await on('1999-01-01')).targets.every((each: { latest: unknown }) => each.latest === null)).toBe(true)
    expect((await on('2025-06-30')).targets.some((each: { latest: unknown }) => each.latest !== null)).toBe(true)
  })

  it('is coloured and aligned only before a person', async () => {
    const colour = '\u001b['
    expect((await line('report', packs.xincheng)).out).not.toContain(colour)
    expect((await lineOnTerminal('report', packs.xincheng)).out).toContain(colour)
  })
})

describe('planwright stamp', () => {
  it('finds nothing to do in a pack that was reviewed', async () => {
    expect(await line('stamp', packCopy())).toMatchObject({ code: 0, out: '0 个代码块已记下所依据的条款。' })
  })

  it('writes the changed clause into its blocks, and the pack is clean again', async () => {
    const folder = edited((text) => text.replace('上年营业收入1000万元以上', '上年营业收入达到1000万元'))
    expect((await line('check', folder, '--on', '2025-06-30')).err).toContain('pack.clause-changed')
    expect((await line('stamp', folder, '--lang', 'en')).out).toMatch(/blocks now name the clause they implement\.$/)
    expect((await line('check', folder, '--on', '2025-06-30')).code).toBe(0)
  })

  it('touches one measure where only one is meant', async () => {
    const folder = edited((text) => text.replace('上年营业收入1000万元以上', '上年营业收入达到1000万元'))
    expect((await line('stamp', folder, '--measure', 'rent-support')).out).toContain('0 个代码块')
    expect((await line('stamp', folder, '--measure', 'none')).code).toBe(2)
  })

  it('changes nothing while there are other errors', async () => {
    const folder = edited((text) =>
      text.replace('- 独立法人', '- 独立法师').replace('上年营业收入1000万元以上', '上年营业收入达到1000万元'),
    )
    const before = readFileSync(path.join(folder, 'measures/research-subsidy.md'), 'utf8')
    expect((await line('stamp', folder)).code).toBe(1)
    expect(readFileSync(path.join(folder, 'measures/research-subsidy.md'), 'utf8')).toBe(before)
    rmSync(path.join(folder, 'datapackage.json'))
    expect((await line('stamp', folder)).code).toBe(1)
  })
})
