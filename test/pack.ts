/** The texts of the invented pack, for tests that read it and for tests that break it. */
import path from 'node:path'
import { textsOf } from '../src/pack/texts.ts'

const folder = path.resolve(import.meta.dirname, 'packs/xincheng')

export type Files = ReadonlyMap<string, string>

export const xincheng = async (): Promise<Files> => (await textsOf(folder)).files

/** The same pack with one passage of one file replaced. The passage must be there, exactly once. */
export const edited = (files: Files, file: string, from: string, to: string): Files => {
  const parts = (files.get(file) ?? '').split(from)
  if (parts.length !== 2) throw new Error(`${file} holds the passage ${parts.length - 1} times: ${from}`)
  return new Map([...files, [file, parts.join(to)]])
}
