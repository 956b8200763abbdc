import type { LoaderFunctionArgs } from 'react-router'
import { currentPack } from '../../modules/measure/index.ts'
import { enterpriseRows } from '../../modules/party/index.ts'
import { siteContext } from '../context.ts'
import { languageOfPath, sayIn } from '../language.ts'
import { askedIn, listFile, wishOf } from '../list.ts'
import { orTrouble } from '../loading.ts'
import { SYNTHETIC } from '../parts/synthetic.tsx'
import { enterpriseColumns } from './enterprises-view.ts'

/** The same rows as the page's, as a file. */
export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const { searchParams, pathname } = new URL(request.url)
    const { say } = sayIn(languageOfPath(pathname))
    const columns = enterpriseColumns(await app.perform(who, currentPack, {}))
    const asked = askedIn(searchParams, columns)
    const rows = await app.perform(who, enterpriseRows, wishOf({ ...asked, at: undefined, size: undefined }))
    const notes = rows.some(({ synthetic }) => synthetic === 'true') ? [say(SYNTHETIC)] : []
    return listFile(pathname, 'enterprises', rows, columns, asked, say, notes)
  })
