import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { groundOf } from '../../../test/database.ts'
import { postFor, postWith, somebody } from '../../../test/people.ts'
import { refusalOf } from '../../../test/refused.ts'
import { freshApp } from '../../../test/site.ts'
import { appOf } from '../../app.ts'
import { addDays } from '../../core/dates.ts'
import { dayIn } from '../../kernel/config.ts'
import { newId } from '../../kernel/ids.ts'
import { workbookOf } from '../../kernel/spreadsheet/write.ts'
import type { Person, Role } from '../../kernel/who.ts'
import {
  acceptReport,
  answerExtension,
  askExtension,
  assignTask,
  boardTasks,
  bringIn,
  bringList,
  closeTask,
  importList,
  LIST_COLUMNS,
  noteLamps,
  officeTasks,
  oneTask,
  previewList,
  quarterOf,
  remind,
  reportTask,
  returnReport,
  signTask,
  taskEvidence,
  tasksToJudge,
  tasksToReport,
  worklistPage,
} from './index.ts'
import { scanEvidence } from './report.ts'

// The database's own clock stands behind every event, so these people live today.
const NOW = new Date().toISOString()
const today = dayIn('Asia/Shanghai', new Date(NOW))
const due = addDays(today, 200)
const { app, database } = await freshApp('xincheng', NOW)
const { db } = database
const operator = { kind: 'operator', name: 'test' } as const
const visitor = { kind: 'visitor' } as const
const person = async (name: string) => somebody(database, { name, at: NOW })
const holding = async (name: string, ...roles: Role[]) => {
  const who = await person(name)
  return { ...who, posts: [await postFor(database, who, roles)] }
}
const planner = await holding('规划', 'planner')
const officer = await holding('经办', 'officer')
const other = await holding('别家', 'officer')
const both: Person = { ...officer, posts: [...officer.posts, postWith('planner')] }
const department = officer.posts[0]!.department
const file = (content = '验收意见') => ({ name: '佐证.txt', bytes: new TextEncoder().encode(content) })

let made = 0
/** A task of a list of its own, not assigned. */
const newTask = async (extra: Readonly<Record<string, string>> = {}): Promise<string> => {
  const number = `t${++made}`
  const cells = { 编号: number, 类别: '数据', 任务: `任务${number}`, ...extra }
  const bytes = new TextEncoder().encode(`${Object.keys(cells).join(',')}\n${Object.values(cells).join(',')}`)
  const { id } = await app.perform(planner, bringList, { year: '2031', name: '清单.csv', bytes })
  await app.perform(planner, importList, { list: id })
  return (await app.perform(planner, boardTasks, { year: '2031' })).tasks.find((task) => task.number === number)!.id
}
const assign = (task: string, more: object = {}) =>
  app.perform(planner, assignTask, { task, department, together: [], due, note: '', ...more })
const report = (task: string, more: object = {}, who: Person = officer) =>
  app.perform(who, reportTask, { task, period: quarterOf(today), complete: false, milestone: '', note: '进展', evidence: [], ...more })
const assigned = async (extra = {}): Promise<string> => {
  const task = await newTask(extra)
  await assign(task)
  return task
}
const signed = async (extra = {}): Promise<string> => {
  const task = await assigned(extra)
  await app.perform(officer, signTask, { task })
  return task
}
const seen = (task: string, who: Person = planner) => app.perform(who, oneTask, { task })
const codeOf = async (work: Promise<unknown>) => (await refusalOf(work)).code
const fieldsOf = async (work: Promise<unknown>) => (await refusalOf(work)).fields.map(({ field, code }) => [field, code])

describe('tasks of a pack', () => {
  it('are brought in once, with what the public text says and nobody responsible', async () => {
    const before = await app.perform(visitor, worklistPage, {})
    expect(before.tasks).toHaveLength(1)
    expect(before.tasks[0]).toMatchObject({
      number: 'open-100-datasets',
      namedLead: '市数据局',
      lead: null,
      lamp: null,
      state: 'unassigned',
    })
    expect(before.elapsed).toBe(null)
    expect(before.announced.lists).toMatchObject([{ document: 'xc-worklist-2025', items: 3, here: 1 }])
    expect(await app.perform(planner, bringIn, {})).toEqual({ added: 0 })
    expect((await app.perform(visitor, worklistPage, {})).tasks).toEqual(before.tasks)
  })
})

