/** From nothing to a listening site, one step after another, each said with its time. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ServerBuild } from 'react-router'
import { demoAccountCount, loadDemoAccounts } from '../app/demo-accounts.ts'
import { loadDemoMatters } from '../app/demo-matters.ts'
import { type App, allMigrations, appOf, demo, demoCount, load, startJobs } from '../app.ts'
import { addDays } from '../core/dates.ts'
import type { Ground } from '../kernel/action.ts'
import { journalIn, settleJournal } from '../kernel/audit/journal.ts'
import { signerFor } from '../kernel/audit/key.ts'
import { grantSite } from '../kernel/audit/site-role.ts'
import { passphraseIn } from '../kernel/backup/seal.ts'
import { type BackupDone, backUp } from '../kernel/backup/write.ts'
import { type Config, configOf, dayIn } from '../kernel/config.ts'
import { migrate, openDatabase } from '../kernel/database.ts'
import { engineOf } from '../kernel/engine.ts'
import { Failure } from '../kernel/failure.ts'
import { filesFolderOf, filesOf } from '../kernel/files.ts'
import { prepareQueues, SCHEMA as QUEUES } from '../kernel/jobs/queue.ts'
import type { Worker } from '../kernel/jobs/worker.ts'
import type { MailSettings } from '../kernel/mail/mail.ts'
import { fail } from '../kernel/messages.ts'
import { sealOf } from '../kernel/seal.ts'
import { secretsOf } from '../kernel/secret.ts'
import { webhooksOf } from '../kernel/webhook.ts'
import { checkpoint, checkpoints } from '../modules/audit/index.ts'
import { editions, hashInService, isPeoples } from '../modules/edition/index.ts'
import { startDemoRuns } from './demo-run.ts'
import { keepDatabase } from './keep.ts'
import { labOf } from './lab.ts'
import { providerOf } from './provider.ts'
import { siteOf } from './server.ts'

const SEED = 1
const SHOWN = 20
/** Backups that stay in the folder of a site. */
const BACKUPS_KEPT = 14

export type Installation = { readonly home: string; readonly version: string; readonly build: ServerBuild }

/** What a pack's descriptor says: its name, and whether the city is invented. One that cannot be read says nothing, which publishing will explain. */
const saysOfItself = (folder: string): { readonly id: string | null; readonly isSynthetic: boolean } => {
  try {
    const { name, planwright } = JSON.parse(readFileSync(path.join(folder, 'datapackage.json'), 'utf8'))
    return { id: typeof name === 'string' ? name : null, isSynthetic: planwright?.synthetic === true }
  } catch {
    return { id: null, isSynthetic: false }
  }
}

