/** Everything that declares who may use it: views and actions of all modules, routes of the API, pages and files. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { house } from '../src/app.ts'
import type { Action, Route, View } from '../src/kernel/module.ts'
import type { Right } from '../src/kernel/right.ts'

export type Use = View | Action

const source = path.resolve(import.meta.dirname, '../src')
const texts = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((name) => name.split(path.sep).join('/'))
  .filter((name) => /^(app|kernel\/.*|modules\/.*)\.ts$/.test(name) && !/\.test\.ts$/.test(name))
  .map((name) => [name, readFileSync(path.join(source, name), 'utf8')] as const)

const isUse = (value: unknown): value is Use =>
  typeof value === 'object' && value !== null && 'kind' in value && (value.kind === 'view' || value.kind === 'action') && 'right' in value

/** What a file exports, itself or within a record. */
const usesIn = (exported: object): readonly Use[] => Object.values(exported).flatMap((value: unknown) => (isUse(value) ? [value] : []))

export const routes: readonly Route[] = house.flatMap((module) => module.routes)

const DECLARATION = /\b(?:view|action)\(\s*'([\w.-]+)',\s*('operate')?/g

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
    ...house.flatMap(({ hears = {}, jobs = [], firstJobs = [] }) => [
      ...Object.values(hears),
      ...jobs.map(({ run }) => run),
      ...firstJobs.map(({ view }) => view),
    ]),
  ].map((use) => [use.name, use]),
)

/** Every view and action that the source names, with its place; `operate`: it says at its place that only the command line may. */
export const named: readonly { readonly name: string; readonly file: string; readonly operate: boolean }[] = texts.flatMap(([file, text]) =>
  [...text.matchAll(DECLARATION)].map(([, name = '', operate]) => ({ name, file, operate: operate !== undefined })),
)

/** Rights by the name of the view or action: declared where others can see it, or for the command line alone. */
export const rights: ReadonlyMap<string, Right> = new Map([
  ...named.filter(({ operate }) => operate).map(({ name }) => [name, 'operate'] as const),
  ...[...uses].map(([name, { right }]) => [name, right] as const),
])
