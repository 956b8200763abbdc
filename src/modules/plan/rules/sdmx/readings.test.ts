import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packs } from '../../../../../test/packs.ts'
import type { Pack } from '../../../../pack/pack.ts'
import { readPack } from '../../../../pack/read.ts'
import { type KnownReading, readingsAsOf } from '../known.ts'
import { checkReadings, standingOn } from '../proposed.ts'
import { readTable } from '../table.ts'
import { sdmxCsvOf } from './csv.ts'
import { dataMessage, dataMessage1 } from './data.ts'
import { observationsOf } from './observations.ts'
import { selected } from './query.ts'
import { isSdmx, readingsOfSdmx } from './readings.ts'

const { pack } = await readPack(packs.wuhan, '2026-06-30')
if (!pack) throw new Error('the pack does not pass its own check')

const pad = (number: number): string => String(number).padStart(2, '0')
const anyPeriod = fc
  .tuple(
    fc.integer({ min: 2000, max: 2025 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 5 }),
  )
  .map(
    ([year, month, day, kind]) =>
      [
        `${year}`,
        `${year}-${pad(month)}`,
        `${year}-${pad(month)}-${pad(day)}`,
        `${year}-Q${(month % 4) + 1}`,
        `${year}-01/${year}-${pad(month)}`,
        `${year}/${year + 2}`,
      ][kind]!,
  )
const words = fc
  .string({ unit: fc.constantFrom(...'统计口径 a,"：;\'\n—（）0:'), minLength: 1, maxLength: 12 })
  .map((text) => text.trim())
  .filter((text) => text !== '')
const maybe = fc.option(words, { nil: null })
const value = fc
  .tuple(fc.boolean(), fc.nat(10 ** 9), fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 6 }))
  .map(([minus, whole, part]) => `${minus ? '-' : ''}${whole}${part ? `.${part}` : ''}`)
const anyReading = fc.record({
  indicator: fc.constantFrom(...[...pack.indicators.values()].slice(0, 6)),
  series: words,
  period: anyPeriod,
  value,
  precision: fc.constantFrom('exact', 'over', 'about'),
  status: fc.constantFrom('final', 'provisional'),
  note: maybe,
  scope: maybe,
  title: words,
  publisher: maybe,
  date: fc.constantFrom('2024-03-20', null),
  address: fc.constantFrom('https://example.cn/a?b=1', null),
  confidence: fc.constantFrom('A', 'B', 'C'),
})

/** Readings of one place are versions of each other; here each place has one. */
const readingsIn = fc.uniqueArray(anyReading, {
  minLength: 1,
  maxLength: 12,
  selector: ({ indicator, series, period }) => `${indicator.id}\n${series}\n${period}`,
})

