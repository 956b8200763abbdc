/** Requests to every address of the house: those that the contracts want, and everything else. */
import fc from 'fast-check'
import { house } from '../../src/app.ts'
import { files, pages } from '../../src/web/addresses.ts'
import type { FoundForm } from './forms.ts'
import type { Sent } from './http.ts'
import { OWN, type Somebody, STRANGE } from './people.ts'
import { anyHostile, inputOf } from './values.ts'

export type Asked = Sent & { readonly as: Somebody; readonly what: string }

/** A part of an address; `strange`: ids of what others have. */
const partOf = (name: string, strange: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: name === ':enterprise' ? 6 : 3, arbitrary: fc.constantFrom(OWN, STRANGE) },
    { weight: name === ':enterprise' ? 1 : 6, arbitrary: fc.constantFrom(...strange) },
    { weight: 4, arbitrary: anyPart },
  )

const anyPart: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(OWN, STRANGE, '00000000-0000-7000-8000-000000000000', 'rent-support', 'core_share', 'en', '0') },
  { weight: 2, arbitrary: anyHostile },
)

/** An address with its parts filled in: `measures/:id` → `/measures/rent-support`. */
const filled = (path: string, asText: (text: string) => string, strange: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      ...path
        .split('/')
        .map((part) =>
          part.startsWith(':') ? partOf(part, strange).map(asText) : part === '*' ? anyHostile.map(asText) : fc.constant(part),
        ),
    )
    .map((parts) => `/${parts.join('/')}`)

const QUERIES = [
  'on',
  'known',
  'at',
  'sort',
  'size',
  'q',
  'filters',
  'to',
  'enterprise',
  'as',
  'asOf',
  'show',
  'chosen',
  'done',
  'format',
  'run',
  'file',
  'indicator',
]
const anyQuery: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...QUERIES) }, { weight: 1, arbitrary: anyHostile }), anyHostile), {
    maxLength: 4,
  })
  .map((pairs) => (pairs.length === 0 ? '' : `?${pairs.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join('&')}`))

/** As a browser escapes; what cannot be (half a character) goes as it is. */
const escaped = (text: string): string => {
  try {
    return encodeURIComponent(text)
  } catch {
    return '%ed%a0%80'
  }
}
const raw = (text: string): string => text.replace(/[\s?#]/g, '%20')
const anyEscape = fc.constantFrom(escaped, raw)

const TYPES = [
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'x',
] as const

const cookieOf = ({ person }: Somebody): Readonly<Record<string, string>> => (person ? { cookie: `__Host-planwright=${person.token}` } : {})
const keyOf = ({ key }: Somebody): Readonly<Record<string, string>> => (key === null ? {} : { authorization: `Bearer ${key}` })

/** The API: a route with its contract's input, as a query or as a body. */
const apiAsked = (people: readonly Somebody[], strange: readonly string[]): fc.Arbitrary<Asked> =>
  fc.oneof(
    ...house.flatMap(({ routes }) =>
      routes.map(({ on, run }) => {
        const [method = 'GET', path = '/'] = on.split(' ')
        return fc
          .record({
            as: fc.constantFrom(...people),
            address: anyEscape.chain((asText) => filled(path.slice(1), asText, strange)),
            input: inputOf(run.input),
            type: fc.oneof({ weight: 6, arbitrary: fc.constant(TYPES[0]) }, { weight: 1, arbitrary: fc.constantFrom(...TYPES) }),
            cut: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(20) }),
          })
          .map(({ as, address, input, type, cut }): Asked => {
            const flat = typeof input === 'object' && input !== null ? Object.entries(input) : []
            const query = flat
              .map(([name, value]) => `${escaped(name)}=${escaped(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))}`)
              .join('&')
            const json = JSON.stringify(input) ?? ''
            return method === 'GET'
              ? {
                  as,
                  what: on,
                  method,
                  path: `/api/v1${address}${query === '' ? '' : `?${query}`}`.slice(0, 8000),
                  headers: keyOf(as),
                  body: null,
                }
              : {
                  as,
                  what: on,
                  method,
                  path: `/api/v1${address}`,
                  headers: { ...keyOf(as), 'content-type': type },
                  body: json.slice(0, json.length - cut),
                }
          })
      }),
    ),
  )

/** A page, in either language, with a query nobody expects. */
const pageAsked = (people: readonly Somebody[], strange: readonly string[]): fc.Arbitrary<Asked> =>
  fc
    .record({
      as: fc.constantFrom(...people),
      page: fc.constantFrom(...pages, ...files),
      prefix: fc.constantFrom('', '/en'),
      query: anyQuery,
      asText: anyEscape,
      method: fc.oneof(
        { weight: 12, arbitrary: fc.constant('GET') },
        { weight: 1, arbitrary: fc.constantFrom('HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH') },
      ),
    })
    .chain(({ page, asText, ...rest }) => filled(page.path, asText, strange).map((path) => ({ page, path, ...rest })))
    .map(({ as, page, path, prefix, query, method }) => ({
      as,
      what: page.path,
      method,
      path: `${prefix}${path}${query}`,
      headers: cookieOf(as),
      body: null,
    }))

