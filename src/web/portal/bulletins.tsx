import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { bulletins } from '../../modules/bulletin/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads, Scroll } from '../parts/basic.tsx'

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return { entries: await app.perform(who, bulletins, {}) }
  })

const OWN = {
  title: { zh: '每个季度通报了什么？', en: 'What was reported, quarter by quarter?' },
  lead: {
    zh: '通报签发后不再改动；有错的，由另一份写明理由的通报取代。每份都能下载，其中每个数都能查到来源。',
    en: 'A bulletin stays as it was published; one that was wrong is replaced by another that says why. Each can be taken along, and every number in it leads to its sources.',
  },
  none: { zh: '还没有签发过通报。', en: 'No bulletin has been published yet.' },
  quarter: { zh: '季度', en: 'Quarter' },
  number: { zh: '文号', en: 'Number' },
  day: { zh: '签发日', en: 'Published' },
  said: { zh: '概要', en: 'In short' },
  files: { zh: '下载', en: 'Take along' },
  replaced: { zh: '已由{number}取代', en: 'replaced by {number}' },
  inner: { zh: '内部', en: 'internal' },
  feed: { zh: '订阅', en: 'Subscribe' },
} as const

export default function Bulletins() {
  const { entries } = useLoaderData<typeof loader>()
  const { say, to, marks } = useSay()
  return (
    <>
      <title>{`${say(OWN.title)} · 策行 Planwright`}</title>
      <meta name="description" content={say(entries.length === 0 ? OWN.none : OWN.lead)} />
      <h1>{say(OWN.title)}</h1>
      <p className="lead">{say(entries.length === 0 ? OWN.none : OWN.lead)}</p>
      {entries.length > 0 && (
        <Scroll label={say(OWN.title)}>
          <table className="rows">
            <caption className="unseen">{say(OWN.title)}</caption>
            <Heads names={[OWN.quarter, OWN.number, OWN.day, OWN.said, OWN.files].map(say)} />
            <tbody>
              {entries.map((entry) => (
                <tr key={entry.id}>
                  <th scope="row">{entry.quarter}</th>
                  <td data-head={say(OWN.number)}>
                    <a href={to(`/bulletins/${entry.id}`)}>{say(entry.number)}</a>
                    {entry.scope === 'inner' && <div className="small quiet">{say(OWN.inner)}</div>}
                    {entry.replacedBy && (
                      <div className="small quiet">{fill(say(OWN.replaced), { number: say(entry.replacedBy.number) })}</div>
                    )}
                  </td>
                  <td data-head={say(OWN.day)} className="date">
                    <time dateTime={entry.publishedAt}>{entry.publishedOn}</time>
                  </td>
                  <td data-head={say(OWN.said)}>{say(entry.summary)}</td>
                  <td data-head={say(OWN.files)} className="date">
                    <a href={to(`/bulletins/${entry.id}.pdf`)} aria-label={`PDF ${say(entry.number)}`}>
                      PDF
                    </a>{' '}
                    ·{' '}
                    <a href={to(`/bulletins/${entry.id}.docx`)} aria-label={`DOCX ${say(entry.number)}`}>
                      DOCX
                    </a>{' '}
                    ·{' '}
                    <a href={`/bulletins/${entry.id}.json`} aria-label={`JSON ${say(entry.number)}`}>
                      JSON
                    </a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <p>
        {say(OWN.feed)}
        {marks.colon}
        <a href={to('/bulletins.atom')}>Atom</a> · <a href={to('/bulletins.rss')}>RSS</a>
      </p>
    </>
  )
}
