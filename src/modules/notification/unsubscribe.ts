/** Refusing letters of one kind from within such a letter, without signing in (RFC 8058). */
import { type Static, Type } from 'typebox'
import { action, type Look, view } from '../../kernel/module.ts'
import { takeBack } from '../../kernel/seal.ts'
import { fail } from './messages.ts'
import { saveSetting, settingsChosen } from './queries.ts'
import { settingsOf } from './rules/channels.ts'
import { isKind, KINDS, type Kind, type KindName } from './rules/kinds.ts'

/** What the token in such a letter was sealed for, and what is in it. */
export const UNSUBSCRIBE = 'notification.unsubscribe'
export type Unsubscribe = { readonly user: string; readonly kind: KindName }

const Token = Type.Object({ token: Type.String({ maxLength: 1000 }) })

const opened = (look: Look, { token }: Static<typeof Token>): Unsubscribe => {
  const found = takeBack<Unsubscribe>(look.seal, UNSUBSCRIBE, token, look.now)
  return found !== null && isKind(found.kind) && !KINDS[found.kind].mandatory ? found : fail('notification.token', {})
}

/** What a token would refuse, and whether that is done already. */
export const unsubscribing = view(
  'notification.unsubscribing',
  'public',
  Token,
  async (look, input): Promise<Pick<Kind, 'name'> & { readonly isDone: boolean }> => {
    const { user, kind } = opened(look, input)
    const settings = settingsOf(await settingsChosen(look.db, user))
    return { name: KINDS[kind].name, isDone: !settings[kind].mail }
  },
)

/** No more letters of this kind. Doing it twice is doing it once. */
export const unsubscribe = action(UNSUBSCRIBE, 'public', Token, async (act, input): Promise<void> => {
  const { user, kind } = opened(act, input)
  const before = settingsOf(await settingsChosen(act.db, user))[kind]
  const after = { ...before, mail: false }
  await saveSetting(act.db, user, kind, after)
  await act.record('notification.unsubscribed', { object: ['identity.user', user], before: { kind, ...before }, after: { kind, ...after } })
})
