import { readFile } from 'node:fs/promises'
import { type FactProblem, type Facts, readFacts } from '../core/facts.ts'
import { readJson } from '../core/json.ts'
import { shownMoney, yuanText } from '../core/money.ts'
import { decide, judgementKey } from '../core/rule/evaluate.ts'
import { explain } from '../core/rule/explain.ts'
import type { Outcome, When } from '../core/rule/outcome.ts'
import { trace, traceLines } from '../core/rule/trace.ts'
import type { Measure } from '../core/rule/tree.ts'
import type { Pack } from '../pack/pack.ts'
import { type Command, type Io, Misuse, paint } from './command.ts'
import { dayOption, packOrFindings, todayHere } from './pack.ts'

const MARK = { eligible: ['green', '✓'], ineligible: ['dim', '✗'], undetermined: ['yellow', '？'] } as const
const MAX_BYTES = 1_000_000

const readText = async (file: string): Promise<string | null> => {
  const bytes = file === '-' ? await readAll() : await readFile(file).catch(() => null)
  if (bytes === null) throw new Misuse({ zh: `读不到事实文件“${file}”。`, en: `Cannot read the facts file "${file}".` })
  if (bytes.length > MAX_BYTES) return null
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}
const readAll = async (): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const money = (fen: bigint | null): string | null => (fen === null ? null : yuanText(fen))

const jsonOf = (outcome: Outcome, measure: Measure, pack: Pack, io: Io, withTrace: boolean): object => ({
  measure: outcome.measure,
  status: outcome.status,
  amount: money(outcome.amount),
  atMost: money(outcome.atMost),
  missing: outcome.missing,
  failed: outcome.failed.map(({ node, clause, fact, value, needed }) => ({ node, clause, fact, value, needed })),
  judgement: outcome.judgement,
  undefinedAt: outcome.undefinedAt,
  gaps: outcome.gaps,
  uncounted: outcome.uncounted,
  ...(withTrace ? { trace: traceLines(outcome.trace ?? [], measure, pack.facts, io.language) } : {}),
})

const problemsOut = (problems: readonly FactProblem[], io: Io, json: boolean): number => {
  if (json)
    io.out(JSON.stringify({ errors: problems.map(({ code, fact, message }) => ({ code, fact, message: message[io.language] })) }, null, 2))
  for (const each of problems.slice(0, 50)) io.err(`${paint(io, 'red', each.code)}  ${each.message[io.language]}`)
  if (problems.length > 50) io.err(`… ${problems.length - 50}`)
  return 1
}