describe('a task', () => {
  it('goes from the planner to a department, is reported, sent back, accepted and closed by a second person', async () => {
    const task = await signed({ 节点: '2099-01-01 一期' })
    await report(task, { complete: true, milestone: '1' })
    await app.perform(planner, returnReport, { task, report: 3, defects: '缺合同\n\n缺照片' })
    expect((await seen(task)).state).toBe('returned')
    await report(task, { complete: true, evidence: [file()] })
    await app.perform(planner, acceptReport, { task, report: 5, note: '' })
    await app.perform(planner, closeTask, { task, note: '销号' })
    const page = await seen(task, officer)
    expect(page).toMatchObject({ state: 'closed', lamp: 'green', possible: [] })
    expect(page.history.map(({ kind, who }) => `${kind} ${who}`)).toEqual([
      'assign 规划',
      'sign 经办',
      'report 经办',
      'return 规划',
      'report 经办',
      'review 规划',
      'close 规划',
    ])
    expect(page.history[3]?.list).toEqual(['缺合同', '缺照片'])
    expect(page.history[2]?.milestone).toBe('一期')
    expect(page.history[1]?.post?.zh).toBe(officer.posts[0]!.title.zh)
    const [evidence] = page.history[4]!.evidence
    expect(new TextDecoder().decode((await app.perform(officer, taskEvidence, { evidence: evidence!.id })).bytes)).toBe('验收意见')
    expect(await codeOf(report(task))).toBe('worklist.closed')
  })

  it('is seen by the department that leads it and by no other', async () => {
    const task = await assigned()
    expect((await app.perform(officer, officeTasks, {})).some(({ id }) => id === task)).toBe(true)
    expect((await app.perform(other, officeTasks, {})).some(({ id }) => id === task)).toBe(false)
    for (const work of [() => seen(task, other), () => app.perform(other, signTask, { task }), () => seen('none'), () => seen(newId())])
      expect(await codeOf(work())).toBe('worklist.task-unknown')
    await assign(task, { department: other.posts[0]!.department, together: ['甲局', ' '] })
    expect(await codeOf(seen(task, officer))).toBe('worklist.task-unknown')
    expect((await seen(task, other)).history.at(-1)?.list).toEqual(['甲局'])
  })

  it('is public only where the list says so, and never with its fields or notes', async () => {
    await newTask({ 经办人员: '李经办', 公开: '否' })
    const shown = await newTask({ 经办人员: '李经办', 公开: '是' })
    const page = await app.perform(visitor, worklistPage, { year: '2031' })
    expect(page.tasks).toHaveLength(1)
    expect(page.hidden).toBe((await app.perform(planner, boardTasks, { year: '2031' })).tasks.length - 1)
    expect(JSON.stringify(page)).not.toContain('李经办')
    expect((await seen(shown)).fields).toEqual({ 经办人员: '李经办' })
  })

  it('says what stands in the way', async () => {
    const task = await newTask()
    expect(await codeOf(app.perform(planner, returnReport, { task, report: 1, defects: 'x' }))).toBe('worklist.not-assigned')
    await assign(task)
    expect(await codeOf(report(task))).toBe('worklist.not-signed')
    await app.perform(officer, signTask, { task })
    expect(await codeOf(app.perform(officer, signTask, { task }))).toBe('worklist.signed')
    expect(await codeOf(app.perform(planner, acceptReport, { task, report: 1, note: '' }))).toBe('worklist.no-report')
    await report(task, { complete: true })
    expect(await codeOf(report(task))).toBe('worklist.report-open')
    expect(await codeOf(app.perform(planner, acceptReport, { task, report: 1, note: '' }))).toBe('worklist.no-report')
    expect(await codeOf(app.perform(planner, closeTask, { task, note: '' }))).toBe('worklist.not-done')
    expect(await fieldsOf(app.perform(planner, returnReport, { task, report: 3, defects: ' \n' }))).toEqual([
      ['defects', 'worklist.text-missing'],
    ])
    await app.perform(planner, acceptReport, { task, report: 3, note: '' })
    expect(await codeOf(app.perform(planner, closeTask, { task, note: '' }))).toBe('worklist.no-evidence')
  })

  it('marks every field that is wrong', async () => {
    const task = await newTask()
    expect(await codeOf(assign(task, { department: 'none' }))).toBe('worklist.fields')
    expect(await fieldsOf(assign(task, { department: newId(), due: 'soon' }))).toEqual([
      ['department', 'worklist.department-unknown'],
      ['due', 'worklist.day'],
    ])
    expect(await fieldsOf(assign(task, { due: addDays(today, -1) }))).toEqual([['due', 'worklist.day-past']])
    const own = await signed()
    expect(await fieldsOf(report(own, { period: '2999-Q1', milestone: '7', note: '' }))).toEqual([
      ['period', 'worklist.period'],
      ['milestone', 'worklist.milestone-unknown'],
      ['note', 'worklist.text-missing'],
    ])
    expect(await codeOf(report(own, { evidence: [{ name: 'x.exe', bytes: new Uint8Array([1]) }] }))).toBe('kernel.file-ending')
  })

  it('is not judged by whoever reported it', async () => {
    const task = await signed()
    await report(task, { complete: true, evidence: [file()] }, both)
    expect(await codeOf(app.perform(both, acceptReport, { task, report: 3, note: '' }))).toBe('kernel.same-person')
    await app.perform(planner, acceptReport, { task, report: 3, note: '' })
    expect(await codeOf(app.perform(both, closeTask, { task, note: '' }))).toBe('kernel.same-person')
  })

  it('gets more time only by an answer with a reason', async () => {
    const task = await signed()
    const ask = (day: string, reason = '雨季') => app.perform(officer, askExtension, { task, due: day, reason })
    const answer = (request: number, grant: boolean, reason = '同意') =>
      app.perform(planner, answerExtension, { task, request, grant, reason })
    expect(await fieldsOf(ask('soon', ''))).toEqual([
      ['due', 'worklist.day'],
      ['reason', 'worklist.text-missing'],
    ])
    expect(await fieldsOf(ask(due))).toEqual([['due', 'worklist.day-earlier']])
    expect(await codeOf(answer(1, true))).toBe('worklist.no-request')
    const later = addDays(due, 30)
    await ask(later)
    expect(await codeOf(ask(later))).toBe('worklist.request-open')
    expect(await fieldsOf(answer(3, true, ''))).toEqual([['reason', 'worklist.text-missing']])
    await answer(3, false)
    expect((await seen(task)).due).toBe(due)
    await ask(later)
    await answer(5, true)
    expect((await seen(task)).due).toBe(later)
  })

  it('has its files scanned before they are handed out', async () => {
    const ground = groundOf(database, NOW)
    const scanning = appOf({ ...ground, files: { ...ground.files, unscanned: 'pending', scan: async () => 'clean' } })
    const task = await signed()
    await scanning.perform(officer, reportTask, {
      task,
      period: quarterOf(today),
      complete: false,
      milestone: '',
      note: '进展',
      evidence: [file('待扫描')],
    })
    const [evidence] = (await seen(task)).history.at(-1)!.evidence
    expect(await codeOf(app.perform(planner, taskEvidence, { evidence: evidence!.id }))).toBe('worklist.evidence-held')
    for (let time = 0; time < 2; time++) await scanning.perform(operator, scanEvidence, { task })
    expect((await app.perform(planner, taskEvidence, { evidence: evidence!.id })).name).toBe('佐证.txt')
    expect(await codeOf(app.perform(other, taskEvidence, { evidence: evidence!.id }))).toBe('worklist.task-unknown')
    expect(await codeOf(app.perform(planner, taskEvidence, { evidence: newId() }))).toBe('worklist.evidence-unknown')
  })
})

