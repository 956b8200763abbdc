/** One pass over the population: the law as it is and one or more reforms, block by block. The same on every thread. */
import type { Diagnostic } from '../../core/diagnostic.ts'
import type { FactCatalogue } from '../../core/facts.ts'
import type { Text } from '../../core/messages.ts'
import type { Cells } from '../../core/rule/columns/columns.ts'
import type { Population } from '../../core/rule/columns/population.ts'
import type { When } from '../../core/rule/outcome.ts'
import type { Law } from '../../core/rule/reform/apply.ts'
import { findingOf } from '../../core/rule/reform/reform.ts'
import { changeWords } from '../../core/rule/reform/words.ts'
import type { Measure } from '../../core/rule/tree.ts'
import { rowsOf } from '../block.ts'
import type { Ids } from '../ids.ts'
import { columnsIn } from './columns.ts'
import { compareRows, comparisonOf, newComparing, turnOf } from './compare.ts'
import { gatherer } from './gather.ts'
import { addTotals, type Group, groupMovesOf, newGrouped } from './group.ts'
import { changeLines } from './lines.ts'
import { type AfterPart, largestOf, type Part } from './partial.ts'
import { programsOver } from './programs.ts'
import { reasonLabels } from './reasons.ts'
import { roomFor } from './room.ts'
import { type Scan, scanner } from './scan.ts'
import { differenceOf, isCounted, only, type Pair, pairsOf, type Setup, type Side, sideOf } from './sides.ts'
import { countCells, newPaid, newTallies, talliesOf } from './tally.ts'

/** What a thread holds as long as the laboratory is open. Columns lie in shared memory. */
export type Bench = { readonly law: Law; readonly population: Population; readonly ids: Ids; readonly groups: readonly Group[] }

/**
 * What is to be computed. Without `after` the law as it is, over all measures: then `paying` is written, how many counted measures pay each row; with it `paying` is
 * read. `detail`: who gains and loses and why; otherwise totals alone. `lines`: also a line of CSV for each cell that the first reform changes.
 */
export type Question = {
  /** The day of the law as it is. */
  readonly before: When
  readonly after: readonly Setup[]
  readonly detail: boolean
  readonly lines: boolean
  readonly paying: Uint16Array
}

/** A measure as results name it, with what the places of its reasons mean (`WHY`). */
export type Named = { readonly id: string; readonly title: Text; readonly counted: boolean; readonly reasons: readonly Text[] }

/** What a reform is compared over: measures that can come out differently on both sides, their pairs, the reform in words, and all that is decided on its day. */
export type Subject = {
  readonly before: readonly Named[]
  readonly after: readonly Named[]
  readonly pairs: readonly Pair[]
  readonly words: readonly Text[]
  readonly decided: readonly Named[]
}
export type Prepared = { readonly before: readonly Named[]; readonly subjects: readonly Subject[] }

/** A measure's cell in one row. */
export type RowCell = { readonly status: number; readonly fen: number; readonly mask: number } | null
export type RowCells = readonly { readonly id: string; readonly before: RowCell; readonly after: RowCell }[]

export type Pass = {
  readonly prepared: Prepared
  /** Adds a block; answers with its lines. */
  readonly block: (from: number, to: number) => string
  /** What all blocks so far come to. */
  readonly part: () => Part
  /** The cells that differ between the sides in one row, for the reform with that number. */
  readonly row: (reform: number, row: number) => RowCells
}

const namedIn = ({ measures, when }: Side, facts: FactCatalogue | null): readonly Named[] =>
  measures.map((measure: Measure) => ({
    id: measure.id,
    title: { zh: measure.title, en: measure.titleEnglish ?? measure.title },
    counted: isCounted(measure),
    reasons: facts ? reasonLabels(measure, when, facts) : [],
  }))

const cellAt = (cells: Cells, place: number): RowCell =>
  place < 0 ? null : { status: cells.status[place]![0]!, fen: cells.amount[place]![0]!, mask: cells.mask?.[place]?.[0] ?? 0 }

