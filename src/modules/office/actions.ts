import { Type } from 'typebox'
import { dayOf } from '../../core/dates.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { ListWish } from '../../kernel/listing.ts'
import { type Act, action } from '../../kernel/module.ts'
import { ROLES, type Role } from '../../kernel/who.ts'
import { packInService } from '../edition/index.ts'
import { endSessionsOf, type PersonEntry, peopleFound, peopleListedWhole, personHeld, switchAccount } from '../identity/index.ts'
import { notify } from '../notification/index.ts'
import { AddDepartment, AddPost, Assign, DisablePerson, EndAssignment, OfDepartment, OfPerson, OfPost } from './contract.ts'
import { fail, failAt } from './messages.ts'
import {
  administratorsHeld,
  assignmentById,
  departmentForUpdate,
  insertAssignment,
  insertDepartments,
  insertPost,
  liveAssignments,
  markEnded,
  postForUpdate,
  postsOfDepartment,
  setDepartmentClosed,
  setPostClosed,
} from './queries.ts'
import { overlap } from './rules.ts'
import { postsByPerson } from './views.ts'

const ADMINISTRATOR = { post: ['administrator'] } as const

const byOf = ({ who }: Act): string | null => (who.kind === 'person' ? who.id : null)

/** Adds the departments that the pack in service names; those that are there stay as they are. */
export const loadDepartments = action(
  'office.load-departments',
  ADMINISTRATOR,
  Type.Object({}),
  async (act): Promise<{ readonly added: number }> => {
    const pack = await packInService(act)
    const named = [...pack.departments.values()].filter(({ unnamed }) => !unnamed)
    const rows = named.map(({ label }) => ({ id: newId(act.now), name_zh: label.zh, name_en: label.en }))
    const added = await insertDepartments(act.db, rows)
    for (const { id, name_zh, name_en } of added)
      await act.record('office.department-added', { object: ['office.department', id], after: { name: name_zh, nameEnglish: name_en } })
    await act.record('office.departments-loaded', { object: ['edition.pack', pack.hash], details: { added: added.length } })
    return { added: added.length }
  },
)

const nameGiven = (field: string, text: string): string => text.trim() || failAt(field, 'office.name-missing', {})

/** Adds one department. */
export const addDepartment = action(
  'office.add-department',
  ADMINISTRATOR,
  AddDepartment,
  async (act, input): Promise<{ readonly id: string }> => {
    const after = { name: nameGiven('name', input.name), nameEnglish: nameGiven('nameEnglish', input.nameEnglish) }
    const [added] = await insertDepartments(act.db, [{ id: newId(act.now), name_zh: after.name, name_en: after.nameEnglish }])
    if (!added) return failAt('name', 'office.department-there', { name: after.name })
    await act.record('office.department-added', { object: ['office.department', added.id], after })
    return { id: added.id }
  },
)

const departmentHeld = async (act: Act, id: string) =>
  (isId(id) && (await departmentForUpdate(act.db, id))) || fail('office.department-unknown', {})

/** Closes a department whose posts are all closed; nobody can get a post in it until it is opened again. */
export const closeDepartment = action('office.close-department', ADMINISTRATOR, OfDepartment, async (act, input): Promise<void> => {
  const { id, name_zh, closed_on } = await departmentHeld(act, input.department)
  if (closed_on !== null) fail('office.department-closed', { name: name_zh })
  const open = (await postsOfDepartment(act.db, id)).filter((post) => post.closed_on === null)
  if (open.length > 0) fail('office.department-used', { name: name_zh, count: open.length })
  await setDepartmentClosed(act.db, id, act.today)
  await act.record('office.department-closed', {
    object: ['office.department', id],
    before: { closedOn: null },
    after: { closedOn: act.today },
  })
})

export const reopenDepartment = action('office.reopen-department', ADMINISTRATOR, OfDepartment, async (act, input): Promise<void> => {
  const { id, closed_on } = await departmentHeld(act, input.department)
  await setDepartmentClosed(act.db, id, null)
  await act.record('office.department-reopened', {
    object: ['office.department', id],
    before: { closedOn: closed_on },
    after: { closedOn: null },
  })
})

