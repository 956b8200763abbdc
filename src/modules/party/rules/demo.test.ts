import { describe, expect, it } from 'vitest'
import { packs } from '../../../../test/packs.ts'
import { readFacts } from '../../../core/facts.ts'
import { readPack } from '../../../pack/read.ts'
import { demoEnterprise } from './demo.ts'

describe.each(Object.entries(packs))('an enterprise made up for %s', async (_name, folder) => {
  const { pack } = await readPack(folder, '2024-06-30')
  if (!pack) throw new Error('the pack does not pass its own check')
  const enterprises = Array.from({ length: 400 }, (_, index) => demoEnterprise(pack, 1, index + 1))

  it('depends on seed and number alone', () => {
    expect(demoEnterprise(pack, 1, 17)).toEqual(enterprises[16])
    expect(demoEnterprise(pack, 2, 17).records).not.toEqual(enterprises[16]?.records)
  })

  it('has only facts that the rules can read, each from the register that knows it', () => {
    for (const { records } of enterprises) {
      for (const { registry, facts } of records) {
        expect(readFacts(facts, pack.facts).problems).toEqual([])
        for (const name of Object.keys(facts)) expect(pack.facts.get(name)?.registry).toBe(registry)
      }
    }
  })

  it('lies in a district of the city', () => {
    expect(enterprises.every(({ district }) => pack.districts.has(district))).toBe(true)
    expect(new Set(enterprises.map(({ district }) => district)).size).toBeGreaterThan(1)
  })
})
