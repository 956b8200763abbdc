/** Tables as CSV (RFC 4180) for people who open them in a spreadsheet. */

/** Spreadsheets run what begins like a formula; a single quote before it keeps it a text (OWASP, CSV injection). Numbers stay numbers. */
const harmless = (text: string): string => (/^[=+\-@\t\r\n\0]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text)

const cell = (value: string | null): string => {
  const text = harmless(value ?? '')
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Lines end as RFC 4180 has them; the mark of byte order lets spreadsheets read Chinese. An unknown value is an empty cell. */
export const csvOf = (rows: readonly (readonly (string | null)[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
