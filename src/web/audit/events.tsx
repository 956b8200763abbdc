import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { findingText } from '../../core/evidence/chain-words.ts'
import { fill } from '../../core/messages.ts'
import { eventList, recordState, verifyRecord } from '../../modules/audit/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { askedIn, wishOf } from '../list.ts'
import { orTrouble } from '../loading.ts'
import { Form, Submit } from '../parts/form.tsx'
import { List } from '../parts/list.tsx'
import { useTimes } from '../times.ts'
import { Called } from './called.tsx'
import { actorText, eventColumns, eventPath, eventText, MOST_WALKED, objectPath, objectText, objectTypeText } from './words.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const asked = askedIn(new URL(request.url).searchParams, eventColumns)
    const [part, state] = [await app.perform(who, eventList, wishOf(asked)), await app.perform(who, recordState, {})]
    const { last, checkpoint, events, names } = state
    return {
      asked,
      part,
      state: {
        events,
        checkpoint: checkpoint && { number: checkpoint.number, at: checkpoint.at },
        last: last && {
          at: last.at,
          by: actorText(last.actor, names),
          events: last.report.events,
          findings: last.report.findings.map(findingText),
        },
      },
    }
  })

export const action = ({ context, request }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  return posted(request, {
    verify: async () => {
      await app.perform(who, verifyRecord, { most: MOST_WALKED })
      return '/audit'
    },
  })
}

const WORDS = {
  title: { zh: '谁在什么时候办了什么？', en: 'Who did what, and when?' },
  lead: {
    zh: '全部操作记录，最近的在前。点开一条看内容；您打开和下载了什么，也会记录下来。',
    en: 'Everything that was done, the latest first. Open an event to see its contents; what you open and download is recorded as well.',
  },
  state: { zh: '记录完整吗？', en: 'Is the record whole?' },
  never: { zh: '还没有核验过。', en: 'It has not been verified yet.' },
  whole: { zh: '完整', en: 'whole' },
  broken: { zh: '不完整', en: 'not whole' },
  verified: { zh: '上次核验', en: 'last verified' },
  checked: { zh: '共 {count} 条记录', en: 'events: {count}' },
  count: { zh: '现有记录', en: 'events now' },
  checkpoint: { zh: '最近的检查点', en: 'latest checkpoint' },
  none: { zh: '还没有', en: 'none yet' },
  exportNote: {
    zh: '要自己核验：导出整份记录，在任何一台装有 Node 或 Python 的电脑上运行随附的 checkers/audit.mjs 或 audit.py，不需要本系统。导出会被记录。',
    en: 'To verify it yourself: export the whole record and run checkers/audit.mjs or audit.py on any computer with Node or Python; nothing of this site is needed. That it was exported is recorded.',
  },
  export: { zh: '导出整份记录', en: 'Export the whole record' },
  verify: { zh: '现在核验', en: 'Verify now' },
  list: { zh: '操作记录', en: 'Events' },
  duties: { zh: '职责分离报告', en: 'Separation of duties' },
  public: { zh: '公布的检查点', en: 'Published checkpoints' },
} as const

type State = ReturnType<typeof useLoaderData<typeof loader>>['state']

const StateOfRecord = ({ state: { events, last, checkpoint } }: { readonly state: State }) => {
  const { say, to, marks } = useSay()
  const { minuteOf } = useTimes()
  const returned = useActionData<typeof action>()
  const line = (name: string, value: string) => `${name}${marks.colon}${value}`
  return (
    <section aria-labelledby="state">
      <h2 id="state">{say(WORDS.state)}</h2>
      {last ? (
        <p className={last.findings.length === 0 ? undefined : 'note warn'}>
          <strong>{say(last.findings.length === 0 ? WORDS.whole : WORDS.broken)}</strong>
          {` · ${line(say(WORDS.verified), minuteOf(last.at))} · ${say(last.by)} · ${fill(say(WORDS.checked), { count: last.events.toLocaleString('en') })}`}
        </p>
      ) : (
        <p>{say(WORDS.never)}</p>
      )}
      {last && last.findings.length > 0 && (
        <ul>
          {last.findings.map((each) => (
            <li key={each.en}>{say(each)}</li>
          ))}
        </ul>
      )}
      <p className="small">
        {line(say(WORDS.count), events.toLocaleString('en'))} ·{' '}
        {line(say(WORDS.checkpoint), checkpoint ? `${checkpoint.number} (${minuteOf(checkpoint.at)})` : say(WORDS.none))}
        {' · '}
        <a href={to('/evidence')}>{say(WORDS.public)}</a> · <a href={to('/audit/duties')}>{say(WORDS.duties)}</a>
      </p>
      <Form name="verify" returned={returned}>
        <Submit>{say(WORDS.verify)}</Submit>
      </Form>
      <form method="post" action="/audit/record.jsonl">
        <p>{say(WORDS.exportNote)}</p>
        <Submit second>{say(WORDS.export)}</Submit>
      </form>
    </section>
  )
}

export default function Events() {
  const { asked, part, state } = useLoaderData<typeof loader>()
  const { say, to } = useSay()
  const { secondOf } = useTimes()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">{say(WORDS.lead)}</p>
      <StateOfRecord state={state} />
      <h2>{say(WORDS.list)}</h2>
      <List
        label={WORDS.list}
        columns={eventColumns}
        part={part}
        asked={asked}
        file={to('/audit/events')}
        name={({ key }) => key}
        cell={(row, column) => {
          if (column === 'at')
            return (
              <a href={to(eventPath(row.key))} className="date">
                {row.at && secondOf(row.at)}
              </a>
            )
          if (column === 'actor') return say(actorText(row.actor ?? '', part.names))
          if (column === 'event' && row.event) return <Called code={row.event} text={eventText(row.event)} />
          if (column === 'objectType' && row.objectType) return <Called code={row.objectType} text={objectTypeText(row.objectType)} />
          if (column === 'objectId' && row.objectType && row.objectId)
            return <a href={to(objectPath(row.objectType, row.objectId))}>{say(objectText(row.objectType, row.objectId, part.names))}</a>
          return undefined
        }}
      />
    </>
  )
}
