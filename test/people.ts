/** People for tests: rows in the database, and the plain value that asks in their name. */
import { sql } from 'kysely'
import type { Database } from '../src/kernel/database.ts'
import { newId } from '../src/kernel/ids.ts'
import { hashPassword } from '../src/kernel/password.ts'
import { newToken, tokenHash } from '../src/kernel/random.ts'
import type { HeldPost, Level, Membership, Person, Role } from '../src/kernel/who.ts'

export type TestPerson = Person & { readonly session: string; readonly token: string }

/** Somebody with an account and a session that began at `at`; `strong` where a second factor was given. */
export const somebody = async (
  { db }: Database,
  {
    name = '张三',
    email = null,
    at = '2024-06-30T04:00:00Z',
    strong = false,
  }: { readonly name?: string; readonly email?: string | null; readonly at?: string; readonly strong?: boolean } = {},
): Promise<TestPerson> => {
  const [id, session, token] = [newId(), newId(), newToken()]
  await sql`insert into identity_user (id, name, email) values (${id}, ${name}, ${email})`.execute(db)
  await sql`insert into identity_session (id, token_hash, user_id, strong_at, address, agent, created_at, seen_at)
    values (${session}, ${tokenHash(token)}, ${id}, ${strong ? at : null}, '127.0.0.1', 'test', ${at}, ${at})`.execute(db)
  return { kind: 'person', id, name, session, token, key: null, posts: [], memberships: [] }
}

/** Gives somebody a password, as an invitation would. */
export const passwordFor = async ({ db }: Database, { id }: Person, password: string): Promise<void> => {
  const hash = await hashPassword(password)
  await sql`insert into identity_password (user_id, hash, set_at) values (${id}, ${hash}, now())`.execute(db)
}

/** A post of its own for somebody, held from long ago, in a department of its own or in the one that is named. */
export const postFor = async (
  { db }: Database,
  { id: user }: Person,
  roles: readonly Role[],
  named: string = newId(),
): Promise<HeldPost> => {
  const id = newId()
  const title = { zh: `岗位${id}`, en: `Post ${id}` }
  const { rows } = await sql<{ id: string }>`select id from office_department where name_zh = ${named}`.execute(db)
  const department = rows[0]?.id ?? named
  if (rows.length === 0)
    await sql`insert into office_department (id, name_zh, name_en) values (${department}, ${department}, ${department})`.execute(db)
  await sql`insert into office_post (id, department_id, title_zh, title_en, roles) values (${id}, ${department}, ${title.zh}, ${title.en}, ${[...roles]})`.execute(
    db,
  )
  await sql`insert into office_assignment (id, post_id, user_id, acting, from_on) values (${newId()}, ${id}, ${user}, false, '2020-01-01')`.execute(
    db,
  )
  return { id, title, department, departmentName: department, roles, acting: false }
}

/** A post and a person as plain values, for what asks no database. */
export const postWith = (...roles: readonly Role[]): HeldPost => ({
  id: newId(),
  title: { zh: '岗位', en: 'post' },
  department: newId(),
  departmentName: '某部门',
  roles,
  acting: false,
})
export const personWith = (over: Partial<Person> = {}): Person => ({
  kind: 'person',
  id: newId(),
  name: '某人',
  session: newId(),
  key: null,
  posts: [],
  memberships: [],
  ...over,
})

/** What somebody may do for an enterprise, for one measure only where it is named. */
export const memberOf = (enterprise: string, level: Level, measure: string | null = null): readonly Membership[] => [
  { enterprise, level, via: measure === null ? 'member' : 'delegation', measure },
]

/** Makes somebody a member of an enterprise, from long ago. */
export const memberFor = async ({ db }: Database, { id: user }: Person, uscc: string, level: Level): Promise<void> => {
  await sql`insert into party_member (id, enterprise_id, user_id, level, from_on, granted_at)
    select ${newId()}, id, ${user}, ${level}, '2020-01-01', now() from party_enterprise where uscc = ${uscc}`.execute(db)
}
