import type { LoaderFunctionArgs } from 'react-router'
import { csvOf } from '../../core/csv.ts'
import { currentPack, here } from '../../modules/measure/index.ts'
import { siteContext } from '../context.ts'
import { orTrouble } from '../loading.ts'
import { answerLab, askIn } from './lab-answer.ts'
import type { LabView } from './lab-view.ts'

/** One table: what a line is about, both sides, gains and losses; each line says what the population is. */
const linesOf = ({ result, ask, about }: LabView): readonly (readonly (string | number)[])[] => {
  if (!result) return []
  const population = about[0]?.en ?? ''
  const side = (before: { yuan: string; count: number } | null, after: { yuan: string; count: number } | null) => [
    before?.yuan ?? '',
    after?.yuan ?? '',
    before?.count ?? '',
    after?.count ?? '',
  ]
  const moves = (winners: { count: number; yuan: string }, losers: { count: number; yuan: string }) => [
    winners.count,
    winners.yuan,
    losers.count,
    losers.yuan,
  ]
  const own = [
    ['total', '', ...side(result.before, result.after), ...moves(result.winners, result.losers)],
    ...result.measures.map((each) => ['measure', each.id, ...side(each.before, each.after), '', '', '', '']),
    ...result.groups.flatMap(({ name, values }) =>
      values.map((each) => [name.en, each.label?.zh ?? '', ...side(each.before, each.after), ...moves(each.winners, each.losers)]),
    ),
  ]
  return own.map((line) => [...line, ask.on, ask.reform, population])
}

const HEADER = [
  'kind',
  'name',
  'yuan_before',
  'yuan_after',
  'recipients_before',
  'recipients_after',
  'winners',
  'yuan_won',
  'losers',
  'yuan_lost',
  'on',
  'reform',
  'population',
]

/** The result of a simulation to take along. */
export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who, lab } = context.get(siteContext)
    const pack = await app.perform(who, currentPack, {})
    const { today } = await app.perform(who, here, {})
    const view = await answerLab(pack, lab, askIn(pack, new URL(request.url).searchParams, today), null, request.signal)
    return new Response(csvOf([HEADER, ...linesOf(view)].map((line) => line.map(String))), {
      headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="simulation.csv"' },
    })
  })
