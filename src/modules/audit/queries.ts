import { sql } from 'kysely'
import type { Listing } from '../../kernel/listing.ts'

/** Every event, as auditors look for them; `actors`, where given, are the only ones shown. The key is the event's place. */
export const eventListing = (timeZone: string, actors: readonly string[] | null): Listing => ({
  from: sql`kernel_event`,
  where: actors === null ? sql<boolean>`true` : sql<boolean>`actor = any(${actors}::text[])`,
  key: sql<string>`lane || '/' || seq`,
  columns: {
    at: { kind: 'instant', sql: sql`at`, zone: timeZone },
    actor: { kind: 'text', sql: sql`actor`, sortable: false },
    event: { kind: 'choice', sql: sql`event`, sortable: false },
    objectType: { kind: 'choice', sql: sql`object_type`, sortable: false },
    objectId: { kind: 'text', sql: sql`object_id`, sortable: false },
    onBehalfOf: { kind: 'text', sql: sql`on_behalf_of`, sortable: false },
    post: { kind: 'text', sql: sql`post`, sortable: false },
    action: { kind: 'text', sql: sql`action`, sortable: false },
  },
  order: '-at',
})
