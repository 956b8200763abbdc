/**
 * What the Data Package standard 2.0 asks of a descriptor and of the rows it describes, in our own words, so that a test can hold a pack against the
 * standard without the program that wrote it. Only what packs use: CSV resources with a Table Schema inside.
 */

type Json = Readonly<Record<string, unknown>>
export type Field = {
  readonly name: string
  readonly type?: string
  readonly trueValues?: readonly string[]
  readonly falseValues?: readonly string[]
  readonly constraints?: { readonly required?: boolean; readonly unique?: boolean; readonly enum?: readonly string[] }
}
export type Schema = {
  readonly fields: readonly Field[]
  readonly missingValues?: readonly string[]
  readonly primaryKey?: readonly string[]
  readonly uniqueKeys?: readonly (readonly string[])[]
  readonly foreignKeys?: readonly {
    readonly fields: readonly string[]
    readonly reference: { readonly resource?: string; readonly fields: readonly string[] }
  }[]
}
export type Resource = { readonly name: string; readonly path: string | readonly string[]; readonly schema: Schema }
export type Descriptor = { readonly resources: readonly Resource[] }

const TYPES = 'string number integer boolean object array list datetime date time year yearmonth duration geopoint geojson any'.split(' ')
const CONSTRAINTS = 'required unique enum minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength pattern jsonSchema'.split(
  ' ',
)
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const isSet = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && new Set(value.map(String)).size === value.length

const fieldFaults = (field: unknown): string[] => {
  if (!isObject(field) || !isText(field.name)) return ['a field has no name']
  const { name, type = 'string', constraints = {}, trueValues, falseValues } = field
  const faults = TYPES.includes(String(type)) ? [] : [`${name}: there is no type ${type}`]
  if (!isObject(constraints)) return [...faults, `${name}: constraints are an object`]
  for (const key of Object.keys(constraints)) if (!CONSTRAINTS.includes(key)) faults.push(`${name}: there is no constraint ${key}`)
  if ('required' in constraints && typeof constraints.required !== 'boolean') faults.push(`${name}: required is true or false`)
  if ('enum' in constraints && !(isSet(constraints.enum) && listOf(constraints.enum).every(isText)))
    faults.push(`${name}: enum is a set of texts`)
  for (const words of [trueValues, falseValues])
    if (words !== undefined && !(type === 'boolean' && isSet(words) && listOf(words).every(isText)))
      faults.push(`${name}: words of a boolean`)
  return faults
}

const schemaFaults = (schema: unknown, fieldsOf: (resource: string) => readonly unknown[]): string[] => {
  if (!isObject(schema) || listOf(schema.fields).length === 0) return ['a table has no fields']
  const names = listOf(schema.fields).map((field) => (isObject(field) ? field.name : undefined))
  const faults = listOf(schema.fields).flatMap(fieldFaults)
  if (new Set(names).size < names.length) faults.push('two fields have one name')
  const keys = [
    schema.primaryKey ?? [names[0]],
    ...listOf(schema.uniqueKeys),
    ...listOf(schema.foreignKeys).map((key) => (isObject(key) ? key.fields : [])),
  ]
  for (const key of keys)
    if (!isSet(key) || !listOf(key).every((name) => names.includes(name))) faults.push('a key names fields of its table')
  for (const key of listOf(schema.foreignKeys)) {
    const reference = isObject(key) && isObject(key.reference) ? key.reference : {}
    const there = reference.resource === undefined ? names : fieldsOf(String(reference.resource))
    const fields = listOf(reference.fields)
    if (fields.length !== listOf(isObject(key) ? key.fields : []).length || !fields.every((name) => there.includes(name)))
      faults.push('a foreign key names fields of another table')
  }
  if (schema.missingValues !== undefined && !listOf(schema.missingValues).every((value) => typeof value === 'string'))
    faults.push('missing values are texts')
  return faults
}

const isPath = (value: unknown): boolean => isText(value) && !/^[./~\\]|^file:|\/\.\.\/|\\|:\/\//.test(value)

