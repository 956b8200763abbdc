import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { multiply, textOfExact } from '../../../core/exact.ts'
import { readPack } from '../../../pack/read.ts'
import { assessAll, yearProgress } from '../../plan/index.ts'
import { factsOf, NOT_ENDED } from './content.ts'
import { countsOf } from './counts.ts'

const { pack } = await readPack(path.resolve(import.meta.dirname, '../../../../packs/sample'), '2026-11-24')
if (!pack) throw new Error('The pack of the sample has errors.')
const [asOf, known] = ['2026-09-30', '2026-11-24']
const assessments = assessAll(pack, asOf, known)
const facts = factsOf({ quarter: '2026-Q3', scope: 'public', asOf, known, pack, assessments, tasks: [] })

describe('the goals of a year that is not over, in a bulletin', () => {
  it('are behind or ahead by as much as the page of the year says, of a plan by months where there is one', () => {
    const shares = assessments.flatMap(({ target }) => {
      const progress = yearProgress(pack, target, asOf, known)
      const goal = facts.goals.find(
        ({ indicator, period, target: value }) =>
          [indicator, period, value].join() === [target.indicator, target.period, target.value].join(),
      )
      if (!progress?.toDate || progress.lag === null || goal?.latest?.value !== progress.toDate.value) return []
      return [{ ahead: goal.ahead, planned: goal.planned, lag: progress.lag, isPlanned: progress.planned !== null }]
    })
    expect(shares.some(({ isPlanned }) => isPlanned)).toBe(true)
    for (const { ahead, planned, lag, isPlanned } of shares) {
      expect(Number(ahead)).toBe(Number(textOfExact(multiply(lag, 100), 1).replace('…', '')))
      expect(planned !== null).toBe(isPlanned)
      expect(ahead).toMatch(/\.\d$/)
    }
  })

  it('are counted as what their rows say: not ended, whether there are data or not', () => {
    const rows = countsOf(facts)
    const ended = facts.goals.filter(({ verdict }) => verdict.zh !== NOT_ENDED.zh)
    const open = rows.find(({ label }) => label.zh === NOT_ENDED.zh)?.items.annual ?? []
    expect(open.length).toBeGreaterThan(0)
    expect(open.length + ended.length).toBe(facts.goals.length)
    for (const { label, items } of rows)
      for (const name of items.annual) {
        const goal = facts.goals.find((each) => each.name === name)
        expect(goal?.latest === null && goal.verdict.zh !== NOT_ENDED.zh ? '没有公开数据' : goal?.verdict.zh).toBe(label.zh)
      }
  })
})

it('a value that the pack revised names the one whose place it took', () => {
  const revised = facts.targets.flatMap(({ latest }) => (latest?.replaces ? [latest] : []))
  expect(revised.map(({ value, note, replaces }) => [value, note, replaces?.text.zh, replaces?.known, replaces?.note])).toContainEqual([
    '392.4',
    '最终核实数，取代3月公布的初步数',
    expect.stringContaining('399'),
    '2026-03-23',
    '初步数',
  ])
})