describe('a list', () => {
  const bring = (text: string, year = '2032', name = '清单.csv') =>
    app.perform(planner, bringList, { year, name, bytes: new TextEncoder().encode(text) })

  it('is looked at before it counts, and assigns what it says clearly', async () => {
    await sql`update office_department set name_zh = '数据处', name_en = 'Data' where id = ${department}`.execute(db)
    const head = Object.values(LIST_COLUMNS).slice(0, 1)
    const text = `${head[0]},类别,任务,责任单位,完成时限\n1,甲类,一,数据处、乙局,${due}\n2,甲类,二,丙局,${due}\n`
    const { id } = await bring(text)
    expect(await app.perform(planner, previewList, { list: id })).toMatchObject({
      problems: [],
      year: 2032,
      tasks: [{ lead: department }, { lead: null }],
    })
    expect((await app.perform(planner, boardTasks, { year: '2032' })).year).not.toBe(2032)
    expect(await app.perform(planner, importList, { list: id })).toEqual({ added: 2, year: 2032 })
    const { tasks, summary } = await app.perform(planner, boardTasks, { year: '2032' })
    expect(tasks.map(({ state, waits }) => [state, waits])).toEqual([
      ['assigned', null],
      ['unassigned', 'assign'],
    ])
    expect(summary.total).toEqual({ all: 2, unassigned: 1, closed: 0, green: 1, yellow: 0, red: 0 })
    expect(await codeOf(app.perform(planner, importList, { list: id }))).toBe('worklist.list-wrong')
  })

  it('may be a workbook, whose lines are counted as the sheet counts its rows', async () => {
    const columns = ['编号', '类别', '任务', '完成时限', '公开'].map((head) => ({
      head,
      type: head === '完成时限' ? ('day' as const) : ('text' as const),
    }))
    const rows = [['x1', '甲类', '一、\n二, "三"', due, '是'], [], ['x2', '甲类', '四', due, '也许']]
    const bytes = workbookOf([{ name: '清单', columns, rows }])
    const { id } = await app.perform(planner, bringList, { year: '2033', name: '清单.xlsx', bytes })
    expect(await app.perform(planner, previewList, { list: id })).toMatchObject({
      tasks: [
        { number: 'x1', title: { zh: '一、 二, "三"' }, due, open: true },
        { number: 'x2', due },
      ],
      problems: [{ line: 4, column: '公开' }],
    })
    expect(await codeOf(app.perform(planner, bringList, { year: '2033', name: '清单.xlsx', bytes: bytes.slice(0, 900) }))).toMatch(
      /^kernel\./,
    )
  })

  it('is refused where it is none', async () => {
    expect(await codeOf(bring('x', 'soon'))).toBe('worklist.year')
    expect(await codeOf(bring('x', '2032', '清单.txt'))).toBe('worklist.list-csv')
    expect(await codeOf(app.perform(planner, previewList, { list: newId() }))).toBe('worklist.list-unknown')
  })
})

