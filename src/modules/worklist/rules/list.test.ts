import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Known, LIST_COLUMNS, namesIn, readList, responsible, SUPERVISION_FIELDS } from './list.ts'
import { type Counted, coverSentence, summaryOf } from './summary.ts'

const known: Known = {
  departments: new Map([['市数据局', 'data']]),
  numbers: new Set(['9']),
  indicators: new Set(['sites']),
  measures: new Set(['grant']),
}
const head = [...Object.values(LIST_COLUMNS), ...SUPERVISION_FIELDS].join(',')
const line = (values: Readonly<Record<string, string>>): string =>
  head
    .split(',')
    .map((name) => values[name] ?? '')
    .join(',')
const list = (...rows: readonly Readonly<Record<string, string>>[]) => readList([head, ...rows.map(line)].join('\n'), known)
const good = { 编号: '1', 类别: '数据', 任务: '开放数据' }
const problemsOf = (row: Readonly<Record<string, string>>) => list({ ...good, ...row }).problems.map(({ line: at, column }) => [at, column])

describe('a list of tasks', () => {
  it('is read with its lead, co-departments, day, milestones, contributions and the fields of supervision', () => {
    const { tasks, problems } = list({
      ...good,
      责任单位: '市数据局、各区（含开发区、管委会）',
      完成时限: '2026-06-30',
      公开: '是',
      节点: '2026-03-31 立项；2026-06-30 上线',
      指标: 'sites',
      措施: 'grant',
      经办人员: '某人',
    })
    expect(problems).toEqual([])
    expect(tasks[0]).toMatchObject({
      number: '1',
      title: { zh: '开放数据', en: '开放数据' },
      lead: 'data',
      together: ['各区（含开发区、管委会）'],
      due: '2026-06-30',
      open: true,
      milestones: [{ number: 1 }, { number: 2 }],
      indicators: ['sites'],
      measures: ['grant'],
      fields: { 经办人员: '某人' },
    })
  })

  it('keeps a task to the departments unless it says that it is public', () => {
    expect([list(good), list({ ...good, 公开: '否' })].map(({ tasks }) => tasks[0]?.open)).toEqual([false, false])
  })

  it('takes the first responsible department as the lead, and none where it is not known', () => {
    expect(responsible('市数据局、市经信局', known.departments)).toEqual({ lead: 'data', together: ['市经信局'] })
    expect(responsible('别的单位、市数据局', known.departments).lead).toBe(null)
    expect(responsible('', known.departments)).toEqual({ lead: null, together: [] })
    expect(namesIn('甲, 乙；丙')).toEqual(['甲', '乙', '丙'])
  })

  it.each([
    ['编号', { 编号: '' }],
    ['任务', { 任务: '' }],
    ['编号', { 编号: '9' }],
    ['完成时限', { 完成时限: '六月' }],
    ['公开', { 公开: '也许' }],
    ['节点', { 节点: '六月 立项' }],
    ['指标', { 指标: 'none' }],
    ['措施', { 措施: 'none' }],
  ])('says what is wrong in column %s, with its line', (column, row) => {
    expect(problemsOf(row)).toEqual([[2, column]])
  })

  it('says all that is wrong at once', () => {
    expect(list(good, { ...good, 公开: '也许' }).problems.map(({ line: at, column }) => `${at} ${column}`)).toEqual(['3 公开', '3 编号'])
    expect(readList('任务\n甲', known).problems.map(({ column }) => column)).toEqual(['编号', '类别'])
    expect(readList('', known).problems.length).toBeGreaterThan(0)
    expect(readList(head, known).problems).toHaveLength(1)
    expect(readList(`${head}\n"`, known).tasks).toEqual([])
  })

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (text, cells) => {
        for (const each of [text, `${head}\n${cells.join(',')}`]) readList(each, known)
      }),
    )
  })
})

const counted: fc.Arbitrary<readonly Counted[]> = fc.array(
  fc.record({
    category: fc.constantFrom('甲', '乙', '丙').map((name) => ({ zh: name, en: name })),
    state: fc.constantFrom('unassigned' as const, 'underway' as const, 'closed' as const),
    lamp: fc.constantFrom(null, 'green' as const, 'yellow' as const, 'red' as const),
  }),
)

describe('the cover sentence', () => {
  it('says the numbers of the table and no others, in both languages', () => {
    fc.assert(
      fc.property(counted, (tasks) => {
        const summary = summaryOf(tasks)
        const sum = (name: keyof typeof summary.total) => summary.categories.reduce((total, each) => total + each[name], 0)
        const [all, none] = [sum('all'), sum('unassigned')]
        const { zh, en } = coverSentence(summary, 2026, '2026-11-24')
        const numbers = (text: string) => [...text.replace('2026-11-24', '').matchAll(/\d+/g)].map(([found]) => Number(found))
        expect(numbers(zh)).toEqual([2026, all, all - none, sum('closed'), sum('green'), sum('yellow'), sum('red'), none])
        expect(numbers(en)).toEqual(numbers(zh))
      }),
    )
  })
})
