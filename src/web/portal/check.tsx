import { type ActionFunctionArgs, data as answer, type LinksFunction, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Failure } from '../../kernel/failure.ts'
import { currentPack, standing } from '../../modules/measure/index.ts'
import { enterprise } from '../../modules/party/index.ts'
import { answeredContext, siteContext } from '../context.ts'
import { languageOfPath, useSay } from '../language.ts'
import { fieldsOf, orTrouble } from '../loading.ts'
import css from './check.css?url'
import { answerOf, type LookedUp, NOT_LOOKED_UP } from './check-answer.ts'
import { CheckPage } from './check-page.tsx'
import type { CheckView } from './check-view.ts'
import { WORDS } from './check-words.ts'
import formCss from './form.css?url'

export const links: LinksFunction = () => [formCss, css].map((href) => ({ rel: 'stylesheet', href }))

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async (): Promise<CheckView> => {
    const answered = context.get(answeredContext)
    if (answered !== null) return answered as CheckView
    const { app, who } = context.get(siteContext)
    const pack = await app.perform(who, currentPack, {})
    const { today } = await app.perform(who, standing, {})
    return answerOf(pack, new Map(), NOT_LOOKED_UP, today, languageOfPath(new URL(request.url).pathname))
  })

/** Answers in the body of a form come back with the page; nothing is kept. */
export const action = ({ context, request }: ActionFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const pack = await app.perform(who, currentPack, {})
    const { today } = await app.perform(who, standing, {})
    const form = await fieldsOf(request)
    const lookUp = async (uscc: string): Promise<LookedUp> => {
      if (uscc === '') return NOT_LOOKED_UP
      try {
        return { found: await app.perform(who, enterprise, { uscc }), problem: null }
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        return { found: null, problem: error.text }
      }
    }
    const lookedUp = await lookUp(form.get('uscc')?.trim() ?? '')
    const view = answerOf(pack, form, lookedUp, today, languageOfPath(new URL(request.url).pathname))
    context.set(answeredContext, view)
    return answer(null, { status: view.problems.length > 0 ? 400 : 200 })
  })

export default function Check() {
  const view: CheckView = useLoaderData<typeof loader>()
  const { say } = useSay()
  return (
    <>
      <title>{`${view.problems.length > 0 ? `(${view.problems.length}) ` : ''}${say(WORDS.title)} · 策行 Planwright`}</title>
      <meta name="description" content={say(WORDS.private)} />
      <h1>{say(WORDS.title)}</h1>
      <p className="quiet">{say(WORDS.private)}</p>
      <CheckPage view={view} />
    </>
  )
}
