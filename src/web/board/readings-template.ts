import type { LoaderFunctionArgs } from 'react-router'
import { INDICATORS_SHEET, READINGS_SHEET, readingsTemplate } from '../../modules/plan/index.ts'
import { siteContext } from '../context.ts'
import { languageOfPath, sayIn } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { INVENTED } from '../parts/synthetic.tsx'
import { tableFile } from '../table-file.ts'

/** A table to fill in, with the periods that have no reading yet; in a workbook also what one may enter. */
export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const { pathname } = new URL(request.url)
    const language = languageOfPath(pathname)
    const { say } = sayIn(language)
    const { readings, indicators, synthetic } = await app.perform(who, readingsTemplate, { language })
    const sheet = (name: string, { heads, rows }: typeof readings) => ({ name, columns: heads.map((head) => ({ head })), rows })
    return tableFile(
      pathname,
      'readings',
      [sheet(say(READINGS_SHEET), readings), sheet(say(INDICATORS_SHEET), indicators)],
      synthetic ? [say(INVENTED)] : [],
    )
  })
