import type { Text } from '../../core/messages.ts'
import { useSay } from '../language.ts'
import type { NewsView } from './home-view.ts'

const WORDS = {
  changed: { zh: '最近一个月公布、生效或到期的', en: 'Published, begun or ended in the last month' },
  nothing: {
    zh: '{since} 之后没有新公布的数据和文件，也没有措施生效或到期。',
    en: 'Since {since} no reading and no document was published, and no measure came into force or ended.',
  },
  newest: { zh: '最近发布的文件', en: 'Newest documents' },
  ending: { zh: '半年内到期的措施', en: 'Measures that end within six months' },
  none: { zh: '没有。', en: 'None.' },
  begun: { zh: '开始生效', en: 'in force from' },
  ended: { zh: '到期', en: 'ended' },
} as const

type Line = { readonly key: string; readonly day: string | null; readonly to: string; readonly title: Text; readonly rest?: string }

/** What changed, what is new, what will end soon. */
export const News = ({ news }: { readonly news: NewsView }) => {
  const { say, to } = useSay()
  const list = (lines: readonly Line[], empty: string) =>
    lines.length === 0 ? (
      <p className="quiet">{empty}</p>
    ) : (
      <ul>
        {lines.map((line) => (
          <li key={line.key}>
            {line.day && <span className="quiet">{line.day} </span>}
            <a href={to(line.to)}>{say(line.title)}</a> {line.rest}
          </li>
        ))}
      </ul>
    )
  const measure = (each: NewsView['ending'][number], day: string | null, rest?: string): Line => ({
    key: `${each.id} ${rest}`,
    day,
    to: `/measures/${each.id}`,
    title: each.title,
    ...(rest ? { rest } : {}),
  })
  const document = (each: NewsView['newest'][number]): Line => ({
    key: each.id,
    day: each.issued,
    to: `/documents/${each.id}`,
    title: each.title,
  })
  const changed: readonly Line[] = [
    ...news.readings.map((each) => ({
      key: `${each.id} ${each.period}`,
      day: each.published,
      to: `/plan/${each.id}`,
      title: each.name,
      rest: `${each.period} ${say(each.value)}`,
    })),
    ...news.documents.map(document),
    ...news.begun.map((each) => measure(each, each.from, say(WORDS.begun))),
    ...news.ended.map((each) => measure(each, each.to, say(WORDS.ended))),
  ]
  return (
    <div className="news">
      <section>
        <h2>{say(WORDS.changed)}</h2>
        {list(changed, say(WORDS.nothing).replace('{since}', news.since))}
      </section>
      <section>
        <h2>{say(WORDS.newest)}</h2>
        {list(news.newest.map(document), say(WORDS.none))}
      </section>
      <section>
        <h2>{say(WORDS.ending)}</h2>
        {list(
          news.ending.map((each) => measure(each, each.to)),
          say(WORDS.none),
        )}
      </section>
    </div>
  )
}
