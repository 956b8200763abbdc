import { Type } from 'typebox'
import type { Text } from '../../core/messages.ts'
import { isId } from '../../kernel/ids.ts'
import { type ListPart, ListWish } from '../../kernel/listing.ts'
import { type Look, view } from '../../kernel/module.ts'
import type { HeldPost, Role } from '../../kernel/who.ts'
import { packInService } from '../edition/index.ts'
import { type PersonEntry, peopleByIds, peopleListed, sessionsOf } from '../identity/index.ts'
import { type Assignment, type Department, OfDepartment, OfPerson, type Post } from './contract.ts'
import { fail } from './messages.ts'
import {
  type AssignmentRow,
  assignmentsOfDepartment,
  assignmentsOfPeople,
  departmentById,
  departmentCounts,
  departmentsKnown,
  postsByIds,
  postsHeld,
  postsOfDepartment,
  postsOpen,
} from './queries.ts'
import { stateOf } from './rules.ts'

const ADMINISTRATOR = { post: ['administrator'] } as const

/** The posts somebody holds today. */
export const postsOf = async (look: Look, user: string): Promise<readonly HeldPost[]> =>
  (await postsHeld(look.db, user, look.today)).map((row) => ({
    id: row.id,
    title: { zh: row.title_zh, en: row.title_en },
    department: row.department_id,
    departmentName: row.department_name,
    roles: row.roles as Role[],
    acting: row.acting,
  }))

/** The Chinese name of every department, by id: packs call departments by it. */
export const departmentNames = async (look: Look): Promise<ReadonlyMap<string, string>> =>
  new Map((await departmentsKnown(look.db)).map(({ id, name_zh }) => [id, name_zh]))

/** Rows as assignments, with the names of everybody they mention. */
const assignmentsOf = async (look: Look, rows: readonly AssignmentRow[]): Promise<readonly Assignment[]> => {
  const people = await peopleByIds(
    look,
    rows.flatMap((row) => [row.user_id, row.granted_by ?? '', row.ended_by ?? '']),
  )
  const nameOf = (id: string | null): string | null => (id === null ? null : (people.get(id)?.name ?? null))
  return rows.map((row) => ({
    id: row.id,
    post: {
      id: row.post_id,
      title: { zh: row.title_zh, en: row.title_en },
      roles: row.roles as Role[],
      closedOn: row.closed_on,
      department: { id: row.department_id, name: { zh: row.name_zh, en: row.name_en } },
    },
    person: { id: row.user_id, name: nameOf(row.user_id) ?? '' },
    acting: row.acting,
    reason: row.reason,
    from: row.from_on,
    to: row.to_on,
    state: stateOf({ from: row.from_on, to: row.to_on }, row.ended_at !== null || row.closed_on !== null, look.today),
    grantedBy: nameOf(row.granted_by),
    endedBy: nameOf(row.ended_by),
    endedAt: row.ended_at?.toISOString() ?? null,
  }))
}

const departmentOf = (
  row: Awaited<ReturnType<typeof departmentsKnown>>[number],
  counts: Awaited<ReturnType<typeof departmentCounts>>,
): Department => {
  const count = counts.find(({ department_id }) => department_id === row.id)
  return {
    id: row.id,
    name: { zh: row.name_zh, en: row.name_en },
    closedOn: row.closed_on,
    posts: Number(count?.posts ?? 0),
    people: Number(count?.people ?? 0),
  }
}

/** Departments that the pack in service names and that are not there yet. */
export const departmentsMissing = async (look: Look): Promise<readonly Text[]> => {
  const pack = await packInService(look)
  const known = new Set((await departmentsKnown(look.db)).map(({ name_zh }) => name_zh))
  return [...pack.departments.values()].filter(({ name, unnamed }) => !unnamed && !known.has(name)).map(({ label }) => label)
}

export type DepartmentsPage = { readonly departments: readonly Department[]; readonly missing: readonly Text[] }