/** Measures that a whole decision looks at: in force on the day (or of unknown beginning) and more than text. */
const considered = (pack: Pack, facts: Facts, when: When): readonly Measure[] =>
  [...pack.measures.values()].filter(
    (measure) =>
      measure.grade !== 'text' &&
      !measure.draft &&
      !decide(measure, facts, when).failed.some(({ node }) => node === 'in_force' || node === 'known'),
  )

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
    on: { type: 'string', value: 'DATE', means: { zh: '决定日（默认今天）', en: 'day of the decision (default: today)' } },
    known: {
      type: 'string',
      value: 'DATE',
      means: { zh: '按哪一天已公布的规定（默认同决定日）', en: 'law as known on that day (default: the day of the decision)' },
    },
    measure: { type: 'string', value: 'ID', means: { zh: '只看一项措施', en: 'one measure only' } },
    trace: { type: 'boolean', means: { zh: '附上每一步的值', en: 'with the value of every step' } },
    json: { type: 'boolean', means: { zh: '以 JSON 输出', en: 'print JSON' } },
  },
  run: async ({ positionals: [folder = ''], values }, io) => {
    const file = values.facts
    if (typeof file !== 'string') throw new Misuse({ zh: '请用 --facts 给出事实文件。', en: 'Give the facts with --facts.' })
    const on = dayOption({ positionals: [], values }, 'on', todayHere())
    // What was published after the day of the decision is not used unless asked for.
    const when = { on, known: dayOption({ positionals: [], values }, 'known', on) }
    const json = values.json === true
    const pack = await packOrFindings(folder, io)
    if (!pack) return 1

    let text: string | null
    try {
      text = await readText(file)
    } catch (error) {
      if (error instanceof Misuse) throw error
      return problemsOut(
        [{ fact: '', code: 'fact.characters', message: { zh: '事实文件不是 UTF-8。', en: 'The facts file is not UTF-8.' } }],
        io,
        json,
      )
    }
    const parsed = text === null ? null : readJson(text)
    if (parsed === null || 'problem' in parsed) {
      const message =
        parsed === null
          ? { zh: `事实文件超过 ${MAX_BYTES} 字节。`, en: `The facts file is larger than ${MAX_BYTES} bytes.` }
          : parsed.problem
      return problemsOut([{ fact: '', code: 'fact.object', message }], io, json)
    }
    const judgements = new Set(
      [...pack.measures.values()].flatMap((measure) => measure.judgements.map(({ name }) => judgementKey(measure, name))),
    )
    const { facts, problems } = readFacts(parsed.value, pack.facts, judgements)
    if (problems.length > 0) return problemsOut(problems, io, json)

    const only = values.measure
    const one = typeof only === 'string' ? pack.measures.get(only) : undefined
    if (typeof only === 'string' && !one) throw new Misuse({ zh: `没有措施“${only}”。`, en: `There is no measure "${only}".` })
    const measures = one ? [one] : considered(pack, facts, when)
    const outcomes = measures.map((measure) => ({
      measure,
      outcome: values.trace ? trace(measure, facts, when) : decide(measure, facts, when),
    }))
    const total = outcomes.reduce((sum, { outcome }) => (outcome.uncounted.length === 0 ? sum + (outcome.amount ?? 0n) : sum), 0n)
    const uncounted = outcomes.reduce((sum, { outcome }) => (outcome.uncounted.length > 0 ? sum + (outcome.amount ?? 0n) : sum), 0n)

    if (json) {
      const results = outcomes.map(({ measure, outcome }) => jsonOf(outcome, measure, pack, io, values.trace === true))
      io.out(
        JSON.stringify(
          {
            pack: { id: pack.id, hash: pack.hash },
            on: when.on,
            known: when.known,
            results,
            total: yuanText(total),
            uncounted: yuanText(uncounted),
          },
          null,
          2,
        ),
      )
      return 0
    }
    for (const { measure, outcome } of outcomes) {
      const [colour, mark] = MARK[outcome.status]
      io.out(
        `${paint(io, colour, mark)} ${paint(io, 'bold', io.language === 'zh' ? measure.title : (measure.titleEnglish ?? measure.title))}  ${paint(io, 'dim', measure.id)}`,
      )
      const lines = explain(measure, outcome, facts, when, pack.facts, io.language)
      for (const line of one || outcome.status === 'eligible' ? lines : lines.slice(0, 1)) {
        const sign = line.holds === true ? '✓ ' : line.holds === false ? '✗ ' : line.holds === null ? '？ ' : ''
        io.out(`    ${sign}${line.text}`)
      }
      if (values.trace)
        for (const step of traceLines(outcome.trace ?? [], measure, pack.facts, io.language))
          io.out(paint(io, 'dim', `      ${'  '.repeat(step.depth)}${step.node}  ${step.label}  ${step.value}`))
    }
    io.out('')
    io.out(
      io.language === 'zh'
        ? `合计可得：${shownMoney(total, 'zh')}${uncounted > 0n ? `（另有 ${shownMoney(uncounted, 'zh')} 来源或有效期待核实，未计入）` : ''}`
        : `Entitled in total: ${shownMoney(total, 'en')}${uncounted > 0n ? ` (another ${shownMoney(uncounted, 'en')} left out: source or validity to be verified)` : ''}`,
    )
    io.out(
      io.language === 'zh'
        ? '措施之间的限制（就高、不重复、总额封顶等）尚未从合计中扣除。'
        : 'Limits between measures (highest only, exclusive, caps on totals) are not yet deducted from the total.',
    )
    return 0
  },
}
