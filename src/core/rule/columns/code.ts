/** From terms to the lines of a loop's body: every term becomes an expression, named where it is used more than once. */

import { FIRST_DAY, LAST_DAY } from '../../dates.ts'
import type { Exact } from '../../exact.ts'
import { type Answer, any, bitsOf, boundAnswer, choose, joined, NO, ofBits, opposite, type Test, UNKNOWN, YES } from './answer.ts'
import { type Coder, calls, wholeWithin } from './calls.ts'
import { isNumeric } from './column.ts'
import type { Quotient } from './quotient.ts'
import * as quotient from './quotient.ts'
import { nameIn, type Sheet, slotOf } from './sheet.ts'
import { partsOf, type Term } from './term.ts'
import * as texts from './text-calls.ts'
import * as whole from './whole.ts'
import type { Word } from './word.ts'
import * as words from './word.ts'

/** Expressions already written, by term: on this level of the code or on one around it. */
export type Written = {
  readonly outer: Written | null
  readonly numbers: Map<number, Quotient>
  readonly words: Map<number, Word>
  readonly answers: Map<number, Answer>
}
export const writtenWithin = (outer: Written | null): Written => ({ outer, numbers: new Map(), words: new Map(), answers: new Map() })

const foundIn = <Kind>(written: Written, read: (level: Written) => Kind | undefined): Kind | undefined => {
  for (let level: Written | null = written; level !== null; level = level.outer) {
    const known = read(level)
    if (known !== undefined) return known
  }
  return undefined
}

/** Longer expressions get a name even if they are used once: parts of them are repeated in what they become part of. */
const LONG = 120