describe('reminders', () => {
  it('are sent once for each thing that is due within three working days', async () => {
    const task = await newTask()
    await assign(task, { due: addDays(today, 1) })
    await app.perform(operator, remind, {})
    expect(await app.perform(operator, remind, {})).toEqual({ reminded: 0 })
    const reminded = (await seen(task)).history.filter(({ kind }) => kind === 'remind')
    expect(reminded.map(({ period, who }) => [period, who])).toContainEqual(['task 1', null])
    const { rows } = await sql<{ body: { user: string } }>`select body from kernel_outbox where body ->> 'kind' = 'worklist.due-soon'
      and body ->> 'link' = ${`/office/tasks/${task}`}`.execute(db)
    expect(rows.every(({ body }) => body.user === officer.id)).toBe(true)
    expect(rows.length).toBeGreaterThan(0)
  })
})

describe('first jobs', () => {
  it('tell planners and officers what waits for them', async () => {
    const [judge, sign] = [await app.perform(planner, tasksToJudge, {}), await app.perform(officer, tasksToReport, {})]
    const task = await newTask()
    expect((await app.perform(planner, tasksToJudge, {})).count).toBe(judge.count + 1)
    await assign(task)
    expect((await app.perform(planner, tasksToJudge, {})).count).toBe(judge.count)
    expect((await app.perform(officer, tasksToReport, {})).count).toBe(sign.count + 1)
  })
})

