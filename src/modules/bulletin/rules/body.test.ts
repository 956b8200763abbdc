import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOfNumber, numberOfDay } from '../../../core/dates.ts'
import type { Language } from '../../../core/messages.ts'
import { readPack } from '../../../pack/read.ts'
import { assessAll, periodText } from '../../plan/index.ts'
import type { TaskOn } from '../../worklist/index.ts'
import { type Body, bodyOf } from './body.ts'
import { changesSince } from './changes.ts'
import { type Facts, factsOf, SCOPES } from './content.ts'
import { contentOf, documentOf } from './document.ts'

const { pack } = await readPack(path.resolve(import.meta.dirname, '../../../../packs/wuhan'), '2026-11-24')
if (!pack) throw new Error('The pack that ships has errors.')

const QUARTERS = ['2022-Q2', '2022-Q4', '2023-Q4', '2024-Q3', '2026-Q3'] as const
const [FIRST, LAST] = [numberOfDay('2022-06-30'), numberOfDay('2026-11-24')]
const day = fc.integer({ min: FIRST, max: LAST }).map(dayOfNumber)
const text = fc.constantFrom('数据', '产业', '治理').map((zh) => ({ zh, en: `${zh} en` }))

const task: fc.Arbitrary<TaskOn> = fc
  .record({
    id: fc.uuid(),
    open: fc.boolean(),
    number: fc.constantFrom('甲', '乙', '丙'),
    category: text,
    title: text,
    lead: fc.option(text),
    namedLead: fc.constantFrom(null, '某局'),
    due: fc.option(day),
    state: fc.constantFrom('unassigned', 'assigned', 'underway', 'done', 'returned', 'reviewed', 'closed'),
    late: fc.array(fc.record({ key: fc.constantFrom('task', '2022-Q2'), kind: fc.constantFrom('task', 'quarter'), due: day }), {
      maxLength: 3,
    }),
    events: fc.nat(9),
  })
  .chain(
    (each) =>
      fc.constantFrom('green' as const, 'yellow' as const, 'red' as const).map((lamp) => ({
        ...each,
        lamp: each.state === 'unassigned' ? null : lamp,
      })) as fc.Arbitrary<TaskOn>,
  )

/** What the pack that ships would have reported on any day, with tasks of any kind; some targets are left out so that groups are empty as well. */
const reported: fc.Arbitrary<Facts> = fc
  .record({
    quarter: fc.constantFrom(...QUARTERS),
    scope: fc.constantFrom(...SCOPES),
    days: fc.tuple(day, day),
    tasks: fc.array(task, { maxLength: 30 }),
    kept: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
  })
  .map(({ quarter, scope, days, tasks, kept }) => {
    const [asOf = '', known = ''] = [...days].sort()
    const assessments = assessAll(pack, asOf, known).filter((_each, index) => kept[index % kept.length])
    return factsOf({ quarter, scope, asOf, known, pack, assessments, tasks })
  })

const numbersIn = (said: string): readonly string[] => said.match(/\d+(?:[.,]\d+)*/g) ?? []
const saidIn = ({ blocks }: Body): readonly string[] => blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
const cellsIn = ({ blocks }: Body): readonly string[] => blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []))
const LANGUAGES: readonly Language[] = ['zh', 'en']
const ALONE = { comparison: null, replaces: null } as const

