import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packs } from '../../../../test/packs.ts'
import { readPack } from '../../../pack/read.ts'
import { wrongField } from '../messages.ts'
import { assess } from './assess.ts'
import { dueOf, periodAfter } from './deadlines.ts'
import { type EnteredReading, placeOf, readingsKnown } from './entered.ts'
import { readingsAsOf, targetsKnown } from './known.ts'
import { checkReading, checkReadings, standingOn, type Typed } from './proposed.ts'
import { lampOf } from './words.ts'

const { pack } = await readPack(packs.xincheng, '2026-06-30')
if (!pack) throw new Error('the pack of the tests does not read')
const indicator = (id: string) => pack.indicators.get(id)!

const entered = (over: Partial<EnteredReading> = {}): EnteredReading => ({
  id: `id-${over.order ?? 1}`,
  order: 1,
  indicator: 'stations',
  series: '统计公报',
  scope: null,
  definition: indicator(over.indicator ?? 'stations').definition.zh,
  period: '2025',
  value: '26',
  unit: '个/万人',
  precision: 'exact',
  status: 'final',
  note: null,
  source: { title: '统计公报', publisher: null, date: '2026-03-20', address: null, confidence: 'A', hash: null },
  replaces: null,
  enteredBy: { zh: '规划岗', en: 'Planner' },
  enteredOn: '2026-03-25',
  approvedBy: { zh: '规划科长', en: 'Head of planning' },
  approvedOn: '2026-03-26',
  ...over,
})
const seen = (list: readonly EnteredReading[], id: string, asOf: string, known: string) =>
  readingsAsOf(readingsKnown(pack, list), id, asOf, known).map(({ series, period, value }) => `${series} ${period} ${value}`)

const DAYS = Array.from({ length: 28 }, (_, index) => `2026-02-${String(index + 1).padStart(2, '0')}`)
/** Approvals in the order of their days, as they happen; places and values at random. */
const approvals = fc
  .array(
    fc.record({
      day: fc.constantFrom(...DAYS),
      indicator: fc.constantFrom('stations', 'core_share'),
      series: fc.constantFrom('统计公报', '旧口径', '新口径'),
      period: fc.constantFrom('2022', '2023', '2024', '2025'),
      value: fc.integer({ min: 1, max: 99 }).map(String),
    }),
    { maxLength: 20 },
  )
  .map((list) =>
    list
      .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
      .map(({ day, ...rest }, index) =>
        entered({ ...rest, order: index + 1, approvedOn: day, definition: indicator(rest.indicator).definition.zh }),
      ),
  )

