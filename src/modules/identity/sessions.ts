/** Sessions: how they begin, change their token and end. A token is told once, to the browser that keeps it; the table knows its hash. */
import { Type } from 'typebox'
import type { Db } from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import { type Act, action, type Look } from '../../kernel/module.ts'
import { newToken, tokenHash } from '../../kernel/random.ts'
import type { Device, SessionBearer } from './contract.ts'
import { fail } from './messages.ts'
import * as rows from './queries.ts'
import { hasLapsed, SEEN_MS } from './rules/session.ts'

/** Whom a session's token belongs to; null if it is nobody's, was ended or has had its time. */
export const bearerOfSession = async (look: Look, token: string): Promise<SessionBearer | null> => {
  const row = await rows.sessionByHash(look.db, tokenHash(token))
  if (!row || hasLapsed({ createdAt: row.created_at, seenAt: row.seen_at }, look.now)) return null
  return { user: row.user_id, name: row.name, session: row.id, key: null, strong: row.strong_at !== null, uses: null, seenAt: row.seen_at }
}

/** Writes that a session is alive, if nobody has for a minute. No action: it is not worth a record, and no request waits for it. */
export const keepAlive = async (db: Db, { session, seenAt }: Pick<SessionBearer, 'session' | 'seenAt'>, now: Date): Promise<void> => {
  const before = new Date(now.getTime() - SEEN_MS)
  if (seenAt < before) await rows.touchSession(db, session, now, before)
}

export type Beginning = {
  /** Whether a second factor was given. */
  readonly strong: boolean
  readonly device: Device
  /** The session this browser had before: it ends. */
  readonly replaces?: string | null
}

/** Begins a session of a user and answers with its token. Every sign-in has a new one, so that nobody can prepare it. */
export const beginSession = async (act: Act, user: string, { strong, device, replaces = null }: Beginning): Promise<string> => {
  if (replaces !== null) await endSession(act, replaces)
  const token = newToken()
  const id = newId(act.now)
  await rows.insertSession(act.db, {
    id,
    token_hash: tokenHash(token),
    user_id: user,
    strong_at: strong ? act.now : null,
    address: device.address,
    agent: device.agent.slice(0, 300),
    created_at: act.now,
    seen_at: act.now,
  })
  await act.record('identity.session-begun', { object: ['identity.session', id], after: { user, strong, ...device } })
  return token
}

/** Gives a session another token, because of what its user may do from now on; the old one is dead at once. `strong`: a second factor was given. */
export const renewSession = async (act: Act, session: string, { strong }: { readonly strong: boolean }): Promise<string> => {
  const token = newToken()
  if (!(await rows.renewSession(act.db, session, tokenHash(token), strong ? act.now : null))) fail('identity.session-over', {})
  await act.record('identity.session-renewed', { object: ['identity.session', session], details: { strong } })
  return token
}

const recordEnd = (act: Act, session: string): Promise<void> =>
  act.record('identity.session-ended', { object: ['identity.session', session] })

/** Ends a session; whether there was one to end. `user`: only if it is theirs. */
export const endSession = async (act: Act, session: string, user: string | null = null): Promise<boolean> => {
  const ended = await rows.endSession(act.db, session, act.now, user)
  if (ended) await recordEnd(act, session)
  return ended !== undefined
}

/** Ends every session of a user but one (null: every one), and answers how many there were. */
export const endSessionsOf = async (act: Act, user: string, except: string | null = null): Promise<number> => {
  const ended = await rows.endSessionsOf(act.db, user, act.now, except)
  for (const { id } of ended) await recordEnd(act, id)
  return ended.length
}

/** Ends the session of whoever asks; their browser has no token any more, whether there was a session or not. */
export const signOut = action('identity.sign-out', 'person', Type.Object({}), async (act) => {
  const { who } = act
  if (who.kind !== 'person' || who.session === null || !(await endSession(act, who.session, who.id))) fail('identity.session-over', {})
})

/** Ends every session of somebody, as for a device that was lost. */
export const endEverySession = action(
  'identity.end-every-session',
  { post: ['administrator'] },
  Type.Object({ user: Type.String({ format: 'uuid' }) }),
  async (act, { user }): Promise<void> => {
    if (!(await rows.userById(act.db, user))) fail('identity.user-unknown', {})
    const ended = await endSessionsOf(act, user)
    await act.record('identity.every-session-ended', { object: ['identity.user', user], details: { ended } })
  },
)
