/** Passwords as they are kept: argon2id in the PHC string format, so that each hash says how it was made. */
import crypto from 'node:crypto'
import { promisify } from 'node:util'

/** OWASP's parameters: 19 MiB, two passes, one lane. Hashes made with others go on to be accepted, and are made again when their password is next typed. */
const MEMORY_KIB = 19_456
const PASSES = 2
const LANES = 1
const HASH_BYTES = 32
const SALT_BYTES = 16

/** Hashing is slow on purpose: no more than two at once, so that a rush at the door leaves processors for everybody inside. */
const AT_ONCE = 2
let running = 0
const waiting: (() => void)[] = []

const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

type Made = { readonly memory: number; readonly passes: number; readonly lanes: number; readonly salt: Buffer; readonly hash: Buffer }

const derive = (
  password: string,
  { memory, passes, lanes, salt, bytes }: Omit<Made, 'hash'> & { readonly bytes: number },
): Promise<Buffer> =>
  inTurn(() =>
    promisify(crypto.argon2)('argon2id', {
      // One password typed on two keyboards can be two sequences of code points.
      message: password.normalize('NFKC'),
      nonce: salt,
      memory,
      passes,
      parallelism: lanes,
      tagLength: bytes,
    }),
  )

const text64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

const FORM = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

const madeOf = (kept: string): Made => {
  const [, memory, passes, lanes, salt, hash] = FORM.exec(kept) ?? []
  if (salt === undefined || hash === undefined) throw new Error('a kept password is not in the form of argon2id')
  return {
    memory: Number(memory),
    passes: Number(passes),
    lanes: Number(lanes),
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  }
}

/** What is kept of a password: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = crypto.randomBytes(SALT_BYTES)
  const hash = await derive(password, { memory: MEMORY_KIB, passes: PASSES, lanes: LANES, salt, bytes: HASH_BYTES })
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${text64(salt)}$${text64(hash)}`
}

/** Nobody's: what is compared when there is no password, so that the work and the way are the same. */
const NOBODYS: Made = {
  memory: MEMORY_KIB,
  passes: PASSES,
  lanes: LANES,
  salt: crypto.randomBytes(SALT_BYTES),
  hash: crypto.randomBytes(HASH_BYTES),
}

/** Whether it is the password that was kept (null: nobody's, which none is), and whether it is to be hashed anew because the parameters have changed. */
export const verifyPassword = async (
  password: string,
  kept: string | null,
): Promise<{ readonly isRight: boolean; readonly isOld: boolean }> => {
  const made = kept === null ? NOBODYS : madeOf(kept)
  const found = await derive(password, { ...made, bytes: made.hash.length })
  const isOld = made.memory !== MEMORY_KIB || made.passes !== PASSES || made.lanes !== LANES || made.hash.length !== HASH_BYTES
  return { isRight: crypto.timingSafeEqual(found, made.hash) && kept !== null, isOld }
}
