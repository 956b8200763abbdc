import { readFile } from 'node:fs/promises'
import { caseMessages, casesOf } from '../core/feel/case.ts'
import { feelMessages } from '../core/feel/messages.ts'
import { type Judged, type Tally, tallyOf } from '../core/feel/tally.ts'
import { fill, type Language } from '../core/messages.ts'
import { type Command, type Io, Misuse, paint } from './command.ts'

const textOf = async (file: string): Promise<string> => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file))
  } catch {
    throw new Misuse({
      zh: `读不到案例文件“${file}”，或它不是 UTF-8。`,
      en: `Cannot read the file of cases "${file}", or it is not UTF-8.`,
    })
  }
}

const briefly = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** A case as one line: where it stands, what it is called, what it asks, and what came of it. */
const lineOf = (file: string, { case: given, verdict }: Judged, language: Language): string => {
  const head = `${file}:${given.line}  ${given.name}  ${briefly(given.text)}`
  if (verdict.verdict !== 'wrong') return head
  const { found, expected } = verdict
  return `${head}  ${language === 'zh' ? `得 ${found}，应为 ${expected}` : `gives ${found} instead of ${expected}`}`
}

const reasonText = (reason: string, language: Language): string =>
  reason in feelMessages ? feelMessages[reason as keyof typeof feelMessages][language] : ''

const countOf = ({ refused }: Tally): number => [...refused.values()].reduce((sum, { length }) => sum + length, 0)

const summary = (tally: Tally, total: number, language: Language): string => {
  const counts = [tally.passed.length, countOf(tally), tally.wrong.length] as const
  return language === 'zh'
    ? `${total} 个案例：${counts[0]} 个相同，${counts[1]} 个拒绝，${counts[2]} 个不同`
    : `${total} cases: ${counts[0]} passed, ${counts[1]} refused, ${counts[2]} wrong`
}

const jsonOf = (tally: Tally, total: number): string =>
  JSON.stringify(
    {
      cases: total,
      passed: tally.passed.length,
      refused: Object.fromEntries([...tally.refused].map(([reason, { length }]) => [reason, length])),
      wrong: tally.wrong.map(({ case: { line, name, text }, verdict }) => ({ line, name, text, ...verdict })),
    },
    null,
    2,
  )

/** The cases behind a number of the summary. */
const listed = (tally: Tally, which: string): readonly Judged[] => {
  if (which === 'passed' || which === 'wrong') return tally[which]
  const found = tally.refused.get(which)
  if (found) return found
  const known = [...tally.refused.keys(), 'passed', 'wrong'].join(', ')
  throw new Misuse({ zh: `没有案例属于“${which}”；有：${known}。`, en: `No case is "${which}"; there are: ${known}.` })
}

const show = (tally: Tally, total: number, file: string, io: Io): void => {
  for (const each of tally.wrong) io.out(`${paint(io, 'red', '✗')} ${lineOf(file, each, io.language)}`)
  io.out(summary(tally, total, io.language))
  for (const [reason, { length }] of tally.refused)
    io.out(`${String(length).padStart(6)}  ${reason.padEnd(24)}${reasonText(reason, io.language)}`.trimEnd())
}

export const command: Command = {
  name: 'conformance',
  operands: ['FILE'],
  means: {
    zh: '用 DMN 兼容性测试的案例核对规则语言：每个表达式要么得到 FEEL 的值，要么被拒绝并说明原因',
    en: 'hold the rule language against cases of the DMN kit: each expression gives FEEL’s value, or is refused with its reason',
  },
  options: {
    list: {
      type: 'string',
      value: 'REASON',
      means: { zh: '列出某一原因（或 passed、wrong）的案例', en: 'list the cases of one reason, or passed, or wrong' },
    },
    json: { type: 'boolean', means: { zh: '以 JSON 输出', en: 'print JSON' } },
  },
  run: async ({ positionals: [file = ''], values }, io) => {
    const { cases, problems } = casesOf(await textOf(file))
    if (problems.length > 0) {
      for (const { code, ...where } of problems) io.err(`${file}:${where.line}  ${code}  ${fill(caseMessages[code][io.language], where)}`)
      return 1
    }
    const tally = tallyOf(cases)
    if (typeof values.list === 'string') for (const each of listed(tally, values.list)) io.out(lineOf(file, each, io.language))
    else if (values.json) io.out(jsonOf(tally, cases.length))
    else show(tally, cases.length, file, io)
    return tally.wrong.length > 0 ? 1 : 0
  },
}
