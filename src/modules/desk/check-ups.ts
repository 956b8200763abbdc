import { Type } from 'typebox'
import type { Day } from '../../core/dates.ts'
import type { Text } from '../../core/messages.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { action, type Look, view } from '../../kernel/module.ts'
import { type Decision, decideFacts } from '../measure/index.ts'
import { demandWhole, type EnterpriseName, enterpriseRow, personIn, Uscc } from '../party/index.ts'
import { Asked, type Awards } from './contract.ts'
import { fail, messages } from './messages.ts'
import { checkUpOf, checkUpsOf, deleteCheckUp, insertCheckUp } from './queries.ts'
import { type Change, changesSince, dayNow } from './rules/since.ts'

const LIMIT = 50
const Id = Type.String({ maxLength: 36 })
const OfCheckUp = Type.Object({ enterprise: Uscc, checkUp: Id })

const awardsOf = ({ results }: Decision): Awards =>
  Object.fromEntries(results.flatMap(({ measure, status, award }) => (status === 'eligible' && award !== null ? [[measure, award]] : [])))

const decided = (look: Look, asked: Asked, on: Day): Promise<Decision> => decideFacts.run(look, { ...asked, on })

/** Keeps what was asked under the enterprise, with today's answer, so that a later one can be held against it. */
export const saveCheckUp = action(
  'desk.save-check-up',
  { member: 'draft' },
  Type.Object({ enterprise: Uscc, name: Type.String({ maxLength: 100 }), asked: Asked }),
  async (act, { enterprise, name, asked }): Promise<{ readonly id: string }> => {
    demandWhole(act, enterprise, 'draft')
    const by = personIn(act)
    const row = await enterpriseRow(act, enterprise)
    if (name.trim() === '')
      fail('desk.name-missing', {}, [{ field: 'name', code: 'desk.name-missing', message: messages['desk.name-missing'] }])
    if ((await checkUpsOf(act.db, row.id)).length >= LIMIT) fail('desk.too-many', { limit: LIMIT })
    const decision = await decided(act, asked, asked.on === '' ? act.today : asked.on)
    const id = newId(act.now)
    await insertCheckUp(act.db, {
      id,
      enterprise_id: row.id,
      name: name.trim(),
      asked,
      pack_hash: decision.pack.hash,
      decided_on: decision.on,
      awards: awardsOf(decision),
      total: decision.total,
      saved_by: by.id,
      saved_at: act.now,
    })
    await act.record('desk.check-up-saved', {
      object: ['desk.check-up', id],
      after: { name: name.trim(), facts: Object.keys(asked.facts).length, total: decision.total },
      details: { enterprise },
    })
    return { id }
  },
)

/** Removes a saved check-up with the facts that were typed for it. */
export const removeCheckUp = action(
  'desk.remove-check-up',
  { member: 'draft' },
  OfCheckUp,
  async (act, { enterprise, checkUp }): Promise<void> => {
    demandWhole(act, enterprise, 'draft')
    const { id } = await enterpriseRow(act, enterprise)
    const row = (isId(checkUp) ? await checkUpOf(act.db, id, checkUp) : undefined) ?? fail('desk.check-up-unknown', {})
    await deleteCheckUp(act.db, row.id)
    await act.record('desk.check-up-removed', {
      object: ['desk.check-up', row.id],
      before: { name: row.name },
      after: null,
      details: { enterprise },
    })
  },
)

/** A saved check-up held against what its facts give today. `now` is null where today's rules cannot read a fact of it any more. */
export type CheckUp = {
  readonly id: string
  readonly name: string
  readonly savedOn: Day
  readonly decidedOn: Day
  readonly total: string
  readonly now: {
    readonly on: Day
    readonly total: string
    readonly changes: readonly (Change & { readonly title: Text })[]
    readonly samePack: boolean
  } | null
}
export type CheckUpPage = {
  readonly enterprise: EnterpriseName
  readonly checkUp: CheckUp
  readonly asked: Asked
  readonly decision: Decision | null
}

type Row = Awaited<ReturnType<typeof checkUpsOf>>[number]

const heldAgainstToday = async (look: Look, row: Row): Promise<{ readonly checkUp: CheckUp; readonly decision: Decision | null }> => {
  const savedOn = look.dayOf(row.saved_at)
  const on = dayNow(row.asked.on, row.decided_on, savedOn, look.today)
  const decision = await decided(look, row.asked, on).catch(() => null)
  const titles = new Map(decision?.results.map(({ measure, title }) => [measure, title]))
  const now = decision && {
    on,
    total: decision.total,
    samePack: decision.pack.hash === row.pack_hash,
    changes: changesSince(row.awards, awardsOf(decision)).map((each) => ({
      ...each,
      title: titles.get(each.measure) ?? { zh: each.measure, en: each.measure },
    })),
  }
  return { checkUp: { id: row.id, name: row.name, savedOn, decidedOn: row.decided_on, total: row.total, now }, decision }
}

/** The check-ups an enterprise keeps, each held against today. */
export const checkUpsHeld = async (look: Look, enterpriseId: string): Promise<readonly CheckUp[]> =>
  Promise.all((await checkUpsOf(look.db, enterpriseId)).map(async (row) => (await heldAgainstToday(look, row)).checkUp))

export const checkUps = view(
  'desk.check-ups',
  { member: 'view' },
  Type.Object({ enterprise: Uscc }),
  async (look, { enterprise }): Promise<{ readonly enterprise: EnterpriseName; readonly checkUps: readonly CheckUp[] }> => {
    demandWhole(look, enterprise, 'view')
    const { id, uscc, name, district, synthetic } = await enterpriseRow(look, enterprise)
    return { enterprise: { uscc, name, district, synthetic }, checkUps: await checkUpsHeld(look, id) }
  },
)

export const checkUp = view('desk.check-up', { member: 'view' }, OfCheckUp, async (look, input): Promise<CheckUpPage> => {
  demandWhole(look, input.enterprise, 'view')
  const { id, uscc, name, district, synthetic } = await enterpriseRow(look, input.enterprise)
  const row = (isId(input.checkUp) ? await checkUpOf(look.db, id, input.checkUp) : undefined) ?? fail('desk.check-up-unknown', {})
  return { enterprise: { uscc, name, district, synthetic }, asked: row.asked, ...(await heldAgainstToday(look, row)) }
})
