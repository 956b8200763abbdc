import { shownMoney } from '../core/money.ts'
import { considered, type Decision, decisionOf, groupsOf, type Result, type Way } from '../modules/measure/index.ts'
import { type Command, type Io, Misuse, paint } from './command.ts'
import { packOrFindings } from './pack.ts'
import { showProblems } from './problems.ts'
import { readFactsFile } from './read.ts'
import { keepReceipt } from './receipt.ts'
import { whenOf, whenOptions, whenText } from './when.ts'

const MARK = { eligible: ['green', '✓'], ineligible: ['dim', '✗'], undetermined: ['yellow', '？'] } as const
const MISSING = { zh: '缺少：', en: 'still needed: ' }

const showResult = (result: Result, io: Io, whole: boolean): void => {
  const [colour, mark] = MARK[result.status as keyof typeof MARK]
  io.out(`${paint(io, colour, mark)} ${paint(io, 'bold', result.title[io.language])}  ${paint(io, 'dim', result.measure)}`)
  for (const line of whole || result.status === 'eligible' ? result.explanation : result.explanation.slice(0, 1)) {
    const sign = line.holds === undefined ? '' : line.holds === null ? '？ ' : line.holds ? '✓ ' : '✗ '
    io.out(`    ${sign}${line.kind === 'missing' ? MISSING[io.language] : ''}${line.text[io.language]}`)
  }
  showWays(result.ways ?? [], io)
  for (const step of result.trace ?? [])
    io.out(paint(io, 'dim', `      ${'  '.repeat(step.depth)}${step.node}  ${step.label[io.language]}  ${step.value[io.language]}`))
}

const POSSIBLE = { zh: '怎样才能符合：', en: 'What would make it possible:' }
const EFFECT = { zh: '最多可定 ', en: 'decides up to ' }
const NEXT = { zh: '接下来问：', en: 'To ask next:' }
const NOTHING = { zh: '没有要问的了。', en: 'Nothing is left to ask.' }
/** How many questions are asked at once. */
const ASKED_AT_ONCE = 3

const showWays = (ways: readonly Way[], io: Io): void => {
  if (ways.length === 0) return
  io.out(`    ${POSSIBLE[io.language]}`)
  for (const { says, follows, satisfies } of ways) {
    io.out(`      · ${says[io.language]}`)
    io.out(`        → ${follows[io.language]}`)
    for (const { anchor, text } of satisfies) io.out(paint(io, 'dim', `        {#${anchor}} ${text[io.language]}`))
  }
}

/** The questions whose answers can decide most, with the measures that wait for them. */
const showNext = ({ questions, results }: Decision, io: Io): void => {
  io.out(`\n${(questions.length === 0 ? NOTHING : NEXT)[io.language]}`)
  const titles = new Map(results.map(({ measure, title }) => [measure, title[io.language]]))
  for (const { question, fact, atStake, measures } of questions.slice(0, ASKED_AT_ONCE)) {
    const stake = atStake === null ? '' : `  ${EFFECT[io.language]}${shown(atStake, io)}`
    io.out(`  ${paint(io, 'bold', question[io.language])}  ${paint(io, 'dim', fact)}${stake}`)
    for (const id of measures) io.out(`    ${titles.get(id) ?? id}  ${paint(io, 'dim', id)}`)
  }
}

const shown = (yuan: string, io: Io): string => shownMoney(BigInt(yuan.replace('.', '')), io.language)

const showTotals = (decision: Decision, io: Io): void => {
  const { total, uncounted, relations } = decision
  const more = uncounted !== '0.00'
  const open = groupsOf(decision).stillPossible
  if (io.language === 'zh') {
    io.out(`\n合计可得：${shown(total, io)}${more ? `（另有 ${shown(uncounted, io)} 来源或有效期待核实，未计入）` : ''}`)
    if (open !== '0.00') io.out(`尚未确定的最多还有：${shown(open, io)}`)
    if (relations.length > 0) io.out('条款提到的、涉及其他资金的限制没有从合计中扣除：')
  } else {
    io.out(
      `\nEntitled in total: ${shown(total, io)}${more ? ` (another ${shown(uncounted, io)} left out: source or validity to be verified)` : ''}`,
    )
    if (open !== '0.00') io.out(`Not decided yet, at most: ${shown(open, io)}`)
    if (relations.length > 0) io.out('Not deducted from the total, since they concern other money:')
  }
  for (const { measure, text } of relations) io.out(`  ${measure}  ${text}`)
}

export const command: Command = {
  name: 'decide',
  operands: ['PACK'],
  means: { zh: '一家企业能得多少、为什么、缺什么', en: 'what an enterprise is entitled to, why, and what is missing' },
  options: {
    facts: {
      type: 'string',
      value: 'FILE|-',
      means: { zh: 'JSON 事实文件，- 为标准输入', en: 'JSON file of facts, - for standard input' },
    },
    ...whenOptions,
    measure: { type: 'string', value: 'ID', means: { zh: '只看一项措施', en: 'one measure only' } },
    trace: { type: 'boolean', means: { zh: '附上每一步的值', en: 'with the value of every step' } },
    ways: { type: 'boolean', means: { zh: '附上怎样才能符合', en: 'with what would make each refused measure possible' } },
    next: { type: 'boolean', means: { zh: '附上接下来该问什么', en: 'with what to ask next' } },
    unverified: {
      type: 'boolean',
      means: { zh: '把来源或有效期待核实的也计入合计', en: 'count measures whose source or validity is to be verified' },
    },
    receipt: {
      type: 'string',
      value: 'FILE.json',
      means: { zh: '写下收据，旁边是加盐的事实', en: 'write a receipt, and the facts with their salts beside it' },
    },
    json: { type: 'boolean', means: { zh: '以 JSON 输出', en: 'print JSON' } },
  },
  run: async ({ positionals: [folder = ''], values }, io) => {
    if (typeof values.facts !== 'string') throw new Misuse({ zh: '请用 --facts 给出事实文件。', en: 'Give the facts with --facts.' })
    const when = whenOf(values)
    const pack = await packOrFindings(folder, io)
    if (!pack) return 1
    const only = values.measure
    const one = typeof only === 'string' ? pack.measures.get(only) : undefined
    if (typeof only === 'string' && !one) throw new Misuse({ zh: `没有措施“${only}”。`, en: `There is no measure "${only}".` })

    const read = await readFactsFile(values.facts, pack)
    if ('problems' in read) {
      showProblems(read.problems, io, values.json === true)
      return 1
    }
    const measures = one ? [one] : considered(pack, when)
    const unverified = values.unverified === true
    const decision = decisionOf(pack, measures, read.facts, when, { trace: values.trace === true, ways: values.ways === true, unverified })
    if (values.json) io.out(JSON.stringify(decision, null, 2))
    else {
      for (const result of decision.results) showResult(result, io, one !== undefined)
      showTotals(decision, io)
      io.out(whenText(when, io.language))
      if (values.next === true) showNext(decision, io)
    }
    if (typeof values.receipt === 'string') await keepReceipt(values.receipt, pack, { measures, when, unverified }, read.facts, io)
    return 0
  },
}
