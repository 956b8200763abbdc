/** Signing in with a name and a password. Each step is a transaction of its own: hashing takes long, and must hold neither a connection nor a lock meanwhile. */
import { Type } from 'typebox'
import { action, type Perform } from '../../kernel/module.ts'
import { hashPassword, verifyPassword } from '../../kernel/password.ts'
import type { Who } from '../../kernel/who.ts'
import { attemptSucceeded, countAttempt } from './attempts.ts'
import { type Device, DeviceInput } from './contract.ts'
import { fail } from './messages.ts'
import { heldWithPassword, setPassword, userByName } from './queries.ts'
import { signInNameOf } from './rules/name.ts'
import { beginSession } from './sessions.ts'

/** Whoever signs in is nobody yet: the door does it for them. */
const DOOR: Who = { kind: 'operator', name: 'sign-in' }

const Name = Type.String({ minLength: 1, maxLength: 200 })

/** Lets somebody try, and says against which password; null where the name is nobody's, or has none. */
const tryName = action(
  'identity.try-name',
  'operate',
  Type.Object({ name: Name, address: Type.String() }),
  async (act, { name, address }) => {
    const read = signInNameOf(name)
    await countAttempt(act, { account: read.value, address })
    const found = await userByName(act.db, read)
    await act.record('identity.sign-in-tried', { object: ['identity.user', found?.id ?? 'nobody'], details: { address } })
    return found ?? null
  },
)

const Entrance = Type.Object({
  user: Type.String(),
  name: Name,
  device: DeviceInput,
  replaces: Type.Union([Type.String(), Type.Null()]),
  /** The hash that the password was found to be right against. */
  verified: Type.String(),
  /** The password hashed anew; null where the hash is as it should be. */
  rehashed: Type.Union([Type.String(), Type.Null()]),
})

const enter = action('identity.enter', 'operate', Entrance, async (act, { user, name, device, replaces, verified, rehashed }) => {
  // Hashing took a while: whoever's password was changed meanwhile, or account switched off, has not shown the one that counts.
  if ((await heldWithPassword(act.db, user))?.hash !== verified) fail('identity.sign-in', {})
  await attemptSucceeded(act, { account: signInNameOf(name).value, address: device.address })
  if (rehashed !== null) await setPassword(act.db, user, rehashed, act.now)
  return beginSession(act, user, { strong: false, device, replaces })
})

export type SignIn = {
  /** E-mail address, mobile number or staff number, as typed. */
  readonly name: string
  readonly password: string
  readonly device: Device
  /** The session this browser had before: it ends. */
  readonly replaces: string | null
}

/** The token of a new session. A name that nobody has and a wrong password get the same answer after the same work. */
export const signIn = async (perform: Perform, { name, password, device, replaces }: SignIn): Promise<string> => {
  const found = await perform(DOOR, tryName, { name, address: device.address })
  const { isRight, isOld } = await verifyPassword(password, found?.hash ?? null)
  if (!isRight || !found || found.hash === null) return fail('identity.sign-in', {})
  const rehashed = isOld ? await hashPassword(password) : null
  return perform(DOOR, enter, { user: found.id, name, device, replaces, verified: found.hash, rehashed })
}
