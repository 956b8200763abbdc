/** Values that fit a contract, values that nearly do, and values meant to hurt. */
import fc from 'fast-check'
import type { TSchema } from 'typebox'

/** What has broken programs before: markup, SQL, paths, formats, odd Unicode, lengths at and beyond limits. */
const HOSTILE = [
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  'NaN',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  "' or 1=1 --",
  "'; drop table identity_user; --",
  '"><script>alert(1)</script>',
  '{{7*7}}${7*7}',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  'file:///etc/passwd',
  'http://169.254.169.254/latest/meta-data/',
  '//evil.example/x',
  '\r\nset-cookie: a=b',
  '\u0000',
  '\ud800',
  '\u202e\u2066',
  '武汉'.repeat(40),
  'x'.repeat(5000),
  '9'.repeat(400),
  '=cmd|calc!A1',
  '2024-02-30',
  '9999-12-31',
  '0001-01-01',
  '00000000-0000-0000-0000-000000000000',
  '%00%ff%c0%af',
  '%',
  '[]',
  '{"a":{"a":{"a":{}}}}',
] as const

export const anyHostile: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 20 }),
)

type Loose = TSchema & {
  readonly type?: string
  readonly properties?: Readonly<Record<string, TSchema>>
  readonly required?: readonly string[]
  readonly items?: TSchema
  readonly anyOf?: readonly TSchema[]
  readonly patternProperties?: Readonly<Record<string, TSchema>>
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly pattern?: string
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly maxItems?: number
}

const textOf = ({ pattern, format, maxLength = 40 }: Loose): fc.Arbitrary<unknown> => {
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern))
  if (format === 'date') return fc.constantFrom('2023-06-30', '2024-02-29', '1999-01-01')
  if (format === 'uuid') return fc.uuid()
  return fc.oneof(fc.string({ maxLength: Math.min(maxLength, 40) }), fc.constantFrom('2023-06-30', '是', '100 万元', '91350100M000100Y43'))
}

/** Values of a contract, as the contract has it. */
const fitting = (schema: TSchema): fc.Arbitrary<unknown> => {
  const loose = schema as Loose
  if (loose.const !== undefined) return fc.constant(loose.const)
  if (loose.enum) return fc.constantFrom(...loose.enum)
  if (loose.anyOf) return fc.oneof(...loose.anyOf.map(fitting))
  switch (loose.type) {
    case 'object': {
      if (loose.patternProperties) {
        const [values] = Object.values(loose.patternProperties)
        return fc.dictionary(fc.string({ maxLength: 12 }), values ? fitting(values) : fc.string(), { maxKeys: 4 })
      }
      const fields = Object.fromEntries(Object.entries(loose.properties ?? {}).map(([name, own]) => [name, fitting(own)]))
      return fc.record(fields, { requiredKeys: [...(loose.required ?? [])] })
    }
    case 'array':
      return fc.array(loose.items ? fitting(loose.items) : fc.anything(), { maxLength: Math.min(loose.maxItems ?? 3, 3) })
    case 'integer':
      return fc.integer({ min: loose.minimum ?? -10, max: Math.min(loose.maximum ?? 1000, 1000) })
    case 'number':
      return fc.double({ noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'string':
      return textOf(loose)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

/** Mostly what the contract wants, with fields that are missing, strange, of another type, or hostile. */
export const inputOf = (schema: TSchema): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 5, arbitrary: fitting(schema) },
    {
      weight: 4,
      arbitrary: fc.tuple(fitting(schema), fc.nat(), fc.oneof(anyHostile, fc.jsonValue({ maxDepth: 2 }))).map(([value, at, hostile]) => {
        if (typeof value !== 'object' || value === null || Array.isArray(value)) return hostile
        const names = [...Object.keys((schema as Loose).properties ?? {}), 'stranger']
        return { ...value, [names[at % names.length] ?? 'stranger']: hostile }
      }),
    },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  )
