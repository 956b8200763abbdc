/** Ready accounts of a demonstration: one for each kind of person, with posts and enterprises of their own. */
import { Type } from 'typebox'
import type { App } from '../app.ts'
import type { Text } from '../core/messages.ts'
import { action, type Look, view } from '../kernel/module.ts'
import type { Level, Person, Role, Who } from '../kernel/who.ts'
import { packInService } from '../modules/edition/index.ts'
import { createDemoUser, demoAccountsOf } from '../modules/identity/index.ts'
import { addDepartment, addPost, assign, countingPosts, department as departmentOf, departments, postsOf } from '../modules/office/index.ts'
import { admitDemoPeople, demoUscc, membershipsOf } from '../modules/party/index.ts'

type Kind =
  | { readonly role: Role; readonly lead?: true }
  /** `first`: the number of the synthetic enterprise. */
  | { readonly level: Level; readonly first: number }
  | { readonly agentOf: string; readonly enterprises: readonly number[] }

type DemoAccount = { readonly key: string; readonly name: string; readonly what: Text } & Kind

/** The keys are staff numbers. Two officers and two planners, because some decisions take two; the officers sit in the department that leads most measures. */
const ACCOUNTS: readonly DemoAccount[] = [
  { key: 'demo-officer', name: '周经办', what: { zh: '部门经办', en: 'Officer of a department' }, role: 'officer', lead: true },
  { key: 'demo-officer-2', name: '吴复核', what: { zh: '部门复核', en: 'Second officer of the department' }, role: 'officer', lead: true },
  { key: 'demo-finance', name: '郑财务', what: { zh: '财务', en: 'Finance officer' }, role: 'finance' },
  { key: 'demo-auditor', name: '王审计', what: { zh: '审计', en: 'Auditor' }, role: 'auditor' },
  { key: 'demo-planner', name: '冯规划', what: { zh: '规划', en: 'Planner' }, role: 'planner' },
  { key: 'demo-planner-2', name: '何复审', what: { zh: '复审（规划）', en: 'Second planner' }, role: 'planner' },
  { key: 'demo-administrator', name: '陈管理', what: { zh: '系统管理', en: 'Administrator' }, role: 'administrator' },
  { key: 'demo-clerk', name: '李会计', what: { zh: '企业办事员', en: 'Clerk of an enterprise' }, level: 'submit', first: 1 },
  { key: 'demo-boss', name: '赵总', what: { zh: '企业负责人', en: 'Boss of the enterprise' }, level: 'admin', first: 1 },
  { key: 'demo-other-boss', name: '钱总', what: { zh: '另一家企业负责人', en: 'Boss of another enterprise' }, level: 'admin', first: 2 },
  { key: 'demo-agent', name: '孙代办', what: { zh: '代办人', en: 'Agent of enterprises' }, agentOf: 'demo-boss', enterprises: [1] },
]

const OWN_DEPARTMENT = { zh: '演示部门', en: 'Demonstration department' }

const Nothing = Type.Object({})

/** Makes the accounts that are not there yet; those that are stay as they are. */
const makeAccounts = action('app.make-demo-accounts', 'operate', Nothing, async (act): Promise<ReadonlyMap<string, string>> => {
  const there = await demoAccountsOf(act)
  const made = new Map([...there].map(([key, { id }]) => [key, id]))
  for (const { key, name } of ACCOUNTS) if (!made.has(key)) made.set(key, await createDemoUser(act, key, name))
  await act.record('app.demo-accounts-made', { object: ['app.demo', 'accounts'], details: { made: made.size - there.size } })
  return made
})

/** The name of the department that leads most measures of the pack in service; null if it names none. */
const leadOf = async (look: Look): Promise<string | null> => {
  const pack = await packInService(look)
  const led = Map.groupBy(
    [...pack.measures.values()].map(({ department }) => department).filter((name) => pack.departments.has(name)),
    (name) => name,
  )
  return [...led].sort(([, one], [, other]) => other.length - one.length)[0]?.[0] ?? null
}
const leadDepartment = view('app.lead-department', 'operate', Nothing, leadOf)

/** A post of its own for a demo account, in a department of that name, which is added if nobody has. */
const givePost = async (app: App, who: Who, department: Text, { key, what, role }: DemoAccount & { readonly role: Role }, user: string) => {
  const known = (await app.perform(who, departments, {})).departments.find(({ name }) => name.zh === department.zh)
  const at = known ?? (await app.perform(who, addDepartment, { name: department.zh, nameEnglish: department.en }))
  const title = { zh: `${what.zh}（演示）`, en: `${what.en} (demo)` }
  const { posts, assignments } = await app.perform(who, departmentOf, { department: at.id })
  if (assignments.some(({ person }) => person.id === user)) return
  const post =
    posts.find((each) => each.title.zh === title.zh) ??
    (await app.perform(who, addPost, { department: at.id, title: title.zh, titleEnglish: title.en, roles: [role] }))
  await app.perform(who, assign, { post: post.id, person: key })
}

/** Makes the demo accounts with what each may do; whatever is there already stays. `users`: ids by staff numbers. */
export const loadDemoAccounts = async (
  app: App,
  by: string,
): Promise<{ readonly accounts: number; readonly users: ReadonlyMap<string, string> }> => {
  const who: Who = { kind: 'operator', name: by }
  const made = await app.perform(who, makeAccounts, {})
  const idOf = (key: string): string => made.get(key) ?? ''
  const lead = await app.perform(who, leadDepartment, {})
  for (const each of ACCOUNTS)
    if ('role' in each) {
      const department = each.lead && lead !== null ? { zh: lead, en: lead } : OWN_DEPARTMENT
      await givePost(app, who, department, each, idOf(each.key))
    }
  await app.perform(who, admitDemoPeople, {
    members: ACCOUNTS.flatMap((each) => ('level' in each ? [{ uscc: demoUscc(each.first), user: idOf(each.key), level: each.level }] : [])),
    delegations: ACCOUNTS.flatMap((each) =>
      'agentOf' in each
        ? each.enterprises.map((number) => ({ uscc: demoUscc(number), agent: idOf(each.key), by: idOf(each.agentOf) }))
        : [],
    ),
  })
  return { accounts: made.size, users: made }
}

/** A demo account as it acts: with its posts and enterprises, as a session of theirs would have them. */
export const demoPerson = view(
  'app.demo-person',
  'operate',
  Type.Object({ user: Type.String() }),
  async (look, { user }): Promise<Person> => ({
    kind: 'person',
    id: user,
    name: '',
    session: null,
    key: null,
    posts: countingPosts(await postsOf(look, user), false),
    memberships: await membershipsOf(look, user),
  }),
)

/** The demo accounts there are, as the sign-in page offers them. */
export const demoAccounts = view(
  'app.demo-accounts',
  'public',
  Nothing,
  async (look): Promise<readonly { readonly user: string; readonly name: string; readonly what: Text }[]> => {
    const there = await demoAccountsOf(look)
    return ACCOUNTS.flatMap(({ key, what }) => {
      const found = there.get(key)
      return found ? [{ user: found.id, name: found.name, what }] : []
    })
  },
)

/** How many demo accounts there are: in production none may be. */
export const demoAccountCount = view('app.demo-account-count', 'operate', Nothing, async (look) => (await demoAccountsOf(look)).size)
