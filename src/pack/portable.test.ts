import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFacts } from '../core/facts.ts'
import { decisionOf } from '../modules/measure/index.ts'
import { packFrom, portable } from './portable.ts'
import { readPack } from './read.ts'

describe.each(['packs/wuhan', 'test/packs/xincheng'])('%s for a browser', (folder) => {
  it('decides and explains every worked case as the whole pack does', async () => {
    const { pack } = await readPack(path.resolve(folder), '2026-11-24')
    const there = packFrom(portable(pack!))
    for (const measure of pack!.measures.values())
      for (const { facts: given, on } of measure.cases) {
        const known = Object.fromEntries(Object.entries(given).filter(([name]) => pack!.facts.has(name)))
        const { facts } = readFacts(known, pack!.facts)
        const day = on ?? measure.inForce.to ?? '2024-06-30'
        const ask = (of: typeof there) => decisionOf(of, [of.measures.get(measure.id)!], facts, { on: day, known: '2199-12-31' })
        expect(ask(there)).toEqual(ask(pack!))
      }
  })
  it('leaves behind what only other pages show', async () => {
    const { pack } = await readPack(path.resolve(folder), '2026-11-24')
    const text = portable(pack!)
    expect(packFrom(text)).toMatchObject({ hash: pack!.hash, readings: [], targets: [], goals: [], files: new Map(), sources: new Map() })
  })
})