describe('readings that were entered', () => {
  it('answer the same whatever the order in which they are put down', () => {
    fc.assert(
      fc.property(
        approvals.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        fc.constantFrom(...DAYS),
        ([list, shuffled], known) => {
          for (const id of ['stations', 'core_share'])
            expect(seen(shuffled, id, '2025-12-31', known)).toEqual(seen(list, id, '2025-12-31', known))
        },
      ),
    )
  })

  it('never change what was known before they were approved', () => {
    fc.assert(
      fc.property(approvals, fc.nat({ max: 20 }), fc.constantFrom(...DAYS), (list, cut, known) => {
        const earlier = list.slice(0, cut)
        const [next] = list.slice(cut)
        if (next && next.approvedOn <= known) return
        for (const id of ['stations', 'core_share'])
          expect(seen(list, id, '2025-12-31', known)).toEqual(seen(earlier, id, '2025-12-31', known))
      }),
    )
  })

  it('leave one value in each place on each day, and keep every version', () => {
    fc.assert(
      fc.property(approvals, fc.constantFrom(...DAYS), (list, known) => {
        const all = readingsKnown(pack, list)
        expect(all.readings.length).toBe(pack.readings.length + list.length)
        const places = readingsAsOf(all, 'stations', '2026-12-31', known).map(placeOf)
        expect(new Set(places).size).toBe(places.length)
      }),
    )
  })

  it('stand beside those of the pack from the day of approval, and replace one of them from then on', () => {
    const correction = entered({ period: '2024', value: '22.4', replaces: { value: '22', reason: '公报更正' } })
    expect(seen([correction], 'stations', '2026-06-30', '2026-03-25')).toEqual(['统计公报 2023 18.5', '统计公报 2024 22'])
    expect(seen([correction], 'stations', '2026-06-30', '2026-03-26')).toEqual(['统计公报 2023 18.5', '统计公报 2024 22.4'])
  })

  it('are replaced in turn by what a later edition publishes', () => {
    const own = {
      ...pack,
      readings: [
        ...pack.readings,
        { ...pack.readings.find((each) => each.indicator === 'stations')!, period: '2025', value: '27', published: '2026-05-01' },
      ],
    }
    const at = (known: string) => readingsAsOf(readingsKnown(own, [entered()]), 'stations', '2025-12-31', known).at(-1)?.value
    expect([at('2026-03-25'), at('2026-03-26'), at('2026-05-01')]).toEqual(['22', '26', '27'])
  })

  it('say so where a target is passed under another scope', () => {
    const other = entered({ indicator: 'core_share', series: '第三口径', scope: '含平台企业', period: '2025', value: '13', unit: '%' })
    const target = targetsKnown(pack, '2026-06-30').find((each) => each.indicator === 'core_share')!
    const found = assess(readingsKnown(pack, [other]), target, '2026-06-30', '2026-06-30')
    expect([found.status, found.doubt, lampOf(found)]).toEqual(['met', 'other-series', 'doubtful'])
  })

  it('are a series of their own when the definition has changed since, so that no target is met by that', () => {
    const old = entered({ definition: '5G基站数 ÷ 户籍人口（万人）。', value: '31' })
    const target = targetsKnown(pack, '2026-06-30').find((each) => each.indicator === 'stations')!
    expect(seen([old], 'stations', '2026-06-30', '2026-06-30').at(-1)).toBe('统计公报 · 旧定义 1 2025 31')
    expect(lampOf(assess(readingsKnown(pack, [old]), target, '2026-06-30', '2026-06-30'))).toBe('doubtful')
  })
})