/** Adds a post. What it is there for never changes afterwards: another post takes its place. */
export const addPost = action('office.add-post', ADMINISTRATOR, AddPost, async (act, input): Promise<{ readonly id: string }> => {
  const department = await departmentHeld(act, input.department)
  const after = {
    title: nameGiven('title', input.title),
    titleEnglish: nameGiven('titleEnglish', input.titleEnglish),
    roles: ROLES.filter((role) => input.roles.includes(role)),
  }
  if (after.roles.length === 0 || after.roles.length < new Set(input.roles).size) failAt('roles', 'office.roles', {})
  if (department.closed_on !== null) fail('office.department-closed', { name: department.name_zh })
  const id = newId(act.now)
  const row = { id, department_id: department.id, title_zh: after.title, title_en: after.titleEnglish, roles: after.roles }
  if (!(await insertPost(act.db, row))) failAt('title', 'office.post-there', { title: after.title })
  await act.record('office.post-added', { object: ['office.post', id], after: { department: department.id, ...after } })
  return { id }
})

const postHeld = async (act: Act, id: string) => (isId(id) && (await postForUpdate(act.db, id))) || fail('office.post-unknown', {})

/** Closes a post that nobody holds. */
export const closePost = action('office.close-post', ADMINISTRATOR, OfPost, async (act, input): Promise<void> => {
  const { id, title_zh, closed_on } = await postHeld(act, input.post)
  if (closed_on !== null) fail('office.post-closed', { title: title_zh })
  const held = await liveAssignments(act.db, id, act.today)
  if (held.length > 0) fail('office.post-held', { title: title_zh, count: held.length })
  await setPostClosed(act.db, id, act.today)
  await act.record('office.post-closed', { object: ['office.post', id], before: { closedOn: null }, after: { closedOn: act.today } })
})

export const reopenPost = action('office.reopen-post', ADMINISTRATOR, OfPost, async (act, input): Promise<void> => {
  const { id, department_id, closed_on } = await postHeld(act, input.post)
  const department = await departmentHeld(act, department_id)
  if (department.closed_on !== null) fail('office.department-closed', { name: department.name_zh })
  await setPostClosed(act.db, id, null)
  await act.record('office.post-reopened', { object: ['office.post', id], before: { closedOn: closed_on }, after: { closedOn: null } })
})

/** The person that an id, an e-mail address or a staff number names. */
const personNamed = async (act: Act, name: string): Promise<PersonEntry> => {
  const text = name.trim()
  const own = (each: PersonEntry): boolean => [each.email, each.staffNumber].includes(text) || each.email === text.toLowerCase()
  const id = isId(text) ? text : text === '' ? '' : ((await peopleFound(act, text, 20)).find(own)?.id ?? '')
  return (await personHeld(act, id)) ?? failAt('person', 'office.nobody', { person: text })
}

/** The days that were asked for; refuses those that are none, a beginning in the past and an end before it. */
const spanGiven = (act: Act, { from, to }: Pick<Assign, 'from' | 'to'>): { readonly from: string; readonly to: string | null } => {
  const day = (field: string, text: string): string => dayOf(text) ?? failAt(field, 'office.day', { day: text })
  const span = { from: from ? day('from', from) : act.today, to: to ? day('to', to) : null }
  if (span.from < act.today) failAt('from', 'office.day-past', { today: act.today })
  if (span.to !== null && span.to < span.from) failAt('to', 'office.days-order', {})
  return span
}

/** Who gives a post (null: the operator), and the session of whoever gets it that goes on (null: none does). */
export type Giving = { readonly by: string | null; readonly session: string | null }

/** Gives somebody a post, for good or until a day, in their own right or acting for another. Refused to whoever would give it to themself. */
export const givePost = async (
  act: Act,
  input: Assign,
  { by, session }: Giving,
): Promise<{ readonly id: string; readonly person: string }> => {
  const post = await postHeld(act, input.post)
  if (post.closed_on !== null) fail('office.post-closed', { title: post.title_zh })
  const person = await personNamed(act, input.person)
  if (person.id === by) fail('office.oneself', {})
  if (person.disabled) failAt('person', 'office.person-disabled', { person: person.name })
  const [span, acting, reason] = [spanGiven(act, input), input.acting === true, input.reason?.trim() ?? '']
  if (acting && reason === '') failAt('reason', 'office.reason-missing', {})
  if (acting && span.to === null) failAt('to', 'office.acting-end', {})
  const others = (await liveAssignments(act.db, post.id, act.today)).filter(({ user_id }) => user_id === person.id)
  if (others.some((each) => overlap(span, { from: each.from_on, to: each.to_on })))
    failAt('person', 'office.held-already', { person: person.name, title: post.title_zh })

  const id = newId(act.now)
  const row = { id, post_id: post.id, user_id: person.id, acting, reason, from_on: span.from, to_on: span.to }
  await insertAssignment(act.db, { ...row, granted_by: by, granted_at: act.now })
  await endSessionsOf(act, person.id, session)
  const title = { zh: post.title_zh, en: post.title_en }
  notify(act, { user: person.id, kind: 'office.post-given', params: { from: span.from, post: title }, link: '/my' })
  await act.record('office.assigned', {
    object: ['office.assignment', id],
    before: null,
    after: { post: post.id, person: person.id, roles: post.roles as Role[], acting, reason, ...span },
  })
  return { id, person: person.id }
}

