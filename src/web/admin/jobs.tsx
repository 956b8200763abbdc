import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { fill, type Text } from '../../core/messages.ts'
import { discardDelivery, queueState, retryAllDeliveries, retryDelivery } from '../../kernel/jobs/manage.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads, Scroll } from '../parts/basic.tsx'
import { Done, Form, SelectField, Submit, TextField } from '../parts/form.tsx'
import { useTimes } from '../times.ts'
import { AdminParts } from './parts.tsx'

const PATH = '/admin/jobs'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who, mails } = context.get(siteContext)
    const { oldest, failures, ...counts } = await app.perform(who, queueState, {})
    return {
      ...counts,
      mails,
      oldest,
      failures,
      done: new URL(request.url).searchParams.get('done'),
    }
  })

/** A failed message as one value of a form: the message and who failed to take it in. */
const whichOf = (text: string) => {
  const [message = '', listener = ''] = text.split(' ')
  return { message, listener }
}

export const action = ({ context, request }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  return posted(request, {
    retry: async ({ text }) => {
      await app.perform(who, retryDelivery, whichOf(text('which')))
      return `${PATH}?done=retried`
    },
    'retry-all': async () => {
      await app.perform(who, retryAllDeliveries, {})
      return `${PATH}?done=retried`
    },
    discard: async ({ text }) => {
      await app.perform(who, discardDelivery, { ...whichOf(text('which')), reason: text('reason') })
      return `${PATH}?done=discarded`
    },
  })
}

const WORDS = {
  title: { zh: '后台任务办得怎么样？', en: 'How is the work behind the scenes going?' },
  lead: {
    zh: '一件事办成以后要告诉别处的消息、邮件和定时任务，都在这里排队；失败的会自动重试，间隔逐次加长，十次不成才放到下面。',
    en: 'Messages from one part to another, letters and scheduled work wait here. What fails is tried again by itself, ever more slowly; after ten times it comes to rest below.',
  },
  now: { zh: '现在', en: 'Now' },
  waiting: { zh: '等待', en: 'Waiting' },
  again: { zh: '其中重试', en: 'of these tried before' },
  active: { zh: '正在办', en: 'Under way' },
  heard: { zh: '一天内办成', en: 'Done within a day' },
  failedCount: { zh: '失败待处理', en: 'Failed' },
  oldest: { zh: '最早的等待自', en: 'Oldest waits since' },
  none: { zh: '没有', en: 'none' },
  letters: { zh: '邮件：三十天内发出 {sent} 封，未发出 {unsent} 封。', en: 'Letters within thirty days: {sent} sent, {unsent} not sent.' },
  noMails: {
    zh: '没有设置发邮件的服务器（PLANWRIGHT_SMTP），邮件只留在数据库里，不会发出。',
    en: 'No mail server is set (PLANWRIGHT_SMTP): letters stay in the database and do not go out.',
  },
  failures: { zh: '失败的消息', en: 'Messages that failed' },
  noFailures: { zh: '没有失败的消息。', en: 'No message has failed.' },
  more: { zh: '只列出最近 100 条，共 {count} 条。', en: 'The last 100 of {count}.' },
  type: { zh: '消息', en: 'Message' },
  listener: { zh: '由谁处理', en: 'Heard by' },
  reason: { zh: '原因', en: 'Reason' },
  tries: { zh: '次数', en: 'Tries' },
  sent: { zh: '发出', en: 'Sent' },
  failed: { zh: '放弃', en: 'Given up' },
  act: { zh: '办理', en: 'Do' },
  retry: { zh: '重试', en: 'Try again' },
  retryAll: { zh: '全部重试', en: 'Try all of them again' },
  discard: { zh: '作废一条消息', en: 'Discard a message' },
  discardHint: { zh: '作废后不再处理，理由会记录在案。', en: 'It will not be heard any more; the reason stays on record.' },
  why: { zh: '作废的理由', en: 'Why it is discarded' },
  which: { zh: '哪一条', en: 'Which one' },
  incident: { zh: '程序出错，日志编号 {number}', en: 'the program failed, number {number} in the log' },
  interrupted: { zh: '办理时中断', en: 'interrupted while under way' },
  gone: { zh: '处理它的部分已不存在', en: 'nobody hears it any more' },
} as const

