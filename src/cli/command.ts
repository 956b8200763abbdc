import type { Language, Text } from '../core/messages.ts'

/** What a command writes to, and how. */
export type Io = {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
  readonly language: Language
  /** Whether a person looks: then lines are coloured and columns aligned; otherwise columns are parted by tabs. */
  readonly terminal: boolean
}

/** `multiple`: it may be given several times; its values come as lines of one text. */
export type Option = { readonly type: 'string' | 'boolean'; readonly value?: string; readonly multiple?: true; readonly means: Text }
export type Given = { readonly positionals: readonly string[]; readonly values: Readonly<Record<string, string | boolean | undefined>> }

/** A command of the line. `run` answers with the exit code: 0 fine, 1 findings, 2 wrong use. */
export type Command = {
  readonly name: string
  readonly operands: readonly string[]
  readonly means: Text
  readonly options: Readonly<Record<string, Option>>
  /** Settings of the environment that this command reads. */
  readonly settings?: Readonly<Record<string, Text>>
  readonly run: (given: Given, io: Io) => Promise<number>
}

/** Wrong use of the command line: one sentence, exit code 2. */
export class Misuse extends Error {
  readonly text: Text
  constructor(text: Text) {
    super(text.en)
    this.text = text
  }
}

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const
export const paint = (io: Io, colour: keyof typeof CODES, text: string): string =>
  io.terminal ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text

/** Columns as a terminal shows them: Chinese characters are two wide. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) >= 0x1100 ? 2 : 1), 0)

export type Cell = { readonly text: string; readonly width: number; readonly colour?: keyof typeof CODES }

/** One line of columns. */
export const row = (io: Io, cells: readonly Cell[]): string => {
  if (!io.terminal) return cells.map(({ text }) => text).join('\t')
  return cells
    .map(({ text, width, colour }) => {
      const padded = text + ' '.repeat(Math.max(0, width - widthOf(text)))
      return colour ? paint(io, colour, padded) : padded
    })
    .join(' ')
    .trimEnd()
}
