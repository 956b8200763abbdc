/** One line of a conformance file: a decision of the DMN kit, what it is given, and what it has to give. */
import { catalogue } from '../messages.ts'

/** A value as the kit writes it: the name of its type, and its text; lists and contexts keep what they hold. */
export type KitValue = { readonly t: string; readonly v: unknown }

export type FeelCase = {
  readonly line: number
  /** Folder and case of the kit. */
  readonly name: string
  /** Whether it asks for a decision alone: no service, nothing of the model but inputs. */
  readonly alone: boolean
  readonly kind: string
  readonly text: string
  readonly inputs: ReadonlyMap<string, KitValue>
  readonly expected: KitValue
  /** The declared type of the result, null if there is none. */
  readonly resultType: string | null
}

export const caseMessages = catalogue({
  'feel.line-json': { zh: '第 {line} 行不是 JSON 对象。', en: 'Line {line} is no JSON object.' },
  'feel.line-field': { zh: '第 {line} 行缺少“{field}”，或写法不对。', en: 'Line {line} lacks "{field}", or has it in another form.' },
})
export type CaseProblem = { readonly code: keyof typeof caseMessages; readonly line: number; readonly field: string }

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const isKitValue = (value: unknown): value is KitValue => isFields(value) && typeof value.t === 'string'

/** Lists and components stand without a type of their own. */
const kitValue = (value: unknown): KitValue => (isKitValue(value) ? { t: value.t, v: value.v ?? '' } : { t: 'components', v: value })

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The case of one line, or what is wrong with it. */
export const caseOf = (text: string, line: number): FeelCase | CaseProblem => {
  const given = parsed(text)
  if (!isFields(given)) return { code: 'feel.line-json', line, field: '' }
  const lacking = ['folder', 'case', 'ctype', 'kind'].find((field) => typeof given[field] !== 'string')
  const wrong = (field: string): CaseProblem => ({ code: 'feel.line-field', line, field })
  if (lacking !== undefined) return wrong(lacking)
  const { folder, case: own, ctype, kind, text: expression = null, inputs, expected, typeRef = null, req } = given
  if (expression !== null && typeof expression !== 'string') return wrong('text')
  if (kind === 'literalExpression' && expression === null) return wrong('text')
  if (!isFields(inputs)) return wrong('inputs')
  if (expected === undefined) return wrong('expected')
  if (typeRef !== null && typeof typeRef !== 'string') return wrong('typeRef')
  if (!Array.isArray(req)) return wrong('req')
  return {
    line,
    name: `${String(folder)} ${String(own)}`,
    alone: ctype === 'decision' && req.every((each) => Array.isArray(each) && each[0] === 'requiredInput'),
    kind: String(kind),
    text: expression ?? '',
    inputs: new Map(Object.entries(inputs).map(([name, value]) => [name, kitValue(value)])),
    expected: kitValue(expected),
    resultType: typeRef,
  }
}

/** Every case of a file, one a line, and every line that holds none; empty lines are passed over. */
export const casesOf = (text: string): { readonly cases: readonly FeelCase[]; readonly problems: readonly CaseProblem[] } => {
  const lines = text.split('\n').map((line, index) => [line.trim(), index + 1] as const)
  const read = lines.filter(([line]) => line !== '').map(([line, number]) => caseOf(line, number))
  return { cases: read.filter((each) => 'expected' in each), problems: read.filter((each) => 'code' in each) }
}
