import type { Look } from '../../kernel/module.ts'
import { tokenHash } from '../../kernel/random.ts'
import type { Bearer } from './contract.ts'
import { sessionByHash } from './queries.ts'
import { hasLapsed } from './rules.ts'

/** Whom a session's token belongs to; null if it is nobody's, was ended or has had its time. */
export const bearerOfSession = async (look: Look, token: string): Promise<Bearer | null> => {
  const row = await sessionByHash(look.db, tokenHash(token))
  if (!row || hasLapsed({ createdAt: row.created_at, seenAt: row.seen_at }, look.now)) return null
  return { user: row.user_id, name: row.name, session: row.id, key: null, strong: row.strong_at !== null, uses: null }
}
