/** `datapackage.json`: what the pack is and where its tables are. A plain Data Package 2.0; what is ours stands under `planwright`. */
import { dayOf } from '../core/dates.ts'
import type { Place } from '../core/diagnostic.ts'
import type { Text } from '../core/messages.ts'
import type { Pack } from './pack.ts'
import { placeAt, type Reporter, topOf } from './report.ts'
import { schemaOf } from './schema.ts'
import { optionalTables, type TableName, tableNames } from './tables.ts'

export const DESCRIPTOR = 'datapackage.json'

export type Descriptor = {
  readonly about: Pick<Pack, 'id' | 'title' | 'version' | 'licence' | 'city' | 'synthetic' | 'fairCompetition'>
  /** The files of each table, with the place where the descriptor names them. */
  readonly tables: Readonly<Record<TableName, { readonly paths: readonly string[]; readonly place: Place }>>
  /** The folder of the measure files. */
  readonly measures: string
}

type Json = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
const textOf = (value: unknown): Text | null =>
  isObject(value) && isText(value.zh) && isText(value.en) ? { zh: value.zh, en: value.en } : null

/** A path inside the pack: relative, no `..`, no scheme, no backslash. */
const isInside = (path: unknown): path is string =>
  isText(path) && !path.startsWith('/') && !path.split('/').includes('..') && !/[:\\]/.test(path)

/** The text as JSON; what is no JSON is reported where reading stopped. */
const jsonOf = (text: string, { report }: Reporter): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    const found = /position (\d+)/.exec(String(error))
    const offset = found ? Number(found[1]) : String(error).includes('end of JSON') ? text.length : 0
    report('pack.datapackage', placeAt(DESCRIPTOR, text, offset, 1), { reason: { zh: '不是 JSON', en: 'is not JSON' } })
    return undefined
  }
}

const fieldsOf = (schema: unknown): readonly string[] | null => {
  const fields = isObject(schema) ? schema.fields : null
  return Array.isArray(fields) ? fields.map((field) => (isObject(field) ? `${String(field.name)}:${String(field.type)}` : '?')) : null
}

/** Other programs read the tables by this schema, so it has to say what is read here. Names and types are compared, descriptions may be one's own. */
const checkSchema = (table: TableName, schema: unknown, place: Place, { report }: Reporter): void => {
  const given = fieldsOf(schema)
  const ours = schemaOf(table).fields.map(({ name, type }) => `${name}:${type}`)
  if (given === null) {
    report('pack.schema', place, { table, reason: { zh: '没有 schema', en: 'there is none' } }, { severity: 'warning' })
    return
  }
  const [missing, extra] = [ours.filter((each) => !given.includes(each)), given.filter((each) => !ours.includes(each))]
  if (missing.length === 0 && extra.length === 0) return
  const parts = (words: readonly [string, string]) =>
    [missing.length > 0 ? `${words[0]} ${missing.join(', ')}` : '', extra.length > 0 ? `${words[1]} ${extra.join(', ')}` : '']
      .filter((part) => part !== '')
      .join('; ')
  report('pack.schema', place, { table, reason: { zh: parts(['缺', '多']), en: parts(['without', 'with']) } }, { severity: 'warning' })
}

/** What reads a descriptor asks with: `wrong` reports at a place, `need` a value that must be there, `placeOf` finds a key or its value in the text. */
type Ask = {
  readonly wrong: (place: Place, zh: string, en: string) => void
  readonly need: <T>(value: T | null, key: string, zh: string, en: string) => T | null
  readonly placeOf: (key: string, value?: string) => Place
}

const askingIn = (text: string, { report }: Reporter): Ask => {
  const wrong: Ask['wrong'] = (place, zh, en) => report('pack.datapackage', place, { reason: { zh, en } })
  const placeOf: Ask['placeOf'] = (key, value) => {
    // A key of our own section is looked for there.
    const section = key.startsWith('planwright.') ? Math.max(0, text.indexOf('"planwright"')) : 0
    const name = key.replace('planwright.', '')
    const found = new RegExp(value === undefined ? `"${name}"\\s*:` : `"${name}"\\s*:\\s*"${value}"`).exec(text.slice(section))
    if (found) return placeAt(DESCRIPTOR, text, section + found.index, found[0].split('\n')[0]!.length)
    return section > 0 ? placeAt(DESCRIPTOR, text, section, '"planwright"'.length) : topOf(DESCRIPTOR)
  }
  const need: Ask['need'] = (value, key, zh, en) => {
    if (value === null) wrong(placeOf(key), `的 ${key} ${zh}`, `needs ${key} as ${en}`)
    return value
  }
  return { wrong, need, placeOf }
}