describe('the database itself', () => {
  const put = (task: string, number: number, kind: string, more: Readonly<Record<string, unknown>> = {}) => {
    const row = { task_id: task, number, kind, at: '2001-01-01', user_id: planner.id, complete: false, note: 'x', list: [], ...more }
    return sql`insert into worklist_event select * from jsonb_populate_record(null::worklist_event, ${JSON.stringify(row)}::jsonb)`.execute(
      db,
    )
  }
  const refused = (work: Promise<unknown>, why: RegExp) => expect(work).rejects.toThrow(why)

  it('writes its own clock, so that no report is ever back-dated', async () => {
    const task = await signed()
    await put(task, 3, 'report', { user_id: officer.id, period: '2026-Q1' })
    const { rows } = await sql<{ late: boolean }>`select at > now() - interval '1 minute' as late from worklist_event
      where task_id = ${task} and number = 3`.execute(db)
    expect(rows).toEqual([{ late: true }])
    await refused(sql`update worklist_event set at = '2001-01-01' where task_id = ${task}`.execute(db), /append-only|permission denied/)
    await refused(sql`delete from worklist_event where task_id = ${task}`.execute(db), /append-only|permission denied/)
  })

  it('has exactly one lead department for a task at any time', async () => {
    const [fresh, task] = [await newTask(), await assigned()]
    await refused(put(fresh, 1, 'sign'), /lead department before/)
    await refused(put(task, 2, 'assign', { due_on: due }), /check constraint/)
    await refused(put(task, 1, 'assign', { due_on: due, department_id: department }), /without a gap/)
    await refused(put(task, 3, 'assign', { due_on: due, department_id: department }), /without a gap/)
    await refused(sql`update worklist_task set title_zh = 'x'`.execute(db), /append-only|permission denied/)
  })

  it('lets nobody judge or close what they have reported, nor close without reviewed evidence, nor go on after it', async () => {
    const task = await signed()
    await report(task, { complete: true })
    await refused(put(task, 4, 'review', { refers: 3, user_id: officer.id }), /does not judge/)
    await refused(put(task, 4, 'close'), /evidence that was reviewed/)
    await app.perform(planner, acceptReport, { task, report: 3, note: '' })
    await refused(put(task, 5, 'close'), /evidence that was reviewed/)
    await refused(put(task, 5, 'return', { refers: 3, list: ['x'] }), /worklist_answered_once/)
    await report(task, { complete: true, evidence: [file()] })
    await app.perform(planner, acceptReport, { task, report: 5, note: '' })
    await refused(put(task, 7, 'close', { user_id: officer.id }), /does not judge/)
    await app.perform(planner, closeTask, { task, note: '' })
    await refused(put(task, 8, 'sign'), /is closed/)
  })

  it('lets a report be sent back only with its defects', async () => {
    const task = await signed()
    await report(task)
    await refused(put(task, 4, 'return', { refers: 3 }), /check constraint/)
    await refused(put(task, 4, 'return', { list: ['x'] }), /check constraint/)
  })
})

describe('a lamp that turns red', () => {
  const at = (days: number) => appOf(groundOf(database, `${addDays(today, days)}T04:00:00Z`))
  const told = async (task: string) =>
    (
      await sql<{
        body: object
      }>`select body from kernel_outbox where type = 'worklist.task-turned-red' and body ->> 'task' = ${task}`.execute(db)
    ).rows.map(({ body }) => body)

  it('is told of once by the calendar, on the morning after something was missed', async () => {
    const task = await newTask()
    await assign(task, { due: addDays(today, 1) })
    await at(1).perform(operator, noteLamps, {})
    expect(await told(task)).toEqual([])
    await at(2).perform(operator, noteLamps, {})
    await at(2).perform(operator, noteLamps, {})
    await at(3).perform(operator, noteLamps, {})
    expect(await told(task)).toEqual([{ task, year: 2031, number: expect.stringMatching(/^t/) }])
    await expect(sql`delete from worklist_lamp`.execute(db)).rejects.toThrow()
  })
})
