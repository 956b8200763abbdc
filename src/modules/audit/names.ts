/** What the record's ids are called today: persons, posts and enterprises. */
import type { AuditEvent } from '../../core/evidence/event.ts'
import type { Look } from '../../kernel/module.ts'
import { peopleByIds } from '../identity/index.ts'
import { postsNamed } from '../office/index.ts'
import { enterprisesNamed } from '../party/index.ts'
import type { Names, Standings } from './contract.ts'

export const PERSON = 'person:'
const ACCOUNT = 'identity.user'
const POST = 'office.post'
const ENTERPRISE = 'party.enterprise'

/** The names of those actors of a record who are persons, and of those whose accounts it was about. */
export const namesOf = async (
  look: Look,
  actors: readonly string[],
  objects: readonly (readonly [type: string, id: string])[] = [],
): Promise<Names> => {
  const acted = actors.filter((actor) => actor.startsWith(PERSON)).map((actor) => actor.slice(PERSON.length))
  const ids = [...acted, ...objects.flatMap(([type, id]) => (type === ACCOUNT ? [id] : []))]
  const people = await peopleByIds(look, ids)
  return Object.fromEntries([...people].map(([id, { name }]) => [`${PERSON}${id}`, name]))
}

/** The posts and enterprises in whose capacity events were done, and those they were about. */
export const standingsOf = async (
  look: Look,
  events: readonly Pick<AuditEvent, 'object' | 'post' | 'onBehalfOf'>[],
): Promise<Standings> => {
  const about = (type: string) => events.flatMap(({ object }) => (object[0] === type ? [object[1]] : []))
  const posts = await postsNamed(look, [...new Set([...events.flatMap(({ post }) => post ?? []), ...about(POST)])])
  const enterprises = await enterprisesNamed(look, [
    ...new Set([...events.flatMap(({ onBehalfOf }) => onBehalfOf ?? []), ...about(ENTERPRISE)]),
  ])
  return { posts: Object.fromEntries(posts.map((post) => [post.id, post])), enterprises: Object.fromEntries(enterprises) }
}
