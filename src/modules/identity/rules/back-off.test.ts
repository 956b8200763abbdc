import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Attempts, LIMITS, LONGEST_WAIT_MS, networkOf, waitAfter, waitFor, withOneMore } from './back-off.ts'

const start = new Date('2026-11-24T00:00:00Z')
const moment = (ms: number): Date => new Date(start.getTime() + ms)
const none: Attempts = { failures: 0, lastAt: start }
const limits = fc.constantFrom(LIMITS.account, LIMITS.address)

describe('the back-off', () => {
  it('doubles from two seconds after five failures to a quarter of an hour', () => {
    expect([0, 4, 5, 6, 7, 13, 14, 1000].map((failures) => waitAfter(LIMITS.account, failures) / 1000)).toEqual([
      0, 0, 2, 4, 8, 512, 900, 900,
    ])
  })

  it('never makes anybody wait longer than a quarter of an hour, nor shorter after more failures', () => {
    fc.assert(
      fc.property(limits, fc.nat(10_000), fc.nat(10_000), (limit, failures, more) => {
        const wait = waitAfter(limit, failures)
        return wait <= LONGEST_WAIT_MS && waitAfter(limit, failures + more) >= wait
      }),
    )
  })

  it('lets in fewer than 130 guesses a day at one account, however they are timed', () => {
    let attempts = none
    let at = 0
    let guesses = 0
    for (;;) {
      at += waitFor(LIMITS.account, attempts, moment(at))
      if (at >= 24 * 3_600_000) break
      attempts = withOneMore(LIMITS.account, attempts, moment(at))
      guesses++
    }
    expect(guesses).toBeLessThan(130)
  })

  it('lets somebody in again within a quarter of an hour of whatever was tried', () => {
    fc.assert(
      fc.property(limits, fc.array(fc.nat(1_000_000)), (limit, pauses) => {
        let attempts = none
        let at = 0
        for (const pause of pauses) {
          at += pause
          if (waitFor(limit, attempts, moment(at)) === 0) attempts = withOneMore(limit, attempts, moment(at))
        }
        expect(waitFor(limit, attempts, moment(at + LONGEST_WAIT_MS))).toBe(0)
      }),
    )
  })

  it('forgets what was long ago', () => {
    const tired: Attempts = { failures: 20, lastAt: start }
    expect(withOneMore(LIMITS.account, tired, moment(19.5 * 3_600_000))).toMatchObject({ failures: 2 })
    expect(withOneMore(LIMITS.account, tired, moment(30 * 3_600_000))).toMatchObject({ failures: 1 })
  })
})

describe('an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '::ffff:192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::6', '2001:db8:1:2'],
    ['2001:db8::6', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s stands for %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
