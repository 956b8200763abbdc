/** What became of the events for one receiver. */
import { fill, type Text } from '../../core/messages.ts'
import type { Delivery } from '../../modules/webhook/index.ts'
import { useSay } from '../language.ts'
import { Heads, Scroll } from '../parts/basic.tsx'
import { Submit } from '../parts/form.tsx'
import { useTimes } from '../times.ts'

const WORDS = {
  title: { zh: '最近五十次', en: 'The last fifty' },
  none: { zh: '还没有推送过。', en: 'Nothing was sent yet.' },
  event: { zh: '事件', en: 'Event' },
  happened: { zh: '发生', en: 'Happened' },
  state: { zh: '结果', en: 'What came of it' },
  tries: { zh: '次数', en: 'Tries' },
  act: { zh: '办理', en: 'Do' },
  again: { zh: '重新推送', en: 'Send again' },
  next: { zh: '{state}，{at} 再试', en: '{state}; tried again at {at}' },
} as const

const STATES: Readonly<Record<Delivery['state'], Text>> = {
  waiting: { zh: '等待', en: 'waits' },
  delivered: { zh: '已送达', en: 'delivered' },
  failed: { zh: '失败', en: 'failed' },
}

const REASONS: Readonly<Record<string, Text>> = {
  status: { zh: '接收方答复 {status}', en: 'the receiver answered {status}' },
  redirect: { zh: '接收方让转到别处（{status}），不跟随', en: 'the receiver sent it on elsewhere ({status}), which is not followed' },
  timeout: { zh: '十秒内没有答复', en: 'no answer within ten seconds' },
  unreachable: { zh: '连不上', en: 'nobody was there' },
}

export const Deliveries = ({ deliveries, paused }: { readonly deliveries: readonly Delivery[]; readonly paused: boolean }) => {
  const { say, marks } = useSay()
  const { secondOf } = useTimes()
  if (deliveries.length === 0) return <p className="quiet">{say(WORDS.none)}</p>
  const outcome = ({ state, reason, status, nextAt }: Delivery): string => {
    const words =
      nextAt === null || paused ? say(STATES[state]) : fill(say(WORDS.next), { state: say(STATES[state]), at: secondOf(nextAt) })
    const why = reason === null ? undefined : REASONS[reason]
    return why ? `${words}${marks.open}${fill(say(why), { status: status ?? '—' })}${marks.close}` : words
  }
  return (
    <>
      <h3>{say(WORDS.title)}</h3>
      <Scroll label={say(WORDS.title)}>
        <table className="rows">
          <caption className="unseen">{say(WORDS.title)}</caption>
          <Heads names={[WORDS.event, WORDS.happened, WORDS.state, WORDS.tries, WORDS.act].map(say)} />
          <tbody>
            {deliveries.map((each) => (
              <tr key={each.id}>
                <th scope="row">
                  {each.type} <code className="small">{each.event.slice(-12)}</code>
                </th>
                <td data-head={say(WORDS.happened)} className="date">
                  {secondOf(each.at)}
                </td>
                <td data-head={say(WORDS.state)}>{outcome(each)}</td>
                <td data-head={say(WORDS.tries)}>{each.tries}</td>
                <td>
                  {each.state !== 'delivered' && !paused && (
                    <form method="post">
                      <input type="hidden" name="do" value="again" />
                      <input type="hidden" name="delivery" value={each.id} />
                      <Submit second>{say(WORDS.again)}</Submit>
                    </form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}
