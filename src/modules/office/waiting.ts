/** What waits for administrators. */
import { Type } from 'typebox'
import type { Text } from '../../core/messages.ts'
import { failedCount, retriedCount } from '../../kernel/jobs/manage.ts'
import { type Condition, type View, view, type Waiting } from '../../kernel/module.ts'
import { databaseNow, vacantPosts } from './queries.ts'
import { departmentsMissing } from './views.ts'

const ADMINISTRATOR = { post: ['administrator'] } as const
const Nothing = Type.Object({})
const DEPARTMENTS = '/admin/departments'
/** `one` and `many` follow the number in English. */
const counted = (page: string, count: number, zh: string, one: string, many: string): Waiting => ({
  count,
  text: { zh: `${count} ${zh}`, en: `${count} ${count === 1 ? one : many}` },
  page,
})

/** Departments that only the pack knows. */
export const departmentsWaiting: View<typeof Nothing, Waiting> = view(
  'office.departments-waiting',
  ADMINISTRATOR,
  Nothing,
  async (look) => {
    const { length } = await departmentsMissing(look)
    return counted(
      DEPARTMENTS,
      length,
      '个部门只在数据包里，还没有建立',
      'department stands in the pack only',
      'departments stand in the pack only',
    )
  },
)

/** Open posts that nobody holds today. */
export const postsVacant: View<typeof Nothing, Waiting> = view('office.posts-vacant', ADMINISTRATOR, Nothing, async (look) => {
  const count = await vacantPosts(look.db, look.today)
  return counted(DEPARTMENTS, count, '个岗位今天没有人任职', 'post is held by nobody today', 'posts are held by nobody today')
})

/** Messages that failed for good. */
export const messagesFailed: View<typeof Nothing, Waiting> = view('office.messages-failed', ADMINISTRATOR, Nothing, async (look) => {
  const count = await failedCount.run(look, {})
  return counted('/admin/jobs', count, '条消息没有送到', 'message was not delivered', 'messages were not delivered')
})

const MIB = 1024 * 1024

const queueText = (failed: number, again: number): Text =>
  failed + again === 0
    ? { zh: '没有失败的消息', en: 'no message failed' }
    : { zh: `${failed} 条失败，${again} 条失败后将重试`, en: `${failed} failed, ${again} to be tried again after a failure` }

/** The program that runs, the database it stands on, and its queue. */
export const installation: View<typeof Nothing, readonly Condition[]> = view(
  'office.installation',
  ADMINISTRATOR,
  Nothing,
  async (look) => {
    const { version, bytes } = await databaseNow(look.db)
    const [failed, again] = [await failedCount.run(look, {}), await retriedCount.run(look, {})]
    const same = (text: string) => ({ zh: text, en: text })
    return [
      { name: { zh: '程序', en: 'Program' }, value: same(`${look.engine.version} · ${look.engine.hash.slice(0, 12)}`), isWell: true },
      {
        name: { zh: '数据库', en: 'Database' },
        value: same(`PostgreSQL ${version} · ${Math.ceil(Number(bytes) / MIB).toLocaleString('en')} MiB`),
        isWell: true,
      },
      {
        name: { zh: '消息队列', en: 'Queue' },
        value: queueText(failed, again),
        isWell: failed + again === 0,
      },
    ]
  },
)
