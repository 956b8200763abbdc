import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { keptPages } from './kept-pages.ts'

describe('a kept page', () => {
  it('is handed out with a nonce of its own each time', () => {
    const kept = keptPages()
    expect(kept.find('/check', 's1', 'n2')).toBe(null)
    kept.keep('/check', 's1', '<script nonce="n1"></script>', 'n1')
    expect(kept.find('/check', 's1', 'n2')).toEqual({ html: '<script nonce="n2"></script>', gzip: null })
    expect(kept.find('/check', 's1', 'n3')?.html).toBe('<script nonce="n3"></script>')
  })

  it('is kept compressed where it has no nonce', () => {
    const kept = keptPages()
    kept.find('/', 's1', 'n1')
    kept.keep('/', 's1', '<p>武汉</p>', 'n1')
    const found = kept.find('/', 's1', 'n2')
    expect(gunzipSync(found?.gzip ?? Buffer.of()).toString()).toBe('<p>武汉</p>')
  })

  it('is forgotten with everything else once something was recorded', () => {
    const kept = keptPages()
    kept.find('/', 's1', 'n')
    kept.keep('/', 's1', 'old', 'n')
    expect(kept.find('/', 's2', 'n')).toBe(null)
    expect(kept.find('/', 's1', 'n')).toBe(null)
  })

  it('is not kept when the state moved on while it was made', () => {
    const kept = keptPages()
    kept.find('/', 's1', 'n')
    kept.find('/', 's2', 'n')
    kept.keep('/', 's1', 'made under s1', 'n')
    expect(kept.find('/', 's2', 'n')).toBe(null)
  })

  it('makes room for new pages by giving up those asked for longest ago', () => {
    const kept = keptPages()
    const large = 'x'.repeat(4 * 1024 * 1024)
    kept.find('/0', 's', 'n')
    for (let page = 0; page < 10; page++) {
      kept.keep(`/${page}`, 's', large, 'n')
      kept.find('/0', 's', 'n')
    }
    expect(kept.find('/0', 's', 'n')).not.toBe(null)
    expect(kept.find('/1', 's', 'n')).toBe(null)
    expect(kept.find('/9', 's', 'n')).not.toBe(null)
  })
})
