import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { recorded } from './app.ts'

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.ts$/.test(name) && !/\.test\.ts$|recorded\.ts$|samples/.test(name))
  .map((name) => readFileSync(path.join(import.meta.dirname, name), 'utf8'))
const all = (pattern: RegExp): readonly string[] => [
  ...new Set(
    sources.flatMap((text) =>
      [...text.matchAll(pattern)].flatMap(([found]) => [...found.matchAll(/'([a-z-]+(?:\.[a-z-]+)?)'/g)].map(([, code]) => code!)),
    ),
  ),
]

describe('what is recorded', () => {
  it('has words for every event that any source records', () => {
    const events = all(/\brecord\([^{]*?, \{/g).filter((code) => code.includes('.'))
    expect(events.length).toBeGreaterThan(70)
    expect(events.filter((code) => !(code in recorded.events))).toEqual([])
  })

  it('has words for every type of object and matter, and for every duty', () => {
    const objects = all(/\bobject: \['[^,]*,/g)
    expect(objects.length).toBeGreaterThan(20)
    expect([...objects, ...all(/\bscope: '[^']*'/g)].filter((code) => !(code in recorded.objects))).toEqual([])
    expect(all(/\bduty\('[^']*'/g).filter((code) => !(code in recorded.duties))).toEqual([])
  })

  it('has no words for what nobody records', () => {
    const text = sources.join('\n')
    const unused = [recorded.events, recorded.objects, recorded.duties].flatMap(Object.keys).filter((code) => !text.includes(`'${code}'`))
    expect(unused).toEqual([])
  })
})
