import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'
import { currentPack, here } from '../../modules/measure/index.ts'
import { siteContext } from '../context.ts'
import { orTrouble } from '../loading.ts'
import { answerLab, askIn } from './lab-answer.ts'

const answer = async ({ context, request }: LoaderFunctionArgs | ActionFunctionArgs, document: string | null): Promise<Response> => {
  const { app, who, lab } = context.get(siteContext)
  const pack = await app.perform(who, currentPack, {})
  const { today } = await app.perform(who, here, {})
  try {
    const view = await answerLab(pack, lab, askIn(pack, new URL(request.url).searchParams, today), document, request.signal)
    return Response.json(view, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    // Whoever has asked something newer does not wait for this any more.
    if (request.signal.aborted) return new Response(null, { status: 499 })
    throw error
  }
}

/** The lab's answer as JSON, for the page that is redrawn. */
export const loader = (args: LoaderFunctionArgs) => orTrouble(() => answer(args, null))

export const action = (args: ActionFunctionArgs) => orTrouble(async () => answer(args, await args.request.text()))
