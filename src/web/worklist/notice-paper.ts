import type { LoaderFunctionArgs } from 'react-router'
import { notice } from '../../modules/bulletin/index.ts'
import { siteContext } from '../context.ts'
import { languageOfPath } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { formOf, paperAnswer } from '../paper.ts'

/** A supervision notice as PDF or DOCX, in the language of its address. */
export const loader = ({ context, params, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who, press } = context.get(siteContext)
    const { pathname } = new URL(request.url)
    const { documents } = await app.perform(who, notice, { notice: params.notice ?? '' })
    return paperAnswer(press, documents[languageOfPath(pathname)], formOf(pathname.split('.').at(-1)))
  })
