/** Enterprises as raw columns: one typed array for each, in memory and as files. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ARRAYS, type ColumnName, type Enterprise, NULL_SLOT, SCHEMA, STORAGE } from './schema.ts'

export type Slots = Uint8Array | Int32Array | Float64Array
export type Columns = { readonly [name in ColumnName]: Slots }

export const columnsOf = (count: number, enterpriseAt: (row: number) => Enterprise): Columns => {
  const arrays = SCHEMA.map(({ name, type }) => ({ name, empty: NULL_SLOT[STORAGE[type]], slots: new ARRAYS[STORAGE[type]](count) }))
  for (let row = 0; row < count; row++) {
    const enterprise = enterpriseAt(row)
    for (const { name, empty, slots } of arrays) slots[row] = enterprise[name] ?? empty
  }
  return Object.fromEntries(arrays.map(({ name, slots }) => [name, slots])) as Columns
}

/** Row `row` as the generator made it. */
export const enterpriseIn = (columns: Columns, row: number): Enterprise =>
  Object.fromEntries(
    SCHEMA.map(({ name, type }) => {
      const slot = columns[name][row]!
      return [name, Object.is(slot, NULL_SLOT[STORAGE[type]]) ? null : slot]
    }),
  ) as Enterprise

/** One bit for each row, lowest first, 1 where there is a value; padded to four bytes. */
const validity = (slots: Slots, empty: number): Uint8Array => {
  const bits = new Uint8Array(((slots.length + 31) >> 5) * 4)
  for (const [row, slot] of slots.entries()) if (!Object.is(slot, empty)) bits[row >> 3]! |= 1 << (row & 7)
  return bits
}

/** `NAME.bin` little-endian, `NAME.valid` for columns that may be null, `meta.json`. */
export const writeColumns = (folder: string, columns: Columns, about: { n: number; seed: number; profile: string }): void => {
  mkdirSync(folder, { recursive: true })
  for (const { name, type, nullable } of SCHEMA) {
    writeFileSync(path.join(folder, `${name}.bin`), columns[name])
    if (nullable) writeFileSync(path.join(folder, `${name}.valid`), validity(columns[name], NULL_SLOT[STORAGE[type]]))
  }
  const meta = {
    format: 'planwright-bench/1',
    ...about,
    endian: 'little',
    valid: '1 = present, lowest bit first, padded to 4 bytes',
    nullSlot: { ...NULL_SLOT, f64: 'NaN' },
    date: 'days since 1970-01-01',
    columns: SCHEMA.map(({ name, type, values, nullable }) => ({
      name,
      type,
      ...(values.length > 0 ? { values } : {}),
      nullable,
      storage: STORAGE[type],
    })),
  }
  writeFileSync(path.join(folder, 'meta.json'), `${JSON.stringify(meta, null, 1)}\n`)
}

/** Reads what `writeColumns` wrote. */
export const readColumns = (folder: string): Columns =>
  Object.fromEntries(
    SCHEMA.map(({ name, type }) => {
      const { buffer, byteOffset, byteLength } = readFileSync(path.join(folder, `${name}.bin`))
      return [name, new ARRAYS[STORAGE[type]](buffer.slice(byteOffset, byteOffset + byteLength))]
    }),
  ) as Columns
