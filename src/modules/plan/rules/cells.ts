/** Cells and lines of CSV (RFC 4180) that programs read back: nothing is added to what a cell says. */

/** A cell, in quotes where it must be. */
export const cellOf = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
export const lineOf = (cells: readonly string[]): string => cells.map(cellOf).join(',')
