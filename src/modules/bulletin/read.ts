/** Bulletins as their rows tell them. */
import type { Text } from '../../core/messages.ts'
import type { OfficialDocument } from '../../core/official-document.ts'
import { isId } from '../../kernel/ids.ts'
import type { Look } from '../../kernel/module.ts'
import type { Role, Who } from '../../kernel/who.ts'
import { departmentsById } from '../office/index.ts'
import type { BulletinEntry } from './contract.ts'
import { fail } from './messages.ts'
import { type BulletinRow, published, replacedBy, versionsOf } from './queries.ts'
import type { Body, Earlier } from './rules/body.ts'
import { SCOPES, type Scope } from './rules/content.ts'
import { type Content, documentOf } from './rules/document.ts'
import { numberText } from './rules/number.ts'

export const PLANNER = { post: ['planner'] } as const
export const READERS = { post: ['planner', 'officer', 'auditor'] } as const

const holds = (who: Who, roles: readonly Role[]): boolean =>
  who.kind === 'operator' || (who.kind === 'person' && who.posts.some((post) => post.roles.some((role) => roles.includes(role))))

/** The scopes that somebody may read; others do not exist for them. */
export const scopesFor = (who: Who): readonly Scope[] =>
  holds(who, ['planner', 'officer', 'auditor']) ? SCOPES : SCOPES.filter((each) => each === 'public')
/** Whether the people behind numbers are named to somebody. */
export const seesNames = (who: Who): boolean => holds(who, ['planner', 'auditor'])

export const contentIn = ({ content }: { readonly content: string }): Content => JSON.parse(content) as Content

/** A published version; refused where it is none. */
const publicationIn = ({ year, number, published_on, published_at, publisher_zh, publisher_en }: BulletinRow) =>
  year === null || number === null || published_on === null || published_at === null
    ? fail('bulletin.unknown', {})
    : { year, number, on: published_on, at: published_at, issuer: { zh: publisher_zh ?? '', en: publisher_en ?? '' } }

export const earlierOf = (row: BulletinRow): Earlier => {
  const { year, number } = publicationIn(row)
  return { id: row.bulletin, number: numberText(row.scope, year, number), quarter: row.quarter }
}

/** The first sentence: how many stand how. */
const coverOf = ({ blocks }: Body): string => {
  const cover = blocks.find((block) => block.kind === 'paragraph' && block.origin === 'counts')
  return cover?.kind === 'paragraph' ? cover.text : ''
}

export const entryOf = (row: BulletinRow, later: BulletinRow | undefined): BulletinEntry => {
  const { year, number, on, at, issuer } = publicationIn(row)
  const { quarter, asOf, known, body, replaces } = contentIn(row)
  return {
    id: row.bulletin,
    number: numberText(row.scope, year, number),
    quarter,
    scope: row.scope,
    asOf,
    known,
    publishedOn: on,
    publishedAt: at.toISOString(),
    issuer,
    title: { zh: body.zh.title, en: body.en.title },
    summary: { zh: coverOf(body.zh), en: coverOf(body.en) },
    hash: row.hash,
    replaces: replaces && { id: replaces.id, number: replaces.number, quarter: replaces.quarter },
    replacedBy: later ? earlierOf(later) : null,
  }
}

/** Every bulletin that somebody may read, the newest first. */
export const entriesFor = async (look: Look): Promise<readonly BulletinEntry[]> => {
  const rows = await published(look.db, scopesFor(look.who))
  return rows.map((row) =>
    entryOf(
      row,
      rows.find(({ replaces }) => replaces === row.bulletin),
    ),
  )
}

/** A published bulletin that somebody may read; unknown to everybody else. */
export const readable = async (look: Look, id: string): Promise<{ readonly row: BulletinRow; readonly later: BulletinRow | undefined }> => {
  const rows = isId(id) ? await versionsOf(look.db, id) : []
  const row = rows.find(({ version, published_version }) => version === published_version)
  if (!row || !scopesFor(look.who).includes(row.scope)) return fail('bulletin.unknown', {})
  return { row, later: await replacedBy(look.db, id) }
}

/** The latest draft of a bulletin, and every version of it. */
export const draftIn = async (
  look: Look,
  id: string,
): Promise<{ readonly latest: BulletinRow; readonly versions: readonly BulletinRow[] }> => {
  const versions = isId(id) ? await versionsOf(look.db, id) : []
  const [latest] = versions
  return latest ? { latest, versions } : fail('bulletin.unknown', {})
}

export type Documents = { readonly zh: OfficialDocument; readonly en: OfficialDocument }

/** The official document in both languages. */
export const documentsOf = (content: Content, issue: Parameters<typeof documentOf>[1]): Documents => ({
  zh: documentOf(content, issue, 'zh'),
  en: documentOf(content, issue, 'en'),
})

/** The department in whose name somebody acts. */
export const ownDepartment = async (look: Look): Promise<Text> =>
  (await departmentsById(look)).get(look.standing.post?.department ?? '')?.name ?? { zh: '—', en: '—' }
