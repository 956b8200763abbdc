import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import type { Text } from '../../core/messages.ts'
import { Failure } from '../../kernel/failure.ts'
import { correctionList, correctionsChosen, judgeCorrection, type Verdict } from '../../modules/party/index.ts'
import { siteContext } from '../context.ts'
import { shownValue } from '../desk/shown.ts'
import { stateText, verdictText, WORDS } from '../desk/words.ts'
import { useSay } from '../language.ts'
import { askedIn, wishOf } from '../list.ts'
import { orTrouble } from '../loading.ts'
import { List, type ListColumnView, Outcomes } from '../parts/list.tsx'
import { Synthetic } from '../parts/synthetic.tsx'
import { OfficeParts } from './parts.tsx'

const COLUMNS: readonly ListColumnView[] = [
  { name: 'fact', label: WORDS.fact, filter: 'text' },
  { name: 'enterprise', label: { zh: '企业', en: 'Enterprise' }, filter: 'text' },
  { name: 'uscc', label: { zh: '统一社会信用代码', en: 'Credit code' }, filter: 'text', folded: true },
  { name: 'value', label: { zh: '企业说应为', en: 'It says' }, sortable: false },
  {
    name: 'state',
    label: WORDS.state,
    filter: 'choice',
    choices: Object.entries(stateText).map(([value, text]) => ({ value, text })),
  },
  {
    name: 'turn',
    label: { zh: '轮到谁', en: 'Whose turn' },
    filter: 'choice',
    choices: [
      { value: 'me', text: { zh: '轮到我', en: 'mine' } },
      { value: 'others', text: { zh: '轮到别人', en: 'somebody else’s' } },
      { value: 'nobody', text: { zh: '已办结', en: 'closed' } },
    ],
  },
  { name: 'files', label: { zh: '佐证（份）', en: 'Files of evidence' }, sortable: false },
  {
    name: 'review',
    label: { zh: '初审意见', en: 'First opinion' },
    filter: 'choice',
    choices: Object.entries(verdictText).map(([value, text]) => ({ value, text })),
  },
  { name: 'due', label: WORDS.due, filter: 'range' },
]

/** Which step is taken with corrections of a state; those of several states are not judged together. */
const STEP: Readonly<Record<string, 'review' | 'decide'>> = { proposed: 'review', reviewed: 'decide' }

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const asked = askedIn(new URL(request.url).searchParams, COLUMNS)
    return { asked, part: await app.perform(who, correctionList, wishOf(asked)) }
  })

/** What came of one correction; `fact` is what people call it. */
type Outcome = {
  readonly key: string
  readonly fact: Text | string
  readonly enterprise: string
  readonly ok: boolean
  readonly text: Text
}

/** Judges every correction that was chosen, one by one: one that is refused holds back no other. */
export const action = ({ context, request }: ActionFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const form = await request.formData()
    const asked = askedIn(form, COLUMNS)
    const step = STEP[asked.filters.state ?? '']
    const verdict: Verdict = form.get('do') === 'accept' ? 'accept' : 'refuse'
    const chosen = { wish: wishOf({ ...asked, at: undefined, size: undefined }), ...(asked.everything ? {} : { ids: [...asked.chosen] }) }
    const outcomes: Outcome[] = []
    if (!step) return { outcomes }
    const { rows, facts } = await app.perform(who, correctionsChosen, chosen)
    for (const { key, fact, enterprise } of rows) {
      const named = { key, fact: facts[fact ?? '']?.label ?? fact ?? '—', enterprise: enterprise ?? '—' }
      try {
        await app.perform(who, judgeCorrection, { correction: key, step, verdict, reason: String(form.get('reason') ?? '') })
        outcomes.push({ ...named, ok: true, text: verdictText[verdict] })
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        outcomes.push({ ...named, ok: false, text: error.fields[0]?.message ?? error.text })
      }
    }
    return { outcomes }
  })

const OWN = {
  title: { zh: '有哪些事实更正？', en: 'Which corrections of facts are there?' },
  list: { zh: '事实更正', en: 'Corrections' },
  lead: {
    zh: '一人初审，另一人决定；收到后十个工作日内办完。要一并办理，请先按状态筛选。',
    en: 'One officer reviews, another decides, within ten working days. To judge several together, filter by state first.',
  },
  reason: {
    zh: '理由（不采纳，或与初审意见不同时必填；企业会读到）',
    en: 'Reason (needed to refuse, or to go against the review; the enterprise reads it)',
  },
  results: { zh: '办理结果', en: 'What came of each' },
  chooseFirst: { zh: '没有选中任何一项。请先勾选，再按按钮。', en: 'Nothing was chosen. Tick some first, then press the button.' },
  provisional: { zh: '（暂定）', en: ' (provisional)' },
} as const

const CorrectionList = () => {
  const { asked, part } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const { say, to, language } = useSay()
  const declarationOf = (name: string | null | undefined) => (name ? (part.facts[name] ?? null) : null)
  const factOf = (name: string | null | undefined): string => {
    const declaration = declarationOf(name)
    return declaration ? say(declaration.label) : (name ?? '—')
  }
  const outcomes = new Map(done?.outcomes.map((each) => [each.key, each]))
  const nameOf = (key: string): string => {
    const { fact, enterprise } = outcomes.get(key) ?? { fact: '—', enterprise: '—' }
    return `${typeof fact === 'string' ? fact : say(fact)} · ${enterprise}`
  }
  return (
    <>
      <title>{`${say(OWN.title)} · 策行 Planwright`}</title>
      <OfficeParts />
      <h1>{say(OWN.title)}</h1>
      <p className="lead">{say(OWN.lead)}</p>
      {part.rows.some(({ synthetic }) => synthetic === 'true') && <Synthetic />}
      {done &&
        (done.outcomes.length === 0 ? (
          <p role="status">{say(OWN.chooseFirst)}</p>
        ) : (
          <Outcomes
            title={OWN.results}
            outcomes={done.outcomes}
            name={(key) => <a href={to(`/office/corrections/${key}`)}>{nameOf(key)}</a>}
          />
        ))}
      <List
        label={OWN.list}
        columns={COLUMNS}
        part={part}
        asked={asked}
        acts={
          STEP[asked.filters.state ?? ''] && (
            <>
              <label>
                {say(OWN.reason)}
                <input type="text" name="reason" maxLength={2000} autoComplete="off" />
              </label>{' '}
              {(['accept', 'refuse'] as const).map((verdict) => (
                <button key={verdict} type="submit" name="do" value={verdict} className={verdict === 'refuse' ? 'second' : undefined}>
                  {say(verdictText[verdict])}
                </button>
              ))}
            </>
          )
        }
        name={({ fact, enterprise }) => `${factOf(fact)} · ${enterprise}`}
        cell={(row, column) => {
          if (column === 'fact') return <a href={to(`/office/corrections/${row.key}`)}>{factOf(row.fact)}</a>
          if (column === 'value') return shownValue(row.value ?? '', declarationOf(row.fact), language)
          if (column === 'due') return `${row.due}${row.provisional === 'true' ? say(OWN.provisional) : ''}`
          const choice = COLUMNS.find(({ name }) => name === column)?.choices?.find(({ value }) => value === row[column])
          return choice && say(choice.text)
        }}
      />
      <p className="small quiet">{say(WORDS.calendar)}</p>
    </>
  )
}
export default CorrectionList
