/** Bulletins as doors show them: the archive, one bulletin, and the planner's drafts. */
import { Type } from 'typebox'
import type { Text } from '../../core/messages.ts'
import { type View, view, type Waiting } from '../../kernel/module.ts'
import { peopleByIds } from '../identity/index.ts'
import { quarterBefore, quarterOf } from '../worklist/index.ts'
import { type BulletinEntry, OfBulletin } from './contract.ts'
import { openDrafts } from './queries.ts'
import { contentIn, type Documents, documentsOf, draftIn, entriesFor, entryOf, ownDepartment, PLANNER, readable } from './read.ts'
import type { Content } from './rules/document.ts'

const Nothing = Type.Object({})

/** Every published bulletin, the newest first. */
export const bulletins = view('bulletin.list', 'public', Nothing, entriesFor)

export type BulletinPage = BulletinEntry & { readonly content: Content; readonly documents: Documents }

/** One published bulletin with its whole content. */
export const bulletin = view('bulletin.read', 'public', OfBulletin, async (look, { bulletin: id }): Promise<BulletinPage> => {
  const { row, later } = await readable(look, id)
  const [entry, content] = [entryOf(row, later), contentIn(row)]
  return { ...entry, content, documents: documentsOf(content, { number: entry.number, issuer: entry.issuer, day: entry.publishedOn }) }
})

/** The same as data, without what can be made from it. */
export const bulletinData = view('bulletin.data', 'public', OfBulletin, async (look, { bulletin: id }) => {
  const { row, later } = await readable(look, id)
  return { ...entryOf(row, later), content: contentIn(row) }
})

export type DraftEntry = {
  readonly id: string
  readonly quarter: string
  readonly scope: string
  readonly version: number
  readonly draftedOn: string
  readonly who: string
  /** Whether whoever asks drew up a version of it, and so cannot publish it. */
  readonly own: boolean
}

export type BulletinBoard = {
  readonly drafts: readonly DraftEntry[]
  readonly published: readonly BulletinEntry[]
  /** Quarters that can be reported on, the latest first. */
  readonly quarters: readonly string[]
  /** The one that ended last. */
  readonly quarter: string
}

/** How far back a bulletin can be drawn up by choosing from a list. */
const QUARTERS = 24

export const bulletinBoard = view('bulletin.board', PLANNER, Nothing, async (look): Promise<BulletinBoard> => {
  const rows = await openDrafts(look.db)
  const people = await peopleByIds(
    look,
    rows.map(({ drafted_by }) => drafted_by),
  )
  const drafts: DraftEntry[] = []
  for (const row of rows) {
    const { versions } = await draftIn(look, row.bulletin)
    drafts.push({
      id: row.bulletin,
      quarter: row.quarter,
      scope: row.scope,
      version: row.version,
      draftedOn: look.dayOf(row.drafted_at),
      who: people.get(row.drafted_by)?.name ?? '—',
      own: look.who.kind === 'person' && versions.some(({ drafted_by }) => look.who.kind === 'person' && drafted_by === look.who.id),
    })
  }
  const quarters = [quarterOf(look.today)]
  while (quarters.length < QUARTERS) quarters.push(quarterBefore(quarters.at(-1) ?? ''))
  return { drafts, published: await entriesFor(look), quarters, quarter: quarters[1] ?? '' }
})

export type DraftPage = {
  readonly id: string
  readonly quarter: string
  readonly scope: string
  readonly asOf: string
  readonly known: string
  readonly hash: string
  readonly reason: string
  /** Null until it is published, which ends the draft. */
  readonly published: BulletinEntry | null
  readonly own: boolean
  readonly documents: Documents
  readonly versions: readonly {
    readonly version: number
    readonly hash: string
    readonly on: string
    readonly who: string
    readonly department: Text
  }[]
}

/** A draft as it would be published. */
export const bulletinDraft = view('bulletin.draft-page', PLANNER, OfBulletin, async (look, { bulletin: id }): Promise<DraftPage> => {
  const { latest, versions } = await draftIn(look, id)
  const people = await peopleByIds(
    look,
    versions.map(({ drafted_by }) => drafted_by),
  )
  const content = contentIn(latest)
  const me = look.who.kind === 'person' ? look.who.id : null
  return {
    id,
    quarter: latest.quarter,
    scope: latest.scope,
    asOf: content.asOf,
    known: content.known,
    hash: latest.hash,
    reason: content.replaces?.reason ?? '',
    published: latest.published_version === null ? null : entryOf(latest, undefined),
    own: versions.some(({ drafted_by }) => drafted_by === me),
    documents: documentsOf(content, { number: null, issuer: await ownDepartment(look), day: look.today }),
    versions: versions.map(({ version, hash, drafted_at, drafted_by, department_zh, department_en }) => ({
      version,
      hash,
      on: look.dayOf(drafted_at),
      who: people.get(drafted_by)?.name ?? '—',
      department: { zh: department_zh, en: department_en },
    })),
  }
})

/** Drafts of others that wait for a second person. */
export const draftsWaiting: View<typeof Nothing, Waiting> = view('bulletin.waiting', PLANNER, Nothing, async (look) => {
  const { drafts } = await bulletinBoard.run(look, {})
  const count = drafts.filter(({ own }) => !own).length
  return {
    count,
    text: { zh: `${count} 份通报等待审核签发`, en: `${count} ${count === 1 ? 'bulletin waits' : 'bulletins wait'} for a second person` },
    page: '/board/bulletins',
  }
})
