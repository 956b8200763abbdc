import type { Text } from '../../core/messages.ts'
import { shownMoney } from '../../core/money.ts'
import { useSay } from '../language.ts'
import type { MeasureView } from './measure-view.ts'

const WORDS = {
  cases: { zh: '算例', en: 'Worked cases' },
  note: { zh: '按条款手工推得，随本页一起运行。', en: 'Worked out by hand from the clause, and run with this page.' },
  on: { zh: '决定日', en: 'On' },
  expected: { zh: '应得', en: 'Expected' },
  remark: { zh: '说明', en: 'Remark' },
  run: { zh: '运行', en: 'Run' },
  passed: { zh: '相符', en: 'as expected' },
  failed: { zh: '不符', en: 'not as expected' },
  atMost: { zh: '最多', en: 'at most' },
} as const

const STATUS: Readonly<Record<string, Text>> = {
  eligible: { zh: '可得', en: 'entitled' },
  ineligible: { zh: '不符合', en: 'not entitled' },
  undetermined: { zh: '待定', en: 'open' },
}

/** Worked cases, run now. */
export const MeasureCases = ({ cases }: { readonly cases: MeasureView['cases'] }) => {
  const { say, language } = useSay()
  if (cases.rows.length === 0) return null
  const money = (fen: string | null): string => (fen === null ? '' : shownMoney(BigInt(fen), language))
  const remarks = cases.rows.some((row) => row.note || row.difference)
  return (
    <>
      <h2 id="cases">{say(WORDS.cases)}</h2>
      <p className="quiet">{say(WORDS.note)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, also by keyboard */}
      <section className="scroll" tabIndex={0} aria-labelledby="cases">
        <table className="cases">
          <thead>
            <tr>
              {cases.heads.map((head) => (
                <th key={head.name} scope="col">
                  {say(head.label)}
                </th>
              ))}
              <th scope="col">{say(WORDS.on)}</th>
              <th scope="col">{say(WORDS.expected)}</th>
              {remarks && <th scope="col">{say(WORDS.remark)}</th>}
              <th scope="col">{say(WORDS.run)}</th>
            </tr>
          </thead>
          <tbody>
            {cases.rows.map((row) => (
              <tr key={row.key}>
                {row.cells.map((cell) => (
                  <td key={cell.name}>{say(cell.text)}</td>
                ))}
                <td>{row.on ?? '—'}</td>
                <td>
                  {say(STATUS[row.status]!)} <strong>{money(row.amount)}</strong>
                  {row.atMost && ` ${say(WORDS.atMost)} ${money(row.atMost)}`}
                </td>
                {remarks && (
                  <td className="quiet">
                    <span lang="zh-CN">{row.note}</span> {row.difference && say(row.difference)}
                  </td>
                )}
                <td>
                  {row.passed ? (
                    <span className="lamp met">{say(WORDS.passed)}</span>
                  ) : (
                    <span className="lamp missed">{say(WORDS.failed)}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
