/** Keeps the assessment of every target whose input has changed: after readings, after an edition, and when a day begins. */
import { Type } from 'typebox'
import { sha256Hex } from '../../../core/evidence/sha256.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Act, action, type Job } from '../../../kernel/module.ts'
import type { Pack, Target } from '../../../pack/pack.ts'
import type { AssessmentChanged } from '../contract.ts'
import { packWithReadings } from '../reading/known.ts'
import { METHOD_VERSION } from '../rules/assess.ts'
import { outcomeBy, textOfInput } from '../rules/frozen.ts'
import { inputOf } from '../rules/input.ts'
import { targetsKnown } from '../rules/known.ts'
import { holdAssessments, insertAssessments, standingAssessments } from './queries.ts'
import type { AssessmentRow } from './tables.ts'

type Promised = Pick<Target, 'indicator' | 'period' | 'kind' | 'comparator' | 'value' | 'document'>
const promisedBy = ({ indicator, period, kind, comparator, value, document }: Promised): Promised => ({
  indicator,
  period,
  kind,
  comparator,
  value,
  document,
})
/** Two rows with the same key are about the same promise, whatever edition they come from. */
const keyOf = (each: Promised): string => JSON.stringify(Object.values(promisedBy(each)))

/** The row of a target assessed today. */
const rowOf = (act: Act, pack: Pack, target: Target): AssessmentRow => {
  const input = inputOf(pack, target, act.today, act.today)
  const outcome = outcomeBy(METHOD_VERSION, input)
  if (!outcome) throw new Error(`there is no method ${METHOD_VERSION}`)
  const { text, ...rest } = outcome
  const frozen = textOfInput(pack.hash, input)
  return {
    id: newId(act.now),
    follows: null,
    ...promisedBy(target),
    edition: pack.hash,
    as_of: act.today,
    known: act.today,
    method: METHOD_VERSION,
    input: frozen,
    input_hash: sha256Hex(frozen),
    ...rest,
    text_zh: text.zh,
    text_en: text.en,
    recorded_at: act.now,
  }
}

export const keepAssessments = action(
  'plan.keep-assessments',
  'operate',
  Type.Object({}),
  async (act): Promise<{ readonly kept: number }> => {
    await holdAssessments(act.db)
    const pack = await packWithReadings(act)
    const standing = new Map((await standingAssessments(act.db)).map((row) => [keyOf(row), row]))
    const targets = new Map(targetsKnown(pack, act.today).map((target) => [keyOf(target), target]))
    const fresh = [...targets].flatMap(([key, target]) => {
      const before = standing.get(key) ?? null
      const row = rowOf(act, pack, target)
      return before?.input_hash === row.input_hash && before.method === row.method
        ? []
        : [{ before, row: { ...row, follows: before?.id ?? null } }]
    })
    await insertAssessments(
      act.db,
      fresh.map(({ row }) => row),
    )
    for (const { before, row } of fresh) {
      await act.record('plan.assessment-kept', {
        object: ['plan.assessment', row.id],
        before: before && { category: before.category, inputHash: before.input_hash },
        after: { category: row.category, ratio: row.ratio, method: row.method, inputHash: row.input_hash },
        details: promisedBy(row),
      })
      if (before && before.category !== row.category)
        act.emit<AssessmentChanged>({
          type: 'plan.assessment-changed',
          indicator: row.indicator,
          target: promisedBy(row),
          assessment: row.id,
          before: before.category,
          after: row.category,
        })
    }
    await act.record('plan.assessed', { object: ['plan.assessments', act.today], details: { kept: fresh.length } })
    return { kept: fresh.length }
  },
)

/** Shortly after a day has begun: what was still to come may be over. */
export const assessDaily: Job = { name: 'plan.assess-daily', cron: '5 0 * * *', run: keepAssessments }
