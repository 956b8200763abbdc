/** The columns of a table as a Table Schema 2.0, which is how `datapackage.json` shows them to other programs. */
import { type Column, type ColumnKind, keys, type TableName, tables } from './tables.ts'

type Type = { readonly type: string; readonly trueValues?: readonly string[]; readonly falseValues?: readonly string[] }

const typeOf = (kind: ColumnKind): Type => {
  switch (kind) {
    case 'number':
      return { type: 'integer' }
    case 'decimal':
      return { type: 'number' }
    case 'yes-no':
      return { type: 'boolean', trueValues: ['yes'], falseValues: ['no'] }
    case 'day':
      return { type: 'date' }
    default:
      return { type: 'string' }
  }
}

const fieldOf = ({ name, kind, required, means }: Column) => {
  const constraints = {
    ...(required ? { required: true } : {}),
    ...(typeof kind === 'object' && 'choice' in kind ? { enum: kind.choice } : {}),
  }
  return {
    name,
    description: `${means.zh} · ${means.en}`,
    ...typeOf(kind),
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  }
}

/** The Table Schema of a table. A column that holds several references, separated by `|`, has no foreign key: the standard knows none of that kind. */
export const schemaOf = (table: TableName) => {
  const foreignKeys = tables[table].flatMap(({ name, kind }) =>
    typeof kind === 'object' && 'one' in kind
      ? [
          {
            fields: [name],
            reference: { ...(kind.one === table ? {} : { resource: kind.one }), fields: [keys[kind.one][0]![0]!] },
          },
        ]
      : [],
  )
  const [primaryKey, ...uniqueKeys] = keys[table]
  return {
    fields: tables[table].map(fieldOf),
    missingValues: [''],
    ...(primaryKey ? { primaryKey } : {}),
    ...(uniqueKeys.length > 0 ? { uniqueKeys } : {}),
    ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
  }
}
