/** The reference of the API, read from the same OpenAPI document that machines read. */
import type { Text } from '../../core/messages.ts'
import type { Case, Measure } from '../../core/rule/tree.ts'
import { demoUscc } from '../../modules/party/index.ts'
import type { Pack } from '../../pack/pack.ts'

type Schema = {
  readonly type?: string
  readonly format?: string
  readonly description?: string
  readonly maxLength?: number
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
}
type Parameter = { readonly name: string; readonly in: string; readonly required: boolean; readonly schema: Schema }
type Body = { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> }
type Operation = {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly 'x-summary'?: Text
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: Body
  readonly responses: Readonly<Record<string, Partial<Body>>>
  /** There where a key is wanted. */
  readonly security?: readonly object[]
}

/** One line of a table of fields; `depth` is how deep it lies. */
export type FieldLine = {
  readonly path: string
  readonly name: string
  readonly depth: number
  readonly type: string
  readonly required: boolean
  readonly means: string
}

const DEEPEST = 3

const isNull = (schema: Schema): boolean => schema.type === 'null'

const typeText = (schema: Schema): string => {
  if (schema.anyOf) return schema.anyOf.map(typeText).join(' | ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((each) => JSON.stringify(each)).join(' | ')
  if (schema.type === 'array') return `${schema.items ? typeText(schema.items) : 'any'}[]`
  if (schema.format) return schema.format
  return schema.type ?? (schema.properties || schema.allOf ? 'object' : 'any')
}

const meaningOf = (schema: Schema): string => schema.description ?? schema.anyOf?.find((each) => each.description)?.description ?? ''

/** The object below arrays and "or null". */
const inside = (schema: Schema): Schema => {
  if (schema.type === 'array' && schema.items) return inside(schema.items)
  const rest = schema.anyOf?.filter((each) => !isNull(each))
  return rest?.length === 1 ? inside(rest[0]!) : schema
}

const linesOf = (schema: Schema, depth = 0, above = ''): readonly FieldLine[] => {
  const own = inside(schema)
  if (own.allOf) return own.allOf.flatMap((part) => linesOf(part, depth, above))
  return Object.entries(own.properties ?? {}).flatMap(([name, field]) => {
    const path = `${above}/${name}`
    const line: FieldLine = {
      path,
      name,
      depth,
      type: typeText(field),
      required: own.required?.includes(name) ?? false,
      means: meaningOf(field),
    }
    return [line, ...(depth + 1 < DEEPEST ? linesOf(field, depth + 1, path) : [])]
  })
}

const bodyOf = (body: Partial<Body> | undefined): Schema | null => Object.values(body?.content ?? {})[0]?.schema ?? null

/** A measure with a case that pays, for examples that give an answer. */
const exampleCase = (pack: Pack): { readonly measure: Measure; readonly case: Case } | null => {
  for (const measure of pack.measures.values()) {
    const paying = measure.judgements.length === 0 ? measure.cases.find((each) => each.status === 'eligible') : undefined
    if (paying) return { measure, case: paying }
  }
  return null
}

/** What an id looks like, where only people who entered something have one that is there. */
export const SUBMISSION = '01997c5a-0f00-7000-8000-000000000000'

/** What stands for `{id}`, `{uscc}` and `{year}` in the example of an operation. */
const standIn = (path: string, pack: Pack): string => {
  const measure = exampleCase(pack)?.measure ?? [...pack.measures.values()][0]
  if (path.includes('/measures/')) return measure?.id ?? ''
  if (path.includes('/documents/')) return measure?.document ?? ''
  if (path.includes('/indicators/')) return pack.targets[0]?.indicator ?? ''
  if (path.includes('/enterprises/')) return demoUscc(1)
  if (path.includes('/submissions/')) return SUBMISSION
  if (path.includes('/calendar/')) return String(pack.calendar.years.at(-1) ?? '')
  return ''
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** A reading that could be entered: of the latest scope of an indicator. */
const readingsFor = (pack: Pack): object => {
  const last = pack.readings.at(-1)
  const row = { indicator: last?.indicator, series: last?.series, period: '2025', value: '14.6', unit: last?.unit, title: '2025 公报' }
  return { rows: [row] }
}

/** What is posted where facts and a measure are not the question. */
const bodyFor = (path: string, pack: Pack, measure: Measure, facts: Case['facts'], on: string | null): object => {
  const day = on === null ? {} : { on }
  if (path.endsWith('/verify')) return { receipt: '{}' }
  if (path.endsWith('/readings')) return readingsFor(pack)
  if (path.endsWith('/explain')) return { on: on ?? '2025-01-01', row: `E1,${measure.id},undetermined,,0`, facts }
  return { ...day, measure: measure.id, facts }
}

/** The line of a command that shows the key, which whoever pastes it keeps in a variable of the shell. */
const KEY = '-H "authorization: Bearer $PLANWRIGHT_KEY"'

/** A command that can be pasted into a shell and answers. */
const curlOf = (origin: string, method: string, path: string, pack: Pack, wantsKey: boolean): string => {
  const address = origin + path.replace(/\{\w+\}/, encodeURIComponent(standIn(path, pack)))
  const lines = [`curl -s ${quoted(address)}`, ...(wantsKey ? [KEY] : [])]
  const example = exampleCase(pack)
  if (method !== 'GET' && example) {
    const on = example.case.on ?? example.measure.inForce.to ?? example.measure.inForce.from
    const body = bodyFor(path, pack, example.measure, example.case.facts, on)
    lines.push("-H 'content-type: application/json'", `-d ${quoted(JSON.stringify(body))}`)
  }
  return lines.join(' \\\n  ')
}

export const apiView = (openApi: Record<string, unknown>, pack: Pack, origin: string) =>
  Object.entries(openApi.paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([name, operation]) => {
      const method = name.toUpperCase()
      const [input, reply] = [bodyOf(operation.requestBody), bodyOf(operation.responses['200'])]
      return {
        id: operation.operationId,
        group: operation.tags[0] ?? '',
        method,
        path,
        summary: operation['x-summary'] ?? { zh: operation.summary, en: operation.summary },
        parameters: (operation.parameters ?? []).map((each): FieldLine & { readonly where: string } => ({
          path: each.name,
          name: each.name,
          depth: 0,
          where: each.in,
          required: each.required,
          type: typeText(each.schema),
          means: meaningOf(each.schema),
        })),
        input: input ? linesOf(input) : [],
        reply: reply ? linesOf(reply) : [],
        replyType: reply ? typeText(reply) : '',
        problems: Object.keys(operation.responses).filter((status) => status !== '200'),
        wantsKey: operation.security !== undefined,
        example: curlOf(origin, method, path, pack, operation.security !== undefined),
      }
    }),
  )
export type ApiOperation = ReturnType<typeof apiView>[number]
