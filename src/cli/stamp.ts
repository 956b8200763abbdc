import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { clauseHash, STAMPED } from '../pack/clause.ts'
import { packOf } from '../pack/read.ts'
import { textsOf } from '../pack/texts.ts'
import { type Command, Misuse } from './command.ts'
import { showDiagnostics, todayHere } from './pack.ts'

export const command: Command = {
  name: 'stamp',
  operands: ['PACK'],
  means: {
    zh: '人工核对条款与规则之后，把条款的哈希写进代码块',
    en: 'after a person has compared clause and rule, write the clause’s hash into its blocks',
  },
  options: { measure: { type: 'string', value: 'ID', means: { zh: '只处理一项措施', en: 'one measure only' } } },
  run: async ({ positionals: [folder = ''], values }, io) => {
    const { files, diagnostics } = await textsOf(folder)
    if (diagnostics.some((each) => each.severity === 'error')) {
      showDiagnostics(diagnostics, io)
      return 1
    }
    // A changed clause is what this command settles; every other error has to go first.
    const result = packOf(files, todayHere(), { clausesMayHaveChanged: true })
    if (!result.pack) {
      showDiagnostics(
        result.diagnostics.filter((each) => each.severity === 'error'),
        io,
      )
      return 1
    }
    const only = values.measure
    if (typeof only === 'string' && !result.pack.measures.has(only))
      throw new Misuse({ zh: `没有措施“${only}”。`, en: `There is no measure "${only}".` })
    let changed = 0
    for (const measure of result.pack.measures.values()) {
      if (only !== undefined && measure.id !== only) continue
      const file = path.join(folder, measure.file)
      const lines = (await readFile(file, 'utf8')).split('\n')
      let own = 0
      for (const section of measure.sections) {
        const now = clauseHash(section)
        for (const block of section.blocks) {
          if (!STAMPED.has(block.kind) || block.clause === now) continue
          const at = block.place.line - 1
          lines[at] = `${lines[at]!.replace(/\s+clause=\S+/, '').trimEnd()} clause=${now}`
          own++
        }
      }
      if (own === 0) continue
      await writeFile(file, lines.join('\n')).catch((error: Error) => {
        throw new Misuse({ zh: `写不了“${file}”：${error.message}。`, en: `Cannot write "${file}": ${error.message}.` })
      })
      changed += own
      io.out(`${measure.file}: ${own}`)
    }
    io.out(io.language === 'zh' ? `${changed} 个代码块已记下所依据的条款。` : `${changed} blocks now name the clause they implement.`)
    return 0
  },
}
