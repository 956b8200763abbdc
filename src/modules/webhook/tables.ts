import { sql } from 'kysely'
import type { Migration } from '../../kernel/database.ts'

export type WebhookTables = {
  webhook_receiver: { name: string; events: string[]; paused: boolean; silent_until: Date | null }
  webhook_event: { id: string; type: string; data: Readonly<Record<string, unknown>>; at: Date }
  webhook_delivery: {
    id: string
    event_id: string
    receiver: string
    turn: number
    tries: number
    status: number | null
    reason: string | null
    next_at: Date | null
    done_at: Date | null
  }
}

export const migrations: readonly Migration[] = [
  {
    // A receiver is what the settings of the machine name; here stands only what an administrator has chosen for it.
    name: 'webhook/1-delivery',
    up: async (db) => {
      await sql`create table webhook_receiver (
        name text primary key, events text[] not null default '{}', paused boolean not null default false, silent_until timestamptz)`.execute(
        db,
      )
      await sql`create table webhook_event (id uuid primary key, type text not null, data jsonb not null, at timestamptz not null)`.execute(
        db,
      )
      await sql`create table webhook_delivery (
        id uuid primary key, event_id uuid not null references webhook_event on delete cascade, receiver text not null, turn integer not null default 0,
        tries integer not null default 0, status integer, reason text, next_at timestamptz, done_at timestamptz,
        unique (event_id, receiver), check (done_at is null or next_at is null))`.execute(db)
      await sql`create index webhook_delivery_by_receiver on webhook_delivery (receiver, id desc)`.execute(db)
    },
  },
]
