/** The command line in process: what it writes, and its exit code. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { main } from '../src/cli/main.ts'
import { atEnd } from './at-end.ts'
import { packs } from './packs.ts'

export type Said = { readonly code: number; readonly out: string; readonly err: string }

/** Runs one command line in Chinese unless it says `--lang en`; nobody looks, so nothing is coloured. */
export const line = async (...args: readonly string[]): Promise<Said> => run(args, false)
/** The same before a terminal. */
export const lineOnTerminal = async (...args: readonly string[]): Promise<Said> => run(args, true)

const run = async (args: readonly string[], terminal: boolean): Promise<Said> => {
  const [out, err]: [string[], string[]] = [[], []]
  const lang = args.some((arg) => arg.startsWith('--lang')) ? [] : ['--lang', 'zh']
  const code = await main([...args, ...lang], { out: (text) => out.push(text), err: (text) => err.push(text), terminal })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

const scratch = mkdtempSync(path.join(os.tmpdir(), 'pw-line-'))
atEnd(() => rmSync(scratch, { recursive: true }))

/** A file with this content, gone after the file's tests. */
export const fileOf = (content: string | Buffer, name = 'facts.json'): string => {
  const file = path.join(mkdtempSync(path.join(scratch, 'f-')), name)
  writeFileSync(file, content)
  return file
}

/** A copy of the invented city's pack to change. */
export const packCopy = (): string => {
  const folder = path.join(mkdtempSync(path.join(scratch, 'p-')), 'xincheng')
  cpSync(packs.xincheng, folder, { recursive: true })
  return folder
}
