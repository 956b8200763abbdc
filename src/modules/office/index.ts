import type { Module } from '../../kernel/module.ts'
import { loadDepartments } from './actions.ts'
import { invitationsWaiting } from './invitations.ts'
import { messages } from './messages.ts'
import { recorded } from './recorded.ts'
import { migrations } from './tables.ts'
import { departmentsWaiting, installation, messagesFailed, postsVacant } from './waiting.ts'

export {
  addDepartment,
  addPost,
  assign,
  closeDepartment,
  closePost,
  disablePerson,
  enablePerson,
  endAssignment,
  givePost,
  listPeople,
  loadDepartments,
  reopenDepartment,
  reopenPost,
} from './actions.ts'
export * from './contract.ts'
export { dormantPosts } from './dormant.ts'
export { departmentsById, holdersAnywhere, holdersOf, type NamedDepartment } from './holders.ts'
export { invitations, type OwnInvitation } from './invitations.ts'
export { countingPosts, departmentsOf, wantsStrong } from './rules.ts'
export {
  type DepartmentPage,
  type DepartmentsPage,
  department,
  departmentNames,
  departments,
  myPosts,
  type NamedPost,
  type OfferedPost,
  type PeoplePart,
  type PersonPage,
  people,
  person,
  postsNamed,
  postsOf,
  postsOffered,
} from './views.ts'

export const office: Module = {
  name: 'office',
  uses: ['identity', 'edition', 'notification'],
  migrations,
  messages,
  recorded,
  routes: [],
  hears: { 'edition.in-service': loadDepartments },
  firstJobs: [messagesFailed, invitationsWaiting, departmentsWaiting, postsVacant].map((view) => ({ room: 'admin', view })),
  health: installation,
}
