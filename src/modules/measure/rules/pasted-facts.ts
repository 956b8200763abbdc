/** Facts as somebody pastes them: JSON, or the header and lines of the file that a run was over. */
import { readJson } from '../../../core/json.ts'
import type { Text } from '../../../core/messages.ts'
import { readCsv } from '../../../pack/csv.ts'

type Given = Readonly<Record<string, unknown>>

const LOOK_BACK = /^(上年|前年)[(（](.+)[)）]$/
const WITH_UNIT = /^([^[\]［］]+?)\s*[[［]([^[\]［］]+)[\]］]$/

/** A cell with the unit that its header names; fen as yuan. */
const withUnit = (cell: string, unit: string): string => {
  if (cell === '' || !/^-?\d+(\.\d+)?$/.test(cell)) return cell
  if (unit !== '分' && unit.toLowerCase() !== 'fen') return `${cell}${unit === '%' ? '' : ' '}${unit}`
  if (cell.includes('.')) return `${cell} ${unit}`
  const digits = cell.replace('-', '').padStart(3, '0')
  return `${cell.startsWith('-') ? '-' : ''}${digits.slice(0, -2).replace(/^0+(?=\d)/, '')}.${digits.slice(-2)} 元`
}

const csvFacts = (text: string, enterprise: string): Given | null => {
  const { head, rows, problems } = readCsv(text, '')
  const idAt = head.findIndex((cell) => cell.text.toLowerCase() === 'enterprise')
  const row = rows.find((cells) => idAt >= 0 && cells[idAt]?.text === enterprise) ?? (idAt < 0 || enterprise === '' ? rows[0] : undefined)
  if (problems.length > 0 || !row) return null
  return Object.fromEntries(
    head.flatMap(({ text: written }, column) => {
      if (column === idAt || written.startsWith('#')) return []
      const [, name = written, unit = ''] = WITH_UNIT.exec(written) ?? []
      const cell = row[column]?.text ?? ''
      return [[name.replace(LOOK_BACK, '$1$2'), unit === '' ? cell : withUnit(cell, unit)]]
    }),
  )
}

/** Names and values of the facts in a text; of several lines that of the enterprise. Nothing where there is no text; a problem where it is neither JSON nor CSV. */
export const pastedFacts = (text: string, enterprise: string): { readonly given: Given } | { readonly problem: Text } => {
  const trimmed = text.trim()
  if (trimmed === '') return { given: {} }
  if (trimmed.startsWith('{')) {
    const read = readJson(trimmed)
    return 'problem' in read ? read : { given: read.value as Given }
  }
  const given = csvFacts(trimmed, enterprise)
  return given
    ? { given }
    : {
        problem: {
          zh: '这既不是 JSON，也不是带表头、有这家企业一行的 CSV。',
          en: 'This is neither JSON nor CSV with a header and a line of this enterprise.',
        },
      }
}
