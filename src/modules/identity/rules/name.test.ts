import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signInNameOf } from './name.ts'

describe('a name to sign in with', () => {
  it.each([
    [' Li.Na@Example.CN ', 'email', 'li.na@example.cn'],
    ['139 0000 0000', 'mobile', '13900000000'],
    ['+86-139-0000-0000', 'mobile', '13900000000'],
    ['１３９００００００００', 'mobile', '13900000000'],
    ['12900000000', 'staffNumber', '12900000000'],
    [' A1024 ', 'staffNumber', 'a1024'],
    ['nobody@', 'staffNumber', 'nobody@'],
  ])('reads %o as %s', (typed, kind, value) => {
    expect(signInNameOf(typed)).toEqual({ kind, value })
  })

  it('is read the same once it has been read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const read = signInNameOf(typed)
        expect(signInNameOf(read.value)).toEqual(read)
      }),
    )
  })
})