describe('what is typed', () => {
  const good: Typed = { indicator: 'stations', series: '统计公报', period: '2025', value: '26', title: '统计公报' }
  const standing = standingOn(pack, '2026-06-30')
  const codes = (typed: Typed, waits = false) => checkReading(typed, standing, () => waits).problems.map(({ code }) => code)

  it('becomes a reading', () => {
    const { proposed, problems } = checkReading(good, standing, () => false)
    expect(problems).toEqual([])
    expect(proposed).toMatchObject({ value: '26', unit: '个/万人', replaces: null, validFrom: '2025-01-01', validTo: '2025-12-31' })
  })

  it('keeps a value as it was written, to the last digit', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 20n }),
        fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 15 }),
        (whole, part) => {
          const value = `${whole}.${part}`
          expect(checkReading({ ...good, value }, standing, () => false).proposed?.value).toBe(value)
        },
      ),
    )
  })

  it('may bring the sign of percent where that is the unit, as spreadsheets show it', () => {
    const typed = { ...good, indicator: 'core_share', series: '新口径', value: '9.50%' }
    expect(checkReading(typed, standing, () => false).proposed?.value).toBe('9.50')
  })

  it.each<[what: string, over: Typed, code: string]>([
    ['an indicator that is none', { indicator: 'no' }, 'plan.reading-indicator'],
    ['no scope', { series: ' ' }, 'plan.reading-series'],
    ['a scope of an old definition', { series: '统计公报 · 旧定义 1', scope: '旧' }, 'plan.reading-series'],
    ['no period', { period: '去年' }, 'plan.reading-period'],
    ['a period that has not ended', { period: '2026' }, 'plan.reading-period-open'],
    ['no value, which is not zero', { value: '' }, 'plan.reading-value'],
    ['a value with separators', { value: '1,000' }, 'plan.reading-value'],
    ['a percentage of what is counted in another unit', { value: '26%' }, 'plan.reading-value'],
    ['a value that cannot be', { value: '-1' }, 'plan.reading-range'],
    ['another unit', { unit: '%' }, 'plan.reading-unit'],
    ['a word that is no choice', { precision: 'roughly' }, 'plan.reading-choice'],
    ['no source', { title: '' }, 'plan.reading-title'],
    ['a source of tomorrow', { date: '2026-07-01' }, 'plan.reading-date'],
    ['an address that is no link', { address: 'javascript:alert(1)' }, 'plan.reading-address'],
    ['a hash that is none', { hash: 'abc' }, 'plan.reading-hash'],
    ['what stands already', { period: '2024', value: '22.0', reason: '更正' }, 'plan.reading-same'],
    ['another value without a reason', { period: '2024' }, 'plan.reading-reason'],
    ['a reason where nothing stands', { reason: '更正' }, 'plan.reading-no-before'],
    ['a scope that nobody knows', { series: '统计公抱' }, 'plan.reading-scope'],
  ])('is refused: %s', (_what, over, code) => {
    expect(codes({ ...good, ...over })).toEqual([code])
  })

  it.each<Typed>([
    { precision: '约', status: '初步', confidence: 'B：可靠报道' },
    { precision: 'about', status: 'provisional', confidence: 'B: reputable report' },
    { precision: 'about', status: 'provisional', confidence: 'B' },
  ])('may choose in the words of the form, in either language, and is kept as their code: %o', (words) => {
    const { proposed, problems } = checkReading({ ...good, ...words }, standing, () => false)
    expect(problems).toEqual([])
    expect(proposed).toMatchObject({ precision: 'about', status: 'provisional', source: { confidence: 'B' } })
  })

  it('is told which words there are, each reader in the own language', () => {
    const [problem] = checkReading({ ...good, status: '大概' }, standing, () => false).problems
    expect(wrongField(problem!.column, problem!.code, problem!.params).message).toEqual({
      zh: '只能是 定稿 / 初步 之一。',
      en: 'Choose one of final / provisional.',
    })
  })

  it('is told at its scope which scopes there are, where it names none of them', () => {
    const [problem] = checkReading({ ...good, series: '统计公抱' }, standing, () => false).problems
    expect(problem).toMatchObject({ column: 'series', params: { known: { zh: '统计公报', en: '统计公报' } } })
  })

  it('is refused where a reading waits already, or stands twice in a table', () => {
    expect(codes(good, true)).toEqual(['plan.reading-waiting'])
    const [first, second] = checkReadings([good, { ...good, value: '27' }], standing, () => false)
    expect([first?.problems, second?.problems.map(({ code }) => code)]).toEqual([[], ['plan.reading-twice']])
  })

  it('names a new scope once in a table', () => {
    const row = { ...good, series: '新统计', scope: '常住人口改为第七次普查' }
    const { scope: _scope, ...next } = { ...row, period: '2024' }
    expect(checkReadings([row, next], standing, () => false).map(({ proposed }) => proposed?.scope)).toEqual([
      '常住人口改为第七次普查',
      null,
    ])
  })
})

describe('deadlines', () => {
  const readings = (id: string, today: string) => readingsAsOf(pack, id, today, today)

  it.each([
    ['2024', '2025'],
    ['2024-Q4', '2025-Q1'],
    ['2024-12', '2025-01'],
    ['2024-01/2024-06', null],
    ['2024-07-09', null],
  ])('follow %s with %s', (period, next) => expect(periodAfter(period)).toBe(next))

  it('are those of periods that ended after the latest reading, until somebody enters them', () => {
    const due = (today: string, waiting: readonly string[] = []) =>
      dueOf(indicator('stations'), readings('stations', today), waiting, today).map((each) => [each.period, each.dueOn, each.late])
    expect(due('2025-12-31')).toEqual([])
    expect(due('2026-02-01')).toEqual([['2025', '2026-03-01', false]])
    expect(due('2026-03-02')).toEqual([['2025', '2026-03-01', true]])
    expect(due('2026-03-02', ['2025'])).toEqual([])
  })

  it('are none where the pack gives none', () => {
    expect(dueOf(indicator('cloud_firms'), readings('cloud_firms', '2030-01-01'), [], '2030-01-01')).toEqual([])
  })
})
