/** Actions that leave a record, by many at once, with everything on the disk before it is acknowledged; and the record verified. */
import path from 'node:path'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { perform } from '../../src/kernel/action.ts'
import { verified, wholeRecord } from '../../src/kernel/audit/walk.ts'
import { migrate } from '../../src/kernel/database.ts'
import { engineOf } from '../../src/kernel/engine.ts'
import { action } from '../../src/kernel/module.ts'
import { kernelMigrations } from '../../src/kernel/tables.ts'
import { withDurableDatabase } from '../postgres.ts'
import { atLeast, atMost, duration, type Line, type Workload } from '../workload.ts'

const HOME = path.resolve(import.meta.dirname, '../..')
const AT_ONCE = 20
const ROUNDS = 6

const Write = Type.Object({ n: Type.Integer() })
const write = action('bench.write', 'operate', Write, async (act, { n }) => {
  await sql`insert into bench_thing (n) values (${n})`.execute(act.db)
  await act.record('bench.written', { object: ['bench.thing', String(n)], before: null, after: { n, colour: 'red' } })
})

/** How long `count` of them take with so many at once, in milliseconds. */
const timed = async (count: number, one: (n: number) => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  let next = 0
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < count) await one(next++)
    }),
  )
  return performance.now() - began
}
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!

export const workload: Workload = {
  title: 'Actions that leave a record, on disk before they are acknowledged (fsync on)',
  clock: 'wall',
  run: ({ stress }) =>
    withDurableDatabase('bench_record', async ({ db }) => {
      await migrate(db, kernelMigrations)
      await sql`create table bench_thing (n bigint not null)`.execute(db)
      // Whatever a view or an action asks of its ground beside these is not used here.
      const ground = { db, timeZone: 'UTC', now: () => new Date(), engine: engineOf(HOME), hash: 'sha256' } as Parameters<typeof perform>[0]
      const operator = { kind: 'operator', name: 'bench' } as const
      const recorded = (n: number) => perform(ground, operator, write, { n })
      const bare = (n: number) => db.transaction().execute((own) => sql`insert into bench_thing (n) values (${n})`.execute(own))
      const count = stress / 25
      await timed(count / 4, recorded)
      await timed(count / 4, bare)
      const [own, other]: [number[], number[]] = [[], []]
      for (let round = 0; round < ROUNDS; round++) {
        own.push(await timed(count, recorded))
        other.push(await timed(count, bare))
      }
      const rate = (count * 1000) / median(own)
      const lines: Line[] = [
        {
          what: `${AT_ONCE} at once: write one row, record it, commit`,
          figure: `${Math.round(rate).toLocaleString('en')} actions a second`,
          ratio: median(own.map((each, round) => each / other[round]!)),
          of: 'the same row without a record',
          goal: atLeast(rate, 2000, 'a second'),
        },
      ]
      const began = performance.now()
      const report = await verified(await wholeRecord(db))
      const ms = performance.now() - began
      const per = (ms * 100_000) / report.events
      lines.push({
        what: `verify ${report.events.toLocaleString('en')} events in ${report.lanes} lanes with their contents`,
        figure: `${duration(ms)}, ${duration(per)} for 100,000`,
        goal: atMost(per / 1000, 5, 's'),
        ...(report.findings.length > 0 ? { note: 'the record is not whole' } : {}),
      })
      return lines
    }),
}
