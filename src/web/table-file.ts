/** Tables to take along, in the form that the address ends with: CSV, or a workbook (.xlsx). */
import { csvOf } from '../core/csv.ts'
import { type Table, workbookOf, XLSX } from '../kernel/spreadsheet/write.ts'

const fileHeaders = (name: string, type: string) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'no-store',
})

/** The first table as CSV, below its notes; or all of them as a workbook, where the notes are a sheet before them. */
export const tableFile = (
  pathname: string,
  name: string,
  tables: readonly [Table, ...Table[]],
  notes: readonly string[] = [],
): Response => {
  if (pathname.endsWith('.xlsx')) return new Response(workbookOf(tables, notes), { headers: fileHeaders(`${name}.xlsx`, XLSX) })
  const [{ columns, rows }] = tables
  const text = csvOf([...notes.map((note) => [note]), columns.map(({ head }) => head), ...rows])
  return new Response(text, { headers: fileHeaders(`${name}.csv`, 'text/csv; charset=utf-8') })
}