const DONE = {
  retried: { zh: '已放回队列，马上再试。', en: 'Back in the queue; it is tried again at once.' },
  discarded: { zh: '已作废，理由已记录。', en: 'Discarded; the reason is on record.' },
} as const

const reasonText = (reason: string): Text => {
  const [, number] = /^incident (.+)$/.exec(reason) ?? []
  if (number !== undefined) return { zh: fill(WORDS.incident.zh, { number }), en: fill(WORDS.incident.en, { number }) }
  if (reason === 'interrupted') return WORDS.interrupted
  return reason === 'no-listener' ? WORDS.gone : { zh: reason, en: reason }
}

export default function Jobs() {
  const { waiting, again, active, heard, failed, oldest, letters, mails, failures, done } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say } = useSay()
  const { minuteOf } = useTimes()
  const counts = [
    [WORDS.waiting, waiting],
    [WORDS.again, again],
    [WORDS.active, active],
    [WORDS.heard, heard],
    [WORDS.failedCount, failed],
  ] as const
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <AdminParts />
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">{say(WORDS.lead)}</p>
      <Done done={done} texts={DONE} />
      <table className="rows">
        <caption className="unseen">{say(WORDS.now)}</caption>
        <tbody>
          {counts.map(([words, count]) => (
            <tr key={words.en}>
              <th scope="row">{say(words)}</th>
              <td className="n">{count.toLocaleString('en')}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{say(WORDS.oldest)}</th>
            <td className="n">{oldest ? minuteOf(oldest) : say(WORDS.none)}</td>
          </tr>
        </tbody>
      </table>
      <p>{fill(say(WORDS.letters), letters)}</p>
      {!mails && <p className="note warn">{say(WORDS.noMails)}</p>}
      <h2>{say(WORDS.failures)}</h2>
      {failures.length === 0 && <p>{say(WORDS.noFailures)}</p>}
      {failed > failures.length && <p>{fill(say(WORDS.more), { count: failed })}</p>}
      {failures.length > 0 && (
        <>
          <Scroll label={say(WORDS.failures)}>
            <table className="rows">
              <caption className="unseen">{say(WORDS.failures)}</caption>
              <Heads names={[WORDS.type, WORDS.listener, WORDS.reason, WORDS.tries, WORDS.sent, WORDS.failed, WORDS.act].map(say)} />
              <tbody>
                {failures.map((each) => (
                  <tr key={`${each.message} ${each.listener}`}>
                    <th scope="row">
                      {each.type} <code className="small">{each.message.slice(-12)}</code>
                    </th>
                    <td data-head={say(WORDS.listener)}>{each.listener}</td>
                    <td data-head={say(WORDS.reason)}>{say(reasonText(each.reason))}</td>
                    <td data-head={say(WORDS.tries)}>{each.tries}</td>
                    <td data-head={say(WORDS.sent)} className="date">
                      {minuteOf(each.sentAt)}
                    </td>
                    <td data-head={say(WORDS.failed)} className="date">
                      {minuteOf(each.failedAt)}
                    </td>
                    <td>
                      <form method="post">
                        <input type="hidden" name="do" value="retry" />
                        <input type="hidden" name="which" value={`${each.message} ${each.listener}`} />
                        <Submit second>{say(WORDS.retry)}</Submit>
                      </form>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          <Form name="retry-all" returned={returned}>
            <Submit>{say(WORDS.retryAll)}</Submit>
          </Form>
          <h2>{say(WORDS.discard)}</h2>
          <Form name="discard" returned={returned}>
            <SelectField
              name="which"
              label={WORDS.which}
              options={failures.map(({ message, listener, type }) => {
                const text = `${type} ${message.slice(-12)} · ${listener}`
                return { value: `${message} ${listener}`, text: { zh: text, en: text } }
              })}
            />
            <TextField name="reason" label={WORDS.why} hint={WORDS.discardHint} />
            <Submit>{say(WORDS.discard)}</Submit>
          </Form>
        </>
      )}
    </>
  )
}
