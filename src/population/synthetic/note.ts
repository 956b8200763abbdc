/** What a file of a synthetic population says of itself, so that whatever is computed over it says so too. */
import { readFile, writeFile } from 'node:fs/promises'
import type { SyntheticNote } from '../../core/synthetic/describe.ts'

/** The note among what is kept beside columns (`meta.json`); null if there is none. */
export const noteIn = (kept: unknown): SyntheticNote | null => {
  const note = typeof kept === 'object' && kept !== null && 'synthetic' in kept ? kept.synthetic : null
  return typeof note === 'object' ? (note as SyntheticNote | null) : null
}

const besideOf = (file: string): string => `${file}.meta.json`

/** The note that lies beside a CSV file, under its name with `.meta.json`. */
export const noteBeside = async (file: string): Promise<SyntheticNote | null> => {
  const text = await readFile(besideOf(file), 'utf8').catch(() => null)
  try {
    return text === null ? null : noteIn(JSON.parse(text))
  } catch {
    return null
  }
}

export const writeNoteBeside = (file: string, synthetic: SyntheticNote): Promise<void> =>
  writeFile(besideOf(file), `${JSON.stringify({ synthetic }, null, 2)}\n`)
