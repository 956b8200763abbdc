import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { departmentOf, districtOf, treeOf } from './tree.ts'

const DISTRICTS = ['江岸区', '东湖', '东湖高新区']
const DEPARTMENTS = ['市数据局', '江岸区', '江岸区人民政府', '东湖高新区管委会', '市经信局']

describe('the department of a task', () => {
  it('is the one that leads, otherwise the first that the text names, if that is a department', () => {
    const known = new Set(DEPARTMENTS)
    expect(departmentOf('市经信局', '市数据局', known)).toBe('市经信局')
    expect(departmentOf(null, '市数据局、市经信局', known)).toBe('市数据局')
    expect(departmentOf(null, '各有关单位、市经信局', known)).toBe(null)
    expect(departmentOf(null, '', known)).toBe(null)
  })
})

describe('the district of a department', () => {
  it('is the one with whose name its own begins', () => {
    expect(DEPARTMENTS.map((name) => districtOf(name, DISTRICTS))).toEqual([null, '江岸区', '江岸区', '东湖高新区', null])
  })
})

describe('a tree', () => {
  const owned = fc.record({ department: fc.option(fc.constantFrom(...DEPARTMENTS)) })
  const shared = fc.record({
    department: fc.option(fc.constantFrom(...DEPARTMENTS)),
    together: fc.array(fc.constantFrom(...DEPARTMENTS), { maxLength: 3 }),
  })
  const ways = fc.constantFrom(
    { units: DEPARTMENTS, unitOf: (name: string) => name },
    { units: DISTRICTS, unitOf: (name: string) => districtOf(name, DISTRICTS) },
  )

  it('has every target and every task in exactly one branch, and names each unit once, with something or without', () => {
    fc.assert(
      fc.property(ways, fc.array(owned), fc.array(shared), ({ units, unitOf }, targets, tasks) => {
        const branches = treeOf(units, targets, tasks, unitOf)
        expect(branches.map(({ unit }) => unit)).toEqual([...units, null, null])
        expect(branches.flatMap((branch) => branch.targets)).toHaveLength(targets.length)
        expect(new Set(branches.flatMap((branch) => branch.leads))).toEqual(new Set(tasks))
        expect(branches.flatMap((branch) => branch.leads)).toHaveLength(tasks.length)
        for (const { leads, joins } of branches) expect(joins.some((task) => leads.includes(task))).toBe(false)
      }),
    )
  })

  it('puts what has no department under its own head, apart from what others do', () => {
    const [, , , others, none] = treeOf(
      DISTRICTS,
      [{ department: '市数据局' }, { department: null }],
      [{ department: null, together: ['江岸区人民政府'] }],
      (name) => districtOf(name, DISTRICTS),
    )
    expect(others).toMatchObject({ kind: 'others', targets: [{ department: '市数据局' }], leads: [] })
    expect(none).toMatchObject({ kind: 'none', targets: [{ department: null }], leads: [{ department: null }] })
  })

  it('shows a task to the units that take part as well', () => {
    const task = { department: '市数据局', together: ['江岸区人民政府', '市经信局'] }
    const [first] = treeOf(DISTRICTS, [], [task], (name) => districtOf(name, DISTRICTS))
    expect(first).toMatchObject({ unit: '江岸区', leads: [], joins: [task] })
  })
})
