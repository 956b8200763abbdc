/** The pack in service together with what was entered and approved. */
import type { Look } from '../../../kernel/module.ts'
import type { Pack } from '../../../pack/pack.ts'
import { packInService } from '../../edition/index.ts'
import { keptWith } from '../kept.ts'
import { type EnteredReading, readingsKnown } from '../rules/entered.ts'
import { type Standing, standingOn } from '../rules/proposed.ts'
import { approvedReadings, type DecidedRow, lastDecision } from './queries.ts'

/** A row that was approved, as rules know it. */
const enteredOf = (look: Look, row: DecidedRow): EnteredReading => ({
  id: row.id,
  order: Number(row.number),
  indicator: row.indicator,
  series: row.series,
  scope: row.scope,
  definition: row.definition,
  period: row.period,
  value: row.value,
  unit: row.unit,
  precision: row.precision,
  status: row.status,
  note: row.note,
  source: {
    title: row.source_title,
    publisher: row.source_publisher,
    date: row.source_date,
    address: row.source_address,
    confidence: row.source_confidence,
    hash: row.source_hash,
  },
  replaces: row.replaced_value === null ? null : { value: row.replaced_value, reason: row.reason ?? '' },
  enteredBy: { zh: row.post_zh, en: row.post_en },
  enteredOn: look.dayOf(row.recorded_at),
  approvedBy: { zh: row.decision_post_zh ?? '', en: row.decision_post_en ?? '' },
  approvedOn: look.dayOf(row.decided_at ?? row.recorded_at),
})

const MOST = 4
/** Merged packs by the decision that was the last: what was decided never changes. */
const merged = keptWith((_pack: Pack) => new Map<string, Pack>())

/** The pack in service with every reading that was approved; the pack itself where there is none. */
export const packWithReadings = async (look: Look): Promise<Pack> => {
  const pack = await packInService(look)
  const last = await lastDecision(look.db)
  if (last === null) return pack
  const own = merged(pack)
  const found =
    own.get(last) ??
    readingsKnown(
      pack,
      (await approvedReadings(look.db)).map((row) => enteredOf(look, row)),
    )
  if (own.size >= MOST) own.clear()
  own.set(last, found)
  return found
}

export const standingToday = async (look: Look): Promise<Standing> => standingOn(await packWithReadings(look), look.today)
