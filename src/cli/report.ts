import { assessAll, lampOf, METHOD_VERSION, sentenceOf, targetEntry, verdictOf } from '../modules/plan/index.ts'
import { type Command, row } from './command.ts'
import { dayOption, packOrFindings, todayHere } from './pack.ts'

export const command: Command = {
  name: 'report',
  operands: ['PACK'],
  means: {
    zh: '每个目标的最新数据、状态，或不能评估的原因',
    en: 'every target with its latest reading and status, or why it cannot be assessed',
  },
  options: {
    'as-of': { type: 'string', value: 'DATE', means: { zh: '截至哪一天（默认今天）', en: 'as of a day (default: today)' } },
    known: {
      type: 'string',
      value: 'DATE',
      means: { zh: '按哪一天已公布的数据（默认今天）', en: 'data as known on a day (default: today)' },
    },
    json: { type: 'boolean', means: { zh: '以 JSON 输出', en: 'print JSON' } },
  },
  run: async ({ positionals: [folder = ''], values }, io) => {
    const asOf = dayOption(values, 'as-of', todayHere())
    const known = dayOption(values, 'known', todayHere())
    const pack = await packOrFindings(folder, io)
    if (!pack) return 1
    const assessments = assessAll(pack, asOf, known)
    if (values.json) {
      const targets = assessments.map(targetEntry)
      io.out(JSON.stringify({ pack: { id: pack.id, hash: pack.hash }, asOf, known, method: METHOD_VERSION, targets }, null, 2))
      return 0
    }
    const colours = {
      met: 'green',
      doubtful: 'yellow',
      'on-track': 'green',
      accelerate: 'yellow',
      limited: 'red',
      'moving-away': 'red',
      missed: 'red',
      'not-assessable': 'dim',
    } as const
    for (const each of assessments) {
      io.out(
        row(io, [
          { text: verdictOf(each)[io.language], width: 20, colour: colours[lampOf(each)] },
          { text: each.indicator.name[io.language], width: 44 },
          { text: sentenceOf(each)[io.language], width: 0 },
        ]),
      )
    }
    return 0
  },
}
