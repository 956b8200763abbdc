import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { postFor, somebody } from '../../../test/people.ts'
import { refusalOf } from '../../../test/refused.ts'
import { freshApp } from '../../../test/site.ts'
import { addDays } from '../../core/dates.ts'
import { dayIn } from '../../kernel/config.ts'
import { newId } from '../../kernel/ids.ts'
import type { Person, Role } from '../../kernel/who.ts'
import {
  addProject,
  boardProjects,
  bringInProjects,
  confirmStage,
  importProjects,
  leadProject,
  mergeProject,
  officeProjects,
  oneProject,
  previewProjects,
  projectEvidence,
  projectsPage,
  reachStage,
  returnStage,
  stagesToConfirm,
} from './index.ts'
import { scanEvidence } from './report.ts'

// The database's own clock stands behind every event, so these people live today.
const NOW = new Date().toISOString()
const today = dayIn('Asia/Shanghai', new Date(NOW))
const { app, database } = await freshApp('sample', NOW)
const { db } = database
const visitor = { kind: 'visitor' } as const
const holding = async (name: string, ...roles: Role[]): Promise<Person> => {
  const who = await somebody(database, { name, at: NOW })
  return { ...who, posts: [await postFor(database, who, roles)] }
}
const [planner, officer, other] = [await holding('规划', 'planner'), await holding('经办', 'officer'), await holding('别家', 'officer')]
const both: Person = { ...officer, posts: [...officer.posts, ...planner.posts] }
const department = officer.posts[0]!.department
const file = { name: '备案证.txt', bytes: new TextEncoder().encode('备案') }
const codeOf = async (work: Promise<unknown>) => (await refusalOf(work)).code
const fieldsOf = async (work: Promise<unknown>) => (await refusalOf(work)).fields.map(({ field, code }) => [field, code])

let made = 0
const FORM = { name: '项目', nameEnglish: '', lead: department, district: '', investment: '', open: true }
const added = async (more: object = {}): Promise<string> =>
  (await app.perform(planner, addProject, { number: `n${++made}`, ...FORM, ...more })).id
const reach = (project: string, more: object = {}, who: Person = officer) =>
  app.perform(who, reachStage, { project, stage: 'started', day: today, note: '', evidence: [file], ...more })
const openReport = async (project: string) => (await app.perform(planner, oneProject, { project })).openReport ?? 0
const confirm = async (project: string, who: Person = planner) =>
  app.perform(who, confirmStage, { project, report: await openReport(project) })
const countNow = async () => (await app.perform(planner, boardProjects, {})).counts[0]!

describe('key projects of a pack', () => {
  it('are brought in once, and counted by the rule for each year beside nothing that was reported', async () => {
    const { projects, counts, hidden } = await app.perform(visitor, projectsPage, { year: '2026' })
    expect([projects.length, hidden]).toEqual([15, 0])
    expect(counts).toHaveLength(1)
    expect(counts[0]).toMatchObject({ indicator: 'new_projects', stage: 'started', count: 5 })
    expect(counts[0]!.excluded.filter(({ why }) => why === 'merged').map(({ project }) => project.number)).toEqual(['sensor-b'])
    expect((await app.perform(visitor, projectsPage, { year: '2025' })).counts[0]!.count).toBe(4)
    expect(await app.perform(planner, bringInProjects, {})).toEqual({ added: 0 })
    expect(await codeOf(app.perform(visitor, projectsPage, { year: 'x' }))).toBe('project.year')
  })
})

