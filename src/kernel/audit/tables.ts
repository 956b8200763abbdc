/** The record: events in lanes, their contents, checkpoints over all lanes. */
import { sql } from 'kysely'
import { GENESIS } from '../../core/evidence/event.ts'
import type { Db, Migration } from '../database.ts'
import { chained, type Entry, entryOf, type Lane, type Origin, writeEvents } from './append.ts'
import { keepRows } from './append-only.ts'
import { dutyTables } from './duty-tables.ts'

/** More lanes than the site has connections, so that no transaction waits for another one's lane. */
const LANES = 32

const statements =
  (...texts: readonly string[]) =>
  async (db: Db): Promise<void> => {
    for (const text of texts) await sql.raw(text).execute(db)
  }

const KEPT = [
  `create table kernel_kept (table_name text primary key, changing text[] not null)`,
  `create function kernel_refuse_other() returns trigger language plpgsql as $$
    begin
      if to_jsonb(new) - tg_argv is distinct from to_jsonb(old) - tg_argv then
        raise exception 'append-only: % of % is refused but for %', tg_op, tg_table_name, tg_argv;
      end if;
      return new;
    end $$`,
]

const EVENTS = [
  `create table kernel_lane (lane smallint primary key, seq bigint not null, head bytea not null check (length(head) = 32)) with (fillfactor = 10)`,
  `insert into kernel_lane select lane, 0, decode(repeat('00', 32), 'hex') from generate_series(0, ${LANES - 1}) lane`,
  `create table kernel_event (
    lane smallint not null, seq bigint not null check (seq > 0), at timestamptz not null check (at = date_trunc('milliseconds', at)),
    actor text not null, key text, post text, on_behalf_of text, action text not null, event text not null, object_type text not null, object_id text not null,
    before bytea check (length(before) = 32), after bytea check (length(after) = 32), details bytea check (length(details) = 32),
    alg text not null, prev bytea not null check (length(prev) = 32), hash bytea not null check (length(hash) = 32), primary key (lane, seq))`,
  `create index kernel_event_at on kernel_event (at, lane, seq)`,
  `create index kernel_event_object on kernel_event (object_type, object_id, at)`,
  `create index kernel_event_actor on kernel_event (actor, at)`,
  `create table kernel_content (
    lane smallint not null, seq bigint not null, salt bytea not null check (length(salt) = 16), before text, after text, details text,
    primary key (lane, seq), foreign key (lane, seq) references kernel_event)`,
]

/**
 * A lane nobody holds, the lowest first so that quiet sites fill one after another; if none is free, any, when it is. A transaction that looks at an earlier moment
 * (repeatable read) cannot take a lane that went on since: it tries the highest first, which hardly ever move.
 */
const TAKE = `create function kernel_take_lane() returns kernel_lane language plpgsql as $$
  declare taken kernel_lane;
  begin
    if current_setting('transaction_isolation') = 'read committed' then
      select * into taken from kernel_lane order by lane limit 1 for update skip locked;
      if not found then
        select * into strict taken from kernel_lane where lane = floor(random() * ${LANES}) for update;
      end if;
      return taken;
    end if;
    for number in reverse ${LANES - 1}..0 loop
      begin
        select * into taken from kernel_lane where lane = number for update skip locked;
        if found then return taken; end if;
      exception when serialization_failure then null;
      end;
    end loop;
    raise exception 'no lane of the record is free' using errcode = 'serialization_failure';
  end $$`

/**
 * One event of a lane with its contents; with the last one of a transaction, the lane's head. A function, since PostgreSQL plans what stands in one once for each
 * connection, and planning would take longer than writing; plain arguments, since reading them from JSON would as well.
 */
const APPEND = `create or replace function kernel_append(
    lane smallint, seq bigint, at timestamptz, actor text, key text, post text, on_behalf_of text, action text, event text, object_type text, object_id text,
    before bytea, after bytea, details bytea, alg text, prev bytea, hash bytea, salt bytea, before_text text, after_text text, details_text text, is_last boolean
  ) returns void language plpgsql as $$
  #variable_conflict use_variable
  begin
    insert into kernel_event values (lane, seq, at, actor, key, post, on_behalf_of, action, event, object_type, object_id, before, after, details, alg, prev, hash);
    if coalesce(before_text, after_text, details_text) is not null then
      insert into kernel_content values (lane, seq, salt, before_text, after_text, details_text);
    end if;
    if is_last then
      update kernel_lane l set seq = kernel_append.seq, head = hash where l.lane = kernel_append.lane;
    end if;
  end $$`

/** A head moves along the events of its lane, one after another, and in no other way. */
const MOVE = `create or replace function kernel_lane_moves() returns trigger language plpgsql as $$
    begin
      -- The usual case, one event, without the sorting that several need.
      if new.lane = old.lane and new.seq = old.seq + 1
        and exists (select from kernel_event where lane = new.lane and seq = new.seq and prev = old.head and hash = new.head) then return null; end if;
      if new.lane = old.lane and new.seq > old.seq and (
        select count(*) = new.seq - old.seq and bool_and(prev = coalesce(last, old.head)) and bool_or(seq = new.seq and hash = new.head)
        from (select seq, prev, hash, lag(hash) over (order by seq) as last from kernel_event where lane = new.lane and seq > old.seq and seq <= new.seq) as events
      ) then return null; end if;
      raise exception 'append-only: the head of lane % does not follow from its events', old.lane;
    end $$`