export const assign = action('office.assign', ADMINISTRATOR, Assign, (act, input) => givePost(act, input, { by: byOf(act), session: null }))

/** Ends an assignment today. Refused for the last administrator for good. */
export const endAssignment = action(
  'office.end-assignment',
  ADMINISTRATOR,
  EndAssignment,
  async (act, input): Promise<{ readonly person: string }> => {
    const found = (isId(input.assignment) && (await assignmentById(act.db, input.assignment))) || fail('office.assignment-unknown', {})
    const reason = input.reason.trim() || failAt('reason', 'office.reason-missing', {})
    await personHeld(act, found.user_id)
    const lasting = await administratorsHeld(act.db, act.today)
    if (lasting.some(({ assignment }) => assignment === found.id) && lasting.length === 1) fail('office.last-administrator', {})
    if (!(await markEnded(act.db, found.id, byOf(act), act.now))) fail('office.over-already', {})
    await endSessionsOf(act, found.user_id)
    const title = { zh: found.title_zh, en: found.title_en }
    notify(act, { user: found.user_id, kind: 'office.post-ended', params: { post: title }, link: '/my' })
    await act.record('office.assignment-ended', {
      object: ['office.assignment', found.id],
      before: { post: found.post_id, person: found.user_id, from: found.from_on, to: found.to_on },
      after: null,
      details: { reason },
    })
    return { person: found.user_id }
  },
)

const heldOrFail = async (act: Act, id: string): Promise<PersonEntry> => (await personHeld(act, id)) ?? fail('office.person-unknown', {})

/** Switches an account off and ends its sessions; posts and history stay. Refused for oneself and for the last administrator for good. */
export const disablePerson = action('office.disable-person', ADMINISTRATOR, DisablePerson, async (act, input): Promise<void> => {
  const person = await heldOrFail(act, input.person)
  const reason = input.reason.trim() || failAt('reason', 'office.reason-missing', {})
  if (person.id === byOf(act)) fail('office.oneself-off', {})
  if (person.disabled) fail('office.person-disabled', { person: person.name })
  const lasting = await administratorsHeld(act.db, act.today)
  if (lasting.length > 0 && lasting.every((each) => each.person === person.id)) fail('office.last-administrator', {})
  await switchAccount(act, person.id, false)
  await act.record('office.person-disabled', {
    object: ['identity.user', person.id],
    before: { disabled: false },
    after: { disabled: true },
    details: { reason },
  })
})

export const enablePerson = action('office.enable-person', ADMINISTRATOR, OfPerson, async (act, input): Promise<void> => {
  const person = await heldOrFail(act, input.person)
  if (!person.disabled) fail('office.person-enabled', { person: person.name })
  await switchAccount(act, person.id, true)
  await act.record('office.person-enabled', {
    object: ['identity.user', person.id],
    before: { disabled: true },
    after: { disabled: false },
  })
})

const MOST_LISTED = 10_000

/** Everybody whom a list's filters leave, with the posts they hold, for an export; that it was taken is recorded. */
export const listPeople = action('office.list-people', ADMINISTRATOR, ListWish, async (act, wish) => {
  const rows = await peopleListedWhole(act, wish, MOST_LISTED)
  await act.record('office.people-listed', {
    object: ['identity.user', 'all'],
    details: { filters: wish.filters ?? {}, rows: rows.length },
  })
  return {
    rows,
    posts: await postsByPerson(
      act,
      rows.map(({ key }) => key),
    ),
  }
})
