import { afterAll } from 'vitest'

const ends: (() => unknown)[] = []
// Registered while the file is collected: within a test `afterAll` would be passed over without a word.
afterAll(async () => {
  for (const end of ends.reverse()) await end()
})

/** Has something done after the last test of this file, the latest first; may be called from anywhere, also within a test. */
export const atEnd = (end: () => unknown): void => void ends.push(end)
