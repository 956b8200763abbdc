/** The composition root: one list of modules, ordered by what they use. */

import { Type } from 'typebox'
import { appRecorded } from './app/recorded.ts'
import { type Ground, perform as performOn } from './kernel/action.ts'
import { recordedSoFar } from './kernel/audit/append.ts'
import type { BackupDone } from './kernel/backup/write.ts'
import { dayIn } from './kernel/config.ts'
import type { Database, Migration } from './kernel/database.ts'
import { kernelJobs } from './kernel/jobs/tidy.ts'
import { startWorker, type Worker } from './kernel/jobs/worker.ts'
import { type MailSettings, mailer } from './kernel/mail/mail.ts'
import { type Look, type Module, type Perform, type Route, view } from './kernel/module.ts'
import { operationsOf } from './kernel/operation.ts'
import { kernelRecorded, recordedIn } from './kernel/recorded.ts'
import { mayUse } from './kernel/right.ts'
import { kernelMigrations } from './kernel/tables.ts'
import { type Person, VISITOR, type Who } from './kernel/who.ts'
import { audit } from './modules/audit/index.ts'
import { backup, nightlyBackup } from './modules/backup/index.ts'
import { bulletinModule } from './modules/bulletin/index.ts'
import { desk } from './modules/desk/index.ts'
import { edition, publish, refuseFindings } from './modules/edition/index.ts'
import { type Bearer, bearerOfKey, bearerOfSession, identity, keepAlive, noteKeyUse, owesFactor } from './modules/identity/index.ts'
import { measure } from './modules/measure/index.ts'
import { mayStillRead, notification } from './modules/notification/index.ts'
import { countingPosts, loadDepartments, office, postsOf } from './modules/office/index.ts'
import { loadDemo, membershipsOf, party, recomputeDue, syntheticCount } from './modules/party/index.ts'
import { keepAssessments, plan } from './modules/plan/index.ts'
import { bringInProjects, project } from './modules/project/index.ts'
import { run } from './modules/run/index.ts'
import { webhook } from './modules/webhook/index.ts'
import { bringIn, worklist } from './modules/worklist/index.ts'
import { textsOf } from './pack/texts.ts'

const modules: readonly Module[] = [
  identity,
  audit,
  backup,
  notification,
  office,
  edition,
  party,
  measure,
  desk,
  plan,
  worklist,
  bulletinModule,
  project,
  run,
  webhook,
]

/** The modules so that each comes after those it uses; refuses a circle and a name that does not exist. */
export const ordered = (list: readonly Module[]): readonly Module[] => {
  const done: Module[] = []
  const visit = (module: Module, path: readonly string[]): void => {
    if (done.includes(module)) return
    if (path.includes(module.name)) throw new Error(`modules use each other in a circle: ${[...path, module.name].join(' → ')}`)
    for (const name of module.uses) {
      const used = list.find((each) => each.name === name)
      if (!used) throw new Error(`${module.name} uses ${name}, which does not exist`)
      visit(used, [...path, module.name])
    }
    done.push(module)
  }
  for (const module of list) visit(module, [])
  return done
}

/** Every module of the house, each after those it uses. */
export const house: readonly Module[] = ordered(modules)

/** What everything that is recorded is called. */
export const recorded = recordedIn([kernelRecorded, appRecorded, ...house.flatMap((module) => module.recorded ?? [])])

/** What a door holds: the modules, and the one way to use them. */
export type App = {
  readonly modules: readonly Module[]
  readonly perform: Perform
  /** The business time zone, by its IANA name. */
  readonly timeZone: string
  /** Names everything a public page can depend on: it is another as soon as the day is, or something was recorded. */
  readonly state: () => Promise<string>
  /** Who brings this session's token; a visitor if nobody does. Notes that they are here, without anybody waiting for it. */
  readonly recognise: (token: string) => Promise<Who>
  /** Whose key this is; refuses one that nobody has, that was revoked or has expired. */
  readonly recogniseKey: (key: string) => Promise<Person>
}

/** A person with every post and membership that counts now. */
const personOf = async (look: Look, { user, name, session, key, uses, strong }: Bearer): Promise<Person> => ({
  kind: 'person',
  id: user,
  name,
  session,
  key: key === null || uses === null ? null : { id: key, uses },
  posts: countingPosts(await postsOf(look, user), strong),
  memberships: await membershipsOf(look, user),
})

