import { Fragment, type ReactNode } from 'react'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { placeOf } from '../../core/evidence/chain.ts'
import type { AuditEvent } from '../../core/evidence/event.ts'
import { openEvent } from '../../modules/audit/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { useTimes } from '../times.ts'
import { Called } from './called.tsx'
import { placeFor } from './places.ts'
import { actorText, eventPath, eventText, objectPath, objectText, objectTypeText, standingText } from './words.ts'

const shown = (value: unknown): string | null => (value === null ? null : JSON.stringify(value, null, 2))

export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const { event, contents, erased, holds, names, standings, beside } = await app.perform(who, openEvent, {
      lane: Number(params.lane),
      seq: Number(params.seq),
    })
    const parts = contents && { before: shown(contents.before), after: shown(contents.after), details: shown(contents.details) }
    const line = (each: AuditEvent) => ({
      place: placeOf(each),
      at: each.at,
      who: actorText(each.actor, names),
      event: each.event,
      text: eventText(each.event),
      type: objectTypeText(each.object[0]),
      object: objectText(...each.object, names, standings),
    })
    const { before, after, same } = beside
    return {
      event,
      parts,
      erased,
      holds,
      who: actorText(event.actor, names),
      post: event.post && standingText({ ...event, onBehalfOf: null }, standings),
      enterprise: event.onBehalfOf && standingText({ ...event, post: null }, standings),
      object: objectText(...event.object, names, standings),
      page: placeFor(who, event.object, standings),
      same: same.length > 1 ? same.map(line) : [],
      before: before && line(before),
      next: after && line(after),
    }
  })

const WORDS = {
  title: { zh: '这一条记录说了什么？', en: 'What does this event say?' },
  holds: { zh: '与哈希相符：这一条和它的内容没有被改过。', en: 'It matches its hash: neither the event nor its contents were changed.' },
  broken: { zh: '与哈希不符：这一条或它的内容被改过。', en: 'It does not match its hash: the event or its contents were changed.' },
  erased: { zh: '内容已删除，只剩哈希。', en: 'The contents are erased; only their hashes are left.' },
  none: { zh: '这一条没有内容。', en: 'This event has no contents.' },
  place: { zh: '位置（链/序号）', en: 'Place (lane/number)' },
  at: { zh: '时间', en: 'When' },
  who: { zh: '谁', en: 'Who' },
  key: { zh: '用的密钥', en: 'With the key' },
  post: { zh: '岗位', en: 'Post' },
  enterprise: { zh: '代表企业', en: 'For the enterprise' },
  action: { zh: '操作', en: 'Action' },
  event: { zh: '事件', en: 'Event' },
  object: { zh: '对象', en: 'Thing' },
  prev: { zh: '前一条的哈希', en: 'Hash of the one before' },
  hash: { zh: '这一条的哈希', en: 'Its own hash' },
  before: { zh: '之前', en: 'Before' },
  after: { zh: '之后', en: 'After' },
  details: { zh: '其他', en: 'Details' },
  page: { zh: '打开它的页面', en: 'Open its page' },
  history: { zh: '同一对象的全部经过', en: 'Everything that happened to this thing' },
  beside: { zh: '前后还发生了什么？', en: 'What stands beside it?' },
  same: { zh: '同一次操作的记录', en: 'Recorded by the same action' },
  earlier: { zh: '同一对象此前', en: 'The same thing, before' },
  later: { zh: '同一对象此后', en: 'The same thing, after' },
  own: { zh: '本条', en: 'this event' },
  alone: {
    zh: '没有：这次操作只记了这一条，这个对象也没有别的记录。',
    en: 'Nothing: the action recorded only this, and the thing has no other event.',
  },
  back: { zh: '全部记录', en: 'All events' },
} as const

const PARTS = ['before', 'after', 'details'] as const

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>

/** What the same action recorded, and the same thing's event before and after. */
const Beside = ({ event, same, before, next }: Pick<Loaded, 'event' | 'same' | 'before' | 'next'>) => {
  const { say, to, marks } = useSay()
  const { secondOf } = useTimes()
  const own = placeOf(event)
  const line = (each: Loaded['same'][number]) => (
    <>
      {each.place === own ? (
        <strong>{say(WORDS.own)}</strong>
      ) : (
        <a href={to(eventPath(each.place))} className="date">
          {secondOf(each.at)}
        </a>
      )}
      {` ${say(each.who)} · ${each.text ? say(each.text) : each.event}${marks.colon}${each.type ? `${say(each.type)} ` : ''}${say(each.object)}`}
    </>
  )
  const alone = same.length === 0 && !before && !next
  return (
    <section aria-labelledby="beside">
      <h2 id="beside">{say(WORDS.beside)}</h2>
      {alone && <p>{say(WORDS.alone)}</p>}
      {before && (
        <p>
          {say(WORDS.earlier)}
          {marks.colon}
          {line(before)}
        </p>
      )}
      {next && (
        <p>
          {say(WORDS.later)}
          {marks.colon}
          {line(next)}
        </p>
      )}
      {same.length > 0 && (
        <>
          <h3>{say(WORDS.same)}</h3>
          <ol>
            {same.map((each) => (
              <li key={each.place}>{line(each)}</li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

export default function Event() {
  const { event, parts, erased, holds, who, post, enterprise, object, page, same, before, next } = useLoaderData<typeof loader>()
  const { say, to } = useSay()
  const { secondOf } = useTimes()
  const [type, id] = event.object
  const rows: readonly (readonly [keyof typeof WORDS, ReactNode])[] = [
    ['place', `${event.lane}/${event.seq}`],
    ['at', secondOf(event.at)],
    ['who', say(who)],
    ['key', event.key],
    ['post', post && say(post)],
    ['enterprise', enterprise && say(enterprise)],
    ['action', event.action],
    ['event', <Called key="event" code={event.event} text={eventText(event.event)} />],
    [
      'object',
      <span key="object">
        <Called code={type} text={objectTypeText(type)} /> {say(object)} · <a href={to(objectPath(type, id))}>{say(WORDS.history)}</a>
        {page && (
          <>
            {' · '}
            <a href={to(page)}>{say(WORDS.page)}</a>
          </>
        )}
      </span>,
    ],
    ['prev', <code key="prev">{event.prev}</code>],
    ['hash', <code key="hash">{`${event.alg} ${event.hash}`}</code>],
  ]
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <p className="crumb">
        <a href={to('/audit')}>{say(WORDS.back)}</a> ›
      </p>
      <h1>{say(WORDS.title)}</h1>
      <p className={holds ? 'lead' : 'note warn'}>{say(holds ? WORDS.holds : WORDS.broken)}</p>
      <dl className="facts">
        {rows
          .filter(([, value]) => value !== null)
          .map(([name, value]) => (
            <Fragment key={name}>
              <dt>{say(WORDS[name])}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
      </dl>
      {parts === null && <p>{say(erased ? WORDS.erased : WORDS.none)}</p>}
      {PARTS.map((part) => {
        const text = parts?.[part]
        if (!text) return null
        return (
          <section key={part} aria-labelledby={part}>
            <h2 id={part}>{say(WORDS[part])}</h2>
            <pre>{text}</pre>
          </section>
        )
      })}
      <Beside event={event} same={same} before={before} next={next} />
    </>
  )
}
