import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divide, ratio, textOfExact } from '../exact.ts'
import { equalsText, isFeelNumber, numberOfText } from './number.ts'

describe('a number of the kit', () => {
  it('is read as XML Schema writes it, and nothing else is', () => {
    expect(['3', '.041', '-0.50', '1.5E2', '12e-1', '+7'].map((text) => textOfExact(numberOfText(text)!))).toEqual([
      '3',
      '0.041',
      '-0.5',
      '150',
      '1.2',
      '7',
    ])
    expect(['', '.', 'x', '1,5', 'NaN', '1e9999'].map(numberOfText)).toEqual(Array(6).fill(null))
  })
  it('equals what has the same value, whatever the zeros', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(12), fc.nat(3), (n, places, zeros) => {
        const value = ratio(n, 10n ** BigInt(places))
        const text = textOfExact(value, 20)
        expect(equalsText(value, text.includes('.') ? text + '0'.repeat(zeros) : text)).toBe(true)
        expect(equalsText(ratio(n + 1n, 10n ** BigInt(places)), text)).toBe(false)
      }),
    )
  })
  it('may have fewer digits only where ours never end, and then eight at least behind the point', () => {
    const third = divide(1, 3)
    expect(['0.33333333', '0.333333333333333', '0.3333333', '0.33333334', '0.3'].map((text) => equalsText(third, text))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
    expect(equalsText(ratio(123456789n, 10n ** 9n), '0.12345679')).toBe(false)
  })
})

it('is one of FEEL if its decimal ends within 34 digits', () => {
  expect([1, divide(1, 8), ratio(10n ** 33n + 1n), ratio(10n ** 40n)].map(isFeelNumber)).toEqual([true, true, true, true])
  expect([divide(1, 3), ratio(10n ** 34n + 1n), ratio(10n ** 34n + 1n, 10n ** 5n)].map(isFeelNumber)).toEqual([false, false, false])
})
