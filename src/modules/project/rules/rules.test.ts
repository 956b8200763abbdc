import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Countable, countIn } from './count.ts'
import { investmentOf, type Known, LIST_COLUMNS, readProjects } from './list.ts'
import { fitsIn, obstacleTo, type ProjectEvent, projectNow } from './stages.ts'

const TOLD = { lead: null, stages: { signed: null, started: null, operating: null }, mergedInto: null }
const NOBODY = { user: null, department: null, stage: null, reachedOn: null, refers: null, into: null, isProven: false } as const
const reach = (number: number, stage: 'signed' | 'started', reachedOn: string, isProven = true): ProjectEvent => ({
  ...NOBODY,
  number,
  kind: 'reach',
  stage,
  reachedOn,
  isProven,
})
const confirm = (number: number, refers: number): ProjectEvent => ({ ...NOBODY, number, kind: 'confirm', refers })

describe('a key project', () => {
  it('has reached a stage once that was confirmed, and not while it waits or after it was sent back', () => {
    const report = reach(1, 'signed', '2026-03-01')
    expect(projectNow(TOLD, [report])).toMatchObject({ stage: null, open: { number: 1 } })
    expect(projectNow(TOLD, [report, { ...confirm(2, 1), kind: 'return' }])).toMatchObject({ stage: null, open: null })
    expect(projectNow(TOLD, [report, confirm(2, 1)])).toMatchObject({ stage: 'signed', reached: { signed: { on: '2026-03-01', by: 1 } } })
  })

  it('stands where its source says, until a later report of the stage was confirmed', () => {
    const told = { ...TOLD, lead: 'data', stages: { ...TOLD.stages, signed: '2026-02-01' } }
    expect(projectNow(told, [])).toMatchObject({ lead: 'data', stage: 'signed', reached: { signed: { by: 'told' } } })
    expect(projectNow(told, [reach(1, 'signed', '2026-02-03'), confirm(2, 1)]).reached.signed?.on).toBe('2026-02-03')
  })

  it('takes no second report before the first is answered, and nothing once it is part of another', () => {
    const waits = projectNow(TOLD, [reach(1, 'signed', '2026-03-01')])
    expect([obstacleTo('reach', waits), obstacleTo('confirm', waits), obstacleTo('lead', waits)]).toEqual([
      'project.report-open',
      null,
      null,
    ])
    const merged = projectNow(TOLD, [{ ...NOBODY, number: 1, kind: 'merge', into: 'whole' }])
    expect([obstacleTo('reach', merged), obstacleTo('confirm', merged)]).toEqual(['project.merged', 'project.no-report'])
  })

  it('is signed, then started, then operating', () => {
    const { reached } = projectNow({ ...TOLD, stages: { signed: '2026-02-01', started: null, operating: '2026-09-01' } }, [])
    expect(['2026-01-31', '2026-02-01', '2026-09-01', '2026-09-02'].map((day) => fitsIn(reached, 'started', day))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})

const project = (id: string, started: string | null, more: Partial<Countable> & { readonly isProven?: boolean } = {}): Countable => ({
  id,
  reached: {
    signed: null,
    started: started === null ? null : { on: started, by: 'told', isProven: more.isProven ?? true },
    operating: null,
  },
  open: null,
  mergedInto: null,
  ...more,
})

const inYear = (year: number) => ({ first: `${year}-01-01`, last: `${year}-12-31` })

describe('the rule that counts', () => {
  it('counts a project in the year in which it reached the stage, and in no other', () => {
    const all = [project('a', '2025-12-31'), project('b', '2026-01-01')]
    expect(countIn(all, 'started', inYear(2026))).toEqual({
      counted: [{ id: 'b', on: '2026-01-01', part: 'b' }],
      excluded: [{ id: 'a', why: 'other-period' }],
    })
  })

  it('counts projects that became one once, on the earliest day of any of them', () => {
    const all = [
      project('a', '2026-03-01'),
      project('b', '2025-11-01', { mergedInto: 'a' }),
      project('c', '2026-02-01', { mergedInto: 'b' }),
    ]
    expect(countIn(all, 'started', inYear(2025)).counted).toEqual([{ id: 'a', on: '2025-11-01', part: 'b' }])
    expect(countIn(all, 'started', inYear(2026))).toEqual({
      counted: [],
      excluded: [
        { id: 'a', why: 'other-period' },
        { id: 'b', why: 'merged' },
        { id: 'c', why: 'merged' },
      ],
    })
  })

  it('says why a project does not count: not reached, not confirmed, without evidence', () => {
    const waits = { ...reach(1, 'started', '2026-05-01') }
    const all = [project('a', null), project('b', null, { open: waits }), project('c', '2026-05-01', { isProven: false })]
    expect(countIn(all, 'started', inYear(2026)).excluded).toEqual([
      { id: 'a', why: 'not-reached' },
      { id: 'b', why: 'not-confirmed' },
      { id: 'c', why: 'no-evidence' },
    ])
  })

  it('counts every project at most once over all years, and names each exactly once in a year, whatever became part of what', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const some = fc
      .record({
        days: fc.array(fc.option(fc.constantFrom('2024-05-01', '2025-05-01', '2026-05-01')), { minLength: 5, maxLength: 5 }),
        into: fc.array(fc.option(fc.constantFrom(...ids)), { minLength: 5, maxLength: 5 }),
      })
      .map(({ days, into }) => ids.map((id, index) => project(id, days[index] ?? null, { mergedInto: into[index] ?? null })))
    fc.assert(
      fc.property(some, (all) => {
        const counts = [2024, 2025, 2026].map((year) => countIn(all, 'started', inYear(year)))
        const counted = counts.flatMap((each) => each.counted.map(({ id }) => id))
        expect(new Set(counted).size).toBe(counted.length)
        for (const each of counts) expect([...each.counted, ...each.excluded].map(({ id }) => id).sort()).toEqual(ids)
      }),
    )
  })
})

const known: Known = { departments: new Map([['市数据局', 'data']]), districts: new Set(['东区']), numbers: new Set(['9']) }
const head = Object.values(LIST_COLUMNS).join(',')

describe('a list of projects', () => {
  it('is read with its department, district and investment to the fen', () => {
    const { projects, problems } = readProjects(`${head}\n1,甲,A,市数据局,东区,1200.5,是\n2,乙,,,,,`, known)
    expect(problems).toEqual([])
    expect(projects).toEqual([
      { number: '1', name: { zh: '甲', en: 'A' }, lead: 'data', district: '东区', investment: 1_200_500_000n, open: true },
      { number: '2', name: { zh: '乙', en: '乙' }, lead: null, district: '', investment: null, open: false },
    ])
  })

  it('says all that is wrong at once, with line and column', () => {
    const { problems } = readProjects(`${head}\n,,,别的局,别区,很多,也许\n9,甲,,,,,\n3,乙,,,,-1,\n3,丙,,,,,`, known)
    expect(problems.map(({ line, column }) => `${line} ${column}`)).toEqual([
      '2 编号',
      '2 项目',
      '2 牵头部门',
      '2 所在区',
      '2 总投资（万元）',
      '2 公开',
      '3 编号',
      '4 总投资（万元）',
      '5 编号',
    ])
    expect(readProjects('项目\n甲', known).problems.map(({ column }) => column)).toEqual(['编号'])
    for (const text of ['', head, `${head}\n"`]) expect(readProjects(text, known).problems).toHaveLength(1)
  })

  it('never takes what is empty for 0', () => {
    expect([investmentOf(''), investmentOf('0'), investmentOf('1e3')]).toEqual([null, 0n, null])
  })
})
