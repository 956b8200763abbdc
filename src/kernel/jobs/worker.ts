/** Takes messages from the outbox to those who hear them, and runs what the calendar asks for. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type pg from 'pg'
import { fromKysely, type JobResult, type JobWithMetadata, type Job as Parcelled, type PgBoss } from 'pg-boss'
import { type Ground, perform } from '../action.ts'
import { type Db, isAway } from '../database.ts'
import { Failure } from '../failure.ts'
import { namesIn } from '../input.ts'
import type { Action, Job } from '../module.ts'
import type { Who } from '../who.ts'
import { Heard, once } from './message.ts'
import { bossOn, DELIVERY, FAILED, type Parcel, SCHEMA } from './queue.ts'

/** Who hears what, and what is done when: the modules as the worker sees them. */
export type Listening = { readonly hears?: Readonly<Record<string, Action>>; readonly jobs?: readonly Job[] }

export type Worker = {
  /** Looks into the outbox now instead of in a second. */
  readonly wake: () => void
  /** Ends after what is under way has come to its end. */
  readonly stop: () => Promise<void>
}

const WORKER: Who = { kind: 'operator', name: 'jobs' }
const RELAYED = 200
const AT_ONCE = 4
const LOOK_MS = 1000
const STATEMENT_MS = 60_000
const GRACE_MS = 10_000

/** Why a delivery failed, for whoever looks after the queue: a code, or the number under which the log has the whole of it. Nothing about people. */
const reasonOf = (error: unknown): string => {
  if (error instanceof Failure) return error.code
  const incident = randomUUID().slice(0, 8)
  console.error(`  ${incident}`, error)
  return `incident ${incident}`
}

/** Moves what lies in the outbox and is not to wait into the queue, one parcel for each who hears it, in one transaction; answers how many messages there were. */
const relay = (db: Db, now: Date, boss: PgBoss, listenersOf: (type: string) => readonly string[]): Promise<number> =>
  db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ id: string; type: string; body: object; listener: string | null; at: Date }>`
      delete from kernel_outbox where seq in (select seq from kernel_outbox where not_before is null or not_before <= ${now} order by seq limit ${RELAYED} for update skip locked)
      returning seq, id, type, body, listener, at`.execute(transaction)
    const parcels = rows.flatMap(({ id, type, body, listener, at }) =>
      (listener === null ? listenersOf(type) : [listener]).map(
        (each): Parcel => ({ message: id, listener: each, type, body, sentAt: at.toISOString() }),
      ),
    )
    await sql`insert into kernel_parcel (message, listener, type, body, sent_at)
      select message, listener, type, body, "sentAt" from jsonb_to_recordset(${JSON.stringify(parcels)}::jsonb)
        parcel (message uuid, listener text, type text, body jsonb, "sentAt" timestamptz) on conflict do nothing`.execute(transaction)
    if (parcels.length > 0)
      await boss.insert(
        DELIVERY,
        parcels.map((data) => ({ data })),
        { db: fromKysely(transaction) },
      )
    return rows.length
  })

/** Puts aside what was tried too often, for a person to look at. */
const putAside = async (db: Db, jobs: readonly JobWithMetadata<Parcel>[]): Promise<void> => {
  for (const { data, sourceId, sourceCreatedOn, sourceOutput, sourceRetryCount, createdOn } of jobs) {
    const reason = (sourceOutput as { readonly reason?: string } | null)?.reason ?? 'interrupted'
    await sql`with done as (delete from kernel_parcel where message = ${data.message ?? sourceId} and listener = ${data.listener})
      insert into kernel_failed (message, listener, type, body, reason, tries, sent_at, failed_at)
      values (${data.message ?? sourceId}, ${data.listener}, ${data.type}, ${JSON.stringify(data.body)}::jsonb, ${reason}, ${(sourceRetryCount ?? 0) + 1},
        ${data.sentAt ?? sourceCreatedOn}, ${createdOn}) on conflict do nothing`.execute(db)
  }
}

/** Whatever was under way when a worker died counts as a failed try: there is one worker for a database, and it is about to start. */
const failInterrupted = async (db: Db, boss: PgBoss): Promise<void> => {
  const { rows } = await sql<{ id: string }>`select id from ${sql.raw(SCHEMA)}.job where name = ${DELIVERY} and state = 'active'`.execute(
    db,
  )
  if (rows.length > 0)
    await boss.fail(
      DELIVERY,
      rows.map(({ id }) => id),
      { reason: 'interrupted' },
    )
}

