import { Type } from 'typebox'
import type { Day } from '../../../core/dates.ts'
import type { FactDeclaration } from '../../../core/facts.ts'
import { workingDaysBetween } from '../../../core/working-days.ts'
import type { Scan } from '../../../kernel/files.ts'
import { isId } from '../../../kernel/ids.ts'
import { FIRST_SHOWN, type Look, view, type Waiting } from '../../../kernel/module.ts'
import { packInService } from '../../edition/index.ts'
import { peopleByIds } from '../../identity/index.ts'
import { Uscc } from '../contract.ts'
import { type EnterpriseName, enterpriseRow, factsHeld, type HeldFact, reaches } from '../fact/views.ts'
import { fail } from '../messages.ts'
import { personIn } from '../person.ts'
import { type CorrectionState, nextStep, obstacleToJudging, stateOf, type Verdict } from '../rules/correction.ts'
import { factsOfOthers } from '../rules/department.ts'
import {
  type CorrectionRow,
  correctionById,
  correctionsOf,
  countWaiting,
  evidenceById,
  evidenceOf,
  firstWaiting,
  type Judge,
  stepsOf,
} from './queries.ts'

export type Evidence = {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly sha256: string
  readonly scan: Scan
}

/** One thing that was done with a correction. `who` is their name; officers are named to officers, the enterprise reads the post. */
export type Done = {
  readonly step: 'propose' | 'review' | 'decide' | 'withdraw'
  readonly who: string
  readonly on: Day
  readonly at: string
  readonly verdict: Verdict | null
  readonly reason: string
}

export type Correction = {
  readonly id: string
  readonly enterprise: EnterpriseName
  readonly fact: string
  /** Null where the pack in service no longer has the fact. */
  readonly declaration: FactDeclaration | null
  readonly held: { readonly value: string; readonly registry: string | null; readonly validOn: Day | null } | null
  readonly value: string
  readonly validOn: Day
  readonly reason: string
  readonly state: CorrectionState
  readonly proposedOn: Day
  readonly dueOn: Day
  /** Whether holidays that are still to be arranged may move it. */
  readonly provisional: boolean
  /** Working days from today to the day it is due; negative where that has passed. */
  readonly daysLeft: number
  readonly done: readonly Done[]
  readonly evidence: readonly Evidence[]
}

/** Rows with all that belongs to them, in the same order. */
const withSteps = async (look: Look, rows: readonly CorrectionRow[]): Promise<readonly Correction[]> => {
  const ids = rows.map(({ id }) => id)
  const pack = await packInService(look)
  const [steps, evidence] = [await stepsOf(look.db, ids), await evidenceOf(look.db, ids)]
  const people = await peopleByIds(look, [...rows.map(({ proposed_by }) => proposed_by), ...steps.map(({ user_id }) => user_id)])
  const nameOf = (id: string): string => people.get(id)?.name ?? '—'
  return rows.map((row) => {
    const own = steps.filter(({ correction_id }) => correction_id === row.id)
    const done = (step: Done['step'], user: string, at: Date, verdict: Verdict | null, reason: string): Done => ({
      step,
      who: nameOf(user),
      on: look.dayOf(at),
      at: at.toISOString(),
      verdict,
      reason,
    })
    return {
      id: row.id,
      enterprise: { uscc: row.uscc, name: row.name, district: row.district, synthetic: row.synthetic },
      fact: row.fact,
      declaration: pack.facts.get(row.fact) ?? null,
      held: row.held_value === null ? null : { value: row.held_value, registry: row.held_registry, validOn: row.held_on },
      value: row.value,
      validOn: row.valid_on,
      reason: row.reason,
      state: stateOf(own.map(({ step, user_id, verdict }) => ({ step, user: user_id, verdict }))),
      proposedOn: look.dayOf(row.proposed_at),
      dueOn: row.due_on,
      provisional: row.provisional,
      daysLeft: workingDaysBetween(pack.calendar, look.today, row.due_on),
      done: [
        done('propose', row.proposed_by, row.proposed_at, null, row.reason),
        ...own.map((each) => done(each.step, each.user_id, each.at, each.verdict, each.reason)),
      ],
      evidence: evidence
        .filter(({ correction_id }) => correction_id === row.id)
        .map(({ id, name, type, size, sha256, scan }) => ({ id, name, type, size, sha256, scan })),
    }
  })
}

/** The corrections an enterprise has proposed, the latest first. */
export const correctionsOfEnterprise = async (look: Look, uscc: string): Promise<readonly Correction[]> => {
  const row = await enterpriseRow(look, uscc)
  const pack = await packInService(look)
  const rows = (await correctionsOf(look.db, row.id)).filter(({ fact }) => reaches(look, pack, uscc, 'view', fact))
  return withSteps(look, rows)
}
export const corrections = view('party.corrections', { member: 'view' }, Type.Object({ enterprise: Uscc }), (look, { enterprise }) =>
  correctionsOfEnterprise(look, enterprise),
)

