/** The hash functions of the record, as the machine has them. */
import { hash } from 'node:crypto'
import { HASHES, type HashName, type HexHash } from '../../core/evidence/event.ts'
import { fail } from '../messages.ts'

export const hexHashOf =
  (name: HashName): HexHash =>
  (text) =>
    hash(name, text, 'hex')

/** Which hash function new events and checkpoints use: SHA-256, unless the environment names SM3. */
export const hashNameOf = (environment: NodeJS.ProcessEnv): HashName => {
  const name = environment.PLANWRIGHT_HASH || HASHES[0]
  return (
    HASHES.find((each) => each === name) ?? fail('kernel.config', { name: 'PLANWRIGHT_HASH', value: name, expected: HASHES.join(', ') })
  )
}
