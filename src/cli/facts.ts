import { textOfExact } from '../core/exact.ts'
import { isAbout } from '../core/facts.ts'
import { type Command, row } from './command.ts'
import { packOrFindings } from './pack.ts'

export const command: Command = {
  name: 'facts',
  operands: ['PACK'],
  means: { zh: '列出规则所用的全部事实', en: 'list the facts that rules ask for' },
  options: { json: { type: 'boolean', means: { zh: '以 JSON 输出', en: 'print JSON' } } },
  run: async ({ positionals: [folder = ''], values }, io) => {
    const pack = await packOrFindings(folder, io)
    if (!pack) return 1
    const users = (name: string) =>
      [...pack.measures.values()].filter((measure) => measure.facts.some((key) => isAbout(key, name))).map((measure) => measure.id)
    if (values.json) {
      const facts = [...pack.facts.values()].map(({ place: _place, min, max, ...fact }) => ({
        ...fact,
        min: min === null ? null : textOfExact(min),
        max: max === null ? null : textOfExact(max),
        measures: users(fact.name),
      }))
      io.out(JSON.stringify({ pack: { id: pack.id, hash: pack.hash }, facts }, null, 2))
    } else
      for (const fact of pack.facts.values())
        io.out(
          row(io, [
            { text: fact.name, width: 32 },
            { text: fact.type, width: 8 },
            { text: fact.question[io.language], width: 0 },
          ]),
        )
    return 0
  },
}
