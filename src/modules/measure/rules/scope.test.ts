import { describe, expect, it } from 'vitest'
import { edited, xincheng } from '../../../../test/pack.ts'
import type { Measure } from '../../../core/rule/tree.ts'
import type { Pack } from '../../../pack/pack.ts'
import { packOf } from '../../../pack/read.ts'
import { checkable } from './check.ts'
import { inScope, type Scope, standingOn } from './scope.ts'
import { selected, summaryOf } from './summary.ts'

const files = await xincheng()
// One measure of a district beside those of the city.
const pack: Pack = packOf(edited(files, 'measures/rent-support.md', 'level: 新城市', 'level: 东区'), '2026-11-24').pack!
const ids = (scope: Scope): readonly string[] =>
  [...pack.measures.values()].filter((measure) => inScope(measure, pack, scope)).map((measure) => measure.id)
const all = [...pack.measures.keys()]

describe('narrowing a check', () => {
  it('shows a district its own measures and those above it, not those of its neighbour', () => {
    expect(ids({ area: '东区' })).toEqual(all)
    expect(ids({ area: '西区' })).toEqual(all.filter((id) => id !== 'rent-support'))
  })
  it('takes the city alone as that level alone', () => {
    expect(ids({ area: '新城市' })).toEqual(all.filter((id) => id !== 'rent-support'))
  })
  it('counts a measure to its task and to every task above', () => {
    expect(ids({ task: 'cloud-project' })).toEqual(['cloud-voucher', 'scenario-award', 'scenario-series'])
    expect(ids({ task: 'industry' })).toEqual(expect.arrayContaining(['cloud-voucher', 'growth-award']))
    expect(ids({ task: 'network' })).toEqual([])
  })
  it('looks at everything when nothing is chosen', () => {
    expect(ids({ area: '', task: '' })).toEqual(all)
  })
})

describe('how measures stand on a day', () => {
  const ending = (id: string, to: string | null): Measure => {
    const measure = pack.measures.get(id)!
    return { ...measure, inForce: { ...measure.inForce, to } }
  }
  it('counts every state once', () => {
    const { inForce, unknown, future, expired, draft } = standingOn(checkable(pack), '2026-06-30')
    expect(inForce + unknown + future + expired + draft).toBe(checkable(pack).length)
    expect(standingOn(checkable(pack), '1990-01-01')).toMatchObject({ inForce: 0, unknown: 1, future: 6, expired: 0, earlier: null })
  })
  it('offers the day on which most of the ended measures were last in force', () => {
    const some = [ending('rent-support', '2025-05-31'), ending('growth-award', '2025-05-31'), ending('scenario-award', '2024-12-31')]
    expect(standingOn(some, '2026-11-24')).toMatchObject({ expired: 3, earlier: { day: '2025-05-31', ending: 2 } })
    expect(standingOn(some, '2025-05-31')).toMatchObject({ expired: 1, inForce: 2, earlier: { day: '2024-12-31', ending: 1 } })
  })
  it('offers no other day where nothing has ended', () => {
    expect(standingOn([ending('rent-support', null)], '2026-11-24').earlier).toBeNull()
  })
})

describe('the list by closing date', () => {
  it('puts the next to end first, then those without an end, then the ended, the latest first', () => {
    const on = '2026-11-24'
    const ends: Readonly<Record<string, string | null>> = {
      'cloud-voucher': '2025-12-31',
      'growth-award': null,
      'open-data': '2026-12-31',
      'rent-support': '2024-12-31',
      'research-subsidy': '2026-11-24',
    }
    const summaries = Object.entries(ends).map(([id, to]) => {
      const summary = summaryOf(pack.measures.get(id)!, pack, on)
      return { ...summary, inForce: { ...summary.inForce, to } }
    })
    expect(selected(summaries, pack.measures, { sort: 'closing' }, on).map((each) => each.id)).toEqual([
      'research-subsidy',
      'open-data',
      'growth-award',
      'cloud-voucher',
      'rent-support',
    ])
    for (const sort of ['__proto__', 'constructor', 'nothing'])
      expect(selected(summaries, pack.measures, { sort }, on).map((each) => each.id)).toEqual(summaries.map((each) => each.id))
  })
})
