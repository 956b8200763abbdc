/** pg-boss as it is used here: two queues in a schema of their own, on the connections the site has already. */

import type pg from 'pg'
import { PgBoss } from 'pg-boss'

export const SCHEMA = 'planwright_jobs'

/** What is to be heard, and what was tried too often. */
export const DELIVERY = 'delivery'
export const FAILED = 'failed'

/** How often a delivery is tried, and how long it waits in between: twice as long each time, with a random part. */
export type Patience = { readonly tries: number; readonly delaySeconds: number; readonly longestSeconds: number }
export const PATIENCE: Patience = { tries: 10, delaySeconds: 2, longestSeconds: 1800 }

/** A delivery that takes longer is taken for dead; statements are cut off sooner. */
const EXPIRE_SECONDS = 180
const KEEP_SECONDS = 365 * 24 * 3600
const DONE_SECONDS = 24 * 3600

/** One delivery as the queue holds it. Without `message` it is an occurrence of the calendar, and the job's own id stands for one. */
export type Parcel = {
  readonly message?: string
  readonly listener: string
  readonly type: string
  readonly body: object
  readonly sentAt?: string
}

/** A queue keeper on the site's own connections; it never changes the schema. */
export const bossOn = (pool: pg.Pool, { works }: { readonly works: boolean }): PgBoss =>
  new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: SCHEMA,
    migrate: false,
    createSchema: false,
    supervise: works,
    schedule: works,
    superviseIntervalSeconds: 30,
    cronMonitorIntervalSeconds: 30,
    cronWorkerIntervalSeconds: 5,
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
  })

/** Brings schema and queues up to date, on a connection of whoever owns the database. */
export const prepareQueues = async (url: string, patience: Patience = PATIENCE): Promise<void> => {
  const boss = new PgBoss({ connectionString: url, schema: SCHEMA, max: 1, supervise: false, schedule: false, registerInstance: false })
  boss.on('error', () => {})
  await boss.start()
  try {
    await boss.createQueue(FAILED, {
      retryLimit: 1000,
      retryDelay: 5,
      retryBackoff: true,
      retryDelayMax: 600,
      retentionSeconds: KEEP_SECONDS,
    })
    const options = {
      retryLimit: patience.tries - 1,
      retryDelay: patience.delaySeconds,
      retryBackoff: true,
      retryDelayMax: patience.longestSeconds,
      expireInSeconds: EXPIRE_SECONDS,
      retentionSeconds: KEEP_SECONDS,
      deleteAfterSeconds: DONE_SECONDS,
      deadLetter: FAILED,
    }
    await boss.createQueue(DELIVERY, options)
    await boss.updateQueue(DELIVERY, options)
  } finally {
    await boss.stop()
  }
}
