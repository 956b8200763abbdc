import { type ActionFunctionArgs, data as answer, type LinksFunction, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { Language } from '../../core/messages.ts'
import { Failure } from '../../kernel/failure.ts'
import { includes, type Who } from '../../kernel/who.ts'
import { currentPack, here } from '../../modules/measure/index.ts'
import { enterprise } from '../../modules/party/index.ts'
import type { Pack } from '../../pack/pack.ts'
import { answeredContext, siteContext } from '../context.ts'
import type { Delivered } from '../islands/check.tsx'
import { languageOfPath, useSay } from '../language.ts'
import { fieldsOf, orTrouble } from '../loading.ts'
import chartStyle from '../parts/chart.css?url'
import { Island } from '../parts/island.tsx'
import css from './check.css?url'
import { answerOf, type Form, type LookedUp, NOT_LOOKED_UP } from './check-answer.ts'
import { CheckPage } from './check-page.tsx'
import type { CheckView } from './check-view.ts'
import { WORDS } from './check-words.ts'
import formCss from './form.css?url'

export const links: LinksFunction = () => [formCss, chartStyle, css].map((href) => ({ rel: 'stylesheet', href }))

/** The page, and what its island needs beside it. */
type Page = { readonly view: CheckView; readonly delivered: Delivered; readonly script: string | null; readonly nonce: string }

/** Whether somebody has an enterprise as a whole for which they fill in. */
const mayKeepFor = (who: Who): boolean =>
  who.kind === 'person' && who.memberships.some(({ level, measure }) => measure === null && includes(level, 'draft'))

const UNTOUCHED: Form = new Map()
const untouched = new WeakMap<Pack, Map<string, CheckView>>()
const MOST_DAYS = 8

/** The check-up before anybody has typed anything: it depends on the rules, the day and the language alone, and takes longer than all the rest of the page. */
const untouchedView = (pack: Pack, today: string, language: Language): CheckView => {
  const views = untouched.get(pack) ?? new Map<string, CheckView>()
  const key = `${today} ${language}`
  const view = views.get(key) ?? answerOf(pack, UNTOUCHED, NOT_LOOKED_UP, today, language)
  if (views.size >= MOST_DAYS) views.clear()
  untouched.set(pack, views.set(key, view))
  return view
}

/** Answers to a form, for the loader that comes after it; an empty form otherwise. */
const pageOf = async ({ context, request }: LoaderFunctionArgs | ActionFunctionArgs, form: Form): Promise<Page> => {
  const { app, who, island, nonce } = context.get(siteContext)
  const language = languageOfPath(new URL(request.url).pathname)
  const pack = await app.perform(who, currentPack, {})
  const { today, engine } = await app.perform(who, here, {})
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
  return {
    view: form.size === 0 ? untouchedView(pack, today, language) : answerOf(pack, form, lookedUp, today, language),
    delivered: { rules: `/rules/${pack.hash}`, today, language, lookedUp, engine, mayKeep: mayKeepFor(who) },
    script: island('check'),
    nonce,
  }
}

export const loader = (args: LoaderFunctionArgs) =>
  orTrouble(async (): Promise<Page> => (args.context.get(answeredContext) as Page | null) ?? pageOf(args, UNTOUCHED))

/** Answers in the body of a form come back with the page; nothing is kept. */
export const action = (args: ActionFunctionArgs) =>
  orTrouble(async () => {
    const page = await pageOf(args, await fieldsOf(args.request))
    args.context.set(answeredContext, page)
    return answer(null, { status: page.view.problems.length > 0 ? 400 : 200 })
  })

export default function Check() {
  const { view, delivered, script, nonce }: Page = useLoaderData<typeof loader>()
  const { say } = useSay()
  return (
    <>
      <title>{`${view.problems.length > 0 ? `(${view.problems.length}) ` : ''}${say(WORDS.title)} · 策行 Planwright`}</title>
      <meta name="description" content={say(WORDS.private)} />
      <h1>{say(WORDS.title)}</h1>
      <Island name="check" script={script} nonce={nonce} data={delivered}>
        <CheckPage view={view} mayKeep={delivered.mayKeep} />
      </Island>
    </>
  )
}
