/** Receipts as files: the receipt may be shown to anybody, the facts beside it are for whom they belong to. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Facts } from '../core/facts.ts'
import { engineOf } from '../kernel/engine.ts'
import { newSalt } from '../kernel/random.ts'
import { type Asked, openedFacts, receiptOf, receiptText } from '../modules/measure/index.ts'
import type { Pack } from '../pack/pack.ts'
import { type Io, Misuse } from './command.ts'

export const engineHere = () => engineOf(path.resolve(import.meta.dirname, '../..'))

/** Writes `FILE.json` and `FILE.facts.json`. */
export const keepReceipt = async (file: string, pack: Pack, asked: Asked, facts: Facts, io: Io): Promise<void> => {
  if (!file.endsWith('.json')) throw new Misuse({ zh: '收据的文件名应以 .json 结尾。', en: 'The file of a receipt ends in .json.' })
  const opened = openedFacts(facts, pack, newSalt)
  const receipt = receiptOf(pack, asked, facts, opened, engineHere())
  const beside = file.replace(/\.json$/, '.facts.json')
  try {
    await writeFile(file, receiptText(receipt))
    await writeFile(beside, `${JSON.stringify({ receipt: receipt.hash, facts: opened }, null, 2)}\n`)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    throw new Misuse({ zh: `写不了“${file}”。请检查路径和权限。`, en: `Cannot write "${file}". Check the path and the permissions.` })
  }
  io.err(
    io.language === 'zh'
      ? `收据 ${receipt.hash.slice(0, 12)} 已写入 ${file}，可给任何人看；事实和盐在 ${beside}，请自己保存。`
      : `Receipt ${receipt.hash.slice(0, 12)} is in ${file} and may be shown to anybody; facts and salts are in ${beside}, keep that to yourself.`,
  )
}
