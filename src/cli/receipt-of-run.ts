import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { canonicalJson } from '../core/evidence/canonical.ts'
import type { Inclusion } from '../core/evidence/inclusion.ts'
import { inclusionOf } from '../population/inclusion.ts'
import { type Command, Misuse } from './command.ts'
import { idCell, recordOf } from './run-folder.ts'

export const command: Command = {
  name: 'receipt',
  operands: ['RUN'],
  means: { zh: '一家企业在一次全量运行里的收据', en: 'the receipt of an enterprise in a mass run' },
  options: {
    enterprise: { type: 'string', value: 'ID', means: { zh: '企业', en: 'the enterprise' } },
    measure: { type: 'string', value: 'ID', means: { zh: '只要这项措施', en: 'this measure only' } },
    out: { type: 'string', value: 'FILE', means: { zh: '写到文件；不写则打印', en: 'write to a file; printed otherwise' } },
  },
  run: async ({ positionals: [folder = ''], values: { enterprise, measure, out } }, io) => {
    if (typeof enterprise !== 'string')
      throw new Misuse({ zh: '请用 --enterprise 给出企业。', en: 'Name the enterprise with --enterprise.' })
    const record = await recordOf<Inclusion['run']>(folder)
    const start = `${idCell(enterprise)},${typeof measure === 'string' ? `${measure},` : ''}`
    const inclusion = await inclusionOf(path.join(folder, String(record.grants.file)), record, (line) => line.startsWith(start))
    if (inclusion === null) {
      io.err(
        io.language === 'zh'
          ? `这次运行里没有企业“${enterprise}”的这一行：没有写出的都不符合。`
          : `The run has no such line for "${enterprise}": what is not written is not eligible.`,
      )
      return 1
    }
    const text = `${canonicalJson(inclusion)}\n`
    if (typeof out !== 'string') io.out(text.trimEnd())
    else {
      await writeFile(out, text)
      io.err(io.language === 'zh' ? `收据已写入 ${out}` : `the receipt is in ${out}`)
    }
    return 0
  },
}
