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

const REFORMED = 'measures/research-subsidy.md'
const REFORM: readonly (readonly [from: string, to: string])[] = [
  ['按研发投入的10%补助', '按研发投入的12%补助'],
  ['补助比例 (rate): 10%', '补助比例 (rate): 12%'],
  ['  - not(严重失信)', '  - not(严重失信)\n  - 研发投入 >= 100 元'],
]

/** A second version of one measure, research-subsidy: clause, rate and conditions are others; its worked cases are gone. */
export const reformed = (files: Files): Files => {
  const changed = REFORM.reduce((own, [from, to]) => edited(own, REFORMED, from, to), files)
  const text = (changed.get(REFORMED) ?? '').replaceAll('bfe5d59d0646', '912da725cd32').replace(/```cases.*?```\n/s, '')
  return new Map([...changed, [REFORMED, text]])
}
