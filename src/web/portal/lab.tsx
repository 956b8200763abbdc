import { type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { currentPack, here } from '../../modules/measure/index.ts'
import { siteContext } from '../context.ts'
import type { Delivered } from '../islands/lab.tsx'
import { languageOfPath, useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Island } from '../parts/island.tsx'
import formCss from './form.css?url'
import css from './lab.css?url'
import { answerLab, askIn } from './lab-answer.ts'
import { LabPage } from './lab-page.tsx'
import type { LabView } from './lab-view.ts'
import { WORDS } from './lab-words.ts'

export const links: LinksFunction = () => [formCss, css].map((href) => ({ rel: 'stylesheet', href }))

const MAX_DOCUMENT = 100_000

const viewOf = async ({ context, request }: LoaderFunctionArgs | ActionFunctionArgs, document: string | null): Promise<LabView> => {
  const { app, who, lab } = context.get(siteContext)
  const pack = await app.perform(who, currentPack, {})
  const { today } = await app.perform(who, here, {})
  const ask = askIn(pack, new URL(request.url).searchParams, today)
  return answerLab(pack, lab, ask, document, request.signal)
}

export const loader = (args: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { island, nonce } = args.context.get(siteContext)
    return {
      // A posted text is answered by the action alone.
      view: args.request.method === 'POST' ? null : await viewOf(args, null),
      language: languageOfPath(new URL(args.request.url).pathname),
      script: island('lab'),
      nonce,
    }
  })

/** A text is posted because no address holds so much; nothing is kept. */
export const action = (args: ActionFunctionArgs) =>
  orTrouble(async () => {
    const form = await args.request.formData().catch(() => new FormData())
    const document = form.get('document')
    return viewOf(args, typeof document === 'string' ? document.replaceAll('\r\n', '\n').slice(0, MAX_DOCUMENT) : null)
  })

export default function Lab() {
  const loaded = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const { say } = useSay()
  const view = (posted ?? loaded.view) as LabView
  const delivered: Delivered = { view, language: loaded.language }
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <meta name="description" content={say(WORDS.lead)} />
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">{say(WORDS.lead)}</p>
      <Island name="lab" script={loaded.script} nonce={loaded.nonce} data={delivered}>
        <LabPage view={view} />
      </Island>
    </>
  )
}
