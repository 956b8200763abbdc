import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { runDifference } from '../../modules/run/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads, Scroll } from '../parts/basic.tsx'
import { INVENTED, moneyText, runView, titlesOf } from './run-view.ts'

type Side = { readonly eligible: number; readonly fen: bigint } | null
const isSame = ({ before, after }: { readonly before: Side; readonly after: Side }): boolean =>
  (before?.fen ?? 0n) === (after?.fen ?? 0n) && (before?.eligible ?? 0) === (after?.eligible ?? 0)

export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const { before, after, measures } = await app.perform(who, runDifference, { before: params.other ?? '', after: params.run ?? '' })
    const [old, fresh] = [await titlesOf({ app, who }, before.pack), await titlesOf({ app, who }, after.pack)]
    return {
      before: runView(before),
      after: runView(after),
      total: moneyText(after.fen - before.fen),
      measures: measures.map((each) => ({
        id: each.measure,
        title: (each.after === null ? old : fresh)(each.measure),
        before: each.before && { eligible: each.before.eligible, money: moneyText(each.before.fen) },
        after: each.after && { eligible: each.after.eligible, money: moneyText(each.after.fen) },
        difference: moneyText(each.fen),
        isSame: isSame(each),
      })),
    }
  })

const WORDS = {
  title: { zh: '两次测算差多少，差在哪些措施上？', en: 'How do two runs differ, and in which measures?' },
  more: { zh: '后一次减前一次', en: 'the later run minus the earlier' },
  before: { zh: '前一次', en: 'Earlier' },
  after: { zh: '后一次', en: 'Later' },
  measure: { zh: '措施', en: 'Measure' },
  eligible: { zh: '符合', en: 'eligible' },
  difference: { zh: '差额', en: 'Difference' },
  none: { zh: '没有一项措施有差别。', en: 'No measure differs.' },
  same: { zh: '没有差别的措施：{count} 项', en: 'Measures without a difference: {count}' },
  absent: { zh: '— 没有算这一项', en: '— not computed' },
  otherCity: {
    zh: '两次测算的企业不是同一批，差额也包含这一不同。',
    en: 'The two runs decide different populations; the difference includes that.',
  },
} as const

export default function Difference() {
  const { before, after, total, measures } = useLoaderData<typeof loader>()
  const { say, to, marks } = useSay()
  const side = (run: typeof before) => (
    <>
      <a href={to(`/finance/runs/${run.id}`)}>{run.id.slice(0, 8)}</a>
      {` · ${run.on} · ${say(run.money)} · ${run.source}`}
    </>
  )
  const cell = (each: (typeof measures)[number]['before']) =>
    each ? `${say(each.money)}${marks.open}${each.eligible.toLocaleString('en')} ${say(WORDS.eligible)}${marks.close}` : say(WORDS.absent)
  const [changed, same] = [measures.filter(({ isSame }) => !isSame), measures.filter(({ isSame }) => isSame)]
  const sameText = fill(say(WORDS.same), { count: same.length })
  const table = (rows: typeof measures, label: string) => (
    <Scroll label={label}>
      <table className="rows">
        <caption className="unseen">{label}</caption>
        <Heads names={[WORDS.measure, WORDS.before, WORDS.after, WORDS.difference].map(say)} />
        <tbody>
          {rows.map((each) => (
            <tr key={each.id}>
              <th scope="row">{say(each.title)}</th>
              <td data-head={say(WORDS.before)}>{cell(each.before)}</td>
              <td data-head={say(WORDS.after)}>{cell(each.after)}</td>
              <td data-head={say(WORDS.difference)}>{say(each.difference)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      {!(before.isReal && after.isReal) && <p className="note warn">{say(INVENTED)}</p>}
      {before.population !== after.population && <p className="note">{say(WORDS.otherCity)}</p>}
      <p className="number">
        {say(total)} <span className="small">{say(WORDS.more)}</span>
      </p>
      <dl className="facts">
        <dt>{say(WORDS.before)}</dt>
        <dd>{side(before)}</dd>
        <dt>{say(WORDS.after)}</dt>
        <dd>{side(after)}</dd>
      </dl>
      {changed.length === 0 ? <p>{say(WORDS.none)}</p> : table(changed, say(WORDS.title))}
      {same.length > 0 && (
        <details>
          <summary>{sameText}</summary>
          {table(same, sameText)}
        </details>
      )}
    </>
  )
}
