import { sql } from 'kysely'
import type { Text } from '../../core/messages.ts'
import type { Migration } from '../../kernel/database.ts'

/** What people were told on the site, and where they want to be told of which kind. No row: everywhere. */
export type NotificationTables = {
  notification_notice: {
    id: string
    user_id: string
    kind: string
    params: Record<string, string | Text>
    link: string
    enterprise: string | null
    at: Date
    read_at: Date | null
  }
  notification_setting: { user_id: string; kind: string; site: boolean; mail: boolean }
}

export const migrations: readonly Migration[] = [
  {
    name: 'notification/1-notice',
    up: async (db) => {
      await sql`create table notification_notice (
        id uuid primary key, user_id uuid not null references identity_user, kind text not null, params jsonb not null,
        link text not null check (link ~ '^/([^/\\\\]|$)'), enterprise text, at timestamptz not null, read_at timestamptz)`.execute(db)
      await sql`create index notification_of_user on notification_notice (user_id, at desc)`.execute(db)
      await sql`create index notification_unread on notification_notice (user_id) where read_at is null`.execute(db)
      await sql`create table notification_setting (
        user_id uuid not null references identity_user, kind text not null, site boolean not null, mail boolean not null, primary key (user_id, kind))`.execute(
        db,
      )
    },
  },
]
