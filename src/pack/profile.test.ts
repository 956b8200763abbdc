/** `datapackage.json` is read by other programs: it follows the standard, and its schemas say what is in the tables. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Descriptor, faultsOf, rowFaults, type TableRow } from '../../test/data-package.ts'
import { readCsv } from './csv.ts'
import { schemaOf } from './schema.ts'
import { optionalTables, tableNames } from './tables.ts'

const home = path.resolve(import.meta.dirname, '../..')
const packs = ['packs/wuhan', 'packs/sample', 'test/packs/xincheng']
const descriptorOf = (pack: string): Descriptor => JSON.parse(readFileSync(path.join(home, pack, 'datapackage.json'), 'utf8'))

const rowsOf = (pack: string, { resources }: Descriptor, name: string): readonly TableRow[] => {
  const paths = [resources.find((resource) => resource.name === name)?.path ?? []].flat()
  return paths.flatMap((file) => {
    const { head, rows } = readCsv(readFileSync(path.join(home, pack, file), 'utf8'), file)
    return rows.map((row) => Object.fromEntries(head.map(({ text }, index) => [text, row[index]?.text ?? ''])))
  })
}

describe.each(packs)('the descriptor of %s', (pack) => {
  const descriptor = descriptorOf(pack)

  it('follows Data Package 2.0', () => {
    expect(faultsOf(descriptor)).toEqual([])
    expect(descriptor).toMatchObject({ $schema: 'https://datapackage.org/profiles/2.0/datapackage.json' })
  })

  it('describes every table as it is read: columns, types, choices and keys', () => {
    const schemas = Object.fromEntries(descriptor.resources.map(({ name, schema }) => [name, schema]))
    const there = tableNames.filter((name) => !optionalTables.has(name) || name in schemas)
    expect(schemas).toEqual(Object.fromEntries(there.map((name) => [name, schemaOf(name)])))
  })

  it('is true of every row: types, required cells, choices, keys and references', () => {
    const rows = Object.fromEntries(tableNames.map((name) => [name, rowsOf(pack, descriptor, name)]))
    expect(tableNames.filter((name) => rows[name]?.length === 0 && !optionalTables.has(name))).toEqual([])
    expect(rowFaults(descriptor, (name) => rows[name] ?? [])).toEqual([])
  })
})

describe('the standard', () => {
  const good = descriptorOf('test/packs/xincheng')
  /** The descriptor with one place changed, named as `resources.0.path`; undefined takes it out. */
  const changed = (place: string, value: unknown): unknown =>
    place.split('.').reduceRight<(at: unknown) => unknown>(
      (inner, key) => (at) =>
        Array.isArray(at) ? at.with(Number(key), inner(at[Number(key)])) : { ...Object(at), [key]: inner(Object(at)[key]) },
      () => value,
    )(good)

  it.each([
    ['no resources', 'resources', []],
    ['two resources of one name', 'resources.1.name', 'sources'],
    ['a path that leaves the package', 'resources.0.path', '../sources.csv'],
    ['a resource without a path', 'resources.0.path', undefined],
    ['a table without fields', 'resources.0.schema.fields', []],
    ['a type that does not exist', 'resources.0.schema.fields.0.type', 'money'],
    ['a constraint that does not exist', 'resources.0.schema.fields.0.constraints', { needed: true }],
    ['an empty list of choices', 'resources.0.schema.fields.0.constraints', { enum: [] }],
    ['a key over a column that does not exist', 'resources.0.schema.primaryKey', ['nothing']],
    ['a foreign key to a table that does not exist', 'resources.4.schema.foreignKeys.0.reference.resource', 'nothing'],
    ['a licence without a name or a path', 'licenses', [{ title: 'free' }]],
    ['a day where an instant belongs', 'created', '2026-11-24'],
  ])('does not allow %s', (_what, place, value) => {
    expect(faultsOf(changed(place, value))).not.toEqual([])
  })

  it.each<readonly [string, string, TableRow, string]>([
    ['an empty cell that is required', 'goals', { id: 'a', year: '2030', text: '', text_en: 'x', document: 'd', source: 's' }, 'required'],
    ['a year that is no number', 'goals', { id: 'a', year: 'soon', text: 'x', text_en: 'x', document: 'd', source: 's' }, 'integer'],
    ['a choice that is not offered', 'districts', { code: '1', name: 'a', name_en: 'a', kind: 'moon', own_code: 'yes' }, 'not in the list'],
    ['a word that is neither yes nor no', 'districts', { code: '1', name: 'a', name_en: 'a', kind: 'zone', own_code: 'maybe' }, 'boolean'],
    [
      'a source that does not exist',
      'districts',
      { code: '1', name: 'a', name_en: 'a', kind: 'zone', own_code: 'no', source: 's' },
      'no ["s"]',
    ],
  ])('does not allow %s in a row', (_what, table, row, fault) => {
    expect(rowFaults(good, (name) => (name === table ? [row] : [])).join('; ')).toContain(fault)
  })

  it('does not allow a key twice', () => {
    const row = { name: 'a', name_en: 'a' }
    expect(rowFaults(good, (name) => (name === 'departments' ? [row, row] : []))).toEqual(['departments: ["a"] twice'])
  })
})