/** Writes terms to the sheet. `uses` says which terms recur; what `written` holds is not written again. */
export const coderOf = (sheet: Sheet, uses: ReadonlyMap<number, number>, start: Written): Coder => {
  let written = start
  const bind = nameIn(sheet)
  const keep = (table: Int32Array): string => `t${sheet.tables.push(table) - 1}`
  const recurs = (term: Term): boolean => (uses.get(term.id) ?? 0) > 1

  const number = (term: Term): Quotient => {
    const done = foundIn(written, ({ numbers }) => numbers.get(term.id))
    if (done) return done
    const plain = numberOf(term)
    const isLong = plain.top.code.length + plain.bottom.code.length + (plain.unknown?.length ?? 0) > LONG
    const result = recurs(term) || isLong ? quotient.bound(plain, bind) : plain
    written.numbers.set(term.id, result)
    return result
  }
  const word = (term: Term): Word => {
    const done = foundIn(written, ({ words }) => words.get(term.id))
    if (done) return done
    const result = words.bound(wordOf(term), bind)
    written.words.set(term.id, result)
    return result
  }
  const answer = (term: Term): Answer => {
    const done = foundIn(written, ({ answers }) => answers.get(term.id))
    if (done) return done
    const plain = answerOf(term)
    const isLong = plain.yes.length + (plain.unknown?.length ?? 0) > LONG
    const result = recurs(term) || isLong ? boundAnswer(plain, bind) : plain
    written.answers.set(term.id, result)
    return result
  }
  const coder: Coder = { bind, number, answer, word, keep }

  const unknownOf = (term: Term): Test =>
    term.sort === 'number' ? number(term).unknown : term.sort === 'word' ? word(term).unknown : answer(term).unknown

  const comparison = (op: '=' | '!=' | '<' | '<=' | '>' | '>=', left: Term, right: Term): Answer => {
    if (left.sort === 'number') return quotient.compared(number(left), op, number(right))
    // Texts and answers have no order: the check lets only = and != through.
    const equality = op === '=' ? '=' : '!='
    if (left.sort === 'word') return words.compared(word(left), equality, word(right), keep)
    const [a, b] = [answer(left), answer(right)]
    return { unknown: any([a.unknown, b.unknown]), yes: `(${a.yes} ${equality === '=' ? '===' : '!=='} ${b.yes})` }
  }

  /** Which branch counts, where the condition may be unknown and both branches still agree. */
  const branchesOf = ([condition, then, otherwise]: readonly [Term, Term, Term]): { test: string; unknown: (chosen: Test) => Test } => {
    const { unknown, yes } = boundAnswer(answer(condition), bind)
    if (unknown === null) return { test: yes, unknown: (chosen) => chosen }
    const same = comparison('=', then, otherwise)
    const differs = any([same.unknown, `!${same.yes}`])
    const test = unknown === 'true' ? 'true' : bind(`${unknown} || ${yes}`)
    return { test, unknown: (chosen) => (unknown === 'true' ? differs : choose(unknown, differs, chosen)) }
  }

  /** The number of the first row that holds, 0 where none does or a row above it is unknown. */
  const rowOf = (whens: readonly Term[]): string => {
    const ladder = whens.map((when, index) => {
      const { unknown, yes } = answer(when)
      return unknown === null ? `${yes} ? ${index + 1} : ` : `${unknown} ? 0 : ${yes} ? ${index + 1} : `
    })
    return bind(`(${ladder.join('')}0)`)
  }
  /** Folds the values of a table's rows from the last to the first. */
  const pick = <Kind extends { readonly unknown: Test }>(
    term: Extract<Term, { kind: 'table' }>,
    read: (value: Term) => Kind,
    either: (test: string, a: Kind, b: Kind) => Kind,
    none: Kind,
  ): Kind => {
    const row = rowOf(term.parts)
    const values = term.values.map(read)
    const last = values.at(-1) ?? none
    const chosen = values.slice(0, -1).reduceRight((below, value, index) => either(`(${row} === ${index + 1})`, value, below), last)
    return { ...chosen, unknown: any([`(${row} === 0)`, chosen.unknown]) }
  }

  /** Writes what recurs below a term here and now, so that code that runs only sometimes need not repeat it. */
  const writeRecurring = (term: Term, seen: Set<number>): void => {
    if (seen.has(term.id)) return
    seen.add(term.id)
    if (recurs(term) && term.kind !== 'fact' && term.kind !== 'constant') unknownOf(term)
    else for (const part of partsOf(term)) writeRecurring(part, seen)
  }

  /** `and` and `or` from the left: what comes later is looked at only while it can still change the answer. */
  const chain = (kind: 'and' | 'or', parts: readonly Term[]): Answer => {
    const [first, ...others] = parts
    if (!first) return kind === 'and' ? YES : NO
    const start = answer(first)
    for (const part of others) writeRecurring(part, new Set())
    const outer = written
    const later = others.map((part) => {
      written = writtenWithin(outer)
      const from = sheet.lines.length
      const own = answer(part)
      written = outer
      return { own, lines: sheet.lines.splice(from) }
    })
    if (later.every(({ lines }) => lines.length === 0)) {
      const simple = joined([start, ...later.map(({ own }) => own)], kind === 'and' ? '&&' : '||')
      if (simple) return simple
    }
    const name = `v${sheet.names++}`
    sheet.lines.push(`let ${name} = ${bitsOf(start)}`)
    for (const { own, lines } of later)
      sheet.lines.push(
        `if (${name} !== ${kind === 'and' ? 0 : 3}) {`,
        ...lines,
        `${name} ${kind === 'and' ? '&' : '|'}= ${bitsOf(own)}`,
        '}',
      )
    return ofBits(name)
  }

  const numberOf = (term: Term): Quotient => {
    switch (term.kind) {
      case 'constant':
        return quotient.ofExact(term.value as Exact)
      case 'fact': {
        const found = slotOf(sheet, term.key)
        if (!found || !isNumeric(found.layout)) return quotient.NOTHING
        const { scale, low, high } = found.layout
        return {
          unknown: found.unknown,
          top: whole.measured(found.slot, low, high, found.layout.array === 'BigInt64Array'),
          bottom: whole.constant(10n ** BigInt(scale)),
        }
      }
      case 'arithmetic': {
        const [left, right] = [number(term.parts[0]), number(term.parts[1])]
        switch (term.op) {
          case '+':
            return quotient.plus(left, right)
          case '-':
            return quotient.minus(left, right)
          case '*':
            return quotient.times(left, right)
          case '/':
            return quotient.over(left, right, bind)
        }
        break
      }
      case 'day': {
        const { value, unknown } = wholeWithin(number(term.parts[0]), FIRST_DAY, LAST_DAY, bind)
        return quotient.ofWhole(value, unknown)
      }
      case 'if': {
        const { test, unknown } = branchesOf(term.parts)
        const chosen = quotient.either(test, number(term.parts[1]), number(term.parts[2]), bind)
        return { ...chosen, unknown: unknown(chosen.unknown) }
      }
      case 'call':
        return (calls[term.name] ?? texts.numbers[term.name]!)(term.parts, coder)
      case 'table':
        return pick(term, number, (test, a, b) => quotient.either(test, a, b, bind), quotient.NOTHING)
    }
    return quotient.NOTHING
  }

  const wordOf = (term: Term): Word => {
    switch (term.kind) {
      case 'constant':
        return words.ofText(String(term.value))
      case 'fact': {
        const found = slotOf(sheet, term.key)
        if (!found || !('texts' in found.layout)) return words.NO_WORD
        return { unknown: found.unknown, code: found.slot, texts: found.layout.texts, constant: false }
      }
      case 'if': {
        const { test, unknown } = branchesOf(term.parts)
        const chosen = words.either(test, word(term.parts[1]), word(term.parts[2]), bind, keep)
        return { ...chosen, unknown: unknown(chosen.unknown) }
      }
      case 'call':
        return texts.words[term.name]!(term.parts, coder)
      case 'table':
        return pick(term, word, (test, a, b) => words.either(test, a, b, bind, keep), words.NO_WORD)
      default:
        return words.NO_WORD
    }
  }

  const answerOf = (term: Term): Answer => {
    switch (term.kind) {
      case 'constant':
        return term.value === true ? YES : NO
      case 'fact': {
        const found = slotOf(sheet, term.key)
        return found ? { unknown: found.unknown, yes: `(${found.slot} === 1)` } : UNKNOWN
      }
      case 'compare':
        return comparison(term.op, term.parts[0], term.parts[1])
      case 'and':
      case 'or':
        return chain(term.kind, term.parts)
      case 'not':
        return opposite(answer(term.parts[0]!))
      case 'known': {
        const unknown = unknownOf(term.parts[0]!)
        return unknown === null ? YES : unknown === 'true' ? NO : { unknown: null, yes: `!${unknown}` }
      }
      case 'if': {
        const { test, unknown } = branchesOf(term.parts)
        const [a, b] = [answer(term.parts[1]), answer(term.parts[2])]
        return { unknown: unknown(choose(test, a.unknown, b.unknown)), yes: `(${test} ? ${a.yes} : ${b.yes})` }
      }
      case 'call':
        return texts.answers[term.name]!(term.parts, coder)
      case 'table':
        return pick(
          term,
          answer,
          (test, a, b) => ({ unknown: choose(test, a.unknown, b.unknown), yes: `(${test} ? ${a.yes} : ${b.yes})` }),
          UNKNOWN,
        )
      default:
        return UNKNOWN
    }
  }

  return coder
}
