import { sql } from 'kysely'
import type { Migration } from '../database.ts'

export const mailMigrations: readonly Migration[] = [
  {
    // The letter is sealed, since it may hold a link that opens an account, with the address in it, and gone once it was sent.
    name: 'kernel-mail/1-mail',
    up: (db) =>
      sql`create table kernel_mail (
        id uuid primary key, kind text not null, letter bytea, written_at timestamptz not null, sent_at timestamptz,
        check (sent_at is null or letter is null))`.execute(db),
  },
  {
    // Who has caused how many letters in the hour that began; `subject` says who without naming them.
    name: 'kernel-mail/2-letter-count',
    up: (db) =>
      sql`create table kernel_letter_count (
        subject bytea primary key check (length(subject) = 32), began_at timestamptz not null, letters integer not null check (letters > 0))`.execute(
        db,
      ),
  },
]
