/** How the record is read: who a name in it means, and the columns of its list. */
import type { Text } from '../../core/messages.ts'
import type { Names } from '../../modules/audit/index.ts'
import type { ListColumnView } from '../parts/list.tsx'

/** An actor as people read it: a person by name, others as the record names them. */
export const actorText = (actor: string, names: Names): string => names[actor] ?? actor

/** The address of an event and of a thing. */
export const eventPath = (place: string): string => `/audit/events/${place}`
export const objectPath = (type: string, id: string): string => `/audit/objects?${new URLSearchParams({ type, id })}`

const label = (zh: string, en: string): Text => ({ zh, en })

export const eventColumns: readonly ListColumnView[] = [
  { name: 'at', label: label('时间', 'When'), filter: 'range' },
  { name: 'actor', label: label('谁', 'Who'), filter: 'text', sortable: false },
  { name: 'event', label: label('做了什么', 'What'), filter: 'text', sortable: false },
  { name: 'objectType', label: label('对象类别', 'Kind of thing'), filter: 'text', sortable: false },
  { name: 'objectId', label: label('对象', 'Thing'), filter: 'text', sortable: false },
  { name: 'onBehalfOf', label: label('代表企业', 'For the enterprise'), filter: 'text', sortable: false, folded: true },
  { name: 'post', label: label('岗位', 'Post'), filter: 'text', sortable: false, folded: true },
  { name: 'action', label: label('操作', 'Action'), filter: 'text', sortable: false, folded: true },
]
