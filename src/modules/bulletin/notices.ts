/** Supervision notices: issued by a planner to the department that leads a task, kept, and read by that department. */

import { canonicalJson, type Json } from '../../core/evidence/canonical.ts'
import { sha256Hex } from '../../core/evidence/sha256.ts'
import type { Text } from '../../core/messages.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { action, type Look, view } from '../../kernel/module.ts'
import { packInService } from '../edition/index.ts'
import { notify } from '../notification/index.ts'
import { departmentsOf, holdersOf } from '../office/index.ts'
import { personIn } from '../party/index.ts'
import { leadOf, oneTask } from '../worklist/index.ts'
import { OfNotice, OfTask } from './contract.ts'
import { fail } from './messages.ts'
import { hold, insertNotice, type NoticeRow, nextNotice, noticeById, noticesOfTask } from './queries.ts'
import { type Documents, ownDepartment, PLANNER, READERS, scopesFor } from './read.ts'
import type { Issue } from './rules/document.ts'
import { type NoticeContent, noticeContentOf, noticeDocumentOf } from './rules/notice.ts'
import { numberText } from './rules/number.ts'

/** A notice in a list. */
export type NoticeEntry = {
  readonly id: string
  readonly number: Text
  readonly issuedOn: string
  readonly lead: Text
  readonly hash: string
}
export type NoticePage = NoticeEntry & { readonly task: string; readonly documents: Documents }
/** What a notice on a task would say now, and those that were issued. */
export type NoticeDraft = {
  readonly task: string
  readonly title: Text
  readonly documents: Documents
  readonly issued: readonly NoticeEntry[]
}

const contentIn = (row: NoticeRow): NoticeContent => JSON.parse(row.content) as NoticeContent
const documentsIn = (content: NoticeContent, issue: Issue): Documents => ({
  zh: noticeDocumentOf(content, issue, 'zh'),
  en: noticeDocumentOf(content, issue, 'en'),
})
const entryOf = (row: NoticeRow): NoticeEntry => ({
  id: row.id,
  number: numberText('notice', row.year, row.number),
  issuedOn: row.issued_on,
  lead: contentIn(row).lead,
  hash: row.hash,
})

/** What a notice on a task says now; refused where nobody leads it. */
const contentNow = async (look: Look, id: string): Promise<NoticeContent> => {
  const task = await oneTask.run(look, { task: id })
  const { city, synthetic } = await packInService(look)
  return noticeContentOf({
    city,
    synthetic,
    day: look.today,
    task: { id: task.id, year: task.year, number: task.number, title: task.title, content: task.content },
    lead: task.lead ?? fail('bulletin.not-led', {}),
    due: task.due,
    late: task.late,
    next: task.next,
  })
}

export const noticeDraft = view('bulletin.notice-draft', PLANNER, OfTask, async (look, { task }): Promise<NoticeDraft> => {
  const content = await contentNow(look, task)
  return {
    task,
    title: content.task.title,
    documents: documentsIn(content, { number: null, issuer: await ownDepartment(look), day: look.today }),
    issued: (await noticesOfTask(look.db, task)).map(entryOf),
  }
})

/** Issues a notice as the task stands now: numbered, kept, told to the officers of the lead department. */
export const issueNotice = action('bulletin.issue-notice', PLANNER, OfTask, async (act, { task }): Promise<{ readonly id: string }> => {
  const by = personIn(act)
  await hold(act.db, 'bulletin_notice')
  const content = await contentNow(act, task)
  const lead = (await leadOf(act, task)) ?? fail('bulletin.not-led', {})
  const [id, year] = [newId(act.now), Number(act.today.slice(0, 4))]
  const number = await nextNotice(act.db, year)
  const text = canonicalJson(content as unknown as Json)
  const [hash, department] = [sha256Hex(text), await ownDepartment(act)]
  await insertNotice(act.db, {
    id,
    task_id: task,
    lead_id: lead,
    year,
    number,
    content: text,
    hash,
    issued_on: act.today,
    issued_by: by.id,
    issued_at: act.now,
    department_zh: department.zh,
    department_en: department.en,
  })
  await act.record('bulletin.notice-issued', {
    object: ['bulletin.notice', id],
    after: { number: numberText('notice', year, number).zh, hash, task, lead, late: content.late.length },
  })
  const [zh, en] = [`${content.task.number} ${content.task.title.zh}`, `${content.task.number} ${content.task.title.en}`]
  for (const user of await holdersOf(act, lead, 'officer'))
    notify(act, { user, kind: 'bulletin.notice-issued', params: { task: { zh, en } }, link: `/supervision/${id}` })
  return { id }
})

/** Whether somebody may read what was sent to a department: planners and auditors all of it, officers what theirs got. */
const mayRead = (look: Look, { lead_id }: NoticeRow): boolean => {
  const { who } = look
  if (who.kind !== 'person') return scopesFor(who).length > 1
  return (
    who.posts.some(({ roles }) => roles.includes('planner') || roles.includes('auditor')) ||
    (departmentsOf(who, 'officer')?.includes(lead_id) ?? false)
  )
}

export const notice = view('bulletin.notice', READERS, OfNotice, async (look, { notice: id }): Promise<NoticePage> => {
  const row = isId(id) ? await noticeById(look.db, id) : undefined
  if (!row || !mayRead(look, row)) return fail('bulletin.notice-unknown', {})
  const issue: Issue = {
    number: numberText('notice', row.year, row.number),
    issuer: { zh: row.department_zh, en: row.department_en },
    day: row.issued_on,
  }
  return { ...entryOf(row), task: row.task_id, documents: documentsIn(contentIn(row), issue) }
})

/** Notices on a task that somebody may read, the newest first. */
export const noticesOn = view(
  'bulletin.notices',
  READERS,
  OfTask,
  async (look, { task }): Promise<readonly NoticeEntry[]> =>
    isId(task) ? (await noticesOfTask(look.db, task)).filter((row) => mayRead(look, row)).map(entryOf) : [],
)
