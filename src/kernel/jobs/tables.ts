import { sql } from 'kysely'
import type { Migration } from '../database.ts'

/**
 * Messages on their way from the action that sent them to whoever hears them. `kernel_outbox` is written with the change itself; `kernel_inbox` with the effect, so
 * that a second delivery finds its row and does nothing; `kernel_failed` holds what was tried often enough.
 */
export const jobMigrations: readonly Migration[] = [
  {
    name: 'kernel-jobs/1-message',
    up: async (db) => {
      // `listener`: for this one alone; null for everyone who hears the type.
      await sql`create table kernel_outbox (
        seq bigint generated always as identity primary key, id uuid not null, type text not null, body jsonb not null, listener text,
        at timestamptz not null default now())`.execute(db)
      await sql`create table kernel_inbox (
        message uuid not null, listener text not null, at timestamptz not null default now(), primary key (message, listener))`.execute(db)
      await sql`create table kernel_failed (
        message uuid not null, listener text not null, type text not null, body jsonb not null, reason text not null, tries integer not null check (tries > 0),
        sent_at timestamptz not null, failed_at timestamptz not null, primary key (message, listener))`.execute(db)
    },
  },
  {
    // What the queue holds stands here as well until it is heard or put aside: the queue can be made again, such as after a backup that left it out.
    name: 'kernel-jobs/2-parcel',
    up: (db) =>
      sql`create table kernel_parcel (
        message uuid not null, listener text not null, type text not null, body jsonb not null, sent_at timestamptz not null,
        primary key (message, listener))`.execute(db),
  },
  {
    // A message can wait for its time; null: it has none to wait for.
    name: 'kernel-jobs/3-not-before',
    up: (db) => sql`alter table kernel_outbox add not_before timestamptz`.execute(db),
  },
]
