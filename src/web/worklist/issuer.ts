import type { Text } from '../../core/messages.ts'
import type { Who } from '../../kernel/who.ts'

/** The post in which a planner draws up a document. */
export const plannerPost = (who: Who): Text =>
  (who.kind === 'person' ? who.posts.find(({ roles }) => roles.includes('planner'))?.title : undefined) ?? { zh: '—', en: '—' }
