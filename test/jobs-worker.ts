/** A worker alone, to be killed: what it hears, it counts in the database. Called with the address of the database and the folder of the installation. */
import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Ground } from '../src/kernel/action.ts'
import { openDatabase } from '../src/kernel/database.ts'
import { startWorker, type Worker } from '../src/kernel/jobs/worker.ts'
import { action } from '../src/kernel/module.ts'
import { groundIn } from './ground.ts'

const [url = '', home = ''] = process.argv.slice(2)
const database = await openDatabase(url)
const Numbered = Type.Object({ number: Type.Integer() })
/** Counts the message, and sends another one on that is counted as well. */
const count = action('test.count', 'operate', Numbered, async (act, { number }) => {
  await sql`insert into test_effect (kind, number) values ('first', ${number})`.execute(act.db)
  act.emit({ type: 'test.counted', number })
  await act.record('test.counted', { object: ['test.number', String(number)] })
})
const countAgain = action('test.count-again', 'operate', Numbered, async (act, { number }) => {
  await sql`insert into test_effect (kind, number) values ('second', ${number})`.execute(act.db)
  await act.record('test.counted-again', { object: ['test.number', String(number)] })
})

let worker: Worker | null = null
const ground: Ground = { ...groundIn(home, database, () => new Date()), emitted: () => worker?.wake() }
worker = await startWorker(ground, database.pool, [{ hears: { 'test.numbered': count, 'test.counted': countAgain } }])
console.log('at work')
