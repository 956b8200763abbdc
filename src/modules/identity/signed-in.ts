import { fail } from '../../kernel/messages.ts'
import type { Look } from '../../kernel/module.ts'
import type { Person } from '../../kernel/who.ts'

/** Whoever is signed in; what belongs to a person is refused to everybody else, the operator included. */
export const signedIn = ({ who }: Look): Person => (who.kind === 'person' ? who : fail('kernel.sign-in', {}))
