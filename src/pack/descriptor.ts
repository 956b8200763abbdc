/** `datapackage.json`: what the pack is and where its tables are. A plain Data Package 2.0; what is ours stands under `planwright`. */
import { dayOf } from '../core/dates.ts'
import type { Place } from '../core/diagnostic.ts'
import type { Text } from '../core/messages.ts'
import type { Pack } from './pack.ts'
import type { Report } from './report.ts'
import { type TableName, tableNames } from './tables.ts'

export type Descriptor = {
  readonly about: Pick<Pack, 'id' | 'title' | 'version' | 'licence' | 'city' | 'synthetic' | 'fairCompetition'>
  /** The files of each table. */
  readonly tables: Readonly<Partial<Record<TableName, readonly string[]>>>
  /** The folder of the measure files. */
  readonly measures: string
  readonly place: Place
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
const textOf = (value: unknown): Text | null =>
  isObject(value) && isText(value.zh) && isText(value.en) ? { zh: value.zh, en: value.en } : null

/** A path inside the pack: relative, no `..`, no scheme. */
const isInside = (path: unknown): path is string =>
  isText(path) && !path.startsWith('/') && !path.split('/').includes('..') && !path.includes(':')

export const descriptorOf = (text: string, file: string, report: Report): Descriptor | null => {
  const place: Place = { file, line: 1, column: 1, end: 2 }
  const fail = (zh: string, en: string): null => {
    report('pack.datapackage', place, { reason: { zh, en } })
    return null
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const at = Number(/position (\d+)/.exec(String(error))?.[1] ?? 0)
    const before = text.slice(0, at).split('\n')
    report(
      'pack.datapackage',
      { file, line: before.length, column: before.at(-1)!.length + 1, end: before.at(-1)!.length + 2 },
      { reason: { zh: '不是 JSON', en: 'is not JSON' } },
    )
    return null
  }
  if (!isObject(json)) return fail('不是一个对象', 'is not an object')
  const own = json.planwright
  if (!isObject(own)) return fail('缺少 planwright 一节', 'lacks the section planwright')
  const [title, city] = [textOf(own.title), textOf(own.city)]
  if (!isText(json.name) || !isText(json.version) || !title || !city)
    return fail('缺少 name、version、planwright.title 或 planwright.city', 'lacks name, version, planwright.title or planwright.city')
  if (!isInside(own.measures)) return fail('缺少 planwright.measures', 'lacks planwright.measures')

  const tables: Partial<Record<TableName, readonly string[]>> = {}
  for (const resource of Array.isArray(json.resources) ? json.resources : []) {
    if (!isObject(resource)) continue
    const name = tableNames.find((each) => each === resource.name)
    const paths = Array.isArray(resource.path) ? resource.path : [resource.path]
    if (!paths.every(isInside))
      return fail(`的资源 ${String(resource.name)} 路径不对`, `has a wrong path in the resource ${String(resource.name)}`)
    if (name) tables[name] = paths
  }
  const absent = tableNames.filter((name) => !tables[name])
  if (absent.length > 0) return fail(`缺少资源 ${absent.join('、')}`, `lacks the resources ${absent.join(', ')}`)

  const rule = own.fairCompetition
  const basis = isObject(rule) ? textOf(rule.basis) : null
  const from = isObject(rule) && isText(rule.from) ? dayOf(rule.from) : null
  const [licence] = Array.isArray(json.licenses) ? json.licenses : []
  return {
    about: {
      id: json.name,
      title,
      city,
      version: json.version,
      synthetic: own.synthetic === true,
      licence: isObject(licence) && isText(licence.name) ? licence.name : isObject(licence) && isText(licence.title) ? licence.title : '',
      fairCompetition: basis && from ? { from, basis } : null,
    },
    tables,
    measures: own.measures.replace(/\/$/, ''),
    place,
  }
}
