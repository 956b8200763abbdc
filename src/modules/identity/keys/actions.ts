import { Type } from 'typebox'
import { dayOf } from '../../../core/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { action } from '../../../kernel/module.ts'
import { newToken, tokenHash } from '../../../kernel/random.ts'
import { demandProof, tellOwner } from '../proof.ts'
import { signedIn } from '../signed-in.ts'
import { type Key, MakeKey, RevokeKey } from './contract.ts'
import { fail } from './messages.ts'
import { insertKey, isStrongSession, markRevoked, markUsed, ownKeyForUpdate } from './queries.ts'
import { keyText, lastDayFrom, mayExpireOn } from './rules.ts'

/** Makes a key for a machine. Its text is answered once and can never be had again. */
export const makeKey = action(
  'identity.make-key',
  'person',
  MakeKey,
  async (act, input): Promise<{ readonly text: string; readonly name: string }> => {
    const person = signedIn(act)
    const name = input.name.trim()
    if (name === '') fail('identity.key-name', {})
    if (input.uses.length === 0) fail('identity.key-uses', {})
    const expiresOn = dayOf(input.expiresOn)
    if (expiresOn === null || !mayExpireOn(expiresOn, act.today))
      return fail('identity.key-expiry', { first: act.today, last: lastDayFrom(act.today) })

    await demandProof(act)
    const [id, secret] = [newId(act.now), newToken()]
    const strong = person.session !== null && (await isStrongSession(act.db, person.session))
    await insertKey(act.db, {
      id,
      user_id: person.id,
      name,
      uses: [...input.uses],
      secret_hash: tokenHash(secret),
      strong,
      made_at: act.now,
      expires_on: expiresOn,
    })
    await act.record('identity.key-made', {
      object: ['identity.key', id],
      before: null,
      after: { name, uses: input.uses, expiresOn, strong },
    })
    tellOwner(act, person.id, 'key-made')
    return { text: keyText(id, secret), name }
  },
)

/** Ends one of one's own keys for good; ending it again changes nothing. */
export const revokeKey = action('identity.revoke-key', 'person', RevokeKey, async (act, { key: id }): Promise<Key> => {
  const key = (await ownKeyForUpdate(act.db, signedIn(act).id, id)) ?? fail('identity.key-not-there', {})
  const revoked = { ...key, revokedAt: key.revokedAt ?? act.now }
  await markRevoked(act.db, key.id, revoked.revokedAt)
  await act.record('identity.key-revoked', { object: ['identity.key', key.id], before: key, after: revoked })
  return revoked
})

/** Notes that a key was used; the door does so at most once a minute. */
export const noteKeyUse = action('identity.note-key-use', 'operate', Type.Object({ key: Type.String() }), async (act, { key }) => {
  await markUsed(act.db, key, act.now)
  await act.record('identity.key-used', { object: ['identity.key', key] })
})
