/** What waits for administrators. */
import { Type } from 'typebox'
import { type Condition, type View, view, type Waiting } from '../../kernel/module.ts'
import { databaseNow, vacantPosts } from './queries.ts'
import { departmentsMissing } from './views.ts'

const ADMINISTRATOR = { post: ['administrator'] } as const
const Nothing = Type.Object({})
const counted = (count: number, zh: string, en: string): Waiting => ({ count, text: { zh, en }, page: '/admin/departments' })

/** Departments that only the pack knows. */
export const departmentsWaiting: View<typeof Nothing, Waiting> = view(
  'office.departments-waiting',
  ADMINISTRATOR,
  Nothing,
  async (look) => {
    const { length } = await departmentsMissing(look)
    return counted(length, `${length} 个部门只在数据包里，还没有建立`, `${length} departments stand in the pack only and are to be added`)
  },
)

/** Open posts that nobody holds today. */
export const postsVacant: View<typeof Nothing, Waiting> = view('office.posts-vacant', ADMINISTRATOR, Nothing, async (look) => {
  const count = await vacantPosts(look.db, look.today)
  return counted(count, `${count} 个岗位今天没有人任职`, `${count} posts are held by nobody today`)
})

const MIB = 1024 * 1024

/** The program that runs and the database it stands on. */
export const installation: View<typeof Nothing, readonly Condition[]> = view(
  'office.installation',
  ADMINISTRATOR,
  Nothing,
  async (look) => {
    const { version, bytes } = await databaseNow(look.db)
    const same = (text: string) => ({ zh: text, en: text })
    return [
      { name: { zh: '程序', en: 'Program' }, value: same(`${look.engine.version} · ${look.engine.hash.slice(0, 12)}`), isWell: true },
      {
        name: { zh: '数据库', en: 'Database' },
        value: same(`PostgreSQL ${version} · ${Math.ceil(Number(bytes) / MIB).toLocaleString('en')} MiB`),
        isWell: true,
      },
    ]
  },
)
