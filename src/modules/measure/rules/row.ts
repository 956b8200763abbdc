/** One line of a mass run: `enterprise,measure,status,fen,mask`. */
import type { Fen } from '../../../core/money.ts'
import type { Status } from '../../../core/rule/outcome.ts'
import { readCsv } from '../../../pack/csv.ts'

/** What a line states. `award` is whole fen, null unless eligible; `mask` is null where the run wrote no line: then the cell is not eligible. */
export type Row = {
  readonly enterprise: string
  readonly measure: string
  readonly status: Status
  readonly award: Fen | null
  readonly mask: number | null
}

const COLUMNS = ['enterprise', 'measure', 'status', 'fen', 'mask'] as const
export type RowPart = (typeof COLUMNS)[number] | 'cells'

const HEADER = COLUMNS.join(',')
const STATUSES: readonly string[] = ['eligible', 'ineligible', 'undetermined'] satisfies Status[]
/** 30 conditions and judgements, and the amount. */
const MAX_MASK = 2 ** 31 - 1

/** The row that a line states, with the header above it or without, or the part of the line that is none. */
export const rowIn = (text: string): { readonly row: Row } | { readonly wrong: RowPart } => {
  const lines = text.trim()
  const { rows, problems } = readCsv(lines.startsWith(`${HEADER}\n`) || lines.startsWith(`${HEADER}\r`) ? lines : `${HEADER}\n${lines}`, '')
  const cells = rows[0]?.map((cell) => cell.text)
  if (problems.length > 0 || rows.length !== 1 || !cells) return { wrong: 'cells' }
  const [enterprise = '', measure = '', status = '', fen = '', mask = ''] = cells
  if (enterprise === '') return { wrong: 'enterprise' }
  if (!STATUSES.includes(status)) return { wrong: 'status' }
  if (status === 'eligible' ? !/^\d{1,16}$/.test(fen) : fen !== '') return { wrong: 'fen' }
  if (!/^\d{1,10}$/.test(mask) || Number(mask) > MAX_MASK) return { wrong: 'mask' }
  return { row: { enterprise, measure, status: status as Status, award: fen === '' ? null : BigInt(fen), mask: Number(mask) } }
}

const cell = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** The line that states the row, as a run writes it. */
export const lineOf = ({ enterprise, measure, status, award, mask }: Row): string =>
  [cell(enterprise), measure, status, award ?? '', mask ?? ''].join(',')
