/** Where somebody goes on after signing in. */
import type { App } from '../../app.ts'
import { dormantPosts } from '../../modules/office/index.ts'
import { at, languageOfPath } from '../language.ts'
import { localPath } from '../local-path.ts'
import { goOnWith } from '../session.ts'

/** The page they came for, else the one that says who they are here; in the language of the page they are on. */
export const nextAfter = (request: Request): string =>
  localPath(new URL(request.url).searchParams.get('to'), at('/my', languageOfPath(new URL(request.url).pathname)))

/** A page of the way in that leads on to the same place, in its language. */
const by = (path: string, to: string): string => `${at(path, languageOfPath(to))}?to=${encodeURIComponent(to)}`

/** Goes on with a session that has just begun: to the second step if one is owed, to its set-up if a post waits for it, else to the page they came for. */
export const goOnEntered = async (app: App, token: string, to: string): Promise<Response> => {
  const who = await app.recognise(token)
  if (who.kind === 'visitor' && who.halfway) return goOnWith(token, by('/sign-in/second', to))
  const waits = who.kind === 'person' && (await app.perform(who, dormantPosts, {})).length > 0
  return goOnWith(token, waits ? by('/account/second-factor', to) : to)
}
