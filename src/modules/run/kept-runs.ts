/** Runs that the database keeps, for those who look after the money. */
import { Type } from 'typebox'
import { csvOf } from '../../core/csv.ts'
import { yuanText } from '../../core/money.ts'
import { type Look, type View, view, type Waiting } from '../../kernel/module.ts'
import type { RunTotal } from './contract.ts'
import { fail } from './messages.ts'
import { keptRuns, sampleId, totalsKept } from './queries.ts'
import { differenceOf, isCode, type TotalDifference } from './rules.ts'

const FINANCE = { post: ['finance'] } as const
const Run = Type.String({ maxLength: 36, description: 'id of a run' })

/** A whole run. `fen` is over all measures; `isReal`: enterprises go by codes that real ones have. */
export type RunEntry = {
  readonly id: string
  readonly pack: string
  /** Hash of the content. */
  readonly population: string
  readonly source: string
  readonly on: string
  readonly known: string
  readonly engine: string
  readonly endedAt: string
  readonly enterprises: number
  readonly eligible: number
  readonly fen: bigint
  readonly isReal: boolean
}

const entries = async (look: Look): Promise<readonly (RunEntry & { readonly number: number })[]> =>
  Promise.all(
    (await keptRuns(look.db)).map(async (row) => ({
      number: row.number,
      id: row.id,
      pack: row.pack,
      population: row.population,
      source: row.source,
      on: row.decided_on,
      known: row.known_on,
      engine: row.engine,
      endedAt: row.ended_at.toISOString(),
      enterprises: Number(row.enterprises),
      eligible: Number(row.eligible),
      fen: BigInt(row.fen),
      isReal: isCode((await sampleId(look.db, row.number)) ?? ''),
    })),
  )

const runNamed = async (look: Look, id: string) => (await entries(look)).find((each) => each.id === id) ?? fail('run.unknown', { run: id })

/** Every whole run, the newest first. */
export const runs = view('run.list', FINANCE, Type.Object({}), async (look): Promise<readonly RunEntry[]> => entries(look))

export type RunPage = { readonly run: RunEntry; readonly totals: readonly RunTotal[]; readonly others: readonly RunEntry[] }

/** One run with the totals of its measures, and the runs it can be compared with. */
export const runPage = view('run.one', FINANCE, Type.Object({ run: Run }), async (look, { run: id }): Promise<RunPage> => {
  const run = await runNamed(look, id)
  return { run, totals: await totalsKept(look.db, run.number), others: (await entries(look)).filter((each) => each.id !== id) }
})

/** The totals of a run as a table: yuan with two decimals, counts as they are. */
export const runCsv = view('run.csv', FINANCE, Type.Object({ run: Run }), async (look, { run: id }): Promise<string> => {
  const run = await runNamed(look, id)
  const lines = (await totalsKept(look.db, run.number)).map(({ measure, eligible, ineligible, undetermined, fen }) => [
    measure,
    ...[eligible, ineligible, undetermined].map(String),
    yuanText(fen),
    run.isReal ? 'coded' : 'synthetic or anonymous',
  ])
  return csvOf([['measure', 'eligible', 'ineligible', 'undetermined', 'yuan', 'enterprises'], ...lines])
})

export type RunDifference = { readonly before: RunEntry; readonly after: RunEntry; readonly measures: readonly TotalDifference[] }

/** What one run has more or less than another, measure by measure. */
export const runDifference = view(
  'run.difference',
  FINANCE,
  Type.Object({ before: Run, after: Run }),
  async (look, input): Promise<RunDifference> => {
    const [before, after] = [await runNamed(look, input.before), await runNamed(look, input.after)]
    return { before, after, measures: differenceOf(await totalsKept(look.db, before.number), await totalsKept(look.db, after.number)) }
  },
)

const Nothing = Type.Object({})

/** How many whole runs there are to look at. */
export const runsWaiting: View<typeof Nothing, Waiting> = view('run.waiting', FINANCE, Nothing, async (look) => {
  const { length } = await keptRuns(look.db)
  return {
    count: length,
    text: { zh: `${length} 次测算可以查看`, en: `${length} ${length === 1 ? 'run is' : 'runs are'} there to be looked at` },
    page: '/finance',
  }
})
