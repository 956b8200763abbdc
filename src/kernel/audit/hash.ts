/** The hash functions of the record, as the machine has them. */
import { hash } from 'node:crypto'
import type { Hashing } from '../../core/evidence/checkpoint.ts'
import { HASHES, type HashName } from '../../core/evidence/event.ts'
import { fail } from '../messages.ts'

const made = (name: HashName): Hashing => ({
  text: (text) => hash(name, text, 'hex'),
  bytes: (bytes) => hash(name, bytes, 'buffer'),
})
const hashings: Readonly<Record<string, Hashing>> = { sha256: made('sha256'), sm3: made('sm3') } satisfies Record<HashName, Hashing>

/** Null for a hash function that the record does not use. */
export const hashingOf = (name: string): Hashing | null => (Object.hasOwn(hashings, name) ? hashings[name]! : null)

/** Which hash function new events and checkpoints use: SHA-256, unless the environment names SM3. */
export const hashNameOf = (environment: NodeJS.ProcessEnv): HashName => {
  const name = environment.PLANWRIGHT_HASH || HASHES[0]
  return (
    HASHES.find((each) => each === name) ?? fail('kernel.config', { name: 'PLANWRIGHT_HASH', value: name, expected: HASHES.join(', ') })
  )
}