/** Sends again what the queue should hold and does not, such as after a backup was restored. */
const findLost = (db: Db) =>
  sql`with lost as (delete from kernel_parcel parcel where not exists (select from ${sql.raw(SCHEMA)}.job where name in (${DELIVERY}, ${FAILED})
      and state < 'completed' and data ->> 'message' = parcel.message::text and data ->> 'listener' = parcel.listener) returning *)
    insert into kernel_outbox (id, type, body, listener, at) select message, type, body, listener, sent_at from lost`.execute(db)

/** Makes the calendar what the modules say. */
const keepCalendar = async (boss: PgBoss, jobs: readonly Job[], timeZone: string): Promise<void> => {
  for (const { key } of await boss.getSchedules(DELIVERY)) if (!jobs.some(({ name }) => name === key)) await boss.unschedule(DELIVERY, key)
  for (const { name, cron } of jobs) {
    const parcel: Parcel = { listener: name, type: 'calendar', body: {} }
    await boss.schedule(DELIVERY, cron, parcel, { key: name, tz: timeZone, missed: 'once' })
  }
}

/** Who hears each type, by the name of its action, and every action by that name; refuses two of one name. */
const directoryOf = (modules: readonly Listening[]) => {
  const hearing = modules.flatMap(({ hears = {} }) => Object.entries(hears))
  const jobs = modules.flatMap((module) => module.jobs ?? [])
  const entries = [...hearing.map(([, action]) => [action.name, action] as const), ...jobs.map(({ name, run }) => [name, run] as const)]
  const actions = new Map(entries)
  for (const [name, action] of entries) if (actions.get(name) !== action) throw new Error(`two listeners are called ${name}`)
  return {
    actions,
    jobs,
    listenersOf: (type: string) => hearing.filter(([heard]) => heard === type).map(([, action]) => action.name),
  }
}

/** What a listener asks of a message: a message may say more than one of those who hear it wants to know. */
const askedOf = ({ input }: Action, body: object): object => {
  const names = namesIn(input)
  return names === null ? body : Object.fromEntries(Object.entries(body).filter(([name]) => names.includes(name)))
}

/** Starts the one worker of a site. Deliveries run a few at a time, each as an action of its own. */
export const startWorker = async (ground: Ground, pool: pg.Pool, modules: readonly Listening[]): Promise<Worker> => {
  const { actions, jobs, listenersOf } = directoryOf(modules)
  const boss = bossOn(pool, { works: true })
  const complain = (error: unknown): void => {
    if (!isAway(error)) console.error(error)
  }
  boss.on('error', complain)
  await boss.start()
  await failInterrupted(ground.db, boss)
  await findLost(ground.db)
  await keepCalendar(boss, jobs, ground.timeZone)

  const deliver = async ({ id, data: { message = id, listener, body } }: Parcelled<Parcel>): Promise<JobResult> => {
    try {
      const action = actions.get(listener)
      if (!action) return { id, status: 'deadletter', output: { reason: 'no-listener' } }
      await perform(ground, WORKER, once(action, { message, listener }, STATEMENT_MS), askedOf(action, body))
      return { id, status: 'completed' }
    } catch (error) {
      if (!(error instanceof Heard)) return { id, status: 'failed', output: { reason: reasonOf(error) } }
      await sql`delete from kernel_parcel where message = ${message} and listener = ${listener}`.execute(ground.db)
      return { id, status: 'completed' }
    }
  }
  const options = { pollingIntervalSeconds: 1, batchSize: AT_ONCE, burstWhenBatchFull: true }
  const worker = await boss.work<Parcel, JobResult[], { perJobResults: true }>(DELIVERY, { ...options, perJobResults: true }, (parcels) =>
    Promise.all(parcels.map(deliver)),
  )
  await boss.work(FAILED, { pollingIntervalSeconds: 1, batchSize: 20, includeMetadata: true }, (parcels: JobWithMetadata<Parcel>[]) =>
    putAside(ground.db, parcels),
  )

  let ended = false
  let asked = false
  let round: Promise<void> | null = null
  const empty = async (): Promise<void> => {
    while (asked && !ended) {
      asked = false
      while (!ended && (await relay(ground.db, ground.now(), boss, listenersOf)) > 0) boss.notifyWorker(worker)
    }
  }
  const wake = (): void => {
    asked = true
    round ??= empty()
      .catch(complain)
      .finally(() => {
        round = null
      })
  }
  const watch = setInterval(wake, LOOK_MS)
  wake()
  return {
    wake,
    stop: async () => {
      ended = true
      clearInterval(watch)
      await round
      await boss.stop({ timeout: GRACE_MS, close: false })
    },
  }
}
