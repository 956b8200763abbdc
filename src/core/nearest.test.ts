import { describe, expect, it } from 'vitest'
import { hintOf, nearest } from './nearest.ts'

const names = ['软硬件投资额', '服务企业数', '日均解析量', 'min', 'max', 'months', '营业收入', '营业收入增长率']

describe('the name that was probably meant', () => {
  it.each([
    ['软硬件投资', '软硬件投资额'],
    ['软件硬投资额', '软硬件投资额'],
    ['服务企业数量', '服务企业数'],
    ['mim', 'min'],
    ['mnoths', 'months'],
    ['营业收人', '营业收入'],
    ['企业数', '服务企业数'],
    ['解析', '日均解析量'],
  ])('for %s is %s', (written, meant) => {
    expect(nearest(written, names)).toBe(meant)
  })
  it.each(['', '完全不同的话', 'x', 'zzzz', '数'.repeat(101)])('is nothing for %j', (written) => {
    expect(nearest(written, names)).toBeNull()
  })
  it('is proposed in both languages, or not at all', () => {
    expect(hintOf('mim', names)).toEqual({ zh: '；是否指“min”？', en: '; did you mean "min"?' })
    expect(hintOf('zzzz', names)).toEqual({ zh: '', en: '' })
  })
})
