import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lend, sealOf, takeBack } from './seal.ts'

const seal = sealOf(['a secret that is long enough to be one'])
const bytes = fc.uint8Array({ maxLength: 200 }).map((each) => Buffer.from(each))

describe('a seal', () => {
  it('gives back what was sealed for the same purpose, and nothing for another', () => {
    fc.assert(
      fc.property(bytes, fc.string(), fc.string(), (plain, purpose, other) => {
        const sealed = seal.close(purpose, plain)
        expect(seal.open(purpose, sealed)).toEqual(plain)
        if (other !== purpose) expect(seal.open(other, sealed)).toBeNull()
      }),
    )
  })

  it('does not open once a single bit is another, wherever', () => {
    const sealed = seal.close('test', Buffer.from('十二个'))
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(seal.open('test', changed)).toBeNull()
    }
  })

  it('does not open anything else', () => {
    fc.assert(fc.property(bytes, (any) => seal.open('test', any) === null))
    fc.assert(fc.property(bytes, (any) => seal.open('test', seal.close('test', any).subarray(0, 31)) === null))
  })

  it('is never the same twice', () => {
    const [a, b] = [seal.close('test', Buffer.from('x')), seal.close('test', Buffer.from('x'))]
    expect(a.equals(b)).toBe(false)
  })

  it('opens with an older secret what it sealed, as long as that is named', () => {
    const sealed = seal.close('test', Buffer.from('x'))
    const next = 'another secret, also long enough to be one'
    expect(sealOf([next, 'a secret that is long enough to be one']).open('test', sealed)?.toString()).toBe('x')
    expect(sealOf([next]).open('test', sealed)).toBeNull()
  })
})

describe('what is lent out', () => {
  const at = (second: number) => new Date(second * 1000)
  it('comes back until its time is over', () => {
    const text = lend(seal, 'test', { name: '张三' }, at(10))
    expect(takeBack(seal, 'test', text, at(10))).toEqual({ name: '张三' })
    expect(takeBack(seal, 'test', text, at(10.001))).toBeNull()
    expect(takeBack(seal, 'other', text, at(1))).toBeNull()
    expect(takeBack(seal, 'test', 'x', at(1))).toBeNull()
  })
})
