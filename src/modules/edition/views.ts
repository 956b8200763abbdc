import { Type } from 'typebox'
import { type Look, view } from '../../kernel/module.ts'
import type { Pack } from '../../pack/pack.ts'
import type { CheckedProposal, Edition, FileEdition, Proposal, Term } from './contract.ts'
import { fail } from './messages.ts'
import { checkedTexts, rebuilt } from './packs.ts'
import {
  allEditions,
  allProposals,
  allTerms,
  currentHash,
  fileOfEach,
  openTerm,
  type ProposalRow,
  proposalById,
  textsOfProposal,
} from './queries.ts'
import { obstacleToPublishing } from './rules.ts'

/** The pack that was published under a hash, or under the beginning of one; refused where there is none, or more than one. */
export const packOfEdition = view(
  'edition.pack',
  'public',
  Type.Object({ hash: Type.String({ pattern: '^[0-9a-f]{6,64}$' }) }),
  async (look, { hash }): Promise<Pack> => {
    const [found, ...others] = (await allEditions(look.db)).filter((each) => each.hash.startsWith(hash))
    if (!found || others.length > 0) return fail('edition.unknown', { hash })
    return (await rebuilt(look, found.hash)) ?? fail('edition.outdated', { hash: found.hash.slice(0, 12) })
  },
)

/** How a file stands in every edition that has it, newest first. */
export const fileInEditions = async (look: Look, path: string): Promise<readonly FileEdition[]> =>
  (await fileOfEach(look.db, path)).map(({ hash, version, loaded_at, in_service, text }) => ({
    hash,
    version,
    loadedAt: loaded_at.toISOString(),
    inService: in_service,
    text,
  }))

/** The hash of the pack in service; null before the first. */
export const hashInService = view('edition.in-service', 'public', Type.Object({}), (look) => currentHash(look.db))

/** Whether people put the edition in service there through a proposal: then no start puts another in its place. */
export const isPeoples = view('edition.is-peoples', 'operate', Type.Object({}), async (look): Promise<boolean> => {
  const term = await openTerm(look.db)
  return term !== undefined && term.how !== 'loaded'
})

const post = (zh: string | null, en: string | null): Term['proposedBy'] => (zh === null || en === null ? null : { zh, en })

export const editions = view('edition.list', 'public', Type.Object({}), async (look): Promise<readonly Edition[]> => {
  const terms = (await allTerms(look.db)).map((row) => ({
    hash: row.hash,
    term: {
      since: row.since.toISOString(),
      until: row.until?.toISOString() ?? null,
      how: row.how,
      proposedBy: post(row.proposed_post_zh, row.proposed_post_en),
      publishedBy: post(row.decided_post_zh, row.decided_post_en),
    },
  }))
  return (await allEditions(look.db)).map((row) => {
    const own = terms.filter(({ hash }) => hash === row.hash).map(({ term }) => term)
    return {
      hash: row.hash,
      id: row.id,
      title: { zh: row.title_zh, en: row.title_en },
      version: row.version,
      loadedAt: row.loaded_at.toISOString(),
      inService: own.some(({ until }) => until === null),
      terms: own,
    }
  })
})

export const proposalOf = (row: ProposalRow): Proposal => ({
  id: row.id,
  hash: row.hash,
  base: row.base,
  origin: { kind: row.origin, name: row.origin_name },
  reason: row.reason,
  state: row.state,
  proposed: { by: row.proposed_by, post: { zh: row.proposed_post_zh, en: row.proposed_post_en }, at: row.proposed_at.toISOString() },
  decided:
    row.decided_by === null
      ? null
      : { by: row.decided_by, post: { zh: row.decided_post_zh!, en: row.decided_post_en! }, at: row.decided_at!.toISOString() },
})

/** Who proposes packs, publishes and withdraws them. */
export const KEEPERS = { post: ['administrator', 'planner'] } as const

export const proposals = view(
  'edition.proposals',
  KEEPERS,
  Type.Object({}),
  async (look): Promise<readonly Proposal[]> => (await allProposals(look.db)).map(proposalOf),
)

/** A proposal, checked today, with the pack it makes; null for one with errors. */
export const proposalWithPack = async (
  look: Look,
  id: string,
): Promise<{ readonly proposal: CheckedProposal; readonly pack: Pack | null }> => {
  const row = (await proposalById(look.db, id)) ?? fail('edition.proposal-unknown', {})
  const proposal = proposalOf(row)
  const { pack, diagnostics } = await checkedTexts(look, row.hash, () => textsOfProposal(look.db, row))
  const person = look.who.kind === 'person' ? look.who.id : ''
  return {
    proposal: {
      ...proposal,
      about: pack && { title: pack.title, version: pack.version },
      findings: diagnostics,
      obstacle: obstacleToPublishing(proposal, person, await currentHash(look.db)),
    },
    pack,
  }
}

/** The texts of a proposal by path. */
export const proposedTexts = async (look: Look, id: string): Promise<ReadonlyMap<string, string>> =>
  textsOfProposal(look.db, (await proposalById(look.db, id)) ?? fail('edition.proposal-unknown', {}))

export const proposal = view(
  'edition.proposal',
  KEEPERS,
  Type.Object({ id: Type.String({ format: 'uuid' }) }),
  async (look, { id }): Promise<CheckedProposal> => (await proposalWithPack(look, id)).proposal,
)
