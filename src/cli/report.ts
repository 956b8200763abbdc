import type { Text } from '../core/messages.ts'
import {
  type Assessment,
  type AssessmentFault,
  assessAll,
  lampOf,
  METHOD_VERSION,
  overview,
  sentenceOf,
  targetEntry,
  verdictOf,
  verifyAssessments,
} from '../modules/plan/index.ts'
import type { Pack } from '../pack/pack.ts'
import { type Command, type Io, Misuse, paint, row } from './command.ts'
import { OPERATOR, withApp } from './database.ts'
import { dayOption, packOrFindings, todayHere } from './pack.ts'

type Assessed = { readonly pack: Pack; readonly assessments: readonly Assessment[] }

/** The targets of a pack; of `db` and without a folder those of this installation, with the readings that were entered and approved in it. Null after findings. */
const assessed = async (folder: string | undefined, asOf: string, known: string, io: Io): Promise<Assessed | null> => {
  if (folder !== undefined && folder !== 'db') {
    const pack = await packOrFindings(folder, io)
    return pack && { pack, assessments: assessAll(pack, asOf, known) }
  }
  const { pack } = await withApp((app) => app.perform(OPERATOR, overview, { asOf, known }))
  return { pack, assessments: assessAll(pack, asOf, known) }
}

const FAULTS: Readonly<Record<AssessmentFault, Text>> = {
  input: { zh: '输入与其哈希不符', en: 'what went in is not what its hash says' },
  target: { zh: '输入说的是另一个目标', en: 'what went in is about another target' },
  method: { zh: '没有这个版本的方法', en: 'there is no method of this version' },
  outcome: { zh: '按其方法重算，结果不同', en: 'judged again by its method it comes out otherwise' },
}

/** Judges every kept assessment again; the exit code says whether all come out the same. */
const verify = async (io: Io): Promise<number> => {
  const { assessments, faults } = await withApp((app) => app.perform(OPERATOR, verifyAssessments, {}))
  const zh = io.language === 'zh'
  for (const { id, indicator, period, fault } of faults)
    io.out(`${paint(io, 'red', '✗')} ${indicator} ${period} ${id}${zh ? '：' : ': '}${FAULTS[fault][io.language]}`)
  const counted = zh ? `重算了 ${assessments} 条留存的评估` : `${assessments} kept assessments were judged again`
  if (faults.length > 0) io.out(`${counted}${zh ? `，${faults.length} 条不符` : `, ${faults.length} do not hold`}`)
  else io.out(`${paint(io, 'green', '✓')} ${counted}${zh ? '，全部一致' : ' and came out as they were kept'}`)
  return faults.length === 0 ? 0 : 1
}

export const command: Command = {
  name: 'report',
  operands: ['[PACK|db]'],
  means: {
    zh: '每个目标的最新数据、状态，或不能评估的原因；写 db 或不写时取本站的，含报送的数据',
    en: 'every target with its latest reading and status, or why it cannot be assessed; of db, or without PACK, those of this site, with readings entered here',
  },
  options: {
    'as-of': { type: 'string', value: 'DATE', means: { zh: '截至哪一天（默认今天）', en: 'as of a day (default: today)' } },
    known: {
      type: 'string',
      value: 'DATE',
      means: { zh: '按哪一天已公布的数据（默认今天）', en: 'data as known on a day (default: today)' },
    },
    verify: {
      type: 'boolean',
      means: { zh: '重算本站留存的每一条评估，看是否一致', en: 'judge every assessment kept on this site again, and see whether it holds' },
    },
    json: { type: 'boolean', means: { zh: '以 JSON 输出', en: 'print JSON' } },
  },
  run: async ({ positionals: [folder], values }, io) => {
    if (values.verify) {
      if (folder === undefined) return verify(io)
      throw new Misuse({
        zh: '--verify 重算本站留存的评估，不写包。',
        en: '--verify is about the assessments kept on this site; leave out PACK.',
      })
    }
    const asOf = dayOption(values, 'as-of', todayHere())
    const known = dayOption(values, 'known', todayHere())
    const found = await assessed(folder, asOf, known, io)
    if (!found) return 1
    const { pack, assessments } = found
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
