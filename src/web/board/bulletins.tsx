import { type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { bulletinBoard, draftBulletin } from '../../modules/bulletin/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads, Scroll } from '../parts/basic.tsx'
import boardStyle from './board.css?url'
import { BULLETIN, DraftForm, draftIn } from './bulletin-form.tsx'
import { BoardHead } from './head.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: boardStyle }]

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return app.perform(who, bulletinBoard, {})
  })

export const action = ({ context, request }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  return posted(request, {
    draft: async (fields) => {
      const { id } = await app.perform(who, draftBulletin, draftIn(fields, ''))
      return `/board/bulletins/${id}?done=drafted`
    },
  })
}

const OWN = {
  title: { zh: '哪个季度要通报？', en: 'Which quarter is to be reported on?' },
  waiting: { zh: '等待签发的稿子', en: 'Drafts to be published' },
  nothing: { zh: '没有等待签发的稿子。', en: 'No draft waits.' },
  own: { zh: '您起草，须由另一人签发', en: 'you drew it up; another person publishes it' },
  others: { zh: '请审核签发', en: 'to be looked at and published' },
  drawn: { zh: '起草', en: 'Drawn up' },
  draft: { zh: '起草一份通报', en: 'Draw up a bulletin' },
  published: { zh: '已签发的通报', en: 'Published bulletins' },
  next: { zh: '接下来', en: 'Next' },
} as const

export default function BoardBulletins() {
  const { drafts, quarters, quarter } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say, to } = useSay()
  return (
    <>
      <BoardHead title={OWN.title} />
      <h2>{say(OWN.waiting)}</h2>
      {drafts.length === 0 ? (
        <p>{say(OWN.nothing)}</p>
      ) : (
        <Scroll label={say(OWN.waiting)}>
          <table className="rows">
            <caption className="unseen">{say(OWN.waiting)}</caption>
            <Heads names={[BULLETIN.quarter, BULLETIN.scope, OWN.drawn, OWN.next].map(say)} />
            <tbody>
              {drafts.map((each) => (
                <tr key={each.id}>
                  <th scope="row">
                    <a href={to(`/board/bulletins/${each.id}`)}>{each.quarter}</a>
                  </th>
                  <td data-head={say(BULLETIN.scope)}>{say(each.scope === 'inner' ? BULLETIN.inner : BULLETIN.public)}</td>
                  <td data-head={say(OWN.drawn)}>{`${each.who} · ${each.draftedOn}`}</td>
                  <td data-head={say(OWN.next)}>{say(each.own ? OWN.own : OWN.others)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <h2>{say(OWN.draft)}</h2>
      <DraftForm
        returned={returned}
        quarters={quarters}
        values={{ quarter, scope: 'public', asOf: '', known: '', reason: '' }}
        submit={OWN.draft}
      />
      <p>
        <a href={to('/bulletins')}>{say(OWN.published)}</a>
      </p>
    </>
  )
}