describe('the text of a bulletin', () => {
  it('says no number in a sentence that is not in one of its tables', () => {
    fc.assert(
      fc.property(reported, fc.constantFrom(...LANGUAGES), (facts, language) => {
        const body = bodyOf(facts, ALONE, language)
        const days = [facts.asOf, facts.known].map((each) => periodText(each, language))
        const known = new Set([...cellsIn(body), ...days, facts.quarter].flatMap(numbersIn))
        expect(
          saidIn(body)
            .flatMap(numbersIn)
            .filter((number) => !known.has(number)),
        ).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('counts every target and every task that it shows exactly once', () => {
    fc.assert(
      fc.property(reported, (facts) => {
        const tables = bodyOf(facts, ALONE, 'zh').blocks.filter((block) => block.kind === 'table')
        const totals = (caption: string): readonly number[] =>
          tables
            .find((each) => each.caption === caption)
            ?.rows.find(([name]) => name === '合计')
            ?.slice(1)
            .map(Number) ?? []
        expect(totals('总体情况').reduce((sum, each) => sum + each, 0)).toBe(facts.targets.length + facts.goals.length)
        if (facts.tasks !== null) expect(totals('本年度任务')[0]).toBe(facts.tasks.items.length)
      }),
      { numRuns: 50 },
    )
  })

  it('says in every row where its numbers come from, by the name of an item or of a part', () => {
    fc.assert(
      fc.property(reported, (facts) => {
        const names = new Set([
          'basis',
          'counts',
          'tasks',
          ...[...facts.targets, ...facts.goals, ...(facts.tasks?.items ?? [])].map(({ name }) => name),
        ])
        for (const block of bodyOf(facts, ALONE, 'en').blocks)
          if (block.kind === 'table') {
            expect(block.origins).toHaveLength(block.rows.length)
            expect(block.rows.filter(({ length }) => length !== block.columns.length)).toEqual([])
            expect((block.origins ?? []).filter((name) => !names.has(name))).toEqual([])
          }
      }),
      { numRuns: 50 },
    )
  })

  it('keeps from everybody what is not public, and says how many tasks that are', () => {
    fc.assert(
      fc.property(fc.array(task, { minLength: 1, maxLength: 20 }), (tasks) => {
        const report = { quarter: '2024-Q3', asOf: '2024-09-30', known: '2024-10-20', pack, assessments: [], tasks }
        const facts = factsOf({ ...report, scope: 'public' })
        const secret = tasks.filter(({ open }) => !open)
        expect(facts.tasks?.hidden).toBe(secret.length)
        expect(secret.filter(({ id }) => JSON.stringify(facts).includes(id))).toEqual([])
        expect(factsOf({ ...report, scope: 'inner' }).tasks).toMatchObject({ hidden: 0, items: tasks.map(({ id }) => ({ id })) })
      }),
    )
  })
})

const factsOn = (asOf: string, known = asOf): Facts =>
  factsOf({ quarter: '2022-Q4', scope: 'public', asOf, known, pack, assessments: assessAll(pack, asOf, known), tasks: [] })

describe('goals of a year in a bulletin', () => {
  it('show how much of the goal is done beside how much of the year had passed at the end of the value’s period', () => {
    const { goals, elapsed } = factsOn('2022-12-31', '2026-11-24')
    expect(elapsed).toBe('100')
    expect(goals).toHaveLength(6)
    const done = goals.filter(({ completion }) => completion !== null)
    expect(done.length).toBeGreaterThan(0)
    for (const { completion, elapsed: passed, planned, ahead } of done)
      if (passed !== null) expect(Math.abs(Number(ahead) - (Number(completion) - Number(planned ?? passed)))).toBeLessThan(0.11)
    for (const goal of goals.filter(({ latest }) => latest === null)) expect([goal.completion, goal.ahead]).toEqual([null, null])
  })
})

describe('what changed since the bulletin before', () => {
  it('is nothing where the facts are the same', () => {
    const facts = factsOn('2022-12-31')
    expect(changesSince(facts, facts)).toEqual([])
  })

  it('names the targets whose value or verdict is another, with both', () => {
    const [before, now] = [factsOn('2022-12-31', '2026-11-24'), factsOn('2024-12-31', '2026-11-24')]
    const changes = changesSince(before, now)
    const share = changes.find(({ what }) => what.zh.includes('核心产业'))
    expect(share?.before?.zh).toContain('9.2')
    expect(share?.after.zh).toContain('14.6')
  })

  it('names a task whose lamp changed, and one that is new', () => {
    const tasks = (lamp: 'green' | 'red', more: readonly TaskOn[] = []): Facts => ({
      ...factsOn('2022-12-31'),
      tasks: {
        year: 2022,
        hidden: 0,
        items: [{ ...one, lamp }, ...more].map(({ open: _open, ...each }, index) => ({ ...each, name: `task-${index + 1}` })),
      },
    })
    const one: TaskOn = {
      id: 'a',
      open: true,
      number: '1',
      category: { zh: '数据', en: 'Data' },
      title: { zh: '开放', en: 'Open' },
      lead: null,
      namedLead: null,
      due: null,
      state: 'underway',
      lamp: 'green',
      late: [],
      events: 2,
    }
    const changes = changesSince(tasks('green'), tasks('red', [{ ...one, id: 'b', number: '2' }]))
    expect(changes.map(({ name, before, after }) => [name, before?.zh ?? null, after.zh])).toEqual([
      ['task-1', '绿灯，办理中', '红灯，办理中'],
      ['task-2', null, '绿灯，办理中'],
    ])
  })
})

describe('the official document of a bulletin', () => {
  const content = contentOf(factsOn('2022-12-31'), ALONE)
  const issue = { issuer: { zh: '某局', en: 'A bureau' }, day: '2023-01-10' }

  it('is marked as a draft until it has a number', () => {
    expect(documentOf(content, { ...issue, number: null }, 'zh')).toMatchObject({ number: null, notice: '草稿，尚未签发。' })
    const issued = documentOf(content, { ...issue, number: { zh: '通报〔2023〕1号', en: 'Bulletin 2023/1' } }, 'en')
    expect(issued).toMatchObject({ number: 'Bulletin 2023/1', notice: null, issuer: 'A bureau', to: null })
  })

  it('numbers its headings without a gap', () => {
    const heads = content.body.zh.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text.slice(0, 2)] : []))
    expect(heads).toEqual(['一、', '二、', '三、', '四、', '五、', '六、'])
  })
})
