import { Type } from 'typebox'
import { dayOf } from '../../../core/dates.ts'
import { textOfFact } from '../../../core/fact-text.ts'
import { type FactDeclaration, readFact } from '../../../core/facts.ts'
import type { FieldProblem } from '../../../kernel/failure.ts'
import { checkedFile } from '../../../kernel/files.ts'
import { isId, newId } from '../../../kernel/ids.ts'
import { type Act, action } from '../../../kernel/module.ts'
import { packInService } from '../../edition/index.ts'
import { Uscc } from '../contract.ts'
import { enterpriseRow, factsHeld, reaches } from '../fact/views.ts'
import { fail, wrongField } from '../messages.ts'
import { personIn } from '../person.ts'
import { dueOf, isOpen, needsReason, nextStep, obstacleToJudging, stateOf, VERDICTS } from '../rules/correction.ts'
import { factsOfOthers } from '../rules/department.ts'
import {
  correctionById,
  holdCorrection,
  insertCorrection,
  insertDue,
  insertEvidence,
  insertStep,
  lockEnterprise,
  stepsOf,
} from './queries.ts'

/** A correction went on: `state` is where it is now. */
export type CorrectionMoved = { readonly type: 'party.correction-moved'; readonly correction: string }

/** Files came with a correction, and a scanner has to look at them. */
export type EvidenceHandedIn = { readonly type: 'party.evidence-handed-in'; readonly correction: string }

const MAX_EVIDENCE = 5
const Text = (maxLength: number) => Type.String({ maxLength })

/** A file as a form brings it. */
const Evidence = Type.Object({ name: Text(500), bytes: Type.Unsafe<Uint8Array>({}) })

const readable = (value: string, fact: FactDeclaration): { readonly value: string } | { readonly problem: FieldProblem } => {
  if (value.trim() === '') return { problem: wrongField('value', 'party.value-missing') }
  const read = readFact(value, fact.name, fact)
  if ('problem' in read) return { problem: { field: 'value', code: read.problem.code, message: read.problem.message } }
  return { value: textOfFact(read.value, fact) }
}

/** The same value in another spelling is the same. */
const isSame = (a: string, b: string, fact: FactDeclaration): boolean => {
  const [one, other] = [readable(a, fact), readable(b, fact)]
  return 'value' in one && 'value' in other && one.value === other.value
}

/** Files, each checked and kept; refused at the first that is none of those that are taken. */
const keptFiles = async (act: Act, correction: string, files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) => {
  const checked = await Promise.all(files.map(async ({ name, bytes }) => ({ ...(await checkedFile(name, bytes)), bytes })))
  for (const { name, type, bytes } of checked)
    await insertEvidence(act.db, {
      id: newId(act.now),
      correction_id: correction,
      sha256: await act.files.keep(bytes),
      name,
      type,
      size: bytes.length,
      scan: act.files.unscanned,
      scanned_at: null,
    })
}

/** Says that what is held of the enterprise is wrong, or missing, and what it is instead. */
export const proposeCorrection = action(
  'party.propose-correction',
  { member: 'submit' },
  Type.Object({
    enterprise: Uscc,
    fact: Text(100),
    value: Text(200),
    validOn: Text(10),
    reason: Text(2000),
    evidence: Type.Array(Evidence, { maxItems: MAX_EVIDENCE }),
  }),
  async (act, input): Promise<{ readonly id: string }> => {
    const by = personIn(act)
    const row = await enterpriseRow(act, input.enterprise)
    const pack = await packInService(act)
    const fact = pack.facts.get(input.fact)
    if (!fact || !reaches(act, pack, row.uscc, 'submit', fact.name)) return fail('party.fact-unknown', { fact: input.fact })
    if (fact.registry === null) fail('party.fact-own', { fact: fact.name })
    await lockEnterprise(act.db, row.id)
    const now = { asOf: act.today, known: act.today }
    const held = (await factsHeld(act, row.id, pack, now)).find((each) => each.fact === fact.name)
    if (held?.disputed) fail('party.correction-open', { fact: fact.name })

    const read = readable(input.value, fact)
    const day = dayOf(input.validOn.trim())
    const problems = [
      ...('problem' in read ? [read.problem] : []),
      ...('value' in read && held && isSame(read.value, held.standing.value, fact) ? [wrongField('value', 'party.value-same')] : []),
      ...(day === null ? [wrongField('validOn', 'party.day')] : []),
      ...(day !== null && day > act.today ? [wrongField('validOn', 'party.day-future')] : []),
      ...(input.reason.trim() === '' ? [wrongField('reason', 'party.reason-missing')] : []),
    ]
    if (problems.length > 0 || day === null || 'problem' in read)
      return fail('party.correction-fields', { count: problems.length }, problems)

    const id = newId(act.now)
    const after = { fact: fact.name, value: read.value, validOn: day, reason: input.reason.trim() }
    await insertCorrection(act.db, {
      id,
      enterprise_id: row.id,
      fact: fact.name,
      held_value: held?.standing.value ?? null,
      held_registry: held?.register?.source.kind === 'registry' ? held.register.source.name : null,
      held_on: held?.standing.validOn ?? null,
      value: read.value,
      valid_on: day,
      reason: after.reason,
      proposed_by: by.id,
      proposed_at: act.now,
    })
    const { dueOn, provisional } = dueOf(pack.calendar, act.today)
    await insertDue(act.db, { correction_id: id, due_on: dueOn, provisional, calendar: pack.calendar.hash, at: act.now })
    await act.duty('propose', ['party.correction', id])
    await keptFiles(act, id, input.evidence)
    await act.record('party.correction-proposed', {
      object: ['party.correction', id],
      before: held ? { fact: fact.name, value: held.standing.value, validOn: held.standing.validOn } : null,
      after,
      details: { enterprise: row.uscc, evidence: input.evidence.length },
    })
    act.emit<CorrectionMoved>({ type: 'party.correction-moved', correction: id })
    if (input.evidence.length > 0 && act.files.unscanned === 'pending')
      act.emit<EvidenceHandedIn>({ type: 'party.evidence-handed-in', correction: id })
    return { id }
  },
)

