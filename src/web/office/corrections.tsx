import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import type { Text } from '../../core/messages.ts'
import { Failure } from '../../kernel/failure.ts'
import { type Correction, correctionQueue, judgeCorrection, type Verdict } from '../../modules/party/index.ts'
import { siteContext } from '../context.ts'
import { Due } from '../desk/correction-parts.tsx'
import { shownValue } from '../desk/shown.ts'
import { stateText, verdictText, WORDS } from '../desk/words.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Choices, Form, type Returned, Submit, TextArea } from '../parts/form.tsx'
import { Synthetic } from '../parts/synthetic.tsx'

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return app.perform(who, correctionQueue, {})
  })

/** What came of one row of a bulk action; null: done. */
type RowResult = { readonly correction: string; readonly problem: Text | null }

export const action = async ({ context, request }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  const results: RowResult[] = []
  const judge =
    (step: 'review' | 'decide') =>
    async ({ all, text }: { readonly all: (name: string) => readonly string[]; readonly text: (name: string) => string }) => {
      const verdict: Verdict = text('verdict') === 'accept' ? 'accept' : 'refuse'
      // Each row is an action of its own: one that is refused holds back no other.
      for (const correction of all('chosen')) {
        try {
          await app.perform(who, judgeCorrection, { correction, step, verdict, reason: text('reason') })
          results.push({ correction, problem: null })
        } catch (error) {
          if (!(error instanceof Failure)) throw error
          results.push({ correction, problem: error.fields[0]?.message ?? error.text })
        }
      }
      return '/office'
    }
  const answer = await posted(request, { review: judge('review'), decide: judge('decide') })
  return results.length === 0 ? answer : data({ results })
}

