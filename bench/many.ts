/** Packs of any number of measures: the ten of the benchmark again and again, each time with other amounts and thresholds, so that nothing is computed once for two. */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { clauseHash } from '../src/pack/clause.ts'
import { DATA } from './data.ts'
import { PACK } from './engine.ts'
import { MEASURES } from './reference.ts'

const idOf = (index: number): string => `m${String(index + 1).padStart(2, '0')}`

/** Clauses that name no amount: those of the rules differ from copy to copy. */
const CLAUSE = { zh: '测速用。', en: 'For the benchmark.' }

/** Measure `index` as a file: each amount of 万元 is larger by the number of the copy; what holds between measures stays with the first ten. */
const textOf = (index: number): string => {
  const copy = Math.floor(index / MEASURES.length)
  const text = readFileSync(path.join(PACK, 'measures', `${MEASURES[index % MEASURES.length]}.md`), 'utf8')
  if (copy === 0) return text
  const heading = `第${(index % MEASURES.length) + 1}条`
  const clause = clauseHash({ heading, clause: CLAUSE })
  return text
    .replace(/^id: .*$/m, `id: ${idOf(index)}`)
    .replace(/\n## 合计[\s\S]*$/, '\n')
    .replace(/^> en: .*$/m, `> en: ${CLAUSE.en}`)
    .replace(/^> (?!en).*$/m, `> ${CLAUSE.zh}`)
    .replace(/ clause=\w+$/gm, ` clause=${clause}`)
    .replace(/(\d+) 万元/g, (_, wan: string) => `${Number(wan) + copy} 万元`)
}

/** The folder of a pack with so many measures, made below `.data` when it is not there. */
export const packOf = (count: number): string => {
  if (count === MEASURES.length) return PACK
  const folder = path.join(DATA, `pack-${count}`)
  if (existsSync(folder)) return folder
  const unfinished = `${folder}.${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  cpSync(PACK, unfinished, { recursive: true, filter: (file) => path.basename(file) !== 'measures' })
  mkdirSync(path.join(unfinished, 'measures'))
  for (let index = 0; index < count; index++) writeFileSync(path.join(unfinished, 'measures', `${idOf(index)}.md`), textOf(index))
  rmSync(folder, { recursive: true, force: true })
  renameSync(unfinished, folder)
  return folder
}
