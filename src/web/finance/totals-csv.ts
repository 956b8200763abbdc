import type { LoaderFunctionArgs } from 'react-router'
import { runCsv } from '../../modules/run/index.ts'
import { siteContext } from '../context.ts'
import { orTrouble } from '../loading.ts'

/** The totals of a run to take along. */
export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return new Response(await app.perform(who, runCsv, { run: params.run ?? '' }), {
      headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="totals.csv"' },
    })
  })