/** From when and why award conditions on registration, tax or statistics are warned of; null if the pack does not say, undefined if it says it wrongly. */
const fairCompetitionOf = (given: unknown, { wrong, placeOf }: Ask): Pack['fairCompetition'] | undefined => {
  if (given === undefined) return null
  const rule: Json = isObject(given) ? given : {}
  const [from, basis] = [isText(rule.from) ? dayOf(rule.from) : null, textOf(rule.basis)]
  if (from && basis) return { from, basis }
  const needed = [
    '的 fairCompetition 须有 from（日期）和 basis（zh、en）',
    'needs fairCompetition with from (a day) and basis (zh, en)',
  ] as const
  wrong(placeOf('fairCompetition'), ...needed)
  return undefined
}

/** What the pack says of itself; null if something is missing or wrong. */
const aboutOf = (json: Json, own: Json, ask: Ask): Omit<Descriptor, 'tables'> | null => {
  const { need } = ask
  const lowerCase = typeof json.name === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(json.name) ? json.name : null
  const [first] = Array.isArray(json.licenses) ? json.licenses : []
  const named = isObject(first) ? [first.name, first.title, first.path].find(isText) : undefined
  const folder = isInside(own.measures) ? own.measures.replace(/\/$/, '') : null
  const isSynthetic = typeof own.synthetic === 'boolean' ? own.synthetic : null

  const id = need(lowerCase, 'name', '须是小写字母、数字和连字符', 'lower-case letters, digits and hyphens')
  const version = need(isText(json.version) ? json.version : null, 'version', '须是文字', 'a text')
  const licence = need(named ?? null, 'licenses', '须有一个 name', 'a list with a name')
  const title = need(textOf(own.title), 'planwright.title', '须有 zh 和 en', 'an object of zh and en')
  const city = need(textOf(own.city), 'planwright.city', '须有 zh 和 en', 'an object of zh and en')
  const synthetic = need(isSynthetic, 'planwright.synthetic', '须是 true 或 false', 'true or false')
  const measures = need(folder, 'planwright.measures', '须是包内的文件夹', 'a folder of the pack')
  const fairCompetition = fairCompetitionOf(own.fairCompetition, ask)
  if (id === null || version === null || licence === null || title === null || city === null) return null
  if (synthetic === null || measures === null || fairCompetition === undefined) return null
  return { about: { id, version, licence, title, city, synthetic, fairCompetition }, measures }
}

/** Where the rows of every table are; null if a table is missing or its paths are wrong. */
const tablesOf = (json: Json, { wrong, placeOf }: Ask, reporter: Reporter): Descriptor['tables'] | null => {
  const resources = Array.isArray(json.resources) ? json.resources.filter(isObject) : []
  const tables: Partial<Record<TableName, { paths: readonly string[]; place: Place }>> = {}
  for (const table of tableNames) {
    const [resource, second] = resources.filter((each) => each.name === table)
    const place = placeOf('name', table)
    const paths = (Array.isArray(resource?.path) ? resource.path : [resource?.path]) as readonly unknown[]
    if (!resource && optionalTables.has(table)) tables[table] = { paths: [], place }
    else if (!resource) wrong(placeOf('resources'), `缺少资源 ${table}`, `lacks the resource ${table}`)
    else if (second) wrong(place, `有两个资源 ${table}`, `has two resources ${table}`)
    else if (!paths.every(isInside) || new Set(paths).size < paths.length)
      wrong(place, `的资源 ${table} 路径不对`, `has a wrong path in the resource ${table}`)
    else {
      tables[table] = { paths, place }
      checkSchema(table, resource.schema, place, reporter)
    }
  }
  return tableNames.every((table) => tables[table]) ? (tables as Descriptor['tables']) : null
}

/** Reads the descriptor; null if something it must say is missing or wrong, and every such thing is reported. */
export const descriptorOf = (text: string, reporter: Reporter): Descriptor | null => {
  const json = jsonOf(text, reporter)
  if (json === undefined) return null
  const ask = askingIn(text, reporter)
  if (!isObject(json)) {
    ask.wrong(topOf(DESCRIPTOR), '不是一个对象', 'is not an object')
    return null
  }
  if (!isObject(json.planwright)) ask.wrong(topOf(DESCRIPTOR), '缺少 planwright 一节', 'lacks the section planwright')
  const about = aboutOf(json, isObject(json.planwright) ? json.planwright : {}, ask)
  const tables = tablesOf(json, ask, reporter)
  return about && tables && { ...about, tables }
}
