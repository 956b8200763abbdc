/** What was entered together, as programs ask for it. */
import { type Static, Type } from 'typebox'
import { isId } from '../../../kernel/ids.ts'
import { type Route, view } from '../../../kernel/module.ts'
import { fail } from '../messages.ts'
import { enterReadings } from './actions.ts'
import { personIn } from './checked.ts'
import { ENTERS, SubmissionEntry, Submitted, SubmittedReading } from './contract.ts'
import { readingsOfSubmission, submissionsOf } from './queries.ts'

const MOST = 100
/** Ten thousand readings with their sources. */
const LARGEST = 16 * 1024 * 1024

/** What the person who asks entered, the newest first: how many readings each time, and how many of them in which state. */
const mySubmissions = view(
  'plan.my-submissions',
  ENTERS,
  Type.Object({}),
  async (look): Promise<Static<typeof SubmissionEntry>[]> =>
    (await submissionsOf(look.db, personIn(look).id, MOST)).map((each) => ({
      id: each.submission,
      enteredAt: each.recorded_at.toISOString(),
      readings: Number(each.readings),
      waiting: Number(each.waiting),
      approved: Number(each.approved),
      returned: Number(each.returned),
    })),
)

/** The readings of one submission of the person who asks, and what became of each. */
const mySubmission = view(
  'plan.my-submission',
  ENTERS,
  Type.Object({ id: Type.String({ maxLength: 36 }) }),
  async (look, { id }): Promise<Static<typeof SubmittedReading>[]> => {
    const rows = isId(id) ? await readingsOfSubmission(look.db, id, personIn(look).id) : []
    if (rows.length === 0) fail('plan.submission-unknown', {})
    return rows.map((row) => ({
      id: row.id,
      indicator: row.indicator,
      series: row.series,
      period: row.period,
      value: row.value,
      unit: row.unit,
      state: row.entered_again ? 'again' : (row.verdict ?? 'waiting'),
      reason: row.decision_reason,
    }))
  },
)

export const submissionRoutes: readonly Route[] = [
  {
    on: 'POST /readings',
    run: enterReadings,
    reply: Submitted,
    largest: LARGEST,
    summary: {
      zh: '报送数据：全部，或一个也不报；另一人审核后才算数',
      en: 'Enter readings: all of them, or none; they count once another person has approved them',
    },
  },
  {
    on: 'GET /readings/submissions',
    run: mySubmissions,
    reply: Type.Array(SubmissionEntry),
    summary: { zh: '自己每次报送了多少、办到哪里', en: 'What one entered each time, and what became of it' },
  },
  {
    on: 'GET /readings/submissions/:id',
    run: mySubmission,
    reply: Type.Array(SubmittedReading),
    summary: { zh: '自己一次报送的数，每个办到哪里', en: 'The readings of one submission of one’s own, and what became of each' },
  },
]