/** Everything in a descriptor that the standard does not allow; empty for a valid one. */
export const faultsOf = (descriptor: unknown): readonly string[] => {
  if (!isObject(descriptor)) return ['a descriptor is an object']
  const resources = listOf(descriptor.resources)
  const faults = resources.length > 0 ? [] : ['a package has resources']
  if (descriptor.created !== undefined && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(String(descriptor.created)))
    faults.push('created is an instant')
  for (const key of ['$schema', 'name', 'title', 'description', 'version'])
    if (descriptor[key] !== undefined && !isText(descriptor[key])) faults.push(`${key} is a text`)
  if (descriptor.keywords !== undefined && !(listOf(descriptor.keywords).length > 0 && listOf(descriptor.keywords).every(isText)))
    faults.push('keywords are texts')
  if (descriptor.licenses !== undefined && listOf(descriptor.licenses).length === 0) faults.push('licences are a list')
  for (const licence of listOf(descriptor.licenses))
    if (!isObject(licence) || !(isText(licence.path) || /^[-\w.]+$/.test(String(licence.name ?? ''))))
      faults.push('a licence has a name or a path')
  const names = resources.map((resource) => (isObject(resource) ? resource.name : undefined))
  if (new Set(names).size < names.length) faults.push('two resources have one name')
  const fieldsOf = (name: string): readonly unknown[] => {
    const found = resources.find((resource) => isObject(resource) && resource.name === name)
    const schema = isObject(found) && isObject(found.schema) ? found.schema : {}
    return listOf(schema.fields).map((field) => (isObject(field) ? field.name : undefined))
  }
  for (const resource of resources) {
    if (!isObject(resource) || !isText(resource.name)) faults.push('a resource has a name')
    else {
      const paths = Array.isArray(resource.path) ? resource.path : [resource.path]
      if (paths.length === 0 || !paths.every(isPath)) faults.push(`${resource.name}: a path stays inside of the package`)
      if (resource.type !== 'table') faults.push(`${resource.name}: the type of a table is table`)
      if (resource.mediatype !== undefined && !/^.+\/.+$/.test(String(resource.mediatype))) faults.push(`${resource.name}: no media type`)
      faults.push(...schemaFaults(resource.schema, fieldsOf).map((fault) => `${resource.name}: ${fault}`))
    }
  }
  return faults
}

export type TableRow = Readonly<Record<string, string>>

const FORMS: Readonly<Record<string, RegExp>> = {
  integer: /^[+-]?\d+$/,
  number: /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
}

/** Everything in the rows of a package that its own schemas do not allow. `rowsOf` gives the rows of a resource by name. */
export const rowFaults = ({ resources }: Descriptor, rowsOf: (resource: string) => readonly TableRow[]): readonly string[] => {
  const faults: string[] = []
  for (const { name: table, schema } of resources) {
    const rows = rowsOf(table)
    const isMissing = (value: string | undefined): boolean => value === undefined || (schema.missingValues ?? ['']).includes(value)
    for (const [index, row] of rows.entries()) {
      for (const { name, type = 'string', constraints, trueValues = [], falseValues = [] } of schema.fields) {
        const value = row[name]
        const at = `${table} ${index + 1} ${name}`
        if (value === undefined || isMissing(value)) {
          if (constraints?.required) faults.push(`${at}: required`)
          continue
        }
        const fits = type === 'boolean' ? [...trueValues, ...falseValues].includes(value) : (FORMS[type]?.test(value) ?? true)
        if (!fits) faults.push(`${at}: ${value} is no ${type}`)
        if (constraints?.enum && !constraints.enum.includes(value)) faults.push(`${at}: ${value} is not in the list`)
      }
    }
    const keyOf = (row: TableRow, fields: readonly string[]): string => JSON.stringify(fields.map((field) => row[field]))
    for (const fields of [schema.primaryKey ?? [], ...(schema.uniqueKeys ?? [])].filter((key) => key.length > 0)) {
      const seen = new Set<string>()
      for (const row of rows) {
        if (seen.has(keyOf(row, fields))) faults.push(`${table}: ${keyOf(row, fields)} twice`)
        seen.add(keyOf(row, fields))
      }
    }
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const known = new Set(rowsOf(reference.resource ?? table).map((row) => keyOf(row, reference.fields)))
      for (const row of rows)
        if (!fields.every((field) => isMissing(row[field])) && !known.has(keyOf(row, fields)))
          faults.push(`${table}: no ${keyOf(row, fields)}`)
    }
  }
  return faults
}