const MOVES = [
  MOVE,
  `create trigger kernel_lane_moves after update on kernel_lane for each row execute function kernel_lane_moves()`,
  `create trigger kernel_lane_stays before insert or delete or truncate on kernel_lane for each statement execute function kernel_refuse_change()`,
]

/** Contents are erased one by one, by the one function that may, and never changed. */
const ERASE = [
  `create function kernel_refuse_erasing() returns trigger language plpgsql as $$
    begin
      if current_setting('planwright.erasing', true) is not distinct from old.lane || '/' || old.seq then return old; end if;
      raise exception 'append-only: DELETE of kernel_content is refused but by kernel_erase';
    end $$`,
  `create trigger kernel_content_append_only before update or truncate on kernel_content for each statement execute function kernel_refuse_change()`,
  `create trigger kernel_content_erase before delete on kernel_content for each row execute function kernel_refuse_erasing()`,
  `create function kernel_erase(of_lane smallint, of_seq bigint) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
    declare erased bigint;
    begin
      perform set_config('planwright.erasing', of_lane || '/' || of_seq, true);
      delete from kernel_content where lane = of_lane and seq = of_seq;
      get diagnostics erased = row_count;
      perform set_config('planwright.erasing', '', true);
      return erased > 0;
    end $$`,
  `insert into kernel_kept (table_name, changing) values ('kernel_content', '{}')`,
]

/** The record as people read it with SQL. */
const READ = `create view kernel_audit as select e.lane, e.seq, e.at, e.actor, e.key, e.post, e.on_behalf_of, e.action, e.event, e.object_type, e.object_id,
  c.before::json as before, c.after::json as after, c.details::json as details
  from kernel_event e left join kernel_content c using (lane, seq)`

type OldRow = { readonly at: Date; readonly who: string; readonly event: string; readonly details: unknown }

/** What was recorded before there were lanes becomes the beginning of the first one. */
const chainOld = async (db: Db): Promise<void> => {
  const { rows } = await sql<OldRow>`select at, who, event, details from kernel_audit order by seq`.execute(db)
  let lane: Lane = { lane: 0, seq: 0, head: GENESIS }
  for (const { at, who, event, details } of rows) {
    const origin: Origin = { at: at.toISOString(), actor: who, key: null, post: null, onBehalfOf: null, action: event }
    const entries: readonly Entry[] = [entryOf(event, { object: ['kernel.audit', String(lane.seq + 1)], details: { earlier: details } })]
    const events = chained(lane, 'sha256', origin, entries)
    await writeEvents(db, events, entries)
    lane = { lane: 0, seq: events[0]!.seq, head: events[0]!.hash }
  }
}

/** Made with the tables; databases whose tables are older get it by a step of its own. */
const appendFunction = (db: Db) => statements(APPEND, MOVE)(db)

export const auditMigrations: readonly Migration[] = [
  {
    name: 'kernel/1-audit',
    up: async (db) => {
      await sql`create table kernel_audit (
        seq bigint generated always as identity primary key, at timestamptz not null default now(),
        who text not null, event text not null, details jsonb not null)`.execute(db)
      await sql`create function kernel_refuse_change() returns trigger language plpgsql as $$
        begin raise exception 'append-only: % of % is refused', tg_op, tg_table_name; end $$`.execute(db)
      await sql`create trigger kernel_audit_append_only before update or delete or truncate on kernel_audit
        for each statement execute function kernel_refuse_change()`.execute(db)
    },
  },
  {
    name: 'kernel/2-event',
    up: async (db) => {
      await statements(...KEPT, ...EVENTS, TAKE, ...MOVES, ...ERASE)(db)
      await appendFunction(db)
      await chainOld(db)
      await statements('drop table kernel_audit', READ)(db)
      await keepRows(db, 'kernel_event')
      await keepRows(db, 'kernel_kept')
    },
  },
  { name: 'kernel/3-duty', up: dutyTables },
  {
    name: 'kernel/4-checkpoint',
    up: async (db) => {
      await sql`create table kernel_checkpoint (
        number integer primary key check (number > 0), at timestamptz not null, body text not null, hash bytea not null check (length(hash) = 32),
        signature bytea not null check (length(signature) = 64))`.execute(db)
      await keepRows(db, 'kernel_checkpoint')
    },
  },
  { name: 'kernel/5-append', up: appendFunction },
  {
    name: 'kernel/6-append-one',
    up: async (db) => {
      await appendFunction(db)
      // Contents come with their event, in one function; looking it up again for each would take a tenth of the time of an action.
      await statements(
        'drop function if exists kernel_append(json)',
        'alter table kernel_content drop constraint kernel_content_lane_seq_fkey',
      )(db)
    },
  },
]
