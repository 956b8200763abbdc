/** Differences of money as bars to both sides of nothing; the numbers stand in a table beside it. */
import type { Language } from '../../core/messages.ts'
import { fenOfYuan, roughMoney } from '../../core/money.ts'

export type DifferenceRow = { readonly label: string; readonly yuan: string }

const ROW = 26
const WIDTH = 640
/** Room for the words on the left, and for a number behind the longest bar. */
const WORDS = 170
const NUMBER = 130

const sizeOf = (fen: bigint): bigint => (fen < 0n ? -fen : fen)

export const DifferenceBars = ({
  title,
  rows,
  language,
}: {
  readonly title: string
  readonly rows: readonly DifferenceRow[]
  readonly language: Language
}) => {
  const own = rows.map(({ label, yuan }) => ({ label, fen: fenOfYuan(yuan) ?? 0n }))
  const most = own.reduce((size, { fen }) => (sizeOf(fen) > size ? sizeOf(fen) : size), 0n)
  if (most === 0n) return null
  // Where all gain or all lose, the whole width is theirs.
  const [hasLess, hasMore] = [own.some(({ fen }) => fen < 0n), own.some(({ fen }) => fen > 0n)]
  const left = WORDS + (hasLess ? NUMBER : 0)
  const right = WIDTH - (hasMore ? NUMBER : 0)
  const reach = hasLess && hasMore ? (right - left) / 2 : right - left
  const middle = hasLess ? left + reach : left
  const text = (fen: bigint): string => `${fen < 0n ? '−' : '+'}${roughMoney(sizeOf(fen), language)}`
  return (
    <svg
      className="chart bars"
      viewBox={`0 0 ${WIDTH} ${own.length * ROW + 6}`}
      role="img"
      aria-label={`${title}. ${own.map(({ label, fen }) => `${label} ${text(fen)}`).join('; ')}`}
    >
      <line className="grid" x1={middle} x2={middle} y1={0} y2={own.length * ROW + 6} />
      {own.map(({ label, fen }, index) => {
        // Shares of the longest bar; a drawing needs no fen.
        const length = (Number((sizeOf(fen) * 1000n) / most) / 1000) * reach
        const [y, isLess] = [index * ROW, fen < 0n]
        return (
          <g key={label}>
            <text x={0} y={y + 18}>
              {label}
            </text>
            <rect className={isLess ? 'less' : 'more'} x={isLess ? middle - length : middle} y={y + 5} width={length} height={ROW - 8} />
            {fen !== 0n && (
              <text
                className="quiet"
                x={isLess ? middle - length - 6 : middle + length + 6}
                y={y + 18}
                textAnchor={isLess ? 'end' : 'start'}
              >
                {text(fen)}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}
