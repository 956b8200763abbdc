import { createReadStream } from 'node:fs'
import { type FactProblem, type Facts, readFacts } from '../core/facts.ts'
import { readJson } from '../core/json.ts'
import { judgementKeys } from '../modules/measure/index.ts'
import type { Pack } from '../pack/pack.ts'
import { Misuse } from './command.ts'

const MAX_BYTES = 1_000_000

/** A file or standard input (`-`) up to the limit; null if there is more. */
const readBytes = async (file: string): Promise<Buffer | null> => {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of file === '-' ? process.stdin : createReadStream(file)) {
      chunks.push(chunk as Buffer)
      length += (chunk as Buffer).length
      if (length > MAX_BYTES) return null
    }
  } catch {
    throw new Misuse({ zh: `读不到事实文件“${file}”。`, en: `Cannot read the facts file "${file}".` })
  }
  return Buffer.concat(chunks)
}

const wrong = (zh: string, en: string): { readonly problems: readonly FactProblem[] } => ({
  problems: [{ fact: '', code: 'fact.object', message: { zh, en } }],
})

/** The facts of a JSON file as this pack reads them, or everything that is wrong with them. A file that cannot be opened is wrong use. */
export const readFactsFile = async (
  file: string,
  pack: Pack,
): Promise<{ readonly facts: Facts } | { readonly problems: readonly FactProblem[] }> => {
  const bytes = await readBytes(file)
  if (bytes === null) return wrong(`事实文件超过 ${MAX_BYTES} 字节。`, `The facts file is larger than ${MAX_BYTES} bytes.`)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return wrong('事实文件不是 UTF-8。', 'The facts file is not UTF-8.')
  }
  const parsed = readJson(text)
  if ('problem' in parsed) return wrong(parsed.problem.zh, parsed.problem.en)
  const { facts, problems } = readFacts(parsed.value, pack.facts, judgementKeys(pack))
  return problems.length > 0 ? { problems } : { facts }
}
