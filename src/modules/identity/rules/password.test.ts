import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COMMON_PIECES } from './common-passwords.ts'
import { LISTED_PASSWORDS } from './listed-passwords.ts'
import { LONGEST, obstacleToPassword, SHORTEST } from './password.ts'

const about = ['李娜', 'li.na@example.cn', '13900000001', 'A1024']
const judged = (password: string) => obstacleToPassword(password, about)

describe('a new password', () => {
  it.each([
    'correct horse battery',
    '长江大桥的第三座桥墩下有渔船',
    'kD7fR2mQx9wL',
    'tuesday rain 44 geese',
    'jianghandaxuedeyinxingshu',
    '830914417263',
    'straße zum weißen gänseblümchen',
    'A1024 walks over the bridge',
  ])('may be anything long enough: %s', (password) => {
    expect(judged(password)).toBe(null)
  })

  it.each([
    ['kD7fR2mQx9w', 'identity.password-short'],
    ['桥墩下有渔船', 'identity.password-short'],
    ['x1'.repeat(65), 'identity.password-long'],
    ['password1234', 'identity.password-common'],
    ['Password2026!', 'identity.password-common'],
    ['P@ssw0rd1234', 'identity.password-common'],
    ['woaini5201314', 'identity.password-common'],
    ['1qaz2wsx1qaz2wsx', 'identity.password-common'],
    ['123456789012', 'identity.password-common'],
    ['abcdefghijklm', 'identity.password-common'],
    ['zyxwvutsrqpon', 'identity.password-common'],
    ['aaaaaaaaaaaa', 'identity.password-common'],
    ['abcabcabcabc', 'identity.password-common'],
    ['ｐａｓｓｗｏｒｄ１２３４', 'identity.password-common'],
    ['Liverpool-2024', 'identity.password-common'],
    ['sunflowersunflower', 'identity.password-common'],
    ['Unbelievable', 'identity.password-common'],
    ['zhangxiaoming1990', 'identity.password-common'],
    ['ouyangxia13912345678', 'identity.password-common'],
    ['1990.01.01liming', 'identity.password-common'],
    ['420106199001011234', 'identity.password-common'],
    ['19900101 20000202', 'identity.password-common'],
    ['li.na@example.cn', 'identity.password-personal'],
    ['13900000001x', 'identity.password-personal'],
    ['李娜李娜李娜李娜2026', 'identity.password-personal'],
  ])('is not %s: %s', (password, code) => {
    expect(judged(password)).toBe(code)
  })

  it('is judged by its length first, in characters as people count them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 200 }), (password) => {
        const length = [...password.normalize('NFKC')].length
        const verdict = judged(password)
        expect(verdict === 'identity.password-short').toBe(length < SHORTEST)
        expect(verdict === 'identity.password-long').toBe(length > LONGEST)
      }),
    )
  })

  it('is never on the list, in whatever case or width, alone or with a few digits and signs', () => {
    const listed = fc.constantFrom(...[...LISTED_PASSWORDS].filter((each) => each.length >= SHORTEST - 2 && /^[a-z].*[a-z]$/.test(each)))
    const wide = (text: string): string => text.replaceAll(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0))
    fc.assert(
      fc.property(listed, fc.stringMatching(/^[0-9!@#._-]{0,4}$/), fc.stringMatching(/^[0-9!@#._-]{2,4}$/), (word, start, end) => {
        for (const typed of [start + word + end, (start + word + end).toUpperCase(), wide(start + word + end)])
          expect(judged(typed)).toBe('identity.password-common')
      }),
    )
    const alone = [...LISTED_PASSWORDS].filter((each) => each.length >= SHORTEST)
    expect(LISTED_PASSWORDS.size).toBeGreaterThan(10_000)
    expect(alone.filter((each) => judged(each) !== 'identity.password-common')).toEqual([])
  })

  it('is never made of common pieces, however it is capitalised, joined and ornamented', () => {
    const pieces = fc.array(fc.constantFrom(...COMMON_PIECES), { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(pieces, fc.stringMatching(/^[0-9!@#._-]{0,6}$/), fc.nat(), (words, end, flips) => {
        const typed = [...(words.join('') + end)].map((sign, index) => ((flips >> (index % 30)) & 1 ? sign.toUpperCase() : sign)).join('')
        fc.pre([...typed].length >= SHORTEST && [...typed].length <= LONGEST)
        expect(judged(typed)).toBe('identity.password-common')
      }),
    )
  })
})
