import { fail } from '../../kernel/messages.ts'
import type { Look } from '../../kernel/module.ts'
import type { Person } from '../../kernel/who.ts'

/** The person who asks: what is done for an enterprise or judged about one is done by somebody with a name. */
export const personIn = ({ who }: Look): Person => (who.kind === 'person' ? who : fail('kernel.sign-in', {}))
