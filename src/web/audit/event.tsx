import { Fragment, type ReactNode } from 'react'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { openEvent } from '../../modules/audit/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { useTimes } from '../times.ts'
import { Called } from './called.tsx'
import { actorText, eventText, objectPath, objectText, objectTypeText } from './words.ts'

const shown = (value: unknown): string | null => (value === null ? null : JSON.stringify(value, null, 2))

export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const { event, contents, erased, holds, names } = await app.perform(who, openEvent, {
      lane: Number(params.lane),
      seq: Number(params.seq),
    })
    const parts = contents && { before: shown(contents.before), after: shown(contents.after), details: shown(contents.details) }
    return { event, parts, erased, holds, names }
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
  back: { zh: '全部记录', en: 'All events' },
} as const

const PARTS = ['before', 'after', 'details'] as const

export default function Event() {
  const { event, parts, erased, holds, names } = useLoaderData<typeof loader>()
  const { say, to } = useSay()
  const { secondOf } = useTimes()
  const [type, id] = event.object
  const rows: readonly (readonly [keyof typeof WORDS, ReactNode])[] = [
    ['place', `${event.lane}/${event.seq}`],
    ['at', secondOf(event.at)],
    ['who', say(actorText(event.actor, names))],
    ['key', event.key],
    ['post', event.post],
    ['enterprise', event.onBehalfOf],
    ['action', event.action],
    ['event', <Called key="event" code={event.event} text={eventText(event.event)} />],
    [
      'object',
      <span key="object">
        <Called code={type} text={objectTypeText(type)} /> <a href={to(objectPath(type, id))}>{objectText(type, id, names)}</a>
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
    </>
  )
}
