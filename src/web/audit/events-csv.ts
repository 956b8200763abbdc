import type { LoaderFunctionArgs } from 'react-router'
import { listEvents } from '../../modules/audit/index.ts'
import { siteContext } from '../context.ts'
import { languageOfPath, sayIn } from '../language.ts'
import { askedIn, csvAnswer, wishOf } from '../list.ts'
import { orTrouble } from '../loading.ts'
import { actorText, eventColumns } from './words.ts'

/** The same rows as the list's, as a file; that it was taken is recorded. */
export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const { searchParams, pathname } = new URL(request.url)
    const { say } = sayIn(languageOfPath(pathname))
    const asked = askedIn(searchParams, eventColumns)
    const { rows, names } = await app.perform(who, listEvents, wishOf({ ...asked, at: undefined, size: undefined }))
    const named = rows.map((row) => ({
      ...row,
      actor: row.actor === undefined || row.actor === null ? null : say(actorText(row.actor, names)),
    }))
    return csvAnswer('events', named, eventColumns, asked, say)
  })