/** A correction that is held for the rest of the transaction, with its steps; unknown where there is none. */
const correctionHeld = async (act: Act, id: string) => {
  if (!isId(id)) return fail('party.correction-unknown', {})
  await holdCorrection(act.db, id)
  const row = (await correctionById(act.db, id)) ?? fail('party.correction-unknown', {})
  const steps = (await stepsOf(act.db, [id])).map(({ step, user_id, verdict }) => ({ step, user: user_id, verdict }))
  return { row, steps }
}

/** Takes a correction back before it is decided. */
export const withdrawCorrection = action(
  'party.withdraw-correction',
  { member: 'submit' },
  Type.Object({ enterprise: Uscc, correction: Text(36) }),
  async (act, input): Promise<void> => {
    const by = personIn(act)
    const { row, steps } = await correctionHeld(act, input.correction)
    const pack = await packInService(act)
    if (row.uscc !== input.enterprise || !reaches(act, pack, row.uscc, 'submit', row.fact)) fail('party.correction-unknown', {})
    const state = stateOf(steps)
    if (!isOpen(state)) fail('party.correction-closed', {})
    await insertStep(act.db, {
      correction_id: row.id,
      step: 'withdraw',
      user_id: by.id,
      post_id: null,
      verdict: null,
      reason: '',
      at: act.now,
    })
    await act.record('party.correction-withdrawn', {
      object: ['party.correction', row.id],
      before: { state },
      after: { state: 'withdrawn' },
    })
    act.emit<CorrectionMoved>({ type: 'party.correction-moved', correction: row.id })
  },
)

/**
 * An officer's verdict: the first one recommends, the second one, who is somebody else, decides. `step` is the one that was looked at, so that nobody decides who
 * meant to review.
 */
export const judgeCorrection = action(
  'party.judge-correction',
  { post: ['officer'] },
  Type.Object({ correction: Text(36), step: Type.Enum(['review', 'decide']), verdict: Type.Enum([...VERDICTS]), reason: Text(2000) }),
  async (act, input): Promise<void> => {
    const by = personIn(act)
    const { row, steps } = await correctionHeld(act, input.correction)
    if (factsOfOthers(act.who, (await packInService(act)).facts).includes(row.fact)) fail('party.correction-unknown', {})
    const enterprises = by.memberships.map(({ enterprise }) => enterprise)
    const obstacle = obstacleToJudging({ proposedBy: row.proposed_by, steps, enterprise: row.uscc }, { id: by.id, enterprises })
    if (obstacle) fail(obstacle, {})
    const state = stateOf(steps)
    if (nextStep(state) !== input.step) fail('party.correction-moved', {})
    const reason = input.reason.trim()
    if (reason === '' && needsReason(input.verdict, steps))
      fail('party.correction-fields', { count: 1 }, [wrongField('reason', 'party.reason-missing')])
    await act.duty(input.step, ['party.correction', row.id])
    await insertStep(act.db, {
      correction_id: row.id,
      step: input.step,
      user_id: by.id,
      post_id: act.standing.post?.id ?? null,
      verdict: input.verdict,
      reason,
      at: act.now,
    })
    const after = stateOf([...steps, { step: input.step, user: by.id, verdict: input.verdict }])
    await act.record(input.step === 'review' ? 'party.correction-reviewed' : 'party.correction-decided', {
      object: ['party.correction', row.id],
      before: { state },
      after: { state: after, verdict: input.verdict, reason },
      details: { enterprise: row.uscc, fact: row.fact },
    })
    act.emit<CorrectionMoved>({ type: 'party.correction-moved', correction: row.id })
  },
)
