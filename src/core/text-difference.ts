/** Two versions of a sentence: Chinese is compared by characters, everything else by words and numbers. */
import { aligned, type Step } from './align.ts'

/** A run of the text: it stays, it went (`<del>`) or it came (`<ins>`). */
export type TextPiece = { readonly kind: Step<string>['kind']; readonly text: string }

/** Whole sentences first: a long text of which one sentence changed is compared within that sentence only. */
const SENTENCE = /[^。；！？.;!?\n]*(?:[。；！？\n]+|[.;!?]+(?:\s+|$)|[.;!?])|[^。；！？.;!?\n]+/gu
/** An amount with its unit, a word, a Chinese character, blanks, any other sign. */
const TOKEN = /\d[\d.,]*(?:\s*(?:亿元|万元|元|亿|万|%|‰))?|[\p{Script=Latin}\p{M}'’-]+|\p{Script=Han}|\s+|./gsu

const piecesOf = (text: string, pattern: RegExp): readonly string[] => text.match(pattern) ?? []

/** What stays between two changes but is too little to hold on to: a single character, or blanks and signs. */
const isSliver = (text: string): boolean => [...text.replace(/[\p{P}\p{S}\s]/gu, '')].length <= 1

/** Runs of one kind as one piece; between two changes, what went stands before what came, and slivers are drawn into the change. */
const grouped = (steps: readonly Step<string>[]): readonly TextPiece[] => {
  const runs: { kind: Step<string>['kind']; text: string }[] = []
  for (const { kind, item } of steps) {
    const last = runs.at(-1)
    if (last?.kind === kind) last.text += item
    else runs.push({ kind, text: item })
  }
  const pieces: TextPiece[] = []
  let [removed, added] = ['', '']
  const flush = (): void => {
    if (removed !== '') pieces.push({ kind: 'removed', text: removed })
    if (added !== '') pieces.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const [index, { kind, text }] of runs.entries()) {
    const isWithin = removed + added !== '' && index < runs.length - 1
    if (kind === 'removed' || (kind === 'same' && isWithin && isSliver(text))) removed += text
    if (kind === 'added' || (kind === 'same' && isWithin && isSliver(text))) added += text
    if (kind === 'same' && !(isWithin && isSliver(text))) {
      flush()
      pieces.push({ kind, text })
    }
  }
  flush()
  return pieces
}

/** Sentences that went and came together are compared token by token. */
const within = (steps: readonly Step<string>[]): readonly Step<string>[] => {
  const out: Step<string>[] = []
  let [removed, added] = ['', '']
  const flush = (): void => {
    out.push(...aligned(piecesOf(removed, TOKEN), piecesOf(added, TOKEN)))
    removed = ''
    added = ''
  }
  for (const step of steps) {
    if (step.kind === 'removed') removed += step.item
    else if (step.kind === 'added') added += step.item
    else {
      flush()
      out.push(step)
    }
  }
  flush()
  return out
}

/** The pieces that stay and went, joined, are the text before; those that stay and came are the text after. */
export const textDifference = (before: string, after: string): readonly TextPiece[] =>
  grouped(within(aligned(piecesOf(before, SENTENCE), piecesOf(after, SENTENCE))))
