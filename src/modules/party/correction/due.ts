import { Type } from 'typebox'
import { action } from '../../../kernel/module.ts'
import { packInService } from '../../edition/index.ts'
import { dueOf } from '../rules/correction.ts'
import { insertDue, openCorrections } from './queries.ts'

/** Open corrections are due on another day than was said. */
export type DueMoved = { readonly type: 'party.due-moved'; readonly correction: string }

/** Computes anew, by the calendar of the pack in service, when open corrections are due. */
export const recomputeDue = action('party.recompute-due', 'operate', Type.Object({}), async (act): Promise<{ readonly moved: number }> => {
  const { calendar, hash } = await packInService(act)
  const open = await openCorrections(act.db)
  let moved = 0
  for (const { id, uscc, proposed_at, due_on, provisional } of open) {
    const due = dueOf(calendar, act.dayOf(proposed_at))
    if (due.dueOn === due_on && due.provisional === provisional) continue
    await insertDue(act.db, { correction_id: id, due_on: due.dueOn, provisional: due.provisional, calendar: calendar.hash, at: act.now })
    await act.record('party.due-changed', {
      object: ['party.correction', id],
      before: { dueOn: due_on, provisional },
      after: due,
      details: { enterprise: uscc, calendar: calendar.hash },
    })
    if (due.dueOn !== due_on) act.emit<DueMoved>({ type: 'party.due-moved', correction: id })
    moved++
  }
  await act.record('party.due-recomputed', { object: ['edition.pack', hash], details: { open: open.length, moved } })
  return { moved }
})
