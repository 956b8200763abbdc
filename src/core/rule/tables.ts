import type { RawTable } from './blocks.ts'
import type { RawSection } from './document.ts'
import { placeOf, type Span } from './lines.ts'
import type { Reporter } from './report.ts'
import type { Syntax } from './syntax.ts'
import { checkTable } from './table-check.ts'
import type { HitPolicy, Parameter, Table, TableRow } from './tree.ts'
import { type Scope, typed, typedRow } from './typed.ts'
import { sameType, typeText } from './units.ts'

export const HIT_POLICIES: readonly HitPolicy[] = ['first', 'unique', 'sum']
export const isHitPolicy = (text: string): text is HitPolicy => (HIT_POLICIES as readonly string[]).includes(text)

/** A table as it is written, and where it stands. */
export type RawTableBlock = {
  readonly raw: RawTable
  readonly hit: HitPolicy
  readonly english: string | null
  readonly section: RawSection
  readonly span: Span
}

/** A table with every cell typed, and checked as far as it can be before it runs. */
export const tableOf = (
  reporter: Reporter,
  scope: Scope,
  name: string,
  { raw, hit, english, section, span }: RawTableBlock,
  parameters: readonly Parameter[],
): Table | 'failed' => {
  const place = (each: Span) => placeOf(reporter.source, each.start, each.end)
  if (raw.heads.some((head) => head === null)) return 'failed'
  const rows: TableRow[] = []
  let bad = false
  for (const [index, row] of raw.rows.entries()) {
    const id = `t:${name}:${index + 1}`
    const when = row.tests.some((tests) => tests === null)
      ? null
      : typedRow(reporter, scope, raw.heads as Syntax[], row.tests as never, `${id}.when`, row.span)
    const value = row.value && typed(reporter, scope, row.value, `${id}.value`)
    if (!when || !value) bad = true
    else rows.push({ id, when, value, cells: row.cells, place: place(row.span) })
  }
  const type = rows[0]?.value.type
  if (bad || !type) return 'failed'
  const other = rows.find((row) => !sameType(row.value.type, type))
  if (other) {
    reporter.report('rule.branches', raw.rows[rows.indexOf(other)]!.span, { left: typeText(type), right: typeText(other.value.type) })
    return 'failed'
  }
  if (hit === 'sum' && type.kind !== 'number') {
    reporter.report('rule.table-sum', raw.rows[0]!.span, { found: typeText(type) })
    return 'failed'
  }
  const table: Table = { name, english, hit, heads: raw.headTexts, rows, type, anchor: section.anchor, place: place(span) }
  checkTable(
    reporter,
    table,
    parameters,
    raw.rows.map((row) => row.span),
    span,
  )
  return table
}
