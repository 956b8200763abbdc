import { Type } from 'typebox'
import { view } from '../../kernel/module.ts'
import type { HeldPost } from '../../kernel/who.ts'
import { postsOf } from './views.ts'

/** The posts that somebody holds but that do not count in this session, because they want a second factor. */
export const dormantPosts = view('office.dormant-posts', 'person', Type.Object({}), async (look): Promise<readonly HeldPost[]> => {
  const { who } = look
  if (who.kind !== 'person') return []
  return (await postsOf(look, who.id)).filter(({ id }) => !who.posts.some((post) => post.id === id))
})
