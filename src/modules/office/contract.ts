import { type Static, Type } from 'typebox'
import type { Text } from '../../core/messages.ts'
import type { Role } from '../../kernel/who.ts'

const Id = Type.String({ maxLength: 36 })
const Name = Type.String({ maxLength: 100 })
const Day = Type.String({ maxLength: 10, description: 'a day such as 2026-06-30' })

export const AddDepartment = Type.Object({ name: Name, nameEnglish: Name })
export const OfDepartment = Type.Object({ department: Id })
export const AddPost = Type.Object({
  department: Id,
  title: Name,
  titleEnglish: Name,
  roles: Type.Array(Type.String({ maxLength: 20 }), { maxItems: 10 }),
})
export const OfPost = Type.Object({ post: Id })
export const Assign = Type.Object({
  post: Id,
  person: Type.String({ maxLength: 200, description: 'id, e-mail address or staff number' }),
  acting: Type.Optional(Type.Boolean({ description: 'stands in for whoever holds the post; then reason and end are needed' })),
  reason: Type.Optional(Type.String({ maxLength: 500 })),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
})
export type Assign = Static<typeof Assign>
export const EndAssignment = Type.Object({ assignment: Id, reason: Type.String({ maxLength: 500 }) })
export const OfPerson = Type.Object({ person: Id })
export const DisablePerson = Type.Object({ person: Id, reason: Type.String({ maxLength: 500 }) })

/** A department; `posts` and `people`: how many are open and how many hold one today. */
export type Department = {
  readonly id: string
  readonly name: Text
  readonly closedOn: string | null
  readonly posts: number
  readonly people: number
}

export type Post = { readonly id: string; readonly title: Text; readonly roles: readonly Role[]; readonly closedOn: string | null }

/** `coming`: its first day is not there yet; `over`: it was ended or its last day has passed. */
export type AssignmentState = 'held' | 'coming' | 'over'

/** Who holds a post, from when to when, and who said so. Names are null where the operator did. */
export type Assignment = {
  readonly id: string
  readonly post: Post & { readonly department: { readonly id: string; readonly name: Text } }
  readonly person: { readonly id: string; readonly name: string }
  readonly acting: boolean
  readonly reason: string
  readonly from: string
  readonly to: string | null
  readonly state: AssignmentState
  readonly grantedBy: string | null
  readonly endedBy: string | null
  readonly endedAt: string | null
}
