/** From one level to another by steps that float between them; the numbers stand in a table beside it. */

export type WaterfallStep = {
  readonly key: string
  readonly label: string
  /** Where the step begins and ends; equal for a level that is reached. */
  readonly at: readonly number[]
  readonly text: string
}

const WIDTH = 360
const ROW = 46
const EDGE = 8
const BAR = 12

export const WaterfallChart = ({ title, steps }: { readonly title: string; readonly steps: readonly WaterfallStep[] }) => {
  const levels = steps.flatMap(({ at }) => at)
  const [low, high] = [Math.min(...levels), Math.max(...levels)]
  // Levels are marks and no bars: the axis begins where there is something to see, and not at 0.
  const x = (level: number): number => (high === low ? WIDTH / 2 : EDGE + ((level - low) / (high - low)) * (WIDTH - 2 * EDGE))
  const height = steps.length * ROW
  return (
    <svg
      className="chart waterfall"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={`${title}. ${steps.map(({ label, text }) => `${label} ${text}`).join('; ')}`}
    >
      {steps.map(({ key, label, at: [from = 0, to = from], text }, index) => {
        const top = index * ROW
        const y = top + 24
        const next = steps[index + 1]
        return (
          <g key={key}>
            <text x={0} y={top + 16}>
              {label}
            </text>
            <text className="value" x={WIDTH} y={top + 16} textAnchor="end">
              {text}
            </text>
            {from === to ? (
              <path className="level" d={`M${x(to)} ${y - 2}v${BAR + 4}`} />
            ) : (
              <rect
                className={to < from ? 'less' : 'more'}
                x={Math.min(x(from), x(to))}
                y={y}
                width={Math.abs(x(to) - x(from))}
                height={BAR}
              />
            )}
            {next && <path className="grid" d={`M${x(to)} ${y + BAR}v${ROW - BAR}`} />}
          </g>
        )
      })}
    </svg>
  )
}
