import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { mayUse } from '../../kernel/right.ts'
import { enterableIndicators, myReadings, type ReadingVersion, readingsDue, waitingReadings } from '../../modules/plan/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { askedIn, wishOf } from '../list.ts'
import { orTrouble } from '../loading.ts'
import { Done } from '../parts/form.tsx'
import { List } from '../parts/list.tsx'
import { DueReadings, nameOf, ReadingCell, readingColumns } from './readings-parts.tsx'
import { stateText, WORDS } from './readings-words.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const { searchParams } = new URL(request.url)
    const indicators = (await app.perform(who, enterableIndicators, {})).map(({ indicator: { id, name } }) => ({ id, name }))
    const columns = readingColumns(indicators, 'own')
    const asked = askedIn(searchParams, columns)
    return {
      columns,
      asked,
      ...(await app.perform(who, myReadings, wishOf(asked))),
      due: await app.perform(who, readingsDue, {}),
      done: searchParams.get('done'),
      decides: mayUse(waitingReadings.right, who, waitingReadings.name),
    }
  })

const OWN = {
  title: { zh: '我报的数怎样了？', en: 'What became of what I entered?' },
  lead: {
    zh: '另一人审核通过，才算数；被退回的，看了理由，改好再报。',
    en: 'What another person approves counts. What was returned can be mended, once you have read why, and entered again.',
  },
  again: { zh: '改好再报', en: 'Mend and enter again' },
} as const
const DONE = {
  entered: { zh: '已报送，等待另一人审核。', en: 'Entered; they wait for another person.' },
  again: { zh: '已重报，等待另一人审核。', en: 'Entered again; it waits for another person.' },
} as const

const State = ({ each }: { readonly each: ReadingVersion }) => {
  const { say, to } = useSay()
  return (
    <>
      {say(stateText[each.state])}
      {each.decided && <div className="small quiet">{`${each.decided.who} · ${say(each.decided.post)} · ${each.decided.on}`}</div>}
      {each.decided?.reason && <div lang="zh-CN">{each.decided.reason}</div>}
      {each.state === 'returned' && (
        <a href={to(`/board/readings/new?again=${each.id}`)} aria-label={`${say(OWN.again)} · ${nameOf(each, say)} · ${each.period}`}>
          {say(OWN.again)}
        </a>
      )}
    </>
  )
}

export default function MyReadings() {
  const { columns, asked, part, readings, due, done, decides } = useLoaderData<typeof loader>()
  const { say, to } = useSay()
  const versions = new Map(readings.map((each) => [each.id, each]))
  return (
    <>
      <title>{`${say(OWN.title)} · 策行 Planwright`}</title>
      <p className="crumb">
        {decides ? <a href={to('/board/readings')}>{say(WORDS.readings)}</a> : say(WORDS.readings)} › {say(WORDS.mine)}
      </p>
      <h1>{say(OWN.title)}</h1>
      <p className="lead">{say(OWN.lead)}</p>
      <p>
        <a href={to('/board/readings/new')}>{say(WORDS.enter)}</a> · <a href={to('/board/readings/upload')}>{say(WORDS.upload)}</a>
      </p>
      <Done done={done} texts={DONE} />
      <DueReadings due={due} />
      <h2>
        {say(WORDS.mine)} <span className="count">{part.total}</span>
      </h2>
      <List
        label={WORDS.mine}
        columns={columns}
        part={part}
        asked={asked}
        name={({ key }) => key}
        cell={(row, column) => {
          const each = versions.get(row.key)
          return each && (column === 'state' ? <State each={each} /> : <ReadingCell each={each} column={column} />)
        }}
      />
    </>
  )
}
