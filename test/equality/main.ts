/** `npm run equality -- [--cells N] [--seed S] [--only JOB] [--kinds]`: holds all back ends against the reference until N cells are compared. */
import { parseArgs } from 'node:util'
import pg from 'pg'
import { stopServer, urlOf } from '../../src/kernel/postgres.ts'
import { databasePrefix, dropDatabase, testServer } from '../server.ts'
import { kindsTable, summaryOf } from './tally.ts'
import { compareUntil, STATEMENT_TIMEOUT } from './until.ts'

const { values } = parseArgs({
  options: {
    cells: { type: 'string', default: '1e6' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    kinds: { type: 'boolean', default: false },
  },
})
const [cells, seed] = [Number(values.cells), Number(values.only?.split('/')[0] ?? values.seed)]
if (!(cells > 0) || !Number.isSafeInteger(seed) || seed < 0) {
  console.error('--cells takes a number above 0 (1e8), --seed a whole number, --only the name of a job (1/random/7)')
  process.exit(2)
}

const began = Date.now()
const { server, admin } = await testServer()
const name = `${databasePrefix}_equality`
await admin.query(`create database ${name} template template0 strategy file_copy`)
const client = new pg.Client({ connectionString: urlOf(server, name), statement_timeout: STATEMENT_TIMEOUT })
await client.connect()
const SHOWN_EVERY = 5000
let [shown, told] = [Date.now(), 0]
try {
  const tally = await compareUntil(client, {
    cells,
    seed,
    ...(values.only === undefined ? {} : { only: values.only }),
    progress: (job, { cells: done, differences }) => {
      for (const difference of differences.slice(told, 10)) console.log(`\n${difference}`)
      told = differences.length
      if (Date.now() - shown < SHOWN_EVERY) return
      shown = Date.now()
      console.log(`${String(Math.round((shown - began) / 1000)).padStart(6)} s  ${done.toLocaleString('en').padStart(13)} cells  ${job}`)
    },
  })
  if (values.kinds) console.log(`\n${kindsTable(tally)}`)
  console.log(`\n${summaryOf(tally)}\nseed ${seed}, ${tally.jobs} jobs, ${((Date.now() - began) / 1000).toFixed(1)} s`)
  process.exitCode = tally.differences.length > 0 || tally.jobs === 0 ? 1 : 0
} finally {
  await client.end()
  await dropDatabase(admin, name)
  await admin.end()
  await stopServer(server)
}