/** Every department, and those that only the pack knows. */
export const departments = view('office.departments', ADMINISTRATOR, Type.Object({}), async (look): Promise<DepartmentsPage> => {
  const [rows, counts] = [await departmentsKnown(look.db), await departmentCounts(look.db, look.today)]
  return { departments: rows.map((row) => departmentOf(row, counts)), missing: await departmentsMissing(look) }
})

export type DepartmentPage = {
  readonly department: Department
  readonly posts: readonly Post[]
  readonly assignments: readonly Assignment[]
}

/** One department: its posts, and everybody who holds or held one. */
export const department = view(
  'office.department',
  ADMINISTRATOR,
  OfDepartment,
  async (look, { department: id }): Promise<DepartmentPage> => {
    const row = (isId(id) && (await departmentById(look.db, id))) || fail('office.department-unknown', {})
    const posts = await postsOfDepartment(look.db, id)
    return {
      department: departmentOf(row, await departmentCounts(look.db, look.today)),
      posts: posts.map((post) => ({
        id: post.id,
        title: { zh: post.title_zh, en: post.title_en },
        roles: post.roles as Role[],
        closedOn: post.closed_on,
      })),
      assignments: await assignmentsOf(look, await assignmentsOfDepartment(look.db, id)),
    }
  },
)

/** The posts that people hold today, by whose they are. */
export const postsByPerson = async (look: Look, people: readonly string[]): Promise<ReadonlyMap<string, readonly Assignment[]>> => {
  const held = (await assignmentsOf(look, await assignmentsOfPeople(look.db, people))).filter(({ state }) => state === 'held')
  return Map.groupBy(held, ({ person: { id } }) => id)
}

export type PeoplePart = ListPart & { readonly posts: ReadonlyMap<string, readonly Assignment[]> }

/** A part of the list of everybody with an account, with the posts they hold. */
export const people = view('office.people', ADMINISTRATOR, ListWish, async (look, wish): Promise<PeoplePart> => {
  const part = await peopleListed(look, wish)
  return {
    ...part,
    posts: await postsByPerson(
      look,
      part.rows.map(({ key }) => key),
    ),
  }
})

/** A post that can be given, with its department's name before its title. */
export type OfferedPost = { readonly id: string; readonly text: Text }

const placedTitle = (row: Awaited<ReturnType<typeof postsOpen>>[number]): Text => ({
  zh: `${row.name_zh} · ${row.title_zh}`,
  en: `${row.name_en}, ${row.title_en}`,
})

/** A post as the record names it, open or closed. */
export type NamedPost = OfferedPost & { readonly department: string }

/** Posts by their ids; ids of none are left out. */
export const postsNamed = async (look: Look, ids: readonly string[]): Promise<readonly NamedPost[]> => {
  const known = ids.filter(isId)
  const rows = known.length === 0 ? [] : await postsByIds(look.db, known)
  return rows.map((row) => ({ id: row.id, department: row.department_id, text: placedTitle(row) }))
}

export const postsOffered = async (look: Look): Promise<readonly OfferedPost[]> =>
  (await postsOpen(look.db)).map((row) => ({ id: row.id, text: placedTitle(row) }))

export type PersonPage = {
  readonly person: PersonEntry
  readonly assignments: readonly Assignment[]
  readonly sessions: number
  readonly posts: readonly OfferedPost[]
}

/** One person: every post they hold, held or will hold, where they are signed in, and which posts there are to give. */
export const person = view('office.person', ADMINISTRATOR, OfPerson, async (look, { person: id }): Promise<PersonPage> => {
  const found = (await peopleByIds(look, [id])).get(id) ?? fail('office.person-unknown', {})
  return {
    person: found,
    assignments: await assignmentsOf(look, await assignmentsOfPeople(look.db, [id])),
    sessions: await sessionsOf(look, id),
    posts: await postsOffered(look),
  }
})

/** The posts of whoever asks: those they hold and those that begin later. */
export const myPosts = view(
  'office.my-posts',
  'person',
  Type.Object({}),
  async (look): Promise<readonly Assignment[]> =>
    look.who.kind === 'person'
      ? (await assignmentsOf(look, await assignmentsOfPeople(look.db, [look.who.id]))).filter(({ state }) => state !== 'over')
      : [],
)
