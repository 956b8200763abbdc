/** What the tables of a database are: enough to copy each, and to make again those that no migration makes, such as populations. */
import { sql } from 'kysely'
import type { Db } from '../database.ts'
import { SCHEMA } from '../jobs/queue.ts'

export type TableColumn = {
  readonly name: string
  readonly type: string
  readonly notNull: boolean
  /** Its default, or what it is generated from. */
  readonly initially: string | null
  readonly comment: string | null
  /** Computed from others by the database, so it is not copied. */
  readonly generated: boolean
}
export type TableShape = {
  readonly schema: string
  readonly name: string
  readonly comment: string | null
  readonly columns: readonly TableColumn[]
  readonly constraints: readonly { readonly name: string; readonly definition: string }[]
  /** Statements that make the indexes which no constraint makes. */
  readonly indexes: readonly string[]
}
/** `last` as text: a sequence goes beyond what a number holds. */
export type SequenceState = { readonly schema: string; readonly name: string; readonly last: string; readonly isCalled: boolean }

/** Everything but the server's own, and the job queue, which a start makes again from `kernel_parcel`. */
const own = sql`n.nspname not in ('information_schema', ${sql.lit(SCHEMA)}) and n.nspname not like 'pg\\_%'`

export const quotedName = ({ schema, name }: { readonly schema: string; readonly name: string }): string =>
  [schema, name].map((part) => `"${part.replaceAll('"', '""')}"`).join('.')

/** The columns that are copied, as a COPY names them. */
export const copiedColumns = ({ columns }: TableShape): string =>
  columns
    .filter(({ generated }) => !generated)
    .map(({ name }) => `"${name.replaceAll('"', '""')}"`)
    .join(', ')

/** Every table but those of the job queue, by name. */
export const tablesIn = async (db: Db): Promise<readonly TableShape[]> =>
  (
    await sql<TableShape>`select n.nspname as schema, c.relname as name, obj_description(c.oid, 'pg_class') as comment,
      coalesce((select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'notNull', a.attnotnull,
        'initially', pg_get_expr(d.adbin, d.adrelid), 'comment', col_description(c.oid, a.attnum),
        'generated', a.attgenerated <> '') order by a.attnum)
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), '[]') as columns,
      coalesce((select json_agg(json_build_object('name', k.conname, 'definition', pg_get_constraintdef(k.oid)) order by k.conname)
        from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'c')), '[]') as constraints,
      coalesce((select json_agg(pg_get_indexdef(i.indexrelid) order by i.indexrelid)
        from pg_index i where i.indrelid = c.oid and not exists (select from pg_constraint k where k.conindid = i.indexrelid)), '[]') as indexes
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and ${own} order by 1, 2`.execute(db)
  ).rows

export const sequencesIn = async (db: Db): Promise<readonly SequenceState[]> => {
  const { rows } = await sql<{ schema: string; name: string }>`select n.nspname as schema, c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'S' and ${own} order by 1, 2`.execute(db)
  const states: SequenceState[] = []
  for (const each of rows) {
    const { rows: found } = await sql<{
      last: string
      isCalled: boolean
    }>`select last_value::text as last, is_called as "isCalled" from ${sql.raw(quotedName(each))}`.execute(db)
    states.push({ ...each, ...found[0]! })
  }
  return states
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** The statements that make a table as it was. */
export const statementsFor = (table: TableShape): readonly string[] => {
  const name = quotedName(table)
  const lines = [
    ...table.columns.map((column) => {
      const value = column.generated ? `generated always as (${column.initially}) stored` : `default ${column.initially}`
      const initially = column.initially === null ? '' : ` ${value}`
      return `"${column.name.replaceAll('"', '""')}" ${column.type}${column.notNull ? ' not null' : ''}${initially}`
    }),
    ...table.constraints.map((each) => `constraint "${each.name.replaceAll('"', '""')}" ${each.definition}`),
  ]
  return [
    `create schema if not exists "${table.schema.replaceAll('"', '""')}"`,
    `create table ${name} (${lines.join(', ')})`,
    ...table.indexes,
    ...(table.comment === null ? [] : [`comment on table ${name} is ${literal(table.comment)}`]),
    ...table.columns.flatMap((column) =>
      column.comment === null ? [] : [`comment on column ${name}."${column.name.replaceAll('"', '""')}" is ${literal(column.comment)}`],
    ),
  ]
}
