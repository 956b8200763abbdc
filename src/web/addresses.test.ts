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

  it('names files that exist, each address once', () => {
    const all = [...pages, ...files]
    expect(all.filter(({ file }) => !existsSync(path.join(import.meta.dirname, file)))).toEqual([])
    expect(new Set(all.map(({ path: each }) => each)).size).toBe(all.length)
  })
})
