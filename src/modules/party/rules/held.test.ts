import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../core/dates.ts'
import { type Accepted, type Delivery, held } from './held.ts'

const at = (day: string): Date => new Date(`${day}T04:00:00Z`)
const delivery = (validOn: string, recordedOn: string, facts: Record<string, string>, registry = '税务'): Delivery => ({
  registry,
  validOn,
  recordedOn,
  recordedAt: at(recordedOn),
  facts,
})
const accepted = (validOn: string, recordedOn: string, value: string, corrects: string | null): Accepted => ({
  id: `${validOn}/${recordedOn}`,
  fact: '研发投入',
  value,
  corrects,
  validOn,
  recordedOn,
  recordedAt: at(recordedOn),
})
const now = { asOf: '2024-12-31', known: '2024-12-31' }
const standing = (...[deliveries, corrections, when = now]: [Delivery[], Accepted[], typeof now?]) =>
  held(deliveries, corrections, when).find(({ fact }) => fact === '研发投入')?.standing.value ?? null

describe('a fact that is held', () => {
  const wrong = delivery('2024-01-01', '2024-01-02', { 研发投入: '100 元' })

  it('is what the register delivered last for a day that has come', () => {
    expect(standing([wrong, delivery('2024-03-01', '2024-03-02', { 研发投入: '200 元' })], [])).toBe('200 元')
    expect(
      standing([wrong, delivery('2024-03-01', '2024-03-02', { 研发投入: '200 元' })], [], { asOf: '2024-02-01', known: '2024-12-31' }),
    ).toBe('100 元')
  })

  it('is what was known on a day, also where the register later said otherwise of the same day', () => {
    const late = delivery('2024-01-01', '2024-05-01', { 研发投入: '150 元' })
    expect(standing([wrong, late], [], { asOf: '2024-12-31', known: '2024-04-30' })).toBe('100 元')
    expect(standing([wrong, late], [], { asOf: '2024-12-31', known: '2024-05-01' })).toBe('150 元')
  })

  it('is gone when the register leaves it out', () => {
    expect(standing([wrong, delivery('2024-03-01', '2024-03-02', { 员工人数: '3' })], [])).toBeNull()
  })

  it('is the accepted correction, and the register’s value stands beside it', () => {
    const [fact] = held([wrong], [accepted('2024-01-01', '2024-02-01', '300 元', '100 元')], now)
    expect([fact?.standing.value, fact?.register?.value, fact?.versions.map(({ value }) => value)]).toEqual([
      '300 元',
      '100 元',
      ['300 元', '100 元'],
    ])
  })

  it('stays corrected while the register repeats what was corrected, and is the register’s when it says something else', () => {
    const correction = accepted('2024-01-01', '2024-02-01', '300 元', '100 元')
    const again = delivery('2024-06-01', '2024-06-02', { 研发投入: '100 元' })
    const other = delivery('2024-06-01', '2024-06-02', { 研发投入: '310 元' })
    expect(standing([wrong, again], [correction])).toBe('300 元')
    expect(standing([wrong, other], [correction])).toBe('310 元')
    expect(standing([wrong, other], [correction], { asOf: '2024-05-31', known: '2024-12-31' })).toBe('300 元')
  })

  it('can be known from a correction alone', () => {
    expect(standing([], [accepted('2024-01-01', '2024-02-01', '300 元', null)])).toBe('300 元')
  })

  const day = fc.nat(400).map((days) => addDays('2024-01-01', days))
  const value = fc.constantFrom('1 元', '2 元', '3 元')
  const deliveries = fc.array(
    fc
      .tuple(day, day, value, fc.constantFrom('税务', '统计'))
      .map(([a, b, each, registry]) => delivery(a, b, { 研发投入: each }, registry)),
    { maxLength: 6 },
  )
  const corrections = fc.array(
    fc.tuple(day, day, value, fc.option(value)).map(([a, b, each, corrects]) => accepted(a, b, each, corrects)),
    { maxLength: 4 },
  )

  it('never comes from what was recorded later than it was known, nor from a day that has not come', () => {
    fc.assert(
      fc.property(deliveries, corrections, day, day, (all, own, asOf, known) => {
        for (const { standing: chosen, register, versions } of held(all, own, { asOf, known }))
          for (const each of [chosen, ...(register ? [register] : []), ...versions]) {
            expect(each.validOn <= asOf).toBe(true)
            expect(each.recordedOn <= known).toBe(true)
          }
      }),
    )
  })

  it('does not change for a past day of knowledge when something is recorded later', () => {
    fc.assert(
      fc.property(deliveries, corrections, deliveries, corrections, day, day, (all, own, more, moreOwn, asOf, known) => {
        const later = more.filter(({ recordedOn }) => recordedOn > known)
        const laterOwn = moreOwn.filter(({ recordedOn }) => recordedOn > known)
        expect(held([...all, ...later], [...own, ...laterOwn], { asOf, known })).toEqual(held(all, own, { asOf, known }))
      }),
    )
  })
})