/** The pack that a start publishes: the one that is named, else the first that ships with the installation and is not invented; null if there is none. */
export const packToPublish = ({ home, packFolder }: Config): string | null => {
  if (packFolder !== null) return packFolder
  const shipped = readdirSync(path.join(home, 'packs'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(home, 'packs', entry.name))
    .sort()
  return shipped.find((folder) => !saysOfItself(folder).isSynthetic) ?? shipped[0] ?? null
}

/** Mails lead to where people find the site; without a name for that, to where it listens. */
const mailOf = ({ mail, origin, host, port }: Config): MailSettings | null =>
  mail && { ...mail, origin: origin ?? `http://${host}:${port}` }

const step = async <T>(zh: string, en: string, work: () => Promise<T>): Promise<T> => {
  const began = performance.now()
  const result = await work()
  console.log(`${`  ${zh} · ${en}`.padEnd(52)}${((performance.now() - began) / 1000).toFixed(2)} s`)
  return result
}

/** One sentence in each language; a stack trace only for bugs. */
const explain = (error: unknown): void => {
  if (!(error instanceof Failure)) {
    console.error(error)
    return
  }
  console.error(`\n  ${error.text.zh}\n  ${error.text.en}`)
  for (const each of error.fields.slice(0, SHOWN)) console.error(`    ${each.field}  ${each.code}  ${each.message.zh} / ${each.message.en}`)
}

/** Why an address cannot be listened on, in words. */
export const listenFailure = (error: unknown, port: number, host: string): never => {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') return fail('kernel.host', { host })
  if (code === 'EADDRINUSE') return fail('kernel.port-taken', { port })
  if (code === 'EACCES') return fail('kernel.port-denied', { port })
  throw error
}

/** Whether somebody has put another city's pack in service: only one that the settings name replaces it. */
const anotherServes = async (app: App, folder: string): Promise<boolean> => {
  const current = (await app.perform({ kind: 'visitor' }, editions, {})).find(({ inService }) => inService)
  const { id } = saysOfItself(folder)
  return current !== undefined && id !== null && current.id !== id
}

/** Publishes the pack of this installation, unless people put the one in service there. One with errors does not end the start if an earlier edition can go on serving. */
const publishAtStart = async (app: App, folder: string): Promise<void> => {
  if (await app.perform({ kind: 'operator', name: 'start' }, isPeoples, {})) {
    console.log('  包：在用的由两人发布，启动不替换 · pack: two people published the one in service; a start leaves it there')
    return
  }
  try {
    await step('包', `pack ${path.basename(folder)}`, () => load(app, folder, 'start'))
  } catch (error) {
    const hasEarlier = (await app.perform({ kind: 'visitor' }, hashInService, {})) !== null
    if (!(error instanceof Failure) || error.code !== 'edition.findings' || !hasEarlier) throw error
    explain(error)
  }
}

/** How a site backs itself up at night; null where no folder is named. */
const backupOf = (config: Config, url: string): (() => Promise<BackupDone>) | null => {
  const { backupsFolder: to, backupKeyFile: key } = config
  if (to === null) return null
  return async () =>
    backUp({
      url,
      to,
      files: filesFolderOf(config),
      passphrase: key === null ? null : await passphraseIn(key),
      keep: BACKUPS_KEPT,
      version: engineOf(config.home).version,
      now: new Date(),
    })
}

const demoAccountsThere = (app: App): Promise<number> => app.perform({ kind: 'operator', name: 'start' }, demoAccountCount, {})

/** Nobody may come in without a password where real people work. */
const refuseDemoAccounts = async (app: App): Promise<void> => {
  const count = await demoAccountsThere(app)
  if (count > 0) fail('kernel.demo-accounts', { count })
}

const DAY_MS = 86_400_000

/** A checkpoint of the record if the last one is older than a day: the calendar takes them from then on. */
const checkpointWhenDue = async (app: App): Promise<void> => {
  const [last] = await app.perform({ kind: 'visitor' }, checkpoints, { newest: 1 })
  if (!last || Date.now() - Date.parse(last.at) > DAY_MS) await app.perform({ kind: 'operator', name: 'start' }, checkpoint, {})
}

/** Brings tables and queues up to date as their owner. Answers the role that the site is to work as; null where it can only be the owner. */
const prepareTables = async (url: string): Promise<string | null> => {
  const owner = await openDatabase(url)
  try {
    await migrate(owner.db, allMigrations())
    await prepareQueues(url)
    return await grantSite(owner.db, ['public', QUEUES])
  } finally {
    await owner.close()
  }
}

/** The same day a year ago, and the day itself: what a year has changed is the second question after what it costs. */
const lastYearAndNow = (day: string): readonly string[] => [addDays(day, -365), day]

export const startSite = async ({ home, version, build }: Installation): Promise<void> => {
  const closing: (() => Promise<unknown>)[] = []
  let ending = false
  const end = async (): Promise<void> => {
    if (ending) return
    ending = true
    for (const close of closing.reverse()) await close().catch((error: unknown) => console.error(error))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end())
  try {
    const config = configOf(process.env, home)
    const { url, release } = await step('数据库', 'database', () => keepDatabase(config))
    closing.push(release)
    const role = await step('数据表', 'tables', () => prepareTables(url))
    if (role === null)
      console.log(
        '  数据库账户不能建立角色：操作记录只由触发器保护 · the record is kept by triggers alone: this account may not make a role',
      )
    const database = await openDatabase(url, role)
    closing.push(database.close)
    let worker: Worker | null = null
    const ground: Ground = {
      db: database.db,
      timeZone: config.timeZone,
      now: () => new Date(),
      engine: engineOf(home),
      files: filesOf(config),
      seal: sealOf(secretsOf(config)),
      hash: config.hash,
      signer: signerFor(config),
      journal: config.journalFolder === null ? null : journalIn(config.journalFolder),
      webhooks: webhooksOf(config.webhooks, config.origin ?? 'urn:planwright'),
      emitted: () => worker?.wake(),
    }
    if (ground.journal) {
      closing.push(ground.journal.close)
      await settleJournal(database.db, ground.journal, ground.now())
    }
    const app = appOf(ground)
    if (config.mode === 'production') await refuseDemoAccounts(app)
    const folder = packToPublish(config)
    if (folder !== null && (config.packFolder !== null || !(await anotherServes(app, folder)))) await publishAtStart(app, folder)
    if (config.demoEnterprises > 0 && (await demoCount(app)) === 0)
      await step('演示企业', `${config.demoEnterprises} synthetic enterprises`, () => demo(app, config.demoEnterprises, SEED, 'start'))
    const isNewDemo = config.mode === 'demo' && (await demoAccountsThere(app)) === 0
    if (isNewDemo) await step('演示账户', 'demo accounts', async () => loadDemoMatters(app, (await loadDemoAccounts(app, 'start')).users))
    if (ground.signer) await checkpointWhenDue(app)
    worker = await startJobs(ground, database, mailOf(config), backupOf(config, url))
    closing.push(worker.stop)
    const lab = labOf(home, config.labEnterprises)
    closing.push(lab.close)
    const site = await siteOf(app, build, {
      home,
      version,
      requestsPerMinute: config.requestsPerMinute,
      lab,
      mode: config.mode,
      mails: config.mail !== null,
      origin: config.origin,
      ...(config.provider ? { provider: providerOf(config.provider, ground.seal) } : {}),
    })
    closing.push(() => site.close())
    await step('网站', 'site', () => site.listen({ port: config.port, host: config.host })).catch((error: unknown) =>
      listenFailure(error, config.port, config.host),
    )
    const address = site.server.address()
    const port = typeof address === 'object' && address ? address.port : config.port
    console.log(`\n  策行 Planwright  http://${config.host}:${port}\n`)
    if (isNewDemo && folder !== null && config.demoRun > 0)
      closing.push(startDemoRuns(home, folder, config.demoRun, lastYearAndNow(dayIn(config.timeZone, new Date()))))
  } catch (error) {
    // Whoever stops a start in the middle does not want to read what was cut off.
    if (ending) return
    explain(error)
    process.exitCode = 1
    await end()
  }
}
