import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { atEnd } from '../../../test/at-end.ts'
import { bundledForNode } from '../../../test/bundle.ts'
import { freshDatabase } from '../../../test/database.ts'
import { eventually } from '../../../test/eventually.ts'
import { home } from '../../../test/packs.ts'
import { prepareQueues } from './queue.ts'

const KILLS = 100
const MESSAGES = 3000

it(`has exactly one effect for each message although its worker is killed ${KILLS} times`, { timeout: 300_000 }, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'planwright-jobs-'))
  atEnd(() => rm(folder, { recursive: true }))
  const script = await bundledForNode(path.join(home, 'test/jobs-worker.ts'), folder)
  const database = await freshDatabase()
  const { db } = database
  await prepareQueues(database.url, { tries: 20, delaySeconds: 0, longestSeconds: 1 })
  await sql`create table test_effect (kind text not null, number integer not null)`.execute(db)
  const ended = (child: ChildProcess) => new Promise((resolve) => child.once('close', resolve))
  const start = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, [script, database.url, home], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: path.join(folder, 'cache') },
    })
    await new Promise<void>((resolve, reject) => {
      child.stdout?.once('data', () => resolve())
      child.once('close', (code) => reject(new Error(`the worker ended with ${code}`)))
    })
    return child
  }
  const effects = async () =>
    (
      await sql<{
        all: number
        numbers: number
      }>`select count(*)::int "all", count(distinct (kind, number))::int numbers from test_effect`.execute(db)
    ).rows[0] ?? { all: 0, numbers: 0 }

  let interrupted = 0
  const began = performance.now()
  for (let kill = 0; kill < KILLS; kill++) {
    // Messages keep coming, so that there is always something to interrupt.
    await sql`insert into kernel_outbox (id, type, body) select gen_random_uuid(), 'test.numbered', jsonb_build_object('number', number)
      from generate_series(${(kill * MESSAGES) / KILLS}::int, ${((kill + 1) * MESSAGES) / KILLS - 1}::int) number`.execute(db)
    const child = await start()
    await sleep(Math.random() * 120)
    const gone = ended(child)
    child.kill('SIGKILL')
    await gone
    const { rows } = await sql<{ n: number }>`select count(*)::int n from planwright_jobs.job where state = 'active'`.execute(db)
    interrupted += rows[0]?.n ?? 0
  }
  const done = await effects()
  const last = await start()
  atEnd(async () => void last.kill('SIGKILL'))
  const { all, numbers } = await eventually(effects, (now) => now.numbers >= 2 * MESSAGES)
  const { rows } = await sql`select from kernel_failed`.execute(db)
  console.log(
    `${KILLS} kills in ${((performance.now() - began) / 1000).toFixed(0)} s, ${interrupted} deliveries interrupted; ${2 * MESSAGES} messages, ${done.all} effects before the last start, ${all} in the end, ${all - numbers} twice, ${2 * MESSAGES - numbers} lost, ${rows.length} put aside`,
  )
  expect({ all, numbers, putAside: rows.length }).toEqual({ all: 2 * MESSAGES, numbers: 2 * MESSAGES, putAside: 0 })
  expect(interrupted).toBeGreaterThan(0)
})
