import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localPath } from './local-path.ts'

describe('an address to go on to', () => {
  it.each([
    ['/my', '/my'],
    ['/en/desk/91000000000000001N/facts?on=2026-01-01#x', '/en/desk/91000000000000001N/facts?on=2026-01-01#x'],
    ['/explain?to=https://elsewhere.example/', '/explain?to=https://elsewhere.example/'],
    ['/a/../b', '/b'],
  ])('is kept: %s', (wanted, path) => {
    expect(localPath(wanted, '/my')).toBe(path)
  })

  it.each([
    [''],
    ['my'],
    ['https://elsewhere.example/'],
    ['//elsewhere.example/'],
    ['/\\elsewhere.example/'],
    ['\\\\elsewhere.example'],
    ['/.//elsewhere.example/'],
    ['/a/..//elsewhere.example/'],
    ['/\t/elsewhere.example/'],
    ['/\n\\elsewhere.example/'],
    [' //elsewhere.example/'],
    ['javascript:alert(1)'],
    ['//'],
    [null],
  ])('is not followed: %o', (wanted) => {
    expect(localPath(wanted, '/my')).toBe('/my')
  })

  it('never leads to another site, whatever is asked for', () => {
    const sly = fc.stringMatching(/^[/\\.a@:?#%\t\n\r ]{0,12}$/)
    fc.assert(
      fc.property(fc.oneof(sly, fc.string(), fc.webUrl(), fc.webPath()), (wanted) => {
        const path = localPath(wanted, '/my')
        expect(path).toMatch(/^\/(?![/\\])/)
        for (const here of ['https://planwright.example', 'http://127.0.0.1:4620'])
          expect(new URL(path, `${here}/en/sign-in`).origin).toBe(here)
      }),
      { numRuns: 500 },
    )
  })
})
