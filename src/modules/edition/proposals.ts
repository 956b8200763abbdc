/** Packs put in service by two people: one proposes, another looks at the differences and publishes. */
import { Type } from 'typebox'
import { sha256Hex } from '../../core/evidence/sha256.ts'
import { newId } from '../../kernel/ids.ts'
import { fail as failKernel } from '../../kernel/messages.ts'
import { type Act, action } from '../../kernel/module.ts'
import { hashOfFiles } from '../../pack/read.ts'
import { refuseFindings, serve } from './actions.ts'
import { Origin, type Proposal } from './contract.ts'
import { fail } from './messages.ts'
import { checkedTexts } from './packs.ts'
import {
  compareWith,
  currentHash,
  decideProposal,
  filesOf,
  insertProposal,
  isKept,
  isProposed,
  keepTexts,
  oneAtATime,
  type ProposalRow,
  proposalForUpdate,
  textsOfProposal,
} from './queries.ts'
import { obstacleToPublishing } from './rules.ts'
import { KEEPERS, proposalOf } from './views.ts'

const Reason = Type.String({ minLength: 1, maxLength: 2000 })
const One = Type.Object({ id: Type.String({ format: 'uuid' }) })

/** The person who acts, and the post in which. The operator has no part in what two people do together. */
const actorOf = ({ who, standing }: Act): { readonly id: string; readonly zh: string; readonly en: string } =>
  who.kind === 'person' && standing.post ? { id: who.id, ...standing.post.title } : failKernel('kernel.forbidden', {})

const proposed = async (
  act: Act,
  texts: ReadonlyMap<string, string>,
  {
    origin,
    reason,
  }: { readonly origin: { readonly kind: 'upload' | 'folder' | 'edition'; readonly name: string }; readonly reason: string },
): Promise<{ readonly id: string }> => {
  const { id: by, zh, en } = actorOf(act)
  if (texts.size === 0) fail('edition.nothing', {})
  await oneAtATime(act.db)
  const base = await currentHash(act.db)
  const hash = hashOfFiles(texts)
  if (hash === base) fail('edition.unchanged', {})
  if (await isProposed(act.db, hash)) fail('edition.proposed-already', {})
  const hashes = new Map([...texts].map(([path, text]) => [path, sha256Hex(text)]))
  await keepTexts(act.db, new Map([...texts].map(([path, text]) => [hashes.get(path)!, text])))
  const id = newId(act.now)
  await insertProposal(act.db, {
    id,
    hash,
    base,
    files: Object.fromEntries(hashes),
    origin: origin.kind,
    origin_name: origin.name,
    reason,
    proposed_by: by,
    proposed_post_zh: zh,
    proposed_post_en: en,
    proposed_at: act.now,
  })
  await act.duty('edition.propose', ['edition.proposal', id])
  await act.record('edition.proposed', {
    object: ['edition.proposal', id],
    before: null,
    after: { hash, base, origin },
    details: { reason },
  })
  return { id }
}

/** Proposes texts for service. They may have errors: the check report is for the proposer to read; only publishing is refused. */
export const propose = action(
  'edition.propose',
  KEEPERS,
  Type.Object({ files: Type.Record(Type.String(), Type.String(), { maxProperties: 5000 }), origin: Origin, reason: Reason }),
  (act, { files, origin, reason }) => proposed(act, new Map(Object.entries(files)), { origin, reason }),
)

/** Proposes to put an earlier edition back in service. */
export const proposeRollBack = action(
  'edition.propose-roll-back',
  KEEPERS,
  Type.Object({ hash: Type.String({ pattern: '^[0-9a-f]{64}$' }), reason: Reason }),
  async (act, { hash, reason }) => {
    if (!(await isKept(act.db, hash))) fail('edition.unknown', { hash: hash.slice(0, 12) })
    return proposed(act, await filesOf(act.db, hash), { origin: { kind: 'edition', name: hash }, reason })
  },
)

const locked = async (act: Act, id: string): Promise<{ readonly row: ProposalRow; readonly proposal: Proposal }> => {
  await oneAtATime(act.db)
  const row = (await proposalForUpdate(act.db, id)) ?? fail('edition.proposal-unknown', {})
  return { row, proposal: proposalOf(row) }
}

/** Compares a proposal with the edition that is in service now. */
export const compareAgain = action('edition.compare', KEEPERS, One, async (act, { id }) => {
  const { proposal } = await locked(act, id)
  if (proposal.state !== 'open') fail('edition.proposal-closed', {})
  const base = await currentHash(act.db)
  await compareWith(act.db, id, base)
  await act.record('edition.compared', { object: ['edition.proposal', id], before: proposal.base, after: base })
  return { id }
})

const decided = async (
  act: Act,
  proposal: Proposal,
  state: 'published' | 'withdrawn',
  details?: { readonly reason: string },
): Promise<void> => {
  const { id: by, zh, en } = actorOf(act)
  await decideProposal(act.db, proposal.id, { state, decided_by: by, decided_post_zh: zh, decided_post_en: en, decided_at: act.now })
  await act.record(state === 'published' ? 'edition.proposal-published' : 'edition.proposal-withdrawn', {
    object: ['edition.proposal', proposal.id],
    before: proposal.state,
    after: state,
    ...(details ? { details } : {}),
  })
}

/** Publishes what somebody else proposed, if it has no errors and the edition in service is still the one it was compared with. */
export const publishProposal = action('edition.publish', KEEPERS, One, async (act, { id }): Promise<{ readonly hash: string }> => {
  const { row, proposal } = await locked(act, id)
  const current = await currentHash(act.db)
  const obstacle = obstacleToPublishing(proposal, actorOf(act).id, current)
  if (obstacle) fail(obstacle, {})
  const { pack, diagnostics } = await checkedTexts(act, row.hash, () => textsOfProposal(act.db, row))
  if (!pack) return refuseFindings(diagnostics)
  await act.duty('edition.publish', ['edition.proposal', id])
  await decided(act, proposal, 'published')
  await serve(act, pack, current, { how: proposal.origin.kind === 'edition' ? 'rolled-back' : 'published', proposal: id })
  return { hash: pack.hash }
})

/** Takes a proposal back; it stays to be read. */
export const withdrawProposal = action(
  'edition.withdraw',
  KEEPERS,
  Type.Object({ ...One.properties, reason: Reason }),
  async (act, { id, reason }) => {
    const { proposal } = await locked(act, id)
    if (proposal.state !== 'open') fail('edition.proposal-closed', {})
    await decided(act, proposal, 'withdrawn', { reason })
    return { id }
  },
)
