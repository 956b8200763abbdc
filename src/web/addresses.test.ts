import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { files, pageAt, pages } from './addresses.ts'

describe('the address book', () => {
  it('finds a page in both languages, with what the address names', () => {
    expect(pageAt('/measures/rent-support')).toEqual(pageAt('/en/measures/rent-support'))
    expect(pageAt('/measures/rent-support')).toMatchObject({ page: { path: 'measures/:id' }, params: { id: 'rent-support' } })
    expect(pageAt('/en')?.page.path).toBe('')
    expect(pageAt('/nothing/here')).toBe(null)
  })

  it('finds the same after thousands of other addresses, however long', () => {
    const ask = () => ['/measures/rent-support', '/en', '/nothing/here'].map(pageAt)
    const before = ask()
    for (let number = 0; number < 3000; number++) pageAt(`/plan/${number}`)
    const long = 'x'.repeat(5000)
    expect([pageAt(`/plan/${long}`), pageAt(`/plan/${long}`)].map((found) => found?.params.indicator)).toEqual([long, long])
    expect(ask()).toEqual(before)
  })

  it('names files that exist, each address once', () => {
    const all = [...pages, ...files]
    expect(all.filter(({ file }) => !existsSync(path.join(import.meta.dirname, file)))).toEqual([])
    expect(new Set(all.map(({ path: each }) => each)).size).toBe(all.length)
  })
})
