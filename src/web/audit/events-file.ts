import type { LoaderFunctionArgs } from 'react-router'
import { fill, type Text } from '../../core/messages.ts'
import { listEvents, type Names, type Standings } from '../../modules/audit/index.ts'
import { siteContext } from '../context.ts'
import { languageOfPath, sayIn } from '../language.ts'
import { askedIn, listFile, wishOf } from '../list.ts'
import { orTrouble } from '../loading.ts'
import type { ListColumnView } from '../parts/list.tsx'
import { actorText, eventColumns, eventText, objectText, objectTypeText } from './words.ts'

type Row = Readonly<Record<string, string | null>>

/** What the codes and ids of a row are called today, by their column; null where that says no more. */
const called = ({ actor, event, objectType, objectId, post, onBehalfOf }: Row, names: Names, standings: Standings) =>
  ({
    actor: actor ? actorText(actor, names) : null,
    event: event ? eventText(event) : null,
    objectType: objectType ? objectTypeText(objectType) : null,
    objectId: objectType && objectId ? objectText(objectType, objectId, names, standings) : null,
    post: post ? (standings.posts[post]?.text ?? null) : null,
    onBehalfOf: onBehalfOf && standings.enterprises[onBehalfOf] ? objectText('party.enterprise', onBehalfOf, names, standings) : null,
  }) satisfies Readonly<Record<string, Text | null>>

const NAMED = ['actor', 'event', 'objectType', 'objectId', 'post', 'onBehalfOf']
const NAME = { zh: '{label}（名称）', en: '{label} (in words)' } as const

/** Each column of codes or ids has one in words behind it. */
const columns: readonly ListColumnView[] = eventColumns.flatMap((column) => {
  if (!NAMED.includes(column.name)) return [column]
  const label = { zh: fill(NAME.zh, { label: column.label.zh }), en: fill(NAME.en, { label: column.label.en }) }
  return [column, { name: `${column.name}-words`, label }]
})

/** The same rows as the list's, as a file; that it was taken is recorded. */
export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const { searchParams, pathname } = new URL(request.url)
    const { say } = sayIn(languageOfPath(pathname))
    const asked = askedIn(searchParams, eventColumns)
    const { rows, names, standings } = await app.perform(who, listEvents, wishOf({ ...asked, at: undefined, size: undefined }))
    const named = rows.map((row) => {
      const words = Object.entries(called(row, names, standings)).map(([name, text]) => [`${name}-words`, text && say(text)])
      return { ...row, ...Object.fromEntries(words) }
    })
    return listFile(pathname, 'events', named, columns, { shown: asked.shown.flatMap((name) => [name, `${name}-words`]) }, say)
  })
