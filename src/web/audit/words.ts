/** How the record is read: what its codes and names mean, and the columns of its list. */
import { recorded } from '../../app.ts'
import type { AuditEvent } from '../../core/evidence/event.ts'
import type { Text } from '../../core/messages.ts'
import type { Names, Standings } from '../../modules/audit/index.ts'
import type { ListColumnView } from '../parts/list.tsx'

const same = (text: string): Text => ({ zh: text, en: text })

/** An actor as people read it: a person by name, the command line by what was done there. */
export const actorText = (actor: string, names: Names): Text => {
  const name = names[actor]
  if (name !== undefined) return same(name)
  if (actor === 'visitor') return { zh: '访客', en: 'a visitor' }
  const [, operator] = /^operator:(.*)$/.exec(actor) ?? []
  return operator === undefined ? same(actor) : { zh: `系统（${operator}）`, en: `the system (${operator})` }
}

const NOWHERE: Standings = { posts: {}, enterprises: {} }

/** A thing as people read it: an account by the name of its person, a post by its title, an enterprise by its name, others by their id. */
export const objectText = (type: string, id: string, names: Names, { posts, enterprises }: Standings = NOWHERE): Text => {
  const post = type === 'office.post' ? posts[id]?.text : undefined
  const name = type === 'identity.user' ? names[`person:${id}`] : type === 'party.enterprise' ? enterprises[id] : undefined
  return post ?? same(name ?? (id.length > 24 ? `${id.slice(0, 24)}…` : id))
}

/** In which capacity something was done: the post by department and title, the enterprise by name and code. Null for neither. */
export const standingText = ({ post, onBehalfOf }: AuditEvent, { posts, enterprises }: Standings): Text | null => {
  if (post !== null) return posts[post]?.text ?? same(post)
  if (onBehalfOf === null) return null
  const name = enterprises[onBehalfOf]
  return same(name === undefined ? onBehalfOf : `${name} ${onBehalfOf}`)
}

/** What a code of the record is called; nothing for one that an earlier program wrote. */
export const eventText = (code: string): Text | null => recorded.events[code] ?? null
export const objectTypeText = (code: string): Text | null => recorded.objects[code] ?? null
export const dutyText = (code: string): Text | null => recorded.duties[code] ?? null

/** The address of an event and of a thing. */
export const eventPath = (place: string): string => `/audit/events/${place}`
export const objectPath = (type: string, id: string): string => `/audit/objects?${new URLSearchParams({ type, id })}`

/** Events that a page can wait for. */
export const MOST_WALKED = 200_000

const label = (zh: string, en: string): Text => ({ zh, en })
const choicesOf = (words: Readonly<Record<string, Text>>) => Object.entries(words).map(([value, text]) => ({ value, text }))

export const eventColumns: readonly ListColumnView[] = [
  { name: 'at', label: label('时间', 'When'), filter: 'range' },
  { name: 'actor', label: label('谁', 'Who'), filter: 'text', sortable: false },
  { name: 'event', label: label('做了什么', 'What'), filter: 'choice', choices: choicesOf(recorded.events), sortable: false },
  {
    name: 'objectType',
    label: label('对象类别', 'Kind of thing'),
    filter: 'choice',
    choices: choicesOf(recorded.objects),
    sortable: false,
  },
  { name: 'objectId', label: label('对象', 'Thing'), filter: 'text', sortable: false },
  { name: 'onBehalfOf', label: label('代表企业', 'For the enterprise'), filter: 'text', sortable: false, folded: true },
  { name: 'post', label: label('岗位', 'Post'), filter: 'text', sortable: false, folded: true },
  { name: 'action', label: label('操作', 'Action'), filter: 'text', sortable: false, folded: true },
]
