/** Synthetic enterprises, made from the pack's own catalogue of facts: row i depends on the seed and i alone. They resemble nobody. */
import { compare, denominator, type Exact, numerator } from '../../../core/exact.ts'
import type { FactDeclaration } from '../../../core/facts.ts'
import type { Pack } from '../../../pack/pack.ts'
import { demoUscc } from './uscc.ts'

export type DemoRecord = { readonly registry: string; readonly facts: Readonly<Record<string, string>> }
export type DemoEnterprise = {
  readonly number: number
  readonly uscc: string
  readonly name: string
  readonly district: string
  readonly records: readonly DemoRecord[]
}

/** Mulberry32 started from a hash of (seed, i): small, whole numbers only, the same everywhere. */
const randomOf = (seed: number, i: number): (() => number) => {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(i + 1, 0xc2b2ae35)) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (t ^ (t >>> 14)) >>> 0
  }
}

const whole = (x: Exact | null, fallback: number): number => (x === null ? fallback : Number(numerator(x) / denominator(x)))

/** A value as a register would write it. Sizes spread over many orders of magnitude, so that thresholds have enterprises on both sides. */
const written = (fact: FactDeclaration, random: () => number): string => {
  const upTo = (n: number): number => random() % n
  switch (fact.type) {
    case 'yes-no':
      return upTo(8) === 0 ? '是' : '否'
    case 'enum':
      return fact.values[upTo(5) > 0 ? fact.values.length - 1 : upTo(fact.values.length)]!.zh
    case 'money': {
      const size = (1 + upTo(99)) * 10 ** (4 + upTo(5))
      return String(fact.min !== null && compare(fact.min, 0) < 0 && upTo(4) === 0 ? -size : size)
    }
    case 'percent':
      return `${upTo(700) / 10 - (fact.min !== null ? 0 : 20)}%`.replace(/(\.\d)\d*%/, '$1%')
    case 'integer':
    case 'number': {
      const [low, high] = [whole(fact.min, 0), fact.max === null ? null : whole(fact.max, 0)]
      return String(high === null ? low + upTo(10 ** (1 + upTo(4))) : low + upTo(high - low + 1))
    }
    case 'date':
      return `${1990 + upTo(36)}-${String(1 + upTo(12)).padStart(2, '0')}-${String(1 + upTo(28)).padStart(2, '0')}`
    case 'text':
      return '演示'
  }
}

/** Enterprise number `i` (from 1). Only facts that some register knows are filled in; the rest is for the person to say. */
export const demoEnterprise = (pack: Pack, seed: number, i: number): DemoEnterprise => {
  const random = randomOf(seed, i)
  const districts = [...pack.districts.values()].filter((each) => each.kind === 'district' || each.kind === 'zone')
  const district = districts[random() % Math.max(1, districts.length)]?.name ?? pack.city.zh
  const records = new Map<string, Record<string, string>>()
  for (const fact of pack.facts.values()) {
    const gap = random() % 20 === 0
    const value = written(fact, random)
    if (fact.registry === null || gap) continue
    const own = records.get(fact.registry) ?? {}
    own[fact.name] = value
    records.set(fact.registry, own)
  }
  return {
    number: i,
    uscc: demoUscc(i),
    name: `演示企业${String(i).padStart(6, '0')}号`,
    district,
    records: [...records].map(([registry, facts]) => ({ registry, facts })),
  }
}