const recognise = view('app.recognise', 'operate', Type.Object({ token: Type.String() }), async (look, { token }) => {
  const bearer = await bearerOfSession(look, token)
  if (!bearer?.session) return null
  const who: Who = (await owesFactor(look, bearer))
    ? { kind: 'visitor', halfway: { user: bearer.user, session: bearer.session } }
    : await personOf(look, bearer)
  return { who, bearer }
})

const recogniseKey = view('app.recognise-key', 'operate', Type.Object({ key: Type.String() }), async (look, { key }) => {
  const { bearer, isToNote } = await bearerOfKey(look, key)
  return { person: await personOf(look, bearer), isToNote }
})

/** What the API offers and somebody may use now, without what everybody may: the things a key can be made for. */
export const keyUsesFor = (who: Who): readonly Route[] =>
  house.flatMap(({ routes }) => routes).filter(({ run }) => run.right !== 'public' && mayUse(run.right, who, run.name))

const migrationsOf = (list: readonly Module[]): readonly Migration[] => [
  ...kernelMigrations,
  ...list.flatMap((module) => module.migrations),
]

/** What the modules offer to be counted. */
const operations = operationsOf(house)

export const appOf = (ground: Ground): App => ({
  modules: house,
  timeZone: ground.timeZone,
  perform: (who, use, input) => performOn({ ...ground, operations }, who, use, input),
  state: async () => `${dayIn(ground.timeZone, ground.now())} ${await recordedSoFar(ground.db)}`,
  recognise: async (token) => {
    const found = await performOn(ground, operator('door'), recognise, { token })
    if (!found) return VISITOR
    // A sign of life that cannot be written now is written with the next request.
    keepAlive(ground.db, found.bearer, ground.now()).catch(() => {})
    return found.who
  },
  recogniseKey: async (key) => {
    const { person, isToNote } = await performOn(ground, operator('door'), recogniseKey, { key })
    if (isToNote && person.key !== null) await performOn(ground, operator('door'), noteKeyUse, { key: person.key.id })
    return person
  },
})
/** Starts to take messages to the modules that hear them, and to run their jobs; once for a database, as a site holds it. */
export const startJobs = (
  ground: Ground,
  { pool }: Database,
  mail: MailSettings | null,
  backUp: (() => Promise<BackupDone>) | null = null,
): Promise<Worker> =>
  startWorker({ ...ground, operations }, pool, [
    ...house,
    { jobs: kernelJobs },
    ...(backUp ? [{ jobs: [nightlyBackup(backUp)] }] : []),
    ...(mail ? [mailer(mail, (look, { user, enterprise }) => mayStillRead(look, user, enterprise))] : []),
  ])

export const allMigrations = (): readonly Migration[] => migrationsOf(house)

const operator = (name: string): Who => ({ kind: 'operator', name })

/** Publishes the pack in a folder, adds the departments and tasks it names computes anew what is due by its calendar and assesses its targets; its findings refuse it and the earlier edition stays in service. */
export const load = async (app: App, folder: string, by: string): Promise<{ readonly hash: string; readonly changed: boolean }> => {
  const { files, diagnostics } = await textsOf(folder)
  // A file that could not be read would otherwise be missing without a word.
  if (diagnostics.some((each) => each.severity === 'error')) refuseFindings(diagnostics)
  const published = await app.perform(operator(by), publish, { files: Object.fromEntries(files) })
  if (published.changed) {
    await app.perform(operator(by), loadDepartments, {})
    await app.perform(operator(by), recomputeDue, {})
    await app.perform(operator(by), bringIn, {})
    await app.perform(operator(by), bringInProjects, {})
    await app.perform(operator(by), keepAssessments, {})
  }
  return published
}

export const demo = (
  app: App,
  enterprises: number,
  seed: number,
  by: string,
): Promise<{ readonly enterprises: number; readonly seed: number }> => app.perform(operator(by), loadDemo, { enterprises, seed })
export const demoCount = (app: App): Promise<number> => app.perform({ kind: 'visitor' }, syntheticCount, {})
