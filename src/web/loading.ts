import { data } from 'react-router'
import type { Text } from '../core/messages.ts'
import { Failure, httpStatusOf } from '../kernel/failure.ts'
import { fail } from '../kernel/messages.ts'
import type { Person, Who } from '../kernel/who.ts'

/** A failure as a page shows it. */
export type Trouble = { readonly kind: Failure['kind']; readonly code: string; readonly text: Text; readonly fields: Failure['fields'] }
export const troubleOf = ({ kind, code, text, fields }: Failure): Trouble => ({ kind, code, text, fields })

/** Turns a failure into the page for its kind; anything else is a bug and goes on. */
export const orTrouble = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Failure) throw data(troubleOf(error), { status: httpStatusOf[error.kind] })
    throw error
  }
}

/** The fields of a form as texts; at most a thousand, each cut at `longest` characters. */
export const fieldsOf = async (request: Request, longest = 500): Promise<ReadonlyMap<string, string>> => {
  const form = await request.formData().catch(() => new FormData())
  return new Map(
    [...form]
      .slice(0, 1000)
      .flatMap(([name, value]) => (typeof value === 'string' ? [[name.slice(0, 200), value.slice(0, longest)] as const] : [])),
  )
}

/** The person a page belongs to, where its right has seen to it that there is one. */
export const personIn = (who: Who): Person => (who.kind === 'person' ? who : fail('kernel.sign-in', {}))