const OWN = {
  title: { zh: '哪些事实更正要办？', en: 'Which corrections of facts wait?' },
  lead: {
    zh: '企业说登记的事实不对。一人初审，另一人决定；收到后十个工作日内办完。',
    en: 'Enterprises say that a registered fact is wrong. One officer reviews, another decides, within ten working days.',
  },
  new: { zh: '新收到', en: 'New' },
  second: { zh: '等待第二人决定', en: 'Waiting for a second person' },
  mine: { zh: '我办过的', en: 'Those I took part in' },
  decided: { zh: '已办结', en: 'Closed' },
  none: { zh: '没有。', en: 'None.' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  said: { zh: '企业说应为', en: 'It says' },
  choose: { zh: '选择', en: 'Choose' },
  bulk: { zh: '办理选中的', en: 'Judge those that are chosen' },
  verdict: { zh: '意见', en: 'Verdict' },
  reasonHint: {
    zh: '不采纳，或与初审意见不同时必填；企业会读到。',
    en: 'Needed to refuse, or to go against the review; the enterprise reads it.',
  },
  results: { zh: '办理结果', en: 'What came of each' },
  done: { zh: '已办', en: 'done' },
  every: { zh: '全部更正：筛选、排序、一并办理', en: 'Every correction: filter, sort, judge together' },
  readings: { zh: '数据报送', en: 'Readings' },
  tasks: { zh: '本部门的任务', en: 'Tasks of the department' },
  enterprises: { zh: '企业名录', en: 'All enterprises' },
} as const

const Rows = ({ rows, choose }: { readonly rows: readonly Correction[]; readonly choose: boolean }) => {
  const { say, to, language } = useSay()
  return (
    <div className="scroll">
      <table className="rows">
        <thead>
          <tr>
            {choose && <th scope="col">{say(OWN.choose)}</th>}
            {[WORDS.fact, OWN.enterprise, OWN.said, WORDS.evidence, WORDS.state, WORDS.due].map((head) => (
              <th key={head.zh} scope="col">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((each) => {
            const label = each.declaration ? say(each.declaration.label) : each.fact
            return (
              <tr key={each.id}>
                {choose && (
                  <td data-head={say(OWN.choose)}>
                    <input
                      type="checkbox"
                      name="chosen"
                      value={each.id}
                      aria-label={`${say(OWN.choose)} · ${label} · ${each.enterprise.name}`}
                    />
                  </td>
                )}
                <th scope="row">
                  <a href={to(`/office/corrections/${each.id}`)}>{label}</a>
                </th>
                <td data-head={say(OWN.enterprise)} lang="zh-CN">
                  {each.enterprise.name}
                </td>
                <td data-head={say(OWN.said)}>{shownValue(each.value, each.declaration, language)}</td>
                <td data-head={say(WORDS.evidence)}>{each.evidence.length}</td>
                <td data-head={say(WORDS.state)}>{say(stateText[each.state])}</td>
                <td data-head={say(WORDS.due)}>
                  {each.state === 'proposed' || each.state === 'reviewed' ? <Due {...each} /> : each.done.at(-1)?.on}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

const Bulk = ({
  name,
  rows,
  returned,
}: {
  readonly name: 'review' | 'decide'
  readonly rows: readonly Correction[]
  readonly returned: Returned | null
}) => {
  const { say } = useSay()
  return (
    <Form name={name} returned={returned} label={OWN.bulk}>
      <Rows rows={rows} choose />
      <details>
        <summary>{say(OWN.bulk)}</summary>
        <Choices
          name="verdict"
          label={OWN.verdict}
          options={[
            { value: 'accept', text: verdictText.accept },
            { value: 'refuse', text: verdictText.refuse },
          ]}
          chosen={['accept']}
        />
        <TextArea name="reason" label={WORDS.reason} hint={OWN.reasonHint} />
        <Submit>{say(OWN.bulk)}</Submit>
      </details>
    </Form>
  )
}

export default function Corrections() {
  const queue = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { say, to } = useSay()
  const returned = answered && 'form' in answered ? answered : null
  const results = answered && 'results' in answered ? answered.results : []
  const all = [...queue.new, ...queue.second, ...queue.mine, ...queue.decided]
  const labelOf = (id: string): string => {
    const found = all.find((each) => each.id === id)
    return found ? `${found.declaration ? say(found.declaration.label) : found.fact} · ${found.enterprise.name}` : id
  }
  return (
    <>
      <title>{`${say(OWN.title)} · 策行 Planwright`}</title>
      <h1>{say(OWN.title)}</h1>
      <p className="lead">{say(OWN.lead)}</p>
      {all.some(({ enterprise }) => enterprise.synthetic) && <Synthetic />}
      {results.length > 0 && (
        <section className="done" role="status">
          <h2>{say(OWN.results)}</h2>
          <ul>
            {results.map(({ correction, problem }) => (
              <li key={correction}>
                {labelOf(correction)}: {problem ? <strong>{say(problem)}</strong> : say(OWN.done)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2>
        {say(OWN.new)} <span className="count">{queue.new.length}</span>
      </h2>
      {queue.new.length === 0 ? <p className="quiet">{say(OWN.none)}</p> : <Bulk name="review" rows={queue.new} returned={returned} />}
      <h2>
        {say(OWN.second)} <span className="count">{queue.second.length}</span>
      </h2>
      {queue.second.length === 0 ? (
        <p className="quiet">{say(OWN.none)}</p>
      ) : (
        <Bulk name="decide" rows={queue.second} returned={returned} />
      )}
      {(['mine', 'decided'] as const).map((part) => (
        <details key={part}>
          <summary>
            {say(OWN[part])} <span className="count">{queue[part].length}</span>
          </summary>
          {queue[part].length === 0 ? <p className="quiet">{say(OWN.none)}</p> : <Rows rows={queue[part]} choose={false} />}
        </details>
      ))}
      <p className="small quiet">{say(WORDS.calendar)}</p>
      <p>
        <a href={to('/office/tasks')}>{say(OWN.tasks)}</a> · <a href={to('/board/readings/mine')}>{say(OWN.readings)}</a> ·{' '}
        <a href={to('/office/corrections')}>{say(OWN.every)}</a> · <a href={to('/office/enterprises')}>{say(OWN.enterprises)}</a>
      </p>
    </>
  )
}
