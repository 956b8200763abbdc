/** An explained row as lines of text. */
import { shownMoney } from '../core/money.ts'
import { fenIn, type RowExplanation } from '../modules/measure/index.ts'
import { type Io, paint } from './command.ts'

const MARK = { eligible: ['green', '✓'], ineligible: ['dim', '✗'], undetermined: ['yellow', '？'] } as const
const PARTS = {
  status: { zh: '状态', en: 'status' },
  award: { zh: '金额', en: 'award' },
  mask: { zh: '掩码', en: 'mask' },
} as const

const sign = (holds: boolean | null | undefined): string => (holds === undefined ? '' : holds === null ? '？ ' : holds ? '✓ ' : '✗ ')

type Reason = RowExplanation['reasons'][number]

/** Lines with the clause below the first reason that it gives. */
const withClauses = (lines: readonly { readonly said: string; readonly reason: Reason | undefined }[], io: Io): readonly string[] => {
  const zh = io.language === 'zh'
  const told = new Set<string>()
  return lines.flatMap(({ said, reason }) => {
    const missing = reason?.missing.map((each) => each[io.language]) ?? []
    const needs = missing.length === 0 ? '' : zh ? `（缺少${missing.join('、')}）` : ` (needs ${missing.join(', ')})`
    const line = `    ${said}${needs}`
    if (!reason || reason.anchor === '' || told.has(reason.anchor)) return [line]
    told.add(reason.anchor)
    const { heading, text } = reason.clause
    return [line, paint(io, 'dim', `        {#${reason.anchor}} ${heading[io.language]}${zh ? '：' : ': '}${text[io.language]}`)]
  })
}

/** What the mask alone says. */
const maskLines = ({ reasons }: RowExplanation, io: Io): readonly string[] => {
  const noValue = io.language === 'zh' ? '金额没有值：' : 'no value: '
  const lines = reasons.map((reason) => ({
    said: `${sign(reason.answer === 'no' ? false : null)}${reason.kind === 'amount' ? noValue : ''}${reason.text[io.language]}`,
    reason,
  }))
  return withClauses(lines, io)
}

const AFTERWARDS: readonly string[] = ['relation', 'caution']

/** What the facts say: the conditions with their values, the amount step by step, then what relations made of it. */
const factLines = ({ result, steps, reasons }: RowExplanation, io: Io): readonly string[] => {
  if (!result) return []
  const [headline, ...lines] = result.explanation.filter(({ kind }) => kind !== 'amount' && kind !== 'missing')
  const said = (later: boolean): readonly string[] =>
    withClauses(
      lines
        .filter(({ kind }) => AFTERWARDS.includes(kind) === later)
        .map(({ node, text, holds }) => {
          const reason = holds === true ? undefined : reasons.find((each) => each.reason === node)
          // What is missing stands in the condition itself: its value is unknown.
          return { said: `${sign(holds)}${text[io.language]}`, reason: reason && { ...reason, missing: [] } }
        }),
      io,
    )
  return [
    `  ${io.language === 'zh' ? '由事实计算：' : 'From the facts: '}${headline?.text[io.language] ?? ''}`,
    ...said(false),
    ...steps.map(({ label, value }) => `      ${label[io.language]}  ${value[io.language]}`),
    ...said(true),
  ]
}

const verifiedLines = ({ verified: { holds, differences, text } }: RowExplanation, io: Io): readonly string[] => {
  const zh = io.language === 'zh'
  const shown = (part: keyof typeof PARTS, value: string): string =>
    value === '' ? '—' : part === 'award' ? shownMoney(fenIn(value), io.language) : value
  return [
    `  ${holds === null ? '？' : holds ? paint(io, 'green', '✓') : paint(io, 'red', '✗')} ${text[io.language]}`,
    ...differences.map(
      ({ part, stated, found }) =>
        `      ${PARTS[part][io.language]}  ${zh ? '所写' : 'stated'} ${shown(part, stated)}  ${zh ? '算得' : 'found'} ${shown(part, found)}`,
    ),
  ]
}

/** What the row says, its reasons with their clauses, what the facts give, and whether the two agree. */
export const showRow = (explanation: RowExplanation, io: Io): void => {
  const { row, title, on, says } = explanation
  const [colour, mark] = MARK[row.status as keyof typeof MARK]
  io.out(
    `${paint(io, colour, mark)} ${paint(io, 'bold', title[io.language])}  ${paint(io, 'dim', `${row.measure}  ${row.enterprise}  ${on}`)}`,
  )
  io.out(`  ${says[io.language]}`)
  // Where the facts give the same, they say all that the mask says, and more.
  const own = explanation.verified.holds === true ? [] : maskLines(explanation, io)
  for (const line of [...own, ...factLines(explanation, io), ...verifiedLines(explanation, io)]) io.out(line)
}
