import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDigitOf, demoUscc, isUscc } from './uscc.ts'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

describe('a unified social credit code', () => {
  it('is right with the check digit of the standard’s example', () => {
    expect(checkDigitOf('91350100M000100Y4')).toBe('3')
    expect(isUscc('91350100M000100Y43')).toBe(true)
  })

  it.each([
    ['another check digit', '91350100M000100Y44'],
    ['seventeen characters', '91350100M000100Y4'],
    ['nineteen characters', '91350100M000100Y430'],
    ['a letter that no code has', '91350100I000100Y43'],
    ['small letters', '91350100m000100y43'],
    ['nothing', ''],
  ])('is refused with %s', (_what, code) => {
    expect(isUscc(code)).toBe(false)
  })

  it('betrays every single wrong character', () => {
    const character = fc.constantFrom(...ALPHABET)
    fc.assert(
      fc.property(fc.array(character, { minLength: 17, maxLength: 17 }), fc.nat(17), character, (first, at, other) => {
        const code = first.join('') + checkDigitOf(first.join(''))
        const wrong = code.slice(0, at) + other + code.slice(at + 1)
        expect(isUscc(code)).toBe(true)
        expect(isUscc(wrong)).toBe(wrong === code)
      }),
    )
  })

  it('of a demonstration is valid, unlike any other, and in a region that does not exist', () => {
    const codes = Array.from({ length: 1000 }, (_, index) => demoUscc(index + 1))
    expect(new Set(codes).size).toBe(1000)
    expect(codes.every((code) => isUscc(code) && code.startsWith('91000000'))).toBe(true)
  })
})
