/** The front matter of a measure, key by key. */
import { type Day, dayOf } from '../dates.ts'
import type { Place } from '../diagnostic.ts'
import type { Text } from '../messages.ts'
import { validityOf } from './blocks.ts'
import type { RawDocument } from './document.ts'
import { placeOf, type Span } from './lines.ts'
import type { Reporter } from './report.ts'
import type { Confidence, FrontMatter, Grade, Service, Support } from './tree.ts'

const REQUIRED = [
  'id',
  'title',
  'document',
  'clause',
  'subject',
  'department',
  'level',
  'support',
  'service',
  'grade',
  'in_force',
  'confidence',
  'sources',
] as const
const OPTIONAL = ['title_en', 'part', 'subject_en', 'known', 'once_per', 'once_per_en', 'tasks', 'draft'] as const
/** Every key of the front matter. */
export const KEYS: readonly string[] = [...REQUIRED, ...OPTIONAL]

const GRADES: readonly Grade[] = ['executable', 'partial', 'text']
const SUPPORTS: readonly Support[] = ['subsidy', 'award', 'match', 'voucher', 'interest', 'service']
const SERVICES: readonly Service[] = ['automatic', 'confirm', 'apply', 'none']
const CONFIDENCES: readonly Confidence[] = ['A', 'B', 'C']

export const frontMatterOf = (reporter: Reporter, document: RawDocument): FrontMatter | null => {
  const { keys } = document
  const top: Span = { start: 0, end: 3 }
  const spanOf = (key: string): Span => keys.get(key)?.span ?? top
  const text = (key: string): string | null => keys.get(key)?.value || null
  const wrong = (key: string, expected: Text): null => {
    reporter.report('rule.key-value', spanOf(key), { key, value: text(key) ?? '', expected })
    return null
  }
  const oneOf = <T extends string>(key: string, choices: readonly T[]): T | null => {
    const value = text(key)
    if (value === null) return null
    return (
      choices.find((choice) => choice === value) ??
      wrong(key, { zh: `可选 ${choices.join('、')}`, en: `choose from ${choices.join(', ')}` })
    )
  }
  const listOf = (key: string): readonly string[] =>
    (text(key) ?? '')
      .split(/[,，]/)
      .map((each) => each.trim())
      .filter((each) => each !== '')

  for (const [key, { key: span }] of keys)
    if (!KEYS.includes(key)) reporter.report('rule.key-unknown', span, { key, hint: reporter.hint(key, () => KEYS) })
  const absent = REQUIRED.filter((key) => text(key) === null)
  for (const key of absent) reporter.report('rule.key-missing', top, { key })

  const id = text('id')
  if (id !== null && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    wrong('id', { zh: '只用小写字母、数字和连字符', en: 'lower-case letters, digits and hyphens only' })

  let known: Day | null = null
  const knownText = text('known')
  if (knownText !== null) known = dayOf(knownText) ?? wrong('known', { zh: '日期，如 2022-05-06', en: 'a day such as 2022-05-06' })

  const force = text('in_force')
  const fromUnknown = force?.startsWith('?..') ?? false
  // The last day may be unknown as well: `?..?` and `2024-08-26..?` end open, because no end was found.
  const inForce =
    force === null ? null : validityOf(reporter, force.replace(/^\?(?=\.\.)/, '').replace(/(?<=\.\.)\?$/, ''), spanOf('in_force'))

  const partText = text('part')
  const part = partText === null ? null : /^[1-9]\d?$/.test(partText) ? Number(partText) : wrong('part', { zh: '一个数', en: 'a number' })
  const draft = text('draft')
  if (draft !== null && draft !== 'yes' && draft !== 'no') wrong('draft', { zh: 'yes 或 no', en: 'yes or no' })

  const grade = oneOf('grade', GRADES)
  const support = oneOf('support', SUPPORTS)
  const service = oneOf('service', SERVICES)
  const confidence = oneOf('confidence', CONFIDENCES)
  if (absent.length > 0 || !inForce || !grade || !support || !service || !confidence) return null

  const places: Record<string, Place> = {}
  for (const [key, { span }] of keys) places[key] = placeOf(reporter.source, span.start, span.end)
  return {
    id: id!,
    title: text('title')!,
    titleEnglish: text('title_en'),
    document: text('document')!,
    clause: text('clause')!,
    part,
    subject: text('subject')!,
    subjectEnglish: text('subject_en'),
    department: text('department')!,
    level: text('level')!,
    support,
    service,
    grade,
    inForce: { ...inForce, fromUnknown },
    known,
    oncePer: text('once_per'),
    oncePerEnglish: text('once_per_en'),
    confidence,
    sources: listOf('sources'),
    tasks: listOf('tasks'),
    draft: draft === 'yes',
    places,
  }
}
