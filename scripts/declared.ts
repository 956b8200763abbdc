/** Everything that declares who may use it: views and actions of all modules, routes of the API, pages and files. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { house } from '../src/app.ts'
import type { Action, Route, View } from '../src/kernel/module.ts'
import type { Right } from '../src/kernel/right.ts'
import { LEVELS, ROLES } from '../src/kernel/who.ts'

export type Use = View | Action

const source = path.resolve(import.meta.dirname, '../src')
const texts = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((name) => name.split(path.sep).join('/'))
  .filter((name) => /^(app|app\/.*|kernel\/.*|modules\/.*)\.ts$/.test(name) && !/\.test\.ts$/.test(name))
  .map((name) => [name, readFileSync(path.join(source, name), 'utf8')] as const)

const isUse = (value: unknown): value is Use =>
  typeof value === 'object' && value !== null && 'kind' in value && (value.kind === 'view' || value.kind === 'action') && 'right' in value

/** What a file exports, itself or within a record. */
const usesIn = (exported: object): readonly Use[] => Object.values(exported).flatMap((value: unknown) => (isUse(value) ? [value] : []))

export const routes: readonly Route[] = house.flatMap((module) => module.routes)

const DECLARATION = /\b(?:view|action)\(\s*'([\w.-]+)',\s*('\w+'|\w+|\{[^}]*\})/g

/** A right as it is written: a word, a record, or the name of a constant of the same module; null if it is none of these. */
const writtenRight = (written: string, file: string): Right | null => {
  const word = /^'(public|person|operate)'$/.exec(written)?.[1]
  if (word !== undefined) return word as Right
  if (written.startsWith('{')) {
    const posts = /post: \[([^\]]*)\]/.exec(written)?.[1]
    const post =
      posts === undefined ? undefined : [...posts.matchAll(/'(\w+)'/g)].flatMap(([, word]) => ROLES.filter((role) => role === word))
    const member = LEVELS.find((level) => written.includes(`member: '${level}'`))
    return post ? { post, ...(member ? { member } : {}) } : member ? { member } : null
  }
  const folder = file.split('/').slice(0, 2).join('/')
  const constant = new RegExp(`const ${written}(?:: Right)? = (\\{[^}]*\\})`)
  const found = texts.flatMap(([name, text]) => (name.startsWith(folder) ? (constant.exec(text)?.slice(1) ?? []) : []))
  return new Set(found).size === 1 ? writtenRight(found[0] ?? '', file) : null
}

const exported = (
  await Promise.all(
    texts.filter(([, text]) => DECLARATION.test(text)).map(async ([name]) => usesIn((await import(path.join(source, name))) as object)),
  )
).flat()

/** Views and actions by name. */
export const uses: ReadonlyMap<string, Use> = new Map(
  [
    ...exported,
    ...routes.map(({ run }) => run),
    ...house.flatMap(({ hears = {}, jobs = [], firstJobs = [], health }) => [
      ...(health ? [health] : []),
      ...Object.values(hears),
      ...jobs.map(({ run }) => run),
      ...firstJobs.map(({ view }) => view),
    ]),
  ].map((use) => [use.name, use]),
)

/** Every view and action that the source names, with its place and its right as it is written there. */
export const named: readonly { readonly name: string; readonly file: string; readonly right: Right | null }[] = texts.flatMap(
  ([file, text]) =>
    [...text.matchAll(DECLARATION)].map(([, name = '', written = '']) => ({ name, file, right: writtenRight(written, file) })),
)

/** Rights by the name of the view or action: as declared where others can see it, otherwise as written at its place. */
export const rights: ReadonlyMap<string, Right> = new Map([
  ...named.flatMap(({ name, right }) => (right === null ? [] : [[name, right] as const])),
  ...[...uses].map(([name, { right }]) => [name, right] as const),
])
