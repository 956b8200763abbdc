import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { fill, type Text } from '../../core/messages.ts'
import {
  chooseEvents,
  EVENT_NAMES,
  EVENTS,
  pauseReceiver,
  type ReceiverState,
  receivers,
  sendAgain,
  testReceiver,
} from '../../modules/webhook/index.ts'
import { type Site, siteContext } from '../context.ts'
import { type Fields, type Forms, posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Choices, Done, Form, type Returned, Submit } from '../parts/form.tsx'
import { useTimes } from '../times.ts'
import { AdminParts } from './parts.tsx'
import { Deliveries } from './webhook-deliveries.tsx'

const PATH = '/admin/webhooks'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return {
      all: await app.perform(who, receivers, {}),
      events: EVENT_NAMES.map((name) => ({ value: name, text: EVENTS[name].words })),
      done: new URL(request.url).searchParams.get('done'),
    }
  })

/** The forms of one receiver: its name stands behind what they do. */
const formsOf = ({ app, who }: Pick<Site, 'app' | 'who'>, receiver: string): Forms => ({
  [`choose-${receiver}`]: async ({ all }) => {
    await app.perform(who, chooseEvents, { receiver, events: [...all('events')] })
    return `${PATH}?done=chosen`
  },
  [`pause-${receiver}`]: async () => {
    await app.perform(who, pauseReceiver, { receiver, paused: true })
    return `${PATH}?done=paused`
  },
  [`resume-${receiver}`]: async () => {
    await app.perform(who, pauseReceiver, { receiver, paused: false })
    return `${PATH}?done=resumed`
  },
  [`test-${receiver}`]: async () => {
    await app.perform(who, testReceiver, { receiver })
    return `${PATH}?done=tested`
  },
})

export const action = async ({ context, request }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  const all = await orTrouble(() => app.perform(who, receivers, {}))
  return posted(request, {
    ...Object.assign({}, ...all.map(({ name }) => formsOf({ app, who }, name))),
    again: async ({ text }: Fields) => {
      await app.perform(who, sendAgain, { delivery: text('delivery') })
      return `${PATH}?done=again`
    },
  })
}

const WORDS = {
  title: { zh: '谁会收到事件，送到了吗？', en: 'Who is told of events, and did it arrive?' },
  lead: {
    zh: '接收方及其地址、密钥只在服务器的设置中登记（PLANWRIGHT_WEBHOOKS）；这里只决定告诉它什么。没有收下的会自动再送，间隔逐次加长，两天多以后放到这里等人处理。',
    en: 'Receivers stand with address and secret in the settings of the machine alone (PLANWRIGHT_WEBHOOKS); here it is decided what they are told. What is not taken is sent again by itself, ever more slowly, and comes to rest here after somewhat more than two days.',
  },
  none: { zh: '设置中没有登记接收方。', en: 'The settings name no receiver.' },
  counts: {
    zh: '等待 {waiting}，失败 {failed}。最近送达：{last}。',
    en: '{waiting} wait, {failed} failed. Last delivered: {last}.',
  },
  never: { zh: '从未', en: 'never' },
  isPaused: { zh: '已暂停：要推送的都在等待。', en: 'Paused: what is for it waits.' },
  events: { zh: '告诉它哪些事件', en: 'What it is told of' },
  choose: { zh: '保存', en: 'Save' },
  pause: { zh: '暂停', en: 'Pause' },
  resume: { zh: '恢复', en: 'Resume' },
  test: { zh: '推送测试事件', en: 'Send a test event' },
} as const

const DONE: Readonly<Record<string, Text>> = {
  chosen: { zh: '已保存，从现在起生效。', en: 'Saved; it holds from now on.' },
  paused: { zh: '已暂停。', en: 'Paused.' },
  resumed: { zh: '已恢复，等待的正在推送。', en: 'Resumed; what waited is being sent.' },
  tested: { zh: '测试事件已发出，结果见下面的记录。', en: 'The test event is on its way; see below what came of it.' },
  again: { zh: '已重新推送，结果见下面的记录。', en: 'Sent again; see below what came of it.' },
}

const Receiver = ({ state, returned }: { readonly state: ReceiverState; readonly returned: Returned | undefined }) => {
  const { events } = useLoaderData<typeof loader>()
  const { say } = useSay()
  const { name, host, paused, waiting, failed, lastDeliveredAt } = state
  const { minuteOf } = useTimes()
  const last = lastDeliveredAt === null ? say(WORDS.never) : minuteOf(lastDeliveredAt)
  return (
    <section aria-label={name}>
      <h2>
        {name} <span className="small quiet">{host}</span>
      </h2>
      <p>{fill(say(WORDS.counts), { waiting, failed, last })}</p>
      {paused && <p className="note warn">{say(WORDS.isPaused)}</p>}
      <Form name={`choose-${name}`} returned={returned}>
        <Choices name="events" label={WORDS.events} options={events} chosen={state.events} many />
        <Submit>{say(WORDS.choose)}</Submit>
      </Form>
      <div className="choices">
        {!paused && (
          <Form name={`test-${name}`} returned={returned}>
            <Submit second>{say(WORDS.test)}</Submit>
          </Form>
        )}
        <Form name={`${paused ? 'resume' : 'pause'}-${name}`} returned={returned}>
          <Submit second>{say(paused ? WORDS.resume : WORDS.pause)}</Submit>
        </Form>
      </div>
      <Deliveries deliveries={state.deliveries} paused={paused} />
    </section>
  )
}

export default function Webhooks() {
  const { all, done } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>() as Returned | undefined
  const { say } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <AdminParts />
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">{say(WORDS.lead)}</p>
      <Done done={done} texts={DONE} />
      {all.length === 0 && <p>{say(WORDS.none)}</p>}
      {all.map((state) => (
        <Receiver key={state.name} state={state} returned={returned} />
      ))}
    </>
  )
}
