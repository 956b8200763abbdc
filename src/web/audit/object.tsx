import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { objectHistory } from '../../modules/audit/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads, Scroll } from '../parts/basic.tsx'
import { useTimes } from '../times.ts'
import { Called } from './called.tsx'
import { placeFor } from './places.ts'
import { actorText, eventPath, eventText, objectText, objectTypeText, standingText } from './words.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const query = new URL(request.url).searchParams
    const [type, id] = [query.get('type') ?? '', query.get('id') ?? '']
    const { events, names, standings } = await app.perform(who, objectHistory, { type, id })
    const rows = events.map(({ event, erased }) => ({
      place: `${event.lane}/${event.seq}`,
      at: event.at,
      who: actorText(event.actor, names),
      standing: standingText(event, standings),
      event: event.event,
      erased,
    }))
    return { type, id, name: objectText(type, id, names, standings), place: placeFor(who, [type, id], standings), rows }
  })

const WORDS = {
  title: { zh: '这个对象经过谁的手？', en: 'Whose hands did this pass through?' },
  none: { zh: '记录中没有这个对象。', en: 'The record does not know this thing.' },
  at: { zh: '时间', en: 'When' },
  who: { zh: '谁', en: 'Who' },
  what: { zh: '做了什么', en: 'What' },
  standing: { zh: '岗位或代表的企业', en: 'Post, or enterprise acted for' },
  page: { zh: '打开它的页面', en: 'Open its page' },
  erased: { zh: '内容已删除', en: 'contents erased' },
} as const

export default function ObjectHistory() {
  const { type, id, name, place, rows } = useLoaderData<typeof loader>()
  const { say, to } = useSay()
  const { secondOf } = useTimes()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">
        <Called code={type} text={objectTypeText(type)} /> {name.zh !== id && say(name)} <code>{id}</code>
        {place && (
          <>
            {' · '}
            <a href={to(place)}>{say(WORDS.page)}</a>
          </>
        )}
      </p>
      {rows.length === 0 ? (
        <p>{say(WORDS.none)}</p>
      ) : (
        <Scroll label={say(WORDS.title)}>
          <table className="rows">
            <caption className="unseen">{say(WORDS.title)}</caption>
            <Heads names={[WORDS.at, WORDS.who, WORDS.what, WORDS.standing].map(say)} />
            <tbody>
              {rows.map((row) => (
                <tr key={row.place}>
                  <th scope="row" className="date">
                    <a href={to(eventPath(row.place))}>{secondOf(row.at)}</a>
                  </th>
                  <td data-head={say(WORDS.who)}>{say(row.who)}</td>
                  <td data-head={say(WORDS.what)}>
                    <Called code={row.event} text={eventText(row.event)} />{' '}
                    {row.erased && <span className="small quiet">{say(WORDS.erased)}</span>}
                  </td>
                  <td data-head={say(WORDS.standing)}>{row.standing === null ? '—' : say(row.standing)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </>
  )
}
