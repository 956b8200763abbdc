/** To the sign-in provider and back: two addresses that lead on, or say why not. */
import { type LoaderFunctionArgs, redirect } from 'react-router'
import { enterThroughProvider } from '../../app/invitations.ts'
import type { Who } from '../../kernel/who.ts'
import { type Site, siteContext } from '../context.ts'
import { at, languageOfPath } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { forgetWay, keepWay, replacedBy, wayIn } from '../session.ts'
import { goOnEntered, nextAfter } from './next.ts'

const DOOR: Who = { kind: 'operator', name: 'sign-in' }

/** Where the provider sends people back to, in the language they read: both addresses are registered there. */
const backTo = ({ origin }: Site, request: Request): string =>
  origin + at('/sign-in/provider/back', languageOfPath(new URL(request.url).pathname))

const begin = async (site: Site, request: Request): Promise<Response> => {
  if (!site.provider) throw redirect('/sign-in', 303)
  const { address, kept } = await site.provider.begin(backTo(site, request), nextAfter(request))
  return new Response(null, { status: 303, headers: { location: address, 'set-cookie': keepWay(kept) } })
}

const finish = async (site: Site, request: Request): Promise<Response> => {
  const { app, provider, device, who } = site
  if (!provider) throw redirect('/sign-in', 303)
  const arrived = new URL(backTo(site, request))
  arrived.search = new URL(request.url).search
  const { claims, idToken, to } = await provider.finish(arrived, wayIn(request))
  const entrance = { claims, idToken, device, language: languageOfPath(new URL(request.url).pathname), replaces: replacedBy(who) }
  const token = await app.perform(DOOR, enterThroughProvider, entrance)
  const answer = await goOnEntered(app, token, to)
  answer.headers.append('set-cookie', forgetWay)
  return answer
}

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(() => {
    const site = context.get(siteContext)
    return new URL(request.url).pathname.endsWith('/back') ? finish(site, request) : begin(site, request)
  })

/** Nothing is ever shown: whoever is not led on reads why. */
export default function Provider() {
  return null
}
