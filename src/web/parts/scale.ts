/** Where things stand on a chart: axes with round steps, years as bands, labels that do not cover each other. */
import { numberOfDay, spanOf } from '../../core/dates.ts'

export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** A period on the time line, in years: its middle. 2020 is 2020.5, so that it stands above the word "2020" and not between two years. */
export const yearOf = (period: string): number => {
  const span = spanOf(period)
  if (!span) return Number.NaN
  const at = (day: number): number => 1970 + day / 365.2425
  return (at(numberOfDay(span.first)) + at(numberOfDay(span.last) + 1)) / 2
}

/** Round steps that hold both ends: 1, 2, 2.5 or 5 times a power of ten. Starts at 0 unless the values lie close together far above it. */
export const ticksOf = (values: readonly number[]): readonly number[] => {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const low = least > 0 && least < most * 0.6 ? 0 : least > 0 && least === most ? 0 : least
  const rough = (most - low) / 4 || Math.abs(most) / 4 || 1
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 2.5, 5, 10].find((each) => each * power >= rough * 0.999) ?? 10)
  const first = Math.floor(low / step + 1e-9)
  const last = Math.ceil(most / step - 1e-9)
  return Array.from({ length: Math.max(1, last - first) + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}

/** Every year, or every second, third, … so that at most `most` words stand below the axis; the last year is always named. Two words name both ends. */
export const yearsNamed = (from: number, to: number, most: number): readonly number[] => {
  if (most === 2) return from === to ? [from] : [from, to]
  const every = Math.ceil((to - from + 1) / most)
  return Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((year) => (to - year) % every === 0)
}

export const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Chinese characters are as wide as they are high, Latin ones and digits a little over half of that. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + (/[⺀-鿿＀-￯]/.test(character) ? size : size * 0.58), 0)

/** A Chinese character or a word, with the marks that hold on to it, or what is between words. */
const UNBROKEN = /[（《]*(?:[⺀-鿿＀-￯]|[^\s⺀-鿿＀-￯]+)[、。，；：？！）》]*|\s+/g

/** Text in lines that are no wider than `width`; a word that is wider has a line of its own. */
export const linesOf = (text: string, size: number, width: number): readonly string[] => {
  const lines: string[] = []
  let line = ''
  for (const [piece] of text.matchAll(UNBROKEN)) {
    if (line.trim() !== '' && widthOf((line + piece).trimEnd(), size) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line = line === '' ? piece.trimStart() : line + piece
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}

/** The first of the places that touches nothing; if each touches something, the first. */
export const freePlace = <T extends { readonly box: Box }>(places: readonly T[], taken: readonly Box[]): T | undefined =>
  places.find((place) => taken.every((box) => !overlap(place.box, box))) ?? places[0]
