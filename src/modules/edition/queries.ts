import { sql } from 'kysely'
import type { Db } from '../../kernel/database.ts'
import type { EditionTables } from './tables.ts'

const own = (db: Db) => db.withTables<EditionTables>()

/** The term that is not over; undefined before the first. */
export const openTerm = (db: Db) => own(db).selectFrom('edition_term').where('until', 'is', null).select(['hash', 'how']).executeTakeFirst()

export const currentHash = async (db: Db): Promise<string | null> => (await openTerm(db))?.hash ?? null

export const isKept = async (db: Db, hash: string): Promise<boolean> =>
  (await own(db).selectFrom('edition_pack').where('hash', '=', hash).select('hash').executeTakeFirst()) !== undefined

export const filesOf = async (db: Db, hash: string): Promise<ReadonlyMap<string, string>> =>
  new Map(
    Object.entries((await own(db).selectFrom('edition_pack').where('hash', '=', hash).select('files').executeTakeFirstOrThrow()).files),
  )

export const allEditions = (db: Db) =>
  own(db)
    .selectFrom('edition_pack')
    .select(['hash', 'id', 'title_zh', 'title_en', 'version', 'loaded_at'])
    .orderBy('loaded_at', 'desc')
    .orderBy('hash')
    .execute()

/** Every term with the posts that stand behind it, the latest first. */
export const allTerms = (db: Db) =>
  own(db)
    .selectFrom('edition_term as term')
    .leftJoin('edition_proposal as proposal', 'proposal.id', 'term.proposal')
    .select([
      'term.hash',
      'term.how',
      'term.since',
      'term.until',
      'proposed_post_zh',
      'proposed_post_en',
      'decided_post_zh',
      'decided_post_en',
    ])
    .orderBy('term.number', 'desc')
    .execute()

/** One file of every edition that holds it, newest first. */
export const fileOfEach = async (db: Db, path: string) =>
  (
    await sql<{ hash: string; version: string; loaded_at: Date; in_service: boolean; text: string }>`
      select hash, version, loaded_at, exists (select from edition_term t where t.hash = p.hash and until is null) as in_service, files ->> ${path} as text
      from edition_pack p where jsonb_exists(files, ${path}) order by loaded_at desc, hash`.execute(db)
  ).rows

/** Keeps the texts once; the same hash twice is the same edition. */
export const keepEdition = (
  db: Db,
  edition: { hash: string; id: string; titleZh: string; titleEn: string; version: string; files: ReadonlyMap<string, string> },
) =>
  sql`insert into edition_pack (hash, id, title_zh, title_en, version, files)
    values (${edition.hash}, ${edition.id}, ${edition.titleZh}, ${edition.titleEn}, ${edition.version}, ${JSON.stringify(Object.fromEntries(edition.files))}::jsonb)
    on conflict (hash) do nothing`.execute(db)

/** Lets one publication through at a time, to the end of its transaction; readers are not held up. */
export const oneAtATime = (db: Db) => sql`lock table edition_term in share row exclusive mode`.execute(db)

/** Ends the term of the edition in service and begins that of another; a clock that went back ends a term when it began. */
export const putInService = async (
  db: Db,
  term: { readonly hash: string; readonly how: EditionTables['edition_term']['how']; readonly proposal: string | null; readonly now: Date },
): Promise<void> => {
  await sql`update edition_term set until = greatest(since, ${term.now}) where until is null`.execute(db)
  await sql`insert into edition_term (hash, how, proposal, since) values (${term.hash}, ${term.how}, ${term.proposal}, ${term.now})`.execute(
    db,
  )
}

/** Keeps texts under their hashes; one that is there already stays. */
export const keepTexts = (db: Db, texts: ReadonlyMap<string, string>) =>
  sql`insert into edition_text (hash, text) select * from unnest(${[...texts.keys()]}::text[], ${[...texts.values()]}::text[]) on conflict do nothing`.execute(
    db,
  )

export const insertProposal = (
  db: Db,
  proposal: Omit<EditionTables['edition_proposal'], 'state' | 'decided_by' | 'decided_post_zh' | 'decided_post_en' | 'decided_at'>,
) =>
  sql`insert into edition_proposal (id, hash, base, files, origin, origin_name, reason, proposed_by, proposed_post_zh, proposed_post_en, proposed_at)
    values (${proposal.id}, ${proposal.hash}, ${proposal.base}, ${JSON.stringify(proposal.files)}::jsonb, ${proposal.origin}, ${proposal.origin_name},
      ${proposal.reason}, ${proposal.proposed_by}, ${proposal.proposed_post_zh}, ${proposal.proposed_post_en}, ${proposal.proposed_at})`.execute(
    db,
  )

export const isProposed = async (db: Db, hash: string): Promise<boolean> =>
  (await own(db).selectFrom('edition_proposal').where('hash', '=', hash).where('state', '=', 'open').select('id').executeTakeFirst()) !==
  undefined

/** Every proposal without its files, the latest first. */
export const allProposals = (db: Db) =>
  own(db).selectFrom('edition_proposal').selectAll().orderBy('proposed_at', 'desc').orderBy('id', 'desc').execute()

export const proposalById = (db: Db, id: string) =>
  own(db).selectFrom('edition_proposal').where('id', '=', id).selectAll().executeTakeFirst()

/** Locks the row: whoever decides about a proposal holds it until the transaction ends. */
export const proposalForUpdate = (db: Db, id: string) =>
  own(db).selectFrom('edition_proposal').where('id', '=', id).forUpdate().selectAll().executeTakeFirst()

export type ProposalRow = NonNullable<Awaited<ReturnType<typeof proposalById>>>

/** The texts of a proposal by path. */
export const textsOfProposal = async (db: Db, { files }: Pick<ProposalRow, 'files'>): Promise<ReadonlyMap<string, string>> => {
  const rows = await own(db)
    .selectFrom('edition_text')
    .where('hash', 'in', [...new Set(Object.values(files))])
    .select(['hash', 'text'])
    .execute()
  const texts = new Map(rows.map(({ hash, text }) => [hash, text]))
  return new Map(Object.entries(files).map(([path, hash]) => [path, texts.get(hash)!]))
}

export const compareWith = (db: Db, id: string, base: string | null) =>
  own(db).updateTable('edition_proposal').set({ base }).where('id', '=', id).execute()

export const decideProposal = (
  db: Db,
  id: string,
  decision: Pick<ProposalRow, 'state' | 'decided_by' | 'decided_post_zh' | 'decided_post_en' | 'decided_at'>,
) => own(db).updateTable('edition_proposal').set(decision).where('id', '=', id).execute()
