/** From a count to a reading that waits for a second person. */
import { textOfExact } from '../../../core/exact.ts'
import { newId } from '../../../kernel/ids.ts'
import { action } from '../../../kernel/module.ts'
import { fail } from '../messages.ts'
import { submit } from '../reading/actions.ts'
import { PLANNER } from '../reading/contract.ts'
import { standingToday } from '../reading/known.ts'
import { computedSeries } from '../rules/counted.ts'
import { rateScale } from '../rules/rate-parts.ts'
import { ProposeReading } from './contract.ts'
import { type CountedNow, countNow } from './count.ts'
import { insertComputation } from './queries.ts'

/** Sums of decimal texts are decimals: enough digits for all of them. */
const EXACT = 40

const noteOf = ({ query, counted }: CountedNow): string =>
  counted.denominator === null
    ? `${query.numerator.zh}：${textOfExact(counted.numerator, EXACT)}`
    : `${query.numerator.zh} ${textOfExact(counted.numerator, EXACT)} ÷ ${query.denominator?.zh} ${textOfExact(counted.denominator, EXACT)}`

/** Says what a scope is that begins with this reading; nothing where it is there already, or no other is. */
const scopeOf = ({ query }: CountedNow, known: 'this' | 'others' | 'none'): string =>
  known === 'others' ? `由本站记录按查询 ${query.name} 第 ${query.version} 版计算，与报送、公布的数口径不同。` : ''

/**
 * Proposes what the records say of an indicator and a period, as whoever proposes it has seen them (`hash`): the reading, how it was computed, and the list of
 * everything that was looked at, as a file. It counts once a second person has approved it.
 */
export const proposeReading = action(
  'plan.propose-reading',
  PLANNER,
  ProposeReading,
  async (act, { indicator: id, period, hash, status = '', reason = '' }): Promise<{ readonly computation: string }> => {
    const now = await countNow(act, id, period)
    const { indicator, query, span, counted } = now
    if (counted.value === null) return fail(counted.why === 'zero' ? 'plan.computation-zero' : 'plan.computation-nothing', {})
    if (counted.hash !== hash) fail('plan.computation-moved', {})
    const series = computedSeries(query)
    const rowsHash = await act.files.keep(new TextEncoder().encode(counted.text))
    const typed = {
      indicator: id,
      series,
      period,
      value: counted.value,
      status,
      title: `本站记录：${query.title.zh}（${query.name} 第 ${query.version} 版）`,
      confidence: 'A',
      hash: rowsHash,
      note: noteOf(now),
      scope: scopeOf(now, (await standingToday(act)).hasSeries(id, series)),
      reason,
    }
    const { ids } = await submit(act, [typed], (_row, column) => column, { computed: true })
    const computation = newId(act.now)
    const row = {
      id: computation,
      reading_id: ids[0] ?? '',
      query: query.name,
      version: query.version,
      first_day: span.first,
      last_day: span.last,
      numerator: textOfExact(counted.numerator, EXACT),
      denominator: counted.denominator === null ? null : textOfExact(counted.denominator, EXACT),
      scale: rateScale(indicator),
      counted: counted.counted,
      left_out: Object.fromEntries(counted.leftOut),
      rows_hash: rowsHash,
      computed_at: act.now,
    }
    await insertComputation(act.db, row)
    const { id: _id, computed_at: _at, ...after } = row
    await act.record('plan.reading-computed', { object: ['plan.computation', computation], after })
    return { computation }
  },
)
