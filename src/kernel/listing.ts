/**
 * Lists that stay quick however long they are: one description of the columns gives filters, order, keyset pages, counts and exports. The place in a list is the
 * last row's values, never a number of rows to skip, so that the thousandth page costs what the first one does.
 */
import { type RawBuilder, sql } from 'kysely'
import { type Static, Type } from 'typebox'
import type { Db } from './database.ts'
import { fail } from './messages.ts'

/** How a column is compared and filtered: texts by what they hold, choices by their exact value, numbers and days from–to, instants by the days they fall in. */
export type ColumnKind = 'text' | 'choice' | 'number' | 'day' | 'instant'

/** `sql` is what the column shows, cast to text where it is no text, number or date; never null where it may be sorted by (use coalesce). */
export type ListColumn = {
  readonly kind: ColumnKind
  readonly sql: RawBuilder<unknown>
  readonly sortable?: boolean
  /** Where the days of an instant begin; UTC unless it says so. */
  readonly zone?: string
}

/** `from` is everything after `from`, with the condition of what this person may see; `key` tells rows apart and is a text. */
export type Listing = {
  readonly from: RawBuilder<unknown>
  readonly where: RawBuilder<boolean>
  readonly key: RawBuilder<string>
  readonly columns: Readonly<Record<string, ListColumn>>
  /** A column's name, after a minus for the other way round. */
  readonly order: string
}

/** How many rows a page can have, and how many it has where nobody asks. */
export const PAGE_SIZES = [25, 50, 100, 200] as const
export const PAGE_SIZE = 50

/** A wish for a part of a list. A filter of a number or a day is `from..to`, either of which may be missing. */
export const ListWish = Type.Object({
  sort: Type.Optional(Type.String({ maxLength: 60 })),
  filters: Type.Optional(Type.Record(Type.String({ maxLength: 60 }), Type.String({ maxLength: 200 }))),
  /** A place in the list, as an answer gave it. */
  at: Type.Optional(Type.String({ maxLength: 1000 })),
  size: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
export type ListWish = Static<typeof ListWish>

export type ListRow = Readonly<Record<string, string | null>> & { readonly key: string }
/** `total` counts every row that the filters leave; `next` and `previous` are places to ask for. */
export type ListPart = {
  readonly rows: readonly ListRow[]
  readonly total: number
  readonly sort: string
  readonly next: string | null
  readonly previous: string | null
}

type Place = { readonly back: boolean; readonly value: string; readonly key: string }

const placeText = (place: Place): string => Buffer.from(JSON.stringify([place.back, place.value, place.key])).toString('base64url')

const placeIn = (text: string): Place => {
  try {
    const [back, value, key] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[]
    if (typeof back === 'boolean' && typeof value === 'string' && typeof key === 'string') return { back, value, key }
  } catch {
    // Said below, together with what is readable and wrong.
  }
  return fail('kernel.list-place', {})
}

const columnOf = (columns: Listing['columns'], name: string): ListColumn =>
  (Object.hasOwn(columns, name) ? columns[name] : undefined) ??
  fail('kernel.list-column', { column: name, columns: Object.keys(columns).join(', ') })

/** The type a typed value is read as; a text stays one. */
const AS: Readonly<Record<ColumnKind, RawBuilder<unknown>>> = {
  text: sql`text`,
  choice: sql`text`,
  number: sql`numeric`,
  day: sql`date`,
  instant: sql`timestamptz`,
}
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const FORMS: Readonly<Record<'number' | 'day' | 'instant', RegExp>> = {
  number: /^-?\d{1,15}(\.\d{1,6})?$/,
  day: DAY,
  // As PostgreSQL writes one; only places in a list hold it.
  instant: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/,
}

const isRealDay = (text: string): boolean => new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)

const bound = (kind: 'number' | 'day' | 'instant', column: string, text: string): string => {
  const isGood = FORMS[kind].test(text) && (kind === 'number' || kind === 'instant' || (!Number.isNaN(Date.parse(text)) && isRealDay(text)))
  return isGood ? text : fail('kernel.list-bound', { column, value: text })
}

/** One filter as a condition; an empty one is none. */
const conditionOf = (name: string, { kind, sql: shown, zone = 'UTC' }: ListColumn, wish: string): RawBuilder<boolean> | null => {
  const text = wish.trim()
  if (text === '') return null
  if (kind === 'text') return sql<boolean>`strpos(lower(${shown}), lower(${text})) > 0`
  if (kind === 'choice') return sql<boolean>`${shown} = ${text}`
  const [from = '', to = ''] = text.includes('..') ? text.split('..').map((each) => each.trim()) : [text, text]
  if (kind === 'instant') {
    const begins = (day: string): RawBuilder<unknown> => sql`(${bound('day', name, day)}::date::timestamp at time zone ${zone})`
    const since = from === '' ? sql<boolean>`true` : sql<boolean>`${shown} >= ${begins(from)}`
    const until = to === '' ? sql<boolean>`true` : sql<boolean>`${shown} < ${begins(to)} + interval '1 day'`
    return sql<boolean>`(${since} and ${until})`
  }
  const low = from === '' ? sql<boolean>`true` : sql<boolean>`${shown} >= ${bound(kind, name, from)}::${AS[kind]}`
  const high = to === '' ? sql<boolean>`true` : sql<boolean>`${shown} <= ${bound(kind, name, to)}::${AS[kind]}`
  return sql<boolean>`(${low} and ${high})`
}

const conditionsOf = ({ columns, where }: Listing, filters: Readonly<Record<string, string>>): RawBuilder<boolean> =>
  sql<boolean>`${sql.join(
    [sql`(${where})`, ...Object.entries(filters).flatMap(([name, wish]) => conditionOf(name, columnOf(columns, name), wish) ?? [])],
    sql` and `,
  )}`

const sortOf = (listing: Listing, wish: string | undefined) => {
  const sort = wish ?? listing.order
  const descends = sort.startsWith('-')
  const name = descends ? sort.slice(1) : sort
  const column = columnOf(listing.columns, name)
  if (column.sortable === false) fail('kernel.list-column', { column: name, columns: Object.keys(listing.columns).join(', ') })
  return { sort, descends, column }
}

const asText = (value: unknown): string | null =>
  value === null || value === undefined ? null : value instanceof Date ? value.toISOString() : String(value)

/** What every row shows: its columns by name, its key, and the value it is sorted by. */
const shownOf = ({ columns, key }: Listing, sortedBy: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql.join([
    sql`${key} as "key"`,
    sql`(${sortedBy})::text as "sortedBy"`,
    ...Object.entries(columns).map(([name, column]) => sql`${column.sql} as ${sql.ref(name)}`),
  ])

type Fetched = Readonly<Record<string, unknown>> & { readonly key: string; readonly sortedBy: string }

const rowOf = ({ sortedBy: _sortedBy, ...shown }: Fetched): ListRow =>
  Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, asText(value)])) as ListRow

