import { Type } from 'typebox'
import type { Text } from '../../core/messages.ts'
import { type Look, type View, view, type Waiting } from '../../kernel/module.ts'
import type { Pack } from '../../pack/pack.ts'
import { peopleByIds } from '../identity/index.ts'
import type { CheckedProposal, Doing, Edition, FileEdition, Proposal, Term } from './contract.ts'
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

const doing = (names: Names, by: string, post: Text, at: Date): Doing => ({
  by,
  name: names.get(by)?.name ?? null,
  post,
  at: at.toISOString(),
})

type Names = ReadonlyMap<string, { readonly name: string }>

export const proposalOf = (row: ProposalRow, names: Names = new Map()): Proposal => ({
  id: row.id,
  hash: row.hash,
  base: row.base,
  origin: { kind: row.origin, name: row.origin_name },
  reason: row.reason,
  state: row.state,
  proposed: doing(names, row.proposed_by, { zh: row.proposed_post_zh, en: row.proposed_post_en }, row.proposed_at),
  decided:
    row.decided_by === null ? null : doing(names, row.decided_by, { zh: row.decided_post_zh!, en: row.decided_post_en! }, row.decided_at!),
})

const namesIn = (look: Look, rows: readonly ProposalRow[]): Promise<Names> =>
  peopleByIds(
    look,
    rows.flatMap((row) => [row.proposed_by, row.decided_by ?? []].flat()),
  )

/** Who proposes packs, publishes and withdraws them. */
export const KEEPERS = { post: ['administrator', 'planner'] } as const

export const proposals = view('edition.proposals', KEEPERS, Type.Object({}), async (look): Promise<readonly Proposal[]> => {
  const rows = await allProposals(look.db)
  const names = await namesIn(look, rows)
  return rows.map((row) => proposalOf(row, names))
})

/** A proposal, checked today, with the pack it makes; null for one with errors. */
export const proposalWithPack = async (
  look: Look,
  id: string,
): Promise<{ readonly proposal: CheckedProposal; readonly pack: Pack | null }> => {
  const row = (await proposalById(look.db, id)) ?? fail('edition.proposal-unknown', {})
  const proposal = proposalOf(row, await namesIn(look, [row]))
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

const Nothing = Type.Object({})

/** Proposals that wait for a second person, as whoever asks could be. */
export const proposalsWaiting: View<typeof Nothing, Waiting> = view('edition.proposals-waiting', KEEPERS, Nothing, async (look) => {
  const person = look.who.kind === 'person' ? look.who.id : ''
  const count = (await allProposals(look.db)).filter(({ state, proposed_by }) => state === 'open' && proposed_by !== person).length
  const text = { zh: `${count} 份数据包提议等另一人发布`, en: `${count} proposed packs wait for a second person to publish them` }
  return { count, text, page: '/admin/packs' }
})