describe('readings that go out come back', () => {
  it('the same in every column, as SDMX-CSV and as SDMX-JSON, however laid out', () => {
    fc.assert(
      fc.property(readingsIn, fc.constantFrom(undefined, 'AllDimensions', 'SERIES'), (drawn, dimensionAtObservation) => {
        const place = { file: '', line: 0, column: 0, end: 0 }
        const known = drawn.map(
          ({ indicator, title, publisher, date, address, confidence, status, scope, ...rest }, index): KnownReading => {
            const source = { title, publisher, date, address, confidence: confidence as 'A', hash: null }
            return {
              ...rest,
              indicator: indicator.id,
              unit: indicator.unit.zh,
              precision: rest.precision as 'exact',
              published: '2025-01-01',
              source: `s${index}`,
              place,
              entered: { status, scope, source } as NonNullable<KnownReading['entered']>,
            }
          },
        )
        const own = {
          ...pack,
          readings: known,
          sources: new Map(
            known.map(({ source, entered }) => [source, { ...entered!.source, id: source, linkable: true, note: null, place }]),
          ),
        }
        const selection = selected(observationsOf(own, known), { dimensionAtObservation })
        if ('problem' in selection) throw new Error(selection.what)
        const head = { pack: own, today: '2026-06-30', language: 'zh', asked: '' } as const
        const whole = (text: string | null): string => text ?? ''
        const expected = drawn
          .map((each) => [
            each.indicator.id,
            each.series,
            each.period,
            each.value,
            each.indicator.unit.zh,
            each.precision,
            each.status,
            each.title,
            whole(each.publisher),
            whole(each.date),
            whole(each.address),
            each.confidence,
            whole(each.scope),
          ])
          .map((row) => row.join('|'))
          .sort()
        const texts = [
          sdmxCsvOf(head, selection, '2.0.0', 'id'),
          sdmxCsvOf(head, selection, '1.0.0', 'both'),
          JSON.stringify(dataMessage(head, selection)),
          JSON.stringify(dataMessage1(head, selection)),
        ]
        for (const text of texts) {
          expect(isSdmx(text)).toBe(true)
          const back = readingsOfSdmx(text)
          if ('problem' in back) throw new Error(back.problem.code)
          const found = back.rows
            .map((row) => [
              row.indicator,
              row.series,
              row.period,
              row.value,
              row.unit,
              row.precision,
              row.status,
              row.title,
              row.publisher,
              row.date,
              row.address,
              row.confidence,
              row.scope,
            ])
            .map((row) => row.join('|'))
            .sort()
          expect(found).toEqual(expected)
          for (const { note } of drawn) if (note !== null) expect(back.rows.some((row) => row.note?.startsWith(note))).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('what this site exports', () => {
  const readings = [...pack.indicators.keys()].flatMap((id) => readingsAsOf(pack, id, '2026-06-30', '2026-06-30'))
  const selection = selected(observationsOf(pack, readings), {})
  if ('problem' in selection) throw new Error(selection.what)
  const table = readTable(sdmxCsvOf({ pack, language: 'zh' }, selection, '2.0.0', 'id'))
  if ('problem' in table) throw new Error(table.problem.code)
  /** What the rows are told when they are looked through over a pack. */
  const codesOver = (own: Pack): readonly string[] => [
    ...new Set(
      checkReadings(table.rows, standingOn(own, '2026-06-30'), () => false).flatMap(({ problems }) => problems.map(({ code }) => code)),
    ),
  ]
  it('would change nothing where it came from', () => {
    expect(table.rows).toHaveLength(readings.length)
    expect(codesOver(pack)).toEqual(['plan.reading-same'])
  })
  it('can be entered where nothing is known yet, as soon as every further scope says how it differs', () => {
    expect(codesOver({ ...pack, readings: [] })).toEqual(['plan.reading-scope'])
  })
})

describe('SDMX from elsewhere', () => {
  const csv = (cells: Readonly<Record<string, string>>): string =>
    `${['STRUCTURE', ...Object.keys(cells)].join(',')}\n${['dataflow', ...Object.values(cells)].join(',')}\n`
  const row = (cells: Readonly<Record<string, string>>) => {
    const read = readingsOfSdmx(csv({ INDICATOR: 'gdp', TIME_PERIOD: '2024-A1', OBS_VALUE: '1', ...cells }))
    return 'problem' in read ? null : read.rows[0]
  }
  it('has units by code, whose power of ten is part of them', () => {
    const unit = (UNIT_MEASURE: string, UNIT_MULT: string) => row({ UNIT_MEASURE, UNIT_MULT })?.unit
    expect([unit('CNY', '8'), unit('PT', ''), unit('CNY', '6'), unit('XYZ', '0')]).toEqual(['亿元', '%', 'CNY × 10^6', 'XYZ'])
  })
  it('has its own words for periods and statuses, and a status that is not known here stays what it is', () => {
    expect(row({ OBS_STATUS: 'P' })).toMatchObject({ period: '2024', status: 'provisional' })
    expect([row({ OBS_STATUS: 'B' })?.status, row({ OBS_STATUS: 'E' })?.status]).toEqual(['final', 'E'])
  })
  it('says so in the note where it is invented', () => expect(row({ SYNTHETIC: 'true', COMMENT: 'x' })?.note).toBe('虚构 · synthetic · x'))
  it.each(['{}', '{"data":{"dataSets":[]}}', '{', 'STRUCTURE,INDICATOR\ndataflow,gdp\n', 'DATAFLOW,"a\n'])(
    '%j holds no observation',
    (text) => {
      expect(readingsOfSdmx(text)).toEqual({ problem: { code: 'plan.table-sdmx', params: {} } })
    },
  )
  it('is told from a table of ours', () => {
    expect(['indicator,series\n', 'STRUCTURED,x\n', '指标编号\t口径'].map(isSdmx)).toEqual([false, false, false])
  })
})
