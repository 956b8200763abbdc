import { Type } from 'typebox'
import type { Db } from '../../kernel/database.ts'
import { action } from '../../kernel/module.ts'
import { RunBasis, type RunOutcome } from './contract.ts'
import { fail } from './messages.ts'
import { deleteStart, insertEnd, insertStart, lockRun, oneMoment, runOf } from './queries.ts'

/** A run that was begun. `again`: an earlier attempt at it had died. */
export type Begun = { readonly number: number; readonly again: boolean }

/** Notes that a run begins, visible to everybody at once. To be called by who holds the run. */
export const beginRun = action('run.begin', 'operate', RunBasis, async ({ db, record }, basis): Promise<Begun> => {
  const before = await runOf(db, basis.id)
  if (before?.isWhole) fail('run.kept', { run: basis.id })
  if (before) await deleteStart(db, basis.id)
  const number = await insertStart(db, basis)
  await record('run.begun', { object: ['run', basis.id], after: basis })
  return { number, again: before !== undefined }
})

/** Forgets a run that was interrupted before it was whole. */
export const forgetRun = action('run.forget', 'operate', Type.Object({ id: RunBasis.properties.id }), async ({ db, record }, { id }) => {
  await deleteStart(db, id)
  await record('run.interrupted', { object: ['run', id] })
})

/** How a run is written: what it is, that it begins (on another connection), its cells (in the transaction at hand). */
export type RunWork = {
  readonly basis: (db: Db) => Promise<RunBasis>
  readonly begin: (basis: RunBasis) => Promise<Begun>
  readonly fill: (db: Db, begun: Begun) => Promise<RunOutcome>
}

/** Writes a whole run or nothing, in one transaction that looks at one moment. Refuses a run that is there, and one that somebody else is writing. */
export const keepRun = ({ basis: basisOf, begin, fill }: RunWork) =>
  action('run.keep', 'operate', Type.Object({}), async ({ db, record }): Promise<RunOutcome> => {
    await oneMoment(db)
    const basis = await basisOf(db)
    if (!(await lockRun(db, basis.id))) fail('run.busy', { run: basis.id })
    const begun = await begin(basis)
    const outcome = await fill(db, begun)
    await insertEnd(db, begun.number, outcome)
    const { enterprises, totals } = outcome
    await record('run.ended', {
      object: ['run', basis.id],
      after: { enterprises, totals: totals.map((total) => ({ ...total, fen: String(total.fen) })) },
    })
    return outcome
  })
