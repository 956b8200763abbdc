import { describe, expect, it } from 'vitest'
import { facesFrom } from './fonts.ts'

describe('the fonts of a document', () => {
  it('are those of the standard where the machine has them, and free ones elsewhere', () => {
    const faces = facesFrom(new Set(['Noto Serif CJK SC', 'FangSong_GB2312', 'SimHei', 'Liberation Serif']), 'zh', '通报')
    expect(faces?.text[0]).toBe('FangSong_GB2312')
    expect(faces?.heading[0]).toBe('SimHei')
    expect(faces?.title[0]).toBe('Noto Serif CJK SC')
    expect(faces?.second[0]).toBe('Noto Serif CJK SC')
  })

  it('begin with Latin ones in an English document, which needs Chinese ones only for Chinese characters', () => {
    const none = new Set(['Libertinus Serif'])
    expect(facesFrom(none, 'en', 'Bulletin')?.text).toEqual(['Libertinus Serif'])
    expect(facesFrom(none, 'en', 'Bulletin 通报')).toBeNull()
    expect(facesFrom(new Set(['Libertinus Serif', 'SimSun']), 'en', '通报')?.text).toEqual(['Libertinus Serif', 'SimSun'])
  })

  it('are missing where no font has Chinese characters', () => {
    expect(facesFrom(new Set(['Liberation Serif']), 'zh', '通报')).toBeNull()
  })
})
