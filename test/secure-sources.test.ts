/** What the sources never do, and what the page on security says of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const home = path.resolve(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(path.join(home, file), 'utf8')
const sources = readdirSync(path.join(home, 'src'), { recursive: true, encoding: 'utf8' })
  .map((name) => `src/${name.split(path.sep).join('/')}`)
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .sort()
const texts = new Map(sources.map((file) => [file, read(file)]))

/** The files in which a pattern is found. */
const having = (pattern: RegExp): readonly string[] => sources.filter((file) => pattern.test(texts.get(file) ?? ''))
/** What a pattern's first group finds, with its file. */
const found = (pattern: RegExp): readonly string[] =>
  sources.flatMap((file) => [...(texts.get(file) ?? '').matchAll(pattern)].map(([whole, part]) => `${file} ${part ?? whole}`))

describe('the program', () => {
  it('asks other machines only for signing in at the provider, for mail, for telling receivers of the settings, and for its database', () => {
    expect(having(/from 'openid-client'/)).toEqual(['src/http/provider.ts'])
    expect(having(/from 'nodemailer'/)).toEqual(['src/kernel/mail/mail.ts'])
    expect(having(/from '(node:)?(https?|http2|net|tls|dgram|undici)'/)).toEqual([])
    expect(having(/XMLHttpRequest|new WebSocket|new EventSource|sendBeacon/)).toEqual([])
  })

  it('fetches in a browser only from its own site', () => {
    expect(having(/\bfetch\(/).filter((file) => !file.startsWith('src/web/islands/'))).toEqual(['src/kernel/webhook.ts'])
    // The third is the address of a pack's rules, which the page names.
    expect(found(/\bfetch\(([`\w/]+)/g)).toEqual([
      // An address of the settings, on the server.
      'src/kernel/webhook.ts url',
      'src/web/islands/lab.tsx `/lab/answer',
      'src/web/islands/look-up.ts `/api/v1/enterprises/',
      'src/web/islands/rules.ts address',
    ])
  })

  it('runs other programs in four places, by their path and with arguments apart, never through a shell', () => {
    expect(having(/from 'node:child_process'/)).toEqual([
      'src/cli/serve.ts',
      'src/http/demo-run.ts',
      'src/kernel/files.ts',
      'src/kernel/postgres.ts',
    ])
    expect(having(/shell:\s*true|\bexecSync\(|\bexec\('/)).toEqual([])
  })

  it('makes code out of text in one place: a measure that was checked', () => {
    expect(having(/new Function\(|\beval\(|from 'node:vm'/)).toEqual(['src/core/rule/columns/columns.ts'])
  })

  it('writes markup by hand in two places, JSON without a tag in both, and styles and handlers nowhere', () => {
    expect(having(/dangerouslySetInnerHTML/)).toEqual(['src/web/parts/island.tsx', 'src/web/parts/linked-data.tsx'])
    expect(having(/innerHTML\s*=|outerHTML\s*=|insertAdjacentHTML|document\.write|style=\{/)).toEqual([])
  })

  it('keeps nothing in a browser but the cookies that one file writes', () => {
    expect(having(/localStorage|sessionStorage|indexedDB|document\.cookie/)).toEqual([])
    expect(having(/Path=\/; Secure; HttpOnly; SameSite/)).toEqual(['src/web/session.ts'])
    expect(having(/postMessage\(.*'\*'/)).toEqual([])
  })

  it('takes chance only from the generator for secrets, and hashes with nothing that is broken', () => {
    expect(having(/Math\.random\(/)).toEqual([])
    expect(having(/create(Hash|Hmac)\('(md5|sha1)'/)).toEqual([])
  })

  it('puts text into SQL unbound only where it is a name or a query of its own making', () => {
    const places = /^src\/(kernel\/((audit|backup|jobs)\/[\w-]+|evidence)|modules\/\w+(\/\w+)?\/tables|modules\/run\/queries)\.ts$/
    expect(having(/sql\.(raw|lit)\(/).filter((file) => !places.test(file))).toEqual([])
  })

  it('writes tables for spreadsheets through one function', () => {
    // The totals of a run hold names of measures and numbers only.
    const own = having(/'content-type': 'text\/csv|charset=utf-8'.*csv/).filter((file) => !/csvOf/.test(texts.get(file) ?? ''))
    expect(own).toEqual(['src/web/finance/totals-csv.ts'])
  })

  it('lets browsers and password managers fill in every password', () => {
    const fields = found(/<TextField([^>]*type="password"[^>]*)>/g)
    expect(fields.length).toBeGreaterThan(3)
    expect(fields.filter((field) => !/autoComplete="(current|new)-password"/.test(field))).toEqual([])
    expect(having(/onPaste/)).toEqual([])
    expect(having(/autoComplete="off"/).filter((file) => file.startsWith('src/web/account/'))).toEqual([])
  })
})

describe('docs/security.md', () => {
  const page = read('docs/security.md')

  it('names files that are there', () => {
    const files = [...page.matchAll(/`((?:src|test|docs|scripts)\/[\w./-]+)`/g)].map(([, file]) => file ?? '')
    expect(files.length).toBeGreaterThan(60)
    expect(files.filter((file) => !existsSync(path.join(home, file)))).toEqual([])
  })

  it('names tests that are there', () => {
    const tests = [...page.matchAll(/`((?:src|test)\/[\w./-]+\.test\.ts)` “([^”]+)”/g)].map(([, file = '', name = '']) => [file, name])
    expect(tests.length).toBeGreaterThan(40)
    expect(tests.filter(([file = '', name = '']) => !read(file).includes(name))).toEqual([])
  })

  it('has a row for every section of the standard', () => {
    const sections: readonly number[] = [5, 4, 7, 4, 4, 8, 6, 4, 2, 7, 7, 3, 4, 3, 4, 5, 3]
    const wanted = sections.flatMap((count, chapter) => Array.from({ length: count }, (_, index) => `V${chapter + 1}.${index + 1}`))
    expect(wanted.filter((section) => !page.includes(`| ${section} `))).toEqual([])
  })
})