/** Prepares passes over blocks of at most `size` rows. */
export const passesOf = ({ law, population, ids, groups }: Bench, size: number) => {
  const { compiled, lasting } = programsOver(columnsIn(population))
  const gather = gatherer(size)
  const [roomBefore, roomAfter] = [roomFor(size), roomFor(size)]
  const [paidBefore, paidAfter] = [newPaid(size), newPaid(size)]
  const others = new Uint16Array(size)
  const rows = new Int32Array(size)

  /** The law as it is, over all rows. */
  const whole = (side: Side, paying: Uint16Array): Pass => {
    const { program, columns, counted } = lasting(side, 'together')
    const cells = roomBefore(program)
    const tallies = newTallies(counted.length)
    const grouped = groups.map(newGrouped)
    let recipients = 0
    return {
      prepared: { before: namedIn(side, null), subjects: [] },
      block: (from, to) => {
        const count = to - from
        program.run(rowsOf(columns, from, to), cells, 0, count)
        countCells(tallies, cells, count, counted, paidBefore)
        for (const each of grouped) addTotals(each, paidBefore, from, count)
        for (let row = 0; row < count; row++) if (paidBefore.measures[row]! > 0) recipients++
        paying.set(paidBefore.measures.subarray(0, count), from)
        return ''
      },
      part: () => ({ before: { tallies: talliesOf(tallies), recipients, groups: grouped.map(groupMovesOf) }, after: [] }),
      row: () => [],
    }
  }

  /** One reform against the law as it is. */
  const comparing = (before: Side, after: Side, scan: ReturnType<typeof scanner>, { detail, lines, paying }: Question) => {
    const { changed, affected, related } = differenceOf(before, after)
    const way = detail ? 'explained' : 'together'
    const searched = related ? affected : changed
    const [old, now] = [only(before, searched), only(after, searched)]
    const scanned: Scan = { before: lasting(old, 'alone'), after: compiled(now, 'alone'), pairs: pairsOf(old, now), eligible: related }
    const [wholeOld, wholeNow] = [only(before, affected), only(after, affected)]
    const pairs = pairsOf(wholeOld, wholeNow)
    const [first, second] = [lasting(wholeOld, way), compiled(wholeNow, way)]
    const isSameColumns = [...second.columns.columns].every(([key, column]) => first.columns.columns.get(key) === column)
    const [cells, cellsAfter] = [roomBefore(first.program), roomAfter(second.program)]
    const [tallies, talliesAfter] = [newTallies(first.counted.length), newTallies(second.counted.length)]
    const own = newComparing(pairs, detail ? groups : [])
    let [entering, leaving] = [0, 0]

    const decide = (count: number): void => {
      const gathered = gather(first.columns, rows, count)
      first.program.run(gathered, cells, 0, count)
      second.program.run(isSameColumns ? gathered : gather(second.columns, rows, count), cellsAfter, 0, count)
    }
    const block = (from: number, to: number): string => {
      const count = scan(scanned, from, to, rows)
      if (count === 0) return ''
      decide(count)
      countCells(tallies, cells, count, first.counted, paidBefore)
      countCells(talliesAfter, cellsAfter, count, second.counted, paidAfter)
      for (let index = 0; index < count; index++) {
        others[index] = paying[rows[index]!]! - paidBefore.measures[index]!
        const turn = turnOf(paidBefore.measures[index]!, paidAfter.measures[index]!, others[index]!)
        if (turn > 0) entering++
        else if (turn < 0) leaving++
      }
      if (detail) compareRows(own, pairs, [cells, cellsAfter], [paidBefore, paidAfter], others, rows, count)
      return lines ? changeLines(pairs, [cells, cellsAfter], ids, rows, count) : ''
    }
    const part = (): AfterPart => ({
      before: talliesOf(tallies),
      after: talliesOf(talliesAfter),
      entering,
      leaving,
      comparison: detail ? comparisonOf(own) : null,
      largest: largestOf(own.largest),
    })
    const row = (at: number): RowCells => {
      rows[0] = at
      decide(1)
      return pairs
        .map((pair) => ({ id: pair.id, before: cellAt(cells, pair.before), after: cellAt(cellsAfter, pair.after) }))
        .filter((pair) => pair.before?.status !== pair.after?.status || pair.before?.fen !== pair.after?.fen)
    }
    const facts = detail ? law.facts : null
    const subject: Subject = {
      before: namedIn(wholeOld, facts),
      after: namedIn(wholeNow, facts),
      pairs,
      words: changeWords(before.measures, after.measures, after.when),
      decided: namedIn(after, null),
    }
    return { subject, block, part, row }
  }

  return (question: Question): Pass | { readonly diagnostics: readonly Diagnostic[] } => {
    const [before, ...after] = [{ reform: [], when: question.before }, ...question.after].map((setup) => sideOf(law, setup))
    const diagnostics = [before!, ...after].flatMap((each) => each.diagnostics)
    if (diagnostics.length > 0) return { diagnostics }
    const side = before!.side!
    if (after.length === 0) return whole(side, question.paying)
    const scan = scanner(size)
    try {
      const own = after.map((each) => comparing(side, each.side!, scan, question))
      return {
        prepared: { before: namedIn(side, null), subjects: own.map(({ subject }) => subject) },
        block: (from, to) => own.map((each) => each.block(from, to))[0]!,
        part: () => ({ before: null, after: own.map((each) => each.part()) }),
        row: (reform, row) => own[reform]!.row(row),
      }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return { diagnostics: [findingOf('reform.relations', { file: '', line: 1, column: 1, end: 2 }, { reason: error.message })] }
    }
  }
}