/** One part of a list, with how many rows there are in all. */
export const listed = async (db: Db, listing: Listing, wish: ListWish): Promise<ListPart> => {
  const { sort, descends, column } = sortOf(listing, wish.sort)
  const conditions = conditionsOf(listing, wish.filters ?? {})
  const place = wish.at === undefined || wish.at === '' ? null : placeIn(wish.at)
  const size = wish.size ?? PAGE_SIZE
  if (place && column.kind !== 'text' && column.kind !== 'choice') bound(column.kind, 'at', place.value)
  // Going back reads the list the other way round and turns the rows again.
  const isDown = descends !== (place?.back ?? false)
  const beyond = isDown ? sql`<` : sql`>`
  const after = place ? sql`(${column.sql}, ${listing.key}) ${beyond} (${place.value}::${AS[column.kind]}, ${place.key})` : sql`true`
  const way = isDown ? sql`desc` : sql`asc`
  const { rows: fetched } = await sql<Fetched>`select ${shownOf(listing, column.sql)} from ${listing.from} where ${conditions} and ${after}
    order by ${column.sql} ${way}, ${listing.key} ${way} limit ${size + 1}`.execute(db)
  const { rows: counts } = await sql<{ total: bigint }>`select count(*) total from ${listing.from} where ${conditions}`.execute(db)
  const hasMore = fetched.length > size
  const part = place?.back ? fetched.slice(0, size).reverse() : fetched.slice(0, size)
  const placeAt = (row: Fetched | undefined, back: boolean) => (row ? placeText({ back, value: row.sortedBy, key: row.key }) : null)
  const isAtEnd = place?.back ? false : !hasMore
  const isAtStart = place === null || (place.back && !hasMore)
  return {
    rows: part.map(rowOf),
    total: Number(counts[0]?.total ?? 0n),
    sort,
    next: isAtEnd ? null : placeAt(part.at(-1), false),
    previous: isAtStart ? null : placeAt(part[0], true),
  }
}

/** Every row that the filters leave, in order, for an export or for acting on all of them; refuses more than `most`. */
export const listedWhole = async (db: Db, listing: Listing, wish: ListWish, most: number): Promise<readonly ListRow[]> => {
  const { descends, column } = sortOf(listing, wish.sort)
  const way = descends ? sql`desc` : sql`asc`
  const { rows } = await sql<Fetched>`select ${shownOf(listing, column.sql)} from ${listing.from}
    where ${conditionsOf(listing, wish.filters ?? {})} order by ${column.sql} ${way}, ${listing.key} ${way} limit ${most + 1}`.execute(db)
  if (rows.length > most) fail('kernel.list-long', { most })
  return rows.map(rowOf)
}

/** The rows with these keys, of those that this person may see. */
export const listedByKey = async (db: Db, listing: Listing, keys: readonly string[]): Promise<readonly ListRow[]> => {
  const { descends, column } = sortOf(listing, undefined)
  const way = descends ? sql`desc` : sql`asc`
  const { rows } = await sql<Fetched>`select ${shownOf(listing, column.sql)} from ${listing.from}
    where (${listing.where}) and ${listing.key} = any(${keys}::text[]) order by ${column.sql} ${way}, ${listing.key} ${way}`.execute(db)
  return rows.map(rowOf)
}