describe('a key project', () => {
  it('counts once its stage was reported with evidence and confirmed by somebody else', async () => {
    const before = (await countNow()).count!
    const project = await added({ investment: '1200.5', district: '晨光区' })
    await reach(project)
    expect((await countNow()).count).toBe(before)
    expect((await countNow()).excluded.some(({ why }) => why === 'not-confirmed')).toBe(true)
    expect((await app.perform(planner, stagesToConfirm, {})).count).toBe(1)
    expect(await codeOf(confirm(project, both))).toBe('kernel.same-person')
    await confirm(project)
    expect((await countNow()).count).toBe(before + 1)
    const page = await app.perform(officer, oneProject, { project })
    expect(page).toMatchObject({ investment: '12005000.00', stages: { started: today, signed: null } })
    expect(page.history.map(({ kind, who }) => `${kind} ${who}`)).toEqual(['lead 规划', 'reach 经办', 'confirm 规划'])
    const [evidence] = page.history[1]!.evidence
    expect(new TextDecoder().decode((await app.perform(officer, projectEvidence, { evidence: evidence!.id })).bytes)).toBe('备案')
    expect(await codeOf(app.perform(other, projectEvidence, { evidence: evidence!.id }))).toBe('project.evidence-unknown')
  })

  it('does not count after it was sent back, and can be reported anew', async () => {
    const project = await added()
    await reach(project)
    expect(await codeOf(reach(project))).toBe('project.report-open')
    const report = await openReport(project)
    expect(await codeOf(app.perform(planner, confirmStage, { project, report: report + 1 }))).toBe('project.no-report')
    expect(await fieldsOf(app.perform(planner, returnStage, { project, report, reason: ' ' }))).toEqual([
      ['reason', 'project.text-missing'],
    ])
    await app.perform(planner, returnStage, { project, report, reason: '不是这个项目的备案证' })
    expect((await app.perform(planner, oneProject, { project })).stages.started).toBe(null)
    await reach(project, { day: addDays(today, -1) })
    await confirm(project)
    expect((await app.perform(planner, oneProject, { project })).stages.started).toBe(addDays(today, -1))
  })

  it('is reported with a stage, a day that has passed and fits, and evidence', async () => {
    const project = await added()
    expect(await fieldsOf(reach(project, { stage: 'sold', day: addDays(today, 1), evidence: [] }))).toEqual([
      ['stage', 'project.stage'],
      ['day', 'project.day'],
      ['evidence', 'project.no-evidence'],
    ])
    await reach(project)
    await confirm(project)
    expect(await fieldsOf(reach(project, { stage: 'operating', day: addDays(today, -1) }))).toEqual([['day', 'project.day-order']])
  })

  it('is seen by the department that leads it and by no other', async () => {
    const project = await added({ open: false })
    const seen = async (who: Person) => (await app.perform(who, officeProjects, {})).some(({ id }) => id === project)
    expect([await seen(officer), await seen(other)]).toEqual([true, false])
    for (const work of [() => app.perform(other, oneProject, { project }), () => reach(project, {}, other), () => reach(newId())])
      expect(await codeOf(work())).toBe('project.unknown')
    expect(await fieldsOf(app.perform(planner, leadProject, { project, department: newId() }))).toEqual([
      ['department', 'project.department-unknown'],
    ])
    await app.perform(planner, leadProject, { project, department: other.posts[0]!.department })
    expect([await seen(officer), await seen(other)]).toEqual([false, true])
  })

  it('is neither shown to the public nor counted there unless it is public', async () => {
    const project = await added({ open: false, name: '不公开的项目' })
    await reach(project)
    await confirm(project)
    const page = await app.perform(visitor, projectsPage, {})
    expect(JSON.stringify(page)).not.toContain('不公开的项目')
    expect(page.hidden).toBeGreaterThan(0)
    expect(page.counts[0]!.count).toBeLessThan((await countNow()).count!)
  })

  it('that became part of another counts once, and nothing more is done with it', async () => {
    const [part, whole] = [await added(), await added()]
    for (const each of [part, whole]) {
      await reach(each)
      await confirm(each)
    }
    const before = (await countNow()).count!
    const merge = (project: string, into: string, reason = '同一个园区') => app.perform(planner, mergeProject, { project, into, reason })
    expect(await fieldsOf(merge(part, part, ''))).toEqual([
      ['into', 'project.merge-circle'],
      ['reason', 'project.text-missing'],
    ])
    await merge(part, whole)
    expect((await countNow()).count).toBe(before - 1)
    expect(await fieldsOf(merge(whole, part))).toEqual([['into', 'project.merge-circle']])
    expect(await codeOf(reach(part))).toBe('project.merged')
  })

  it('is added with a number of its own, and what does not fit is said field by field', async () => {
    const add = (more: object) => app.perform(planner, addProject, { number: 'n1', ...FORM, ...more })
    expect(await fieldsOf(add({}))).toEqual([['number', 'project.number-given']])
    expect(await codeOf(add({ number: '', name: '' }))).toBe('project.fields')
    expect(await fieldsOf(add({ number: '', name: '', lead: newId(), district: '别区', investment: 'x' }))).toEqual([
      ['number', 'project.text-missing'],
      ['name', 'project.text-missing'],
      ['lead', 'project.department-unknown'],
      ['district', 'project.district-unknown'],
      ['investment', 'project.investment'],
    ])
  })
})

describe('a list of projects', () => {
  it('is looked at first and comes in whole or not at all', async () => {
    const good = '编号,项目,牵头部门,总投资（万元）\nL1,甲,市数据局,10\nL2,乙,,'
    expect((await app.perform(planner, previewProjects, { text: good })).projects).toHaveLength(2)
    expect(await app.perform(planner, importProjects, { text: good })).toEqual({ added: 2 })
    expect(await codeOf(app.perform(planner, importProjects, { text: good }))).toBe('project.list-wrong')
    expect((await app.perform(planner, boardProjects, {})).projects.find(({ number }) => number === 'L1')?.lead?.zh).toBe('市数据局')
  })
})

describe('the database', () => {
  it('refuses what was not done in order, by the right person and with evidence, and changes nothing', async () => {
    const project = await added()
    await reach(project)
    const insert = (number: number, user: string, extra = '') =>
      sql`insert into project_event (project_id, number, kind, at, user_id, refers, note) values (${project}, ${number}, 'confirm', '2020-01-01', ${user}, 2, ${extra})`.execute(
        db,
      )
    await expect(insert(7, planner.id)).rejects.toThrow('numbered without a gap')
    await expect(insert(3, officer.id)).rejects.toThrow('does not judge')
    await insert(3, planner.id)
    const { rows } = await sql<{ at: Date }>`select at from project_event where project_id = ${project} and number = 3`.execute(db)
    expect(rows[0]!.at.getTime()).toBeGreaterThan(Date.now() - 60_000)
    await expect(sql`update project_event set note = 'x'`.execute(db)).rejects.toThrow()
    await expect(sql`delete from project_project`.execute(db)).rejects.toThrow()
  })

  it('holds a file that a scanner has not passed', async () => {
    const project = await added()
    await reach(project)
    const page = await app.perform(planner, oneProject, { project })
    const evidence = page.history.at(-1)!.evidence[0]!.id
    await sql`update project_evidence set scan = 'infected' where id = ${evidence}`.execute(db)
    expect(await codeOf(app.perform(planner, projectEvidence, { evidence }))).toBe('project.evidence-held')
    await confirm(project)
    expect((await countNow()).excluded.some(({ why }) => why === 'no-evidence')).toBe(true)
    await app.perform({ kind: 'operator', name: 'test' }, scanEvidence, { project })
  })
})
