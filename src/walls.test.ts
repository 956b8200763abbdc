import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { reference } from '../scripts/reference.ts'
import { house } from './app.ts'
import { factMessages } from './core/fact-messages.ts'
import { caseMessages } from './core/feel/case.ts'
import { feelMessages } from './core/feel/messages.ts'
import { ruleMessages } from './core/rule/messages.ts'
import { reformMessages } from './core/rule/reform/messages.ts'
import { sqlMessages } from './core/rule/sql/messages.ts'
import { backupMessages } from './kernel/backup/messages.ts'
import { kernelMessages } from './kernel/messages.ts'
import { packMessages } from './pack/messages.ts'
import { paperMessages } from './paper/messages.ts'
import { populationMessages } from './population/messages.ts'

/** Who may import whom: rooms of the house, then packages from outside. */
const rooms: Readonly<Record<string, readonly [house: readonly string[], outside: RegExp]>> = {
  core: [['core'], /^$/],
  pack: [['core', 'pack'], /^node:(fs|path|crypto)/],
  population: [['core', 'population'], /^node:(fs|path|crypto|worker_threads|stream|os|v8)/],
  paper: [['core', 'paper'], /^(docx|fflate|@myriaddreamin\/typst-ts-node-compiler|node:(module|worker_threads))$/],
  kernel: [['core', 'kernel'], /./],
  modules: [['core', 'pack', 'kernel', 'own', 'uses'], /^(typebox|kysely)$/],
  app: [['core', 'pack', 'kernel', 'index', 'app'], /./], // index: any modules/*/index.ts
  http: [['core', 'population', 'paper', 'kernel', 'index', 'app', 'http', 'door'], /./], // door: what the pages' door needs of them
  web: [['core', 'pack', 'population', 'paper', 'kernel', 'index', 'app', 'web'], /./],
  cli: [['core', 'pack', 'population', 'kernel', 'index', 'app', 'http', 'web', 'cli'], /./],
}
/** Whatever the room: what a file of this name never imports. */
const manners: readonly (readonly [file: RegExp, never: RegExp])[] = [
  [/^(?!kernel\/|.*\/(queries|tables)\.ts$)/, /^(kysely|pg)$/], // SQL has two homes per module
  [/\/rules(\.ts$|\/)/, /^(kernel(?!\/who\.ts)|node:)|\/(tables|queries|actions|views|routes)\.ts$/], // rules are pure; who asks is a plain value
  [/\/contract\.ts$/, /^kernel(?!\/who\.ts)|\/(rules|tables|queries|actions|views|routes)\.ts$/], // contracts are free
  [/^web\/parts\//, /^(kernel|modules|app)/], // parts take values
  [/^/, /\.test\.ts$|\/samples\/|^\.\./], // what is there for tests stays there
  [/^(?!http\/)/, /^(fastify$|@fastify\/)/],
  [/^(?!web\/|http\/)/, /^(react|react-dom|react-router|@react-router\/.*)$/], // http hands requests over to the pages
]

const source = import.meta.dirname
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((name) => name.split(path.sep).join('/'))
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|\.d\.ts$|\/samples\//.test(name))
  .sort()

/** What a file imports: files as paths below src, packages as they are called. */
const importsOf = (file: string): readonly string[] =>
  [...readFileSync(path.join(source, file), 'utf8').matchAll(/(?:^|[\s;}])(?:from|import)\s*\(?\s*'([^'\s]+)'/g)]
    .map((found) => found[1] ?? '')
    .filter((name) => !name.includes('+types/'))
    .map((name) => (name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name))

const roomOf = (file: string): string => file.split('/')[0]?.replace(/\.ts$/, '') ?? ''
const moduleOf = (file: string): string => file.split('/')[1] ?? ''

const isAllowed = (file: string, target: string): boolean => {
  const [own, outside] = rooms[roomOf(file)] ?? [[], /^$/]
  const room = roomOf(target)
  if (!(room in rooms) || !/\.(tsx?|css)(\?\w+)?$/.test(target)) return outside.test(target)
  if (room === 'modules') {
    // browser.ts is the part of a module that runs in a reader's browser as well.
    const isIndex = /^modules\/[^/]+\/(index|browser)\.ts$/.test(target)
    const uses = house.find((module) => module.name === moduleOf(file))?.uses ?? []
    return (
      (own.includes('own') && moduleOf(target) === moduleOf(file)) ||
      (own.includes('uses') && isIndex && uses.includes(moduleOf(target))) ||
      (own.includes('index') && isIndex)
    )
  }
  return own.includes(room) || (own.includes('door') && /^web\/(addresses|context|language|loading|session)\.ts$/.test(target))
}

describe('the walls', () => {
  it('sees every room of the house', () => {
    expect([...new Set(files.map(roomOf))].sort()).toEqual(Object.keys(rooms).sort())
  })

  it('lets nobody import what their room may not', () => {
    expect(files.flatMap((file) => importsOf(file).map((target) => [file, target] as const)).filter(([a, b]) => !isAllowed(a, b))).toEqual(
      [],
    )
  })

  it('lets no file import against its manners', () => {
    const broken = files.flatMap((file) =>
      manners
        .filter(([name]) => name.test(file))
        .flatMap(([, never]) =>
          importsOf(file)
            .filter((target) => never.test(target))
            .map((target) => [file, target]),
        ),
    )
    expect(broken).toEqual([])
  })

  it("lets into a reader's browser only what runs there", () => {
    /** What remains of a file's imports once types are gone. */
    const loadedBy = (file: string): readonly string[] =>
      [...readFileSync(path.join(source, file), 'utf8').matchAll(/^(?:import|export) (?!type )(?:[^'=]*? from )?'([^'\s]+)'$/gm)]
        .map((found) => found[1] ?? '')
        .map((name) => (name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name))
    const reached = new Set(files.filter((file) => file.startsWith('web/islands/')))
    for (const file of reached) if (/\.tsx?$/.test(file)) for (const target of loadedBy(file)) reached.add(target)
    expect(reached.size).toBeGreaterThan(80)
    const isForBrowsers =
      /^(core|web|react|react-dom\/client|@simplewebauthn\/browser)(\/|$)|^pack\/\w+\.ts$|^modules\/\w+\/(browser\.ts|rules\/)/
    expect([...reached].filter((each) => !isForBrowsers.test(each))).toEqual([])
  })

  it('has no module that uses one which uses it', () => {
    const order = house.map((module) => module.name)
    const backwards = house.flatMap((module) => module.uses.filter((used) => order.indexOf(used) >= order.indexOf(module.name)))
    expect(backwards).toEqual([])
  })

  it('knows no city', () => {
    expect(files.filter((file) => /武汉|wuhan/i.test(readFileSync(path.join(source, file), 'utf8')))).toEqual([])
  })
})

describe('the words', () => {
  const catalogues = [
    ruleMessages,
    reformMessages,
    feelMessages,
    caseMessages,
    sqlMessages,
    packMessages,
    factMessages,
    populationMessages,
    paperMessages,
    kernelMessages,
    backupMessages,
    ...house.map((module) => module.messages),
  ]
  const messages = catalogues.flatMap((each) => Object.entries(each))

  it('gives every code one meaning', () => {
    const codes = messages.map(([code]) => code)
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
  })

  it('is said in both languages with the same parameters', () => {
    const names = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? ''))].sort()
    const differing = messages.filter(([, { zh, en }]) => zh === '' || en === '' || names(zh).join() !== names(en).join())
    expect(differing.map(([code]) => code)).toEqual([])
  })

  it('is raised in a test, for every refusal of every module', () => {
    const tests = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'))
    const texts = tests.map((name) => readFileSync(path.join(source, name), 'utf8')).join('\n')
    const codes = house.flatMap((module) => Object.keys(module.messages))
    expect(codes.filter((code) => !texts.includes(`'${code}'`))).toEqual([])
  })

  it('stands complete in the catalogue of codes', () => {
    const page = reference.get('codes.md')?.() ?? ''
    expect(messages.map(([code]) => code).filter((code) => !page.includes(`\`${code}\``))).toEqual([])
  })
})
