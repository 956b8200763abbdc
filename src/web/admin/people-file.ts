import type { LoaderFunctionArgs } from 'react-router'
import { listPeople } from '../../modules/office/index.ts'
import { siteContext } from '../context.ts'
import { languageOfPath, sayIn } from '../language.ts'
import { askedIn, listFile, wishOf } from '../list.ts'
import { orTrouble } from '../loading.ts'
import { choiceText, heldText, peopleColumns } from './people-view.ts'

/** The same rows as the page's, as a file; that it was taken is recorded. */
export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const { searchParams, pathname } = new URL(request.url)
    const { say, marks } = sayIn(languageOfPath(pathname))
    const asked = askedIn(searchParams, peopleColumns)
    const { rows, posts } = await app.perform(who, listPeople, wishOf({ ...asked, at: undefined, size: undefined }))
    const shown = rows.map((row) => {
      const said = (column: string): string | null => {
        const text = choiceText(column, row[column])
        return text ? say(text) : (row[column] ?? null)
      }
      const held = (posts.get(row.key) ?? []).map((each) => say(heldText(each))).join(marks.comma)
      return { ...row, state: said('state'), demo: said('demo'), posts: held }
    })
    return listFile(pathname, 'people', shown, peopleColumns, asked, say)
  })
