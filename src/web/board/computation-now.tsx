import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { fill, type Text } from '../../core/messages.ts'
import { Failure, httpStatusOf } from '../../kernel/failure.ts'
import { liveCount, operationIndicators, periodText, proposeReading } from '../../modules/plan/index.ts'
import { type Site, siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Choices, Form, Submit, TextField } from '../parts/form.tsx'
import { CountedRows, Parts, PeriodForm, plansIn, shownCount, WORDS } from './computation-parts.tsx'
import { BoardHead } from './head.tsx'

const askedIn = (request: Request) => {
  const { searchParams } = new URL(request.url)
  return { indicator: searchParams.get('indicator') ?? '', period: searchParams.get('period') ?? '' }
}

/** A period that is mended where it was typed. */
const refusedOf = async ({ app, who }: Pick<Site, 'app' | 'who'>, { indicator, period }: ReturnType<typeof askedIn>, problem: Text) => {
  const known = await app.perform(who, operationIndicators, {})
  const name = known.find((each) => each.indicator.id === indicator)?.indicator.name ?? WORDS.title
  return { indicator, name, period, problem, plans: plansIn(who) }
}
type Refused = Awaited<ReturnType<typeof refusedOf>>

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const site = context.get(siteContext)
    const asked = askedIn(request)
    try {
      const found = await site.app.perform(site.who, liveCount, asked)
      return { counted: { ...found, plans: plansIn(site.who) }, refused: null }
    } catch (error) {
      const problem = error instanceof Failure ? error.fields.find(({ field }) => field === 'period') : undefined
      if (!(error instanceof Failure) || !problem) throw error
      return data({ counted: null, refused: await refusedOf(site, asked, problem.message) }, { status: httpStatusOf[error.kind] })
    }
  })

export const action = ({ context, request }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  return posted(request, {
    propose: async ({ text }) => {
      const input = { ...askedIn(request), hash: text('hash'), status: text('status'), reason: text('reason') }
      const { computation } = await app.perform(who, proposeReading, input)
      return `/board/computations/${computation}?done=proposed`
    },
  })
}

const OWN = {
  title: { zh: '{name}：{period}', en: '{name}: {period}' },
  nothing: {
    zh: '还没有可统计的记录。没有记录就是未知，不写成 0。',
    en: 'Nothing is recorded yet that could be counted. That is unknown, and nothing is written as 0.',
  },
  zero: { zh: '这一期的分母是 0，算不出比率。', en: 'The denominator of this period is 0; there is no rate.' },
  same: { zh: '这一期已经按同样的记录算过，数没有变。', en: 'This period was counted from the same records already; nothing has changed.' },
  waits: { zh: '这一期算出的一个数正等待审核。', en: 'A value counted for this period waits for approval.' },
  replaces: {
    zh: '现有的数是 {value}。记录变了，可以报新的数，写明理由。',
    en: 'What stands is {value}. The records have changed: the new value can be proposed, with a reason.',
  },
  propose: { zh: '报这个数，由另一人审核', en: 'Propose this value; another person approves it' },
  status: { zh: '这个数', en: 'The value' },
  final: { zh: '是最终数', en: 'is final' },
  provisional: { zh: '是初步数', en: 'is provisional' },
  reason: { zh: '更正的理由', en: 'Why it is corrected' },
} as const

const RefusedPeriod = ({ refused }: { readonly refused: Refused }) => {
  const { say } = useSay()
  return (
    <>
      <BoardHead plain={!refused.plans} title={refused.name} />
      <p className="quiet">{say(WORDS.how)}</p>
      <PeriodForm indicator={refused.indicator} refused={refused} />
    </>
  )
}

type CountedNow = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['counted']>

const Counted = ({ counted }: { readonly counted: CountedNow }) => {
  const { indicator, period, query, span, value, why, parts, rows, standing, isWaiting, plans } = counted
  const returned = useActionData<typeof action>()
  const { say, language } = useSay()
  const title = {
    zh: fill(OWN.title.zh, { name: indicator.name.zh, period: periodText(period, 'zh') }),
    en: fill(OWN.title.en, { name: indicator.name.en, period: periodText(period, 'en') }),
  }
  const mayPropose = plans && value !== null && !isWaiting && standing?.isSame !== true
  return (
    <>
      <BoardHead plain={!plans} title={title} />
      <p className="number">{shownCount(value, indicator, language)}</p>
      {why && <p className="note">{say(OWN[why])}</p>}
      {isWaiting && <p className="note">{say(OWN.waits)}</p>}
      {standing?.isSame && <p className="note">{say(OWN.same)}</p>}
      <Parts query={{ ...query, words: query }} span={span} parts={parts} />
      {mayPropose && (
        <Form name="propose" returned={returned}>
          <input type="hidden" name="hash" value={parts.hash} />
          {standing && (
            <>
              <p>{fill(say(OWN.replaces), { value: shownCount(standing.value, indicator, language) })}</p>
              <TextField name="reason" label={OWN.reason} />
            </>
          )}
          <Choices
            name="status"
            label={OWN.status}
            options={[
              { value: 'final', text: OWN.final },
              { value: 'provisional', text: OWN.provisional },
            ]}
            chosen={['final']}
          />
          <Submit>{say(OWN.propose)}</Submit>
        </Form>
      )}
      <h2>
        {say(WORDS.all)} <span className="count">{rows.length}</span>
      </h2>
      <CountedRows caption={WORDS.all} rows={rows} isRate={parts.denominator !== null} />
    </>
  )
}

export default function ComputationNow() {
  const { counted, refused } = useLoaderData<typeof loader>()
  return refused ? <RefusedPeriod refused={refused} /> : <Counted counted={counted} />
}
