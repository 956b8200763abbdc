/** The invented city that ships, to try everything with: it has something of every kind, and says that it is invented. */
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { edited } from '../../test/pack.ts'
import { packOf, readPack } from './read.ts'

const { pack, diagnostics } = await readPack(path.resolve(import.meta.dirname, '../../packs/sample'), '2026-11-24')
if (!pack) throw new Error(diagnostics.map(({ message }) => message.en).join('\n'))

describe('the sample city', () => {
  it('has no finding, and says that it is invented in its title, its sources and every document', () => {
    expect(diagnostics).toEqual([])
    expect([pack.synthetic, pack.title.zh.includes('虚构'), pack.title.en.includes('invented')]).toEqual([true, true, true])
    expect([...pack.sources.values()].filter(({ note, id }) => note !== '虚构' && !id.startsWith('holidays-'))).toEqual([])
    expect([...pack.documents.values()].filter(({ note }) => !note?.zh.startsWith('虚构'))).toEqual([])
  })

  it('has indicators of every kind and origin, some of them with a deadline, one without any value and two that are counted here', () => {
    const all = [...pack.indicators.values()]
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(['level', 'ratio', 'count', 'growth']))
    expect(new Set(all.map(({ origin }) => origin))).toEqual(new Set(['operations', 'statistics', 'declared']))
    expect(all.filter(({ id }) => !pack.readings.some(({ indicator }) => indicator === id)).map(({ id }) => id)).toEqual([
      'operating_projects',
      'tasks_on_time',
      'patents',
    ])
  })

  it('has a rate that its numerator and denominator give, month by month', () => {
    const of = (id: string) => new Map(pack.readings.filter(({ indicator }) => indicator === id).map((each) => [each.period, each.value]))
    const [rates, online, all] = [of('online_rate'), of('online_cases'), of('all_cases')]
    expect(rates.size).toBeGreaterThan(24)
    for (const [period, rate] of rates)
      expect(Math.abs((Number(online.get(period)) * 100) / Number(all.get(period)) - Number(rate)), period).toBeLessThanOrEqual(0.05)
  })

  it('has a correction that replaces, a break of series, a missing month, and a promise that was changed', () => {
    expect(pack.readings.filter(({ replacedOn }) => replacedOn !== undefined).map(({ indicator }) => indicator)).toEqual(['core_va'])
    expect(new Set(pack.readings.filter(({ indicator }) => indicator === 'core_share').map(({ series }) => series)).size).toBe(2)
    const months = pack.readings.filter(({ indicator }) => indicator === 'datasets').map(({ period }) => period)
    expect([months.includes('2025-01'), months.includes('2025-02'), months.includes('2025-03')]).toEqual([true, false, true])
    expect(pack.targets.filter(({ kind }) => kind === 'later').map(({ indicator }) => indicator)).toEqual(['cloud_firms', 'compute'])
  })

  it('has forty tasks of the year with their history, and key projects of every stage, two of them one', () => {
    const items = [...pack.tasks.values()].filter(({ kind }) => kind === 'item')
    expect(items).toHaveLength(40)
    expect(new Set(pack.progress.map(({ kind }) => kind))).toEqual(
      new Set(['assign', 'sign', 'report', 'return', 'review', 'close', 'ask-extension', 'extend', 'refuse-extension']),
    )
    const projects = [...pack.projects.values()]
    expect(['signed', 'started', 'operating'].map((stage) => projects.some(({ stages }) => stages[stage as 'signed'] !== null))).toEqual([
      true,
      true,
      true,
    ])
    expect(projects.filter(({ mergedInto }) => mergedInto !== null).map(({ id }) => id)).toEqual(['sensor-b'])
  })
})

describe('a step of a task that cannot have been', () => {
  const { files = new Map() } = pack
  const first = 'dat-7,2026-01-15,assign,市数据局,2026-12-31,,,,,sm-supervision\n'
  it.each([
    ['no item of a list', 'data,2026-01-14,assign,市数据局,2026-12-31,,,,,sm-supervision\n', 'no item'],
    ['an assignment without a day', 'dat-7,2026-01-14,assign,市数据局,,,,,,sm-supervision\n', 'due is missing'],
    ['a step before the one above it', 'dat-7,2026-02-01,assign,市数据局,2026-12-31,,,,,sm-supervision\n', 'before the step above'],
    ['an answer to nothing', `${first.replace('15', '14')}dat-7,2026-01-15,review,,,,,,,sm-supervision\n`, 'no report or request'],
    ['a step after the closing', `${first.replace('15', '14')}dat-7,2026-01-15,close,,,,,,,sm-supervision\n`, 'had been closed'],
  ])('is found: %s', (_what, rows, reason) => {
    const found = packOf(edited(files, 'progress.csv', first, `${rows}${first}`), '2026-11-24').diagnostics
    expect(
      found
        .filter(({ code }) => code === 'pack.progress')
        .map(({ message }) => message.en)
        .join('\n'),
    ).toContain(reason)
  })

  it('is found: a report that nobody has answered', () => {
    const text = files.get('progress.csv') ?? ''
    const rows = text.split('\n').filter((line: string) => line.startsWith('dat-7,'))
    const found = packOf(edited(files, 'progress.csv', `${rows.at(-1)}\n`, ''), '2026-11-24').diagnostics
    expect(found.map(({ code, message }) => [code, message.en.includes('without an answer')])).toEqual([['pack.progress', true]])
  })
})