const BOUNDARY = 'fuzz-boundary'
/** Files that are what they say, that are not, and that are several things at once. */
const FILES: readonly (readonly [name: string, content: string])[] = [
  ['a.txt', '审计报告'],
  ['a.pdf', '%PDF-1.4\n%%EOF'],
  ['a.pdf', '%PDF-1.4\n<script>alert(1)</script>\nPK\u0003\u0004'],
  ['a.png', '<svg onload="alert(1)"/>'],
  ['a.csv', "=cmd|'/c calc'!A1,1"],
  ['a.xlsx', 'PK\u0003\u0004'],
  ['a.json', '{"__proto__":{"x":1}}'],
  ['a.html', '<script>alert(1)</script>'],
]

/** A form as browsers send it with files; the name of a file may be hostile. */
const multipartOf = (
  fields: readonly (readonly [string, string])[],
  form: FoundForm,
  [odd, [name, content]]: readonly [string, readonly [string, string]],
): string => {
  const quoted = (text: string): string => text.toWellFormed().replace(/["\r\n]/g, (each) => escaped(each))
  const parts = fields.map(([field, value], index) =>
    form.fields[index]?.isFile
      ? `Content-Disposition: form-data; name="${quoted(field)}"; filename="${quoted(odd)}${name}"\r\nContent-Type: application/octet-stream\r\n\r\n${content}`
      : `Content-Disposition: form-data; name="${quoted(field)}"\r\n\r\n${value.toWellFormed()}`,
  )
  return `${parts.map((part) => `--${BOUNDARY}\r\n${part}\r\n`).join('')}--${BOUNDARY}--\r\n`
}

/** A form that a page of theirs really has, with one field or more made hostile; sometimes sent from elsewhere, or by somebody who does not have it. */
const formAsked = (
  people: readonly Somebody[],
  found: ReadonlyMap<Somebody, readonly FoundForm[]>,
  origin: string,
  strange: readonly string[],
): fc.Arbitrary<Asked> => {
  const all = [...found].flatMap(([as, forms]) => forms.map((form) => ({ as, form })))
  if (all.length === 0) return pageAsked(people, strange)
  return fc
    .record({
      own: fc.constantFrom(...all),
      other: fc.option(fc.constantFrom(...people), { freq: 4 }),
      from: fc.oneof(
        { weight: 9, arbitrary: fc.constant(origin) },
        { weight: 1, arbitrary: fc.constantFrom('https://evil.example', 'null') },
      ),
      hostile: fc.array(fc.tuple(fc.nat(), fc.oneof(anyHostile, fc.constantFrom(...strange))), { maxLength: 3 }),
      file: fc.tuple(anyHostile, fc.constantFrom(...FILES)),
    })
    .map(({ own: { as, form }, other, from, hostile, file }) => {
      const fields = form.fields.map(({ name, value }): [string, string] => [name, value])
      for (const [at, value] of hostile) {
        const field = fields[at % Math.max(fields.length, 1)]
        if (field && field[0] !== 'do') field[1] = value
      }
      const who = other ?? as
      const isUpload = form.fields.some(({ isFile }) => isFile)
      return {
        as: who,
        what: `form of ${form.path}`,
        method: 'POST',
        path: form.path,
        headers: {
          ...cookieOf(who),
          origin: from,
          'content-type': isUpload ? `multipart/form-data; boundary=${BOUNDARY}` : 'application/x-www-form-urlencoded',
        },
        body: isUpload ? multipartOf(fields, form, file) : fields.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join('&'),
      }
    })
}

/** Addresses that nobody made. */
const strangeAsked = (people: readonly Somebody[]): fc.Arbitrary<Asked> =>
  fc
    .record({
      as: fc.constantFrom(...people),
      path: fc.array(anyHostile, { minLength: 1, maxLength: 4 }),
      start: fc.constantFrom(
        '/',
        '/api/v1/',
        '/assets/',
        '/checkers/',
        '/rules/',
        '/data/',
        '/sdmx/',
        '/sdmx/data/',
        '/en/',
        '/_root.data?',
        '/desk.data?',
      ),
      method: fc.constantFrom('GET', 'POST'),
      body: fc.option(anyHostile),
    })
    .map(({ as, path, start, method, body }) => ({
      as,
      what: 'nowhere',
      method,
      path: `${start}${path.map(raw).join('/')}`.slice(0, 8000),
      headers: { ...cookieOf(as), ...keyOf(as) },
      body: method === 'POST' ? body : null,
    }))

export const anyAsked = (
  people: readonly Somebody[],
  found: ReadonlyMap<Somebody, readonly FoundForm[]>,
  origin: string,
  strange: readonly string[],
): fc.Arbitrary<Asked> =>
  fc.oneof(
    { weight: 5, arbitrary: apiAsked(people, strange) },
    { weight: 3, arbitrary: pageAsked(people, strange) },
    { weight: 4, arbitrary: formAsked(people, found, origin, strange) },
    { weight: 1, arbitrary: strangeAsked(people) },
  )
