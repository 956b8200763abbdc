import { expect, it } from 'vitest'
import { packs } from '../../../test/packs.ts'
import { assessAll } from '../../modules/plan/index.ts'
import { readPack } from '../../pack/read.ts'
import { yearViews } from './year-view.ts'

it('a goal of the year with nothing but a quarter’s value says so with that value, and not that there is none', async () => {
  const { pack: sample } = await readPack(packs.sample, '2026-11-24')
  if (!sample) throw new Error('The pack of the sample has errors.')
  const [one] = sample.readings.filter(({ indicator }) => indicator === 'core_growth')
  const quarter = { ...one!, period: '2026-Q3', value: '9.2', published: '2026-10-20' }
  const others = sample.readings.filter(({ indicator, period }) => indicator !== 'core_growth' || !period.startsWith('2026'))
  const rowWith = (readings: typeof sample.readings) => {
    const days = { pack: { ...sample, readings }, asOf: '2026-11-24', known: '2026-11-24' }
    const annual = assessAll(days.pack, days.asOf, days.known).filter(({ target }) => target.kind === 'annual' && target.period === '2026')
    return yearViews(annual, days)[0]?.rows.find(({ id }) => id === 'core_growth')
  }
  expect(rowWith(others)).toMatchObject({ part: null, now: null })
  expect(rowWith([...others, quarter])).toMatchObject({ now: null, part: { value: { zh: '9.2%' }, when: { zh: '2026-Q3' } } })
})
