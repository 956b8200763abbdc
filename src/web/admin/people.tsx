import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { people } from '../../modules/office/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { askedIn, wishOf } from '../list.ts'
import { orTrouble } from '../loading.ts'
import { List } from '../parts/list.tsx'
import { useTimes } from '../times.ts'
import { AdminParts } from './parts.tsx'
import { choiceText, heldText, peopleColumns } from './people-view.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const asked = askedIn(new URL(request.url).searchParams, peopleColumns)
    const { posts, ...part } = await app.perform(who, people, wishOf(asked))
    return { asked, part, posts: Object.fromEntries([...posts].map(([id, held]) => [id, held.map(heldText)])) }
  })

const WORDS = {
  title: { zh: '谁有账户，任什么岗位？', en: 'Who has an account, and which posts?' },
  list: { zh: '有账户的人', en: 'People with accounts' },
} as const

export default function People() {
  const { asked, part, posts } = useLoaderData<typeof loader>()
  const { say, to, marks } = useSay()
  const { dayOf } = useTimes()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <AdminParts />
      <h1>{say(WORDS.title)}</h1>
      <List
        label={WORDS.list}
        columns={peopleColumns}
        part={part}
        asked={asked}
        file={to('/admin/people')}
        name={({ name }) => name ?? ''}
        cell={(row, column) => {
          if (column === 'name') return <a href={to(`/admin/people/${row.key}`)}>{row.name}</a>
          if (column === 'posts') return (posts[row.key] ?? []).map(say).join(marks.comma) || '—'
          if (column === 'since') return row.since && dayOf(row.since)
          const text = choiceText(column, row[column])
          return text ? say(text) : row[column] || '—'
        }}
      />
    </>
  )
}
