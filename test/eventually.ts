/** Waits for what happens beside the test: asks again until the answer holds, and fails with it if it never does. */
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'

const PATIENCE_MS = 20_000
const PAUSE_MS = 30

export const eventually = async <T>(ask: () => T | Promise<T>, holds: (answer: T) => boolean): Promise<T> => {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    const answer = await ask()
    if (holds(answer)) return answer
    if (Date.now() > until) return expect.unreachable(`it never came about; last: ${JSON.stringify(answer)}`)
    await sleep(PAUSE_MS)
  }
}
