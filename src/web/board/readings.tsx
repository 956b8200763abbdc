import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import type { Text } from '../../core/messages.ts'
import {
  approveReadings,
  type DecidedReading,
  enterableIndicators,
  readingsDue,
  returnReadings,
  waitingIds,
  waitingReadings,
} from '../../modules/plan/index.ts'
import { type Site, siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { askedIn, wishOf } from '../list.ts'
import { orTrouble } from '../loading.ts'
import { Done, type Returned } from '../parts/form.tsx'
import { List, Outcomes, type OutcomeView } from '../parts/list.tsx'
import { BoardHead } from './head.tsx'
import { DueReadings, nameOf, ReadingCell, readingColumns, shownValue } from './readings-parts.tsx'
import { WORDS } from './readings-words.ts'

const columnsFor = async ({ app, who }: Pick<Site, 'app' | 'who'>) =>
  readingColumns(
    (await app.perform(who, enterableIndicators, {})).map(({ indicator: { id, name } }) => ({ id, name })),
    'waiting',
  )

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const site = context.get(siteContext)
    const { searchParams } = new URL(request.url)
    const columns = await columnsFor(site)
    const asked = askedIn(searchParams, columns)
    return {
      columns,
      asked,
      ...(await site.app.perform(site.who, waitingReadings, wishOf(asked))),
      due: await site.app.perform(site.who, readingsDue, {}),
      done: searchParams.get('done'),
    }
  })

type Results = { readonly results: readonly DecidedReading[] }

/** Decides on those that are ticked, or on every one that fits; what cannot be decided holds back no other. */
export const action = async ({ context, request }: ActionFunctionArgs) => {
  const site = context.get(siteContext)
  const { app, who } = site
  const asked = askedIn(await request.clone().formData(), await columnsFor(site))
  const chosen = async (): Promise<string[]> =>
    asked.everything ? [...(await app.perform(who, waitingIds, wishOf({ ...asked, at: undefined, size: undefined })))] : [...asked.chosen]
  const answer = (done: string, results: readonly DecidedReading[]) =>
    results.every(({ problem }) => problem === null) ? `/board/readings?done=${done}` : data<Results>({ results })
  return posted<ReturnType<typeof data<Results>>>(request, {
    approve: async () => answer('approved', await app.perform(who, approveReadings, { readings: await chosen() })),
    return: async ({ text }) =>
      answer('returned', await app.perform(who, returnReadings, { readings: await chosen(), reason: text('reason') })),
  })
}

const OWN = {
  title: { zh: '哪些数要报、要审？', en: 'Which readings are due, and which wait?' },
  waiting: { zh: '等待审核', en: 'Waiting for approval' },
  own: { zh: '您报的，须由另一人审核', en: 'yours; somebody else decides' },
  approve: { zh: '审核通过选中的', en: 'Approve those chosen' },
  return: { zh: '退回选中的', en: 'Return those chosen' },
  reason: { zh: '退回的理由（报送的人会读到）', en: 'Reason to return (whoever entered them reads it)' },
  results: { zh: '办理结果', en: 'What came of each' },
  ok: { zh: '已办', en: 'done' },
} as const
const DONE = {
  approved: { zh: '已审核，从今天起公开。', en: 'Approved, and public from today.' },
  returned: { zh: '已退回。', en: 'Returned.' },
} as const

type Result = { readonly reading: string; readonly problem: { readonly message: Text } | null }

/** So many results are shown, those that failed first. */
const SHOWN = 200

const outcomesOf = (results: readonly Result[]): readonly OutcomeView[] =>
  results
    .map(({ reading, problem }) => ({ key: reading, ok: problem === null, text: problem?.message ?? OWN.ok }))
    .toSorted((a, b) => Number(a.ok) - Number(b.ok))
    .slice(0, SHOWN)

/** Where none could be decided, what is wrong with each is said of its id. */
const resultsIn = (returned: Returned | null): readonly Result[] =>
  returned?.code === 'plan.nothing-decided' ? returned.problems.map((problem) => ({ reading: problem.field, problem })) : []

export default function Readings() {
  const { columns, asked, part, readings, due, done } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { say, to, language } = useSay()
  const returned = answered && 'form' in answered ? answered : null
  const outcomes = outcomesOf(answered && 'results' in answered ? answered.results : resultsIn(returned))
  const refused = outcomes.length === 0 ? returned : null
  const versions = new Map(readings.map((each) => [each.id, each]))
  const labelOf = (id: string): string => {
    const each = versions.get(id)
    return each ? `${nameOf(each, say)} ${each.period} ${shownValue(each.value, each, language)}` : id
  }
  return (
    <>
      <BoardHead title={OWN.title} />
      <p>
        <a href={to('/board/readings/new')}>{say(WORDS.enter)}</a> · <a href={to('/board/readings/upload')}>{say(WORDS.upload)}</a> ·{' '}
        <a href={to('/board/readings/mine')}>{say(WORDS.mine)}</a>
      </p>
      <Done done={answered ? null : done} texts={DONE} />
      {outcomes.length > 0 && <Outcomes title={OWN.results} outcomes={outcomes} name={labelOf} />}
      {refused && (
        <div className="errors" role="alert">
          <strong>{say(refused.text)}</strong>
          {refused.problems.map(({ field, message }) => (
            <p key={field}>{say(message)}</p>
          ))}
        </div>
      )}
      <h2>
        {say(OWN.waiting)} <span className="count">{part.total}</span>
      </h2>
      <List
        label={OWN.waiting}
        columns={columns}
        part={part}
        asked={returned ? { ...asked, chosen: returned.typed.chosen ?? [] } : asked}
        name={({ key }) => labelOf(key)}
        unchosen={({ key }) => (versions.get(key)?.own ? say(OWN.own) : null)}
        cell={(row, column) => {
          const each = versions.get(row.key)
          return each && <ReadingCell each={each} column={column} />
        }}
        acts={
          <>
            <button type="submit" name="do" value="approve">
              {say(OWN.approve)}
            </button>{' '}
            <label>
              {say(OWN.reason)}
              <input type="text" name="reason" maxLength={2000} autoComplete="off" />
            </label>{' '}
            <button type="submit" name="do" value="return" className="second">
              {say(OWN.return)}
            </button>
          </>
        }
      />
      <DueReadings due={due} />
    </>
  )
}