/** One correction, for the enterprise that proposed it. */
export const correction = view(
  'party.correction',
  { member: 'view' },
  Type.Object({ enterprise: Uscc, correction: Type.String({ maxLength: 36 }) }),
  async (look, input): Promise<Correction> =>
    (await correctionsOfEnterprise(look, input.enterprise)).find(({ id }) => id === input.correction) ??
    fail('party.correction-unknown', {}),
)

/** Whoever looks, as the one who judges. */
export const judgeIn = async ({ who, ...look }: Look): Promise<Judge> => ({
  user: who.kind === 'person' ? who.id : null,
  enterprises: who.kind === 'person' ? who.memberships.map(({ enterprise }) => enterprise) : [],
  without: factsOfOthers(who, (await packInService({ who, ...look })).facts),
})

/** The officer's first job: corrections whose next step this officer may take, and how many of them are late. */
export const correctionsWaiting = view(
  'party.corrections-waiting',
  { post: ['officer'] },
  Type.Object({}),
  async (look): Promise<Waiting> => {
    const judge = await judgeIn(look)
    const { count, late } = await countWaiting(look.db, look.today, judge)
    const first = await firstWaiting(look.db, judge, FIRST_SHOWN)
    const { facts } = await packInService(look)
    return {
      count,
      text: {
        zh: `${count} 项事实更正待办${late > 0 ? `，其中 ${late} 项已逾期` : ''}`,
        en: `${count} ${count === 1 ? 'correction' : 'corrections'} of facts to judge${late > 0 ? `, ${late} of them late` : ''}`,
      },
      page: '/office/corrections?turn=me',
      first: first.map(({ id, fact, name, due_on }) => {
        const label = facts.get(fact)?.label ?? { zh: fact, en: fact }
        return {
          text: { zh: `${label.zh} · ${name}`, en: `${label.en} · ${name}` },
          page: `/office/corrections/${id}`,
          due: due_on,
          isLate: due_on < look.today,
        }
      }),
      synthetic: first.some(({ synthetic }) => synthetic),
    }
  },
)

export type Judging = {
  readonly correction: Correction
  /** The fact as it is held today, with all that was ever known of it. */
  readonly now: HeldFact | null
  readonly step: 'review' | 'decide' | null
  /** Why the one who looks may not take the next step. */
  readonly obstacle: ReturnType<typeof obstacleToJudging>
}

/** One correction, for an officer who may have to judge it. */
export const correctionToJudge = view(
  'party.correction-to-judge',
  { post: ['officer'] },
  Type.Object({ correction: Type.String({ maxLength: 36 }) }),
  async (look, input): Promise<Judging> => {
    const by = personIn(look)
    const row =
      (isId(input.correction) ? await correctionById(look.db, input.correction) : undefined) ?? fail('party.correction-unknown', {})
    const pack = await packInService(look)
    if (factsOfOthers(look.who, pack.facts).includes(row.fact)) fail('party.correction-unknown', {})
    const steps = (await stepsOf(look.db, [row.id])).map(({ step, user_id, verdict }) => ({ step, user: user_id, verdict }))
    const facts = await factsHeld(look, row.enterprise_id, pack, { asOf: look.today, known: look.today })
    const enterprises = by.memberships.map(({ enterprise }) => enterprise)
    return {
      correction: (await withSteps(look, [row]))[0]!,
      now: facts.find(({ fact }) => fact === row.fact) ?? null,
      step: nextStep(stateOf(steps)),
      obstacle: obstacleToJudging({ proposedBy: row.proposed_by, steps, enterprise: row.uscc }, { id: by.id, enterprises }),
    }
  },
)

export type Download = { readonly name: string; readonly type: string; readonly bytes: Uint8Array; readonly scan: Scan }

const downloadOf = async (
  look: Look,
  id: string,
  mayHave: (row: { readonly uscc: string; readonly fact: string }) => Promise<boolean>,
): Promise<Download> => {
  const row = isId(id) ? await evidenceById(look.db, id) : undefined
  if (!row || !(await mayHave(row))) return fail('party.evidence-unknown', {})
  if (row.scan !== 'clean' && row.scan !== 'not-scanned') fail('party.evidence-held', { scan: row.scan })
  return { name: row.name, type: row.type, bytes: await look.files.read(row.sha256), scan: row.scan }
}

/** A file that the enterprise has handed in. */
export const ownEvidence = view(
  'party.own-evidence',
  { member: 'view' },
  Type.Object({ enterprise: Uscc, evidence: Type.String({ maxLength: 36 }) }),
  (look, { enterprise, evidence }) =>
    downloadOf(
      look,
      evidence,
      async ({ uscc, fact }) => uscc === enterprise && reaches(look, await packInService(look), uscc, 'view', fact),
    ),
)

/** A file that speaks for a correction, for an officer. */
export const evidenceToJudge = view(
  'party.evidence-to-judge',
  { post: ['officer'] },
  Type.Object({ evidence: Type.String({ maxLength: 36 }) }),
  (look, { evidence }) =>
    downloadOf(look, evidence, async ({ fact }) => !factsOfOthers(look.who, (await packInService(look)).facts).includes(fact)),
)
