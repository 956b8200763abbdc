/** Invitations to an account with posts, as administrators see them. */
import { Type } from 'typebox'
import { type View, view, type Waiting } from '../../kernel/module.ts'
import { invitationsOpen } from '../identity/index.ts'
import { type OfferedPost, postsOffered } from './views.ts'

const ADMINISTRATOR = { post: ['administrator'] } as const
const Nothing = Type.Object({})

/** An invitation that was not accepted yet; `posts`: what it promises of what can still be given. */
export type OwnInvitation = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly invitedBy: string | null
  readonly expiresOn: string
  readonly posts: readonly OfferedPost[]
  /** The enterprise whose first administrator it is to bring in, by its code. */
  readonly firstAdminOf: string | null
}

/** Open invitations, and the posts there are to promise. */
export const invitations = view(
  'office.invitations',
  ADMINISTRATOR,
  Nothing,
  async (look): Promise<{ readonly invitations: readonly OwnInvitation[]; readonly posts: readonly OfferedPost[] }> => {
    const posts = await postsOffered(look)
    const open = await invitationsOpen(look, null)
    return {
      posts,
      invitations: open.map(({ grants, expiresAt, ...each }) => ({
        ...each,
        expiresOn: look.dayOf(expiresAt),
        firstAdminOf:
          grants.map(({ kind, enterprise }) => (kind === 'member' && typeof enterprise === 'string' ? enterprise : null)).find(Boolean) ??
          null,
        posts: posts.filter(({ id }) => grants.some(({ kind, post }) => kind === 'post' && post === id)),
      })),
    }
  },
)

/** Invitations that nobody has accepted yet. */
export const invitationsWaiting: View<typeof Nothing, Waiting> = view(
  'office.invitations-waiting',
  ADMINISTRATOR,
  Nothing,
  async (look) => {
    const { length } = await invitationsOpen(look, null)
    return {
      count: length,
      text: {
        zh: `${length} 份邀请还没有接受`,
        en: `${length} ${length === 1 ? 'invitation has' : 'invitations have'} not been accepted yet`,
      },
      page: '/admin/invitations',
    }
  },
)
