import { expect } from 'vitest'
import type { Failure } from '../src/kernel/failure.ts'

/** The failure with which a piece of work is refused; the test fails if it is not. */
export const refusalOf = (work: Promise<unknown>): Promise<Failure> =>
  work.then(
    () => expect.unreachable('this should have been refused'),
    (error: Failure) => error,
  )
