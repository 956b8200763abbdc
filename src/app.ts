/** The composition root: one list of modules, ordered by what they use. */

import { type Static, type TSchema, Type } from 'typebox'
import { type Ground, perform as performOn } from './kernel/action.ts'
import { kernelMigrations, type Migration } from './kernel/database.ts'
import { jobMigrations } from './kernel/jobs/tables.ts'
import { type Action, type Module, type View, view } from './kernel/module.ts'
import { VISITOR, type Who } from './kernel/who.ts'
import { edition, publish, refuseFindings } from './modules/edition/index.ts'
import { bearerOfSession, identity } from './modules/identity/index.ts'
import { measure } from './modules/measure/index.ts'
import { countingPosts, office, postsOf } from './modules/office/index.ts'
import { loadDemo, membershipsOf, party, syntheticCount } from './modules/party/index.ts'
import { plan } from './modules/plan/index.ts'
import { run } from './modules/run/index.ts'
import { textsOf } from './pack/texts.ts'

const modules: readonly Module[] = [identity, office, edition, party, measure, plan, run]

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

/** What a door holds: the modules, and the one way to use them. */
export type App = {
  readonly modules: readonly Module[]
  readonly perform: <I extends TSchema, R>(who: Who, use: View<I, R> | Action<I, R>, input: Static<I>) => Promise<R>
  /** Who brings this session's token; a visitor if nobody does. */
  readonly recognise: (token: string) => Promise<Who>
}

/** A person with every post and membership that counts in this session, in one look. */
const recognise = view('app.recognise', 'operate', Type.Object({ token: Type.String() }), async (look, { token }): Promise<Who> => {
  const bearer = await bearerOfSession(look, token)
  if (!bearer) return VISITOR
  return {
    kind: 'person',
    id: bearer.user,
    name: bearer.name,
    session: bearer.session,
    key: null,
    posts: countingPosts(await postsOf(look, bearer.user), bearer.strong),
    memberships: await membershipsOf(look, bearer.user),
  }
})

export const migrationsOf = (list: readonly Module[]): readonly Migration[] => [
  ...kernelMigrations,
  ...jobMigrations,
  ...list.flatMap((module) => module.migrations),
]

export const appOf = (ground: Ground): App => ({
  modules: house,
  perform: (who, use, input) => performOn(ground, who, use, input),
  recognise: (token) => performOn(ground, operator('door'), recognise, { token }),
})
export const allMigrations = (): readonly Migration[] => migrationsOf(house)

const operator = (name: string): Who => ({ kind: 'operator', name })

/** Publishes the pack in a folder; its findings refuse it and the earlier edition stays in service. */
export const load = async (app: App, folder: string, by: string): Promise<{ readonly hash: string; readonly changed: boolean }> => {
  const { files, diagnostics } = await textsOf(folder)
  // A file that could not be read would otherwise be missing without a word.
  if (diagnostics.some((each) => each.severity === 'error')) refuseFindings(diagnostics)
  return app.perform(operator(by), publish, { files: Object.fromEntries(files) })
}

export const demo = (
  app: App,
  enterprises: number,
  seed: number,
  by: string,
): Promise<{ readonly enterprises: number; readonly seed: number }> => app.perform(operator(by), loadDemo, { enterprises, seed })
export const demoCount = (app: App): Promise<number> => app.perform({ kind: 'visitor' }, syntheticCount, {})
