import { Type } from 'typebox'
import { type Look, view } from '../../../kernel/module.ts'
import { tokenHash } from '../../../kernel/random.ts'
import type { Bearer } from '../contract.ts'
import { canBeStrong } from '../factors/queries.ts'
import { signedIn } from '../signed-in.ts'
import type { Key, Me } from './contract.ts'
import { fail } from './messages.ts'
import { keysOfUser, keyWithSecret } from './queries.ts'
import { isWorthNoting, keyParts, lastDayFrom, vouchedSince } from './rules.ts'

/** Whom a key belongs to, and whether its use is to be noted; refuses one that is unknown, revoked or has expired. */
export const bearerOfKey = async (look: Look, text: string): Promise<{ readonly bearer: Bearer; readonly isToNote: boolean }> => {
  const parts = keyParts(text) ?? fail('identity.key-refused', {})
  const row = (await keyWithSecret(look.db, parts.id, tokenHash(parts.secret))) ?? fail('identity.key-refused', {})
  if (row.revoked_at !== null) fail('identity.key-revoked', {})
  if (row.expires_on < look.today) fail('identity.key-expired', { on: row.expires_on })
  const { user_id: user, name, uses, id: key } = row
  const strong = row.strong && (await canBeStrong(look.db, user, vouchedSince(look.now)))
  return { bearer: { user, name, session: null, key, strong, uses }, isToNote: isWorthNoting(row.used_at, look.now) }
}

/** One's keys, the newest first, with the last day that a new one may have. */
export const myKeys = view(
  'identity.my-keys',
  'person',
  Type.Object({}),
  async (look): Promise<{ readonly keys: readonly Key[]; readonly today: string; readonly lastDay: string }> => ({
    keys: await keysOfUser(look.db, signedIn(look).id),
    today: look.today,
    lastDay: lastDayFrom(look.today),
  }),
)

/** Who asks: what counts for them now. */
export const me = view('identity.me', 'person', Type.Object({}), async (look): Promise<Me> => {
  const { id, name, key, posts, memberships } = signedIn(look)
  return {
    id,
    name,
    key: key && { id: key.id, uses: [...key.uses] },
    posts: posts.map((post) => ({ ...post, roles: [...post.roles] })),
    memberships: [...memberships],
  }
})
