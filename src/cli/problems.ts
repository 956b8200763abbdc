import type { FactProblem } from '../core/facts.ts'
import type { Problem } from '../population/messages.ts'
import { type Io, paint } from './command.ts'

const SHOWN = 50

/** One problem as a line; answers with the exit code. */
export const showProblem = (io: Io, { code, message }: Problem): number => {
  io.err(`${paint(io, 'red', code)}  ${message[io.language]}`)
  return 1
}

/** What is wrong with facts, for people and with `json` for machines as well. */
export const showProblems = (problems: readonly FactProblem[], io: Io, json: boolean): void => {
  if (json)
    io.out(JSON.stringify({ errors: problems.map(({ code, fact, message }) => ({ code, fact, message: message[io.language] })) }, null, 2))
  for (const each of problems.slice(0, SHOWN)) showProblem(io, each)
  if (problems.length > SHOWN) io.err(`… ${problems.length - SHOWN}`)
}
