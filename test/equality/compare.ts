/** One place where every back end is held against the reference, cell by cell: status, amount, mask. */
import type pg from 'pg'
import { reasonsIn } from '../../src/core/rule/columns/reasons.ts'
import type { ReferenceAnswer } from '../../src/core/rule/samples/reference.ts'
import type { Measure } from '../../src/core/rule/tree.ts'
import { type Answer, type Answers, type Job, told } from './answer.ts'
import { answered, columned, decided, referenceAnswers, traced } from './back-ends.ts'
import { shownRow } from './rows.ts'
import { fill, queried } from './sql.ts'

export const BACK_ENDS = ['decide', 'answer', 'trace', 'columns', 'columns with open masks', 'columns without masks', 'SQL'] as const
type BackEnd = (typeof BACK_ENDS)[number]

export type Compared = {
  /** Cells (one measure, one subject) in which every back end agrees with the reference or has been told as a difference. */
  readonly cells: number
  /** Cells that columns cannot hold: compared in all others. */
  readonly unheld: number
  readonly differences: readonly string[]
  readonly statuses: Readonly<Record<string, number>>
  readonly reference: readonly (readonly ReferenceAnswer[])[]
}

const isSame = (a: Answer, b: ReferenceAnswer): boolean =>
  a.status === b.status && a.amount === b.amount && (a.mask === undefined || a.mask === b.mask)

/** A difference as a person needs it: the rule, the facts, who said what, and who agrees with the reference. */
const difference = (job: Job, measure: Measure, row: number, said: ReadonlyMap<BackEnd, Answer>, right: ReferenceAnswer): string => {
  const lines = [...said].map(([name, answer]) => {
    const reasons = answer.mask === undefined ? '' : ` (${reasonsIn(measure, answer.mask).join(', ')})`
    return `  ${isSame(answer, right) ? '=' : '✗'} ${name}: ${told(answer)}${reasons}`
  })
  return [
    `${measure.id} on ${job.when.on}, as known on ${job.when.known} (${job.name})`,
    `  facts: ${shownRow(job.rows[row]!, [...job.rows[row]!.keys()], job.catalogue)}`,
    `  reference: ${told(right)} (${reasonsIn(measure, right.mask).join(', ')})`,
    ...lines,
    ...measure.source.split('## ').slice(1),
  ].join('\n')
}

const TOLD = 5

/** Has every back end answer the job. PostgreSQL computes while the others do. */
export const compare = async (client: pg.Client, job: Job): Promise<Compared> => {
  await fill(client, job.measures, job.catalogue, job.rows)
  const asked = queried(client, job)
  // It is awaited below; until then a failure of the others must not be hidden by one of PostgreSQL.
  asked.catch(() => {})
  const reference = referenceAnswers(job)
  const inProcess: readonly (readonly [BackEnd, Answers])[] = [
    ['decide', decided(job)],
    ['answer', answered(job)],
    ['trace', traced(job)],
    ['columns', columned(job, reference, 'all')],
    ['columns with open masks', columned(job, reference, 'open')],
    ['columns without masks', columned(job, reference, 'none')],
  ]
  const differing = new Set<number>()
  const missing = new Set<number>()
  const [width, height] = [job.measures.length, job.rows.length]
  const look = (answers: Answers): void => {
    for (let measure = 0; measure < width; measure++)
      for (let row = 0; row < height; row++) {
        const answer = answers(measure, row)
        if (answer && !isSame(answer, reference[measure]![row]!)) differing.add(row * width + measure)
        if (!answer) missing.add(row * width + measure)
      }
  }
  for (const [, answers] of inProcess) look(answers)
  const fromSql = await asked
  look(fromSql)
  const differences = [...differing].slice(0, TOLD).map((cell) => {
    const [measure, row] = [cell % width, Math.floor(cell / width)]
    const said = new Map(
      [...inProcess, ['SQL', fromSql] as const].flatMap(([name, answers]) => {
        const answer = answers(measure, row)
        return answer ? [[name, answer] as const] : []
      }),
    )
    return difference(job, job.measures[measure]!, row, said, reference[measure]![row]!)
  })
  const statuses: Record<string, number> = {}
  for (const answers of reference) for (const { status } of answers) statuses[status] = (statuses[status] ?? 0) + 1
  return {
    cells: width * height - missing.size,
    unheld: missing.size,
    differences,
    statuses,
    reference,
  }
}
