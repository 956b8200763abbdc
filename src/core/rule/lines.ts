import type { Place } from '../diagnostic.ts'

/** A text that knows where its lines begin, so that an offset can be shown to a person as line and column. */
export type Source = { readonly file: string; readonly text: string; readonly starts: readonly number[] }

export const sourceOf = (text: string, file: string): Source => {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return { file, text, starts }
}

/** Index of the line that holds the offset, counted from 0. */
const lineAt = (source: Source, offset: number): number => {
  let [low, high] = [0, source.starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (source.starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}

const endOfLine = (source: Source, line: number): number => {
  const next = source.starts[line + 1]
  const end = next === undefined ? source.text.length : next - 1
  return source.text[end - 1] === '\r' ? end - 1 : end
}

/** The place of a span; one that runs over several lines is shown to the end of its first line. */
export const placeOf = (source: Source, start: number, end: number): Place => {
  const line = lineAt(source, start)
  const column = start - source.starts[line]! + 1
  const stop = Math.max(Math.min(end, endOfLine(source, line)), start + 1)
  return { file: source.file, line: line + 1, column, end: column + (stop - start) }
}

/** The text of a line (counted from 1), without its line break. */
export const lineText = (source: Source, line: number): string => {
  const start = source.starts[line - 1]
  return start === undefined ? '' : source.text.slice(start, endOfLine(source, line - 1))
}

/** A piece of the text: offsets into `source.text`, end exclusive. */
export type Span = { readonly start: number; readonly end: number }

/** The span without white space at its ends. */
export const trimmed = (text: string, span: Span): Span => {
  let { start, end } = span
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return { start, end }
}

export type Line = Span & { readonly text: string }

/** The lines of a span, without their line breaks. */
export const linesIn = (text: string, span: Span): readonly Line[] => {
  const lines: Line[] = []
  for (let start = span.start; start <= span.end; ) {
    const found = text.indexOf('\n', start)
    const stop = found < 0 || found > span.end ? span.end : found
    const end = stop > start && text[stop - 1] === '\r' ? stop - 1 : stop
    lines.push({ text: text.slice(start, end), start, end })
    start = stop + 1
  }
  return lines
}

/** A line of a block that says nothing to the machine. */
export const isComment = (line: Line): boolean => /^\s*(#|<!--)/.test(line.text) || line.text.trim() === ''
