/** One chart: readings on a time line with the promise and, where there is one, the forecast fan. Drawn by pure functions, styled by the tokens. */
import type { Language } from '../../core/messages.ts'

export type ChartSpec = {
  readonly title: string
  readonly description: string
  readonly unit: string
  readonly points: readonly { readonly x: number; readonly y: number; readonly label: string; readonly series: string }[]
  readonly goal: { readonly x: number; readonly y: number; readonly label: string } | null
  readonly fan: {
    readonly x: number
    readonly value: number
    readonly band50: readonly [number, number]
    readonly band80: readonly [number, number]
  } | null
}

const W = 640
const H = 300
const EDGE = { left: 56, right: 90, top: 24, bottom: 36 }

/** Round steps for an axis: 1, 2, 5 times a power of ten. */
const steps = (low: number, high: number): readonly number[] => {
  const rough = (high - low) / 4 || 1
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10)
  const first = Math.floor(low / step) * step
  return Array.from({ length: Math.ceil((high - first) / step) + 1 }, (_, index) => first + index * step)
}

const plain = (value: number): string => String(Number(value.toPrecision(6))).replace(/\B(?=(\d{3})+$)/g, ',')

export const Chart = ({ spec, language }: { readonly spec: ChartSpec; readonly language: Language }) => {
  const { points, goal, fan } = spec
  if (points.length === 0 && !goal) return null
  const xs = [...points.map((each) => each.x), ...(goal ? [goal.x] : [])]
  const ys = [...points.map((each) => each.y), ...(goal ? [goal.y] : []), ...(fan ? [...fan.band80] : [])]
  const [x0, x1] = [Math.floor(Math.min(...xs)), Math.ceil(Math.max(...xs) + 0.01)]
  const ticks = steps(Math.min(0, ...ys), Math.max(...ys))
  const [y0, y1] = [ticks[0]!, ticks.at(-1)!]
  const px = (x: number): number => EDGE.left + ((x - x0) / (x1 - x0 || 1)) * (W - EDGE.left - EDGE.right)
  const py = (y: number): number => H - EDGE.bottom - ((y - y0) / (y1 - y0 || 1)) * (H - EDGE.top - EDGE.bottom)
  const series = [...new Set(points.map((each) => each.series))]
  const years = Array.from({ length: x1 - x0 + 1 }, (_, index) => x0 + index).filter((_, index, all) => all.length <= 8 || index % 2 === 0)
  const last = points.at(-1)
  const id = `c${Math.abs([...spec.title].reduce((sum, character) => (Math.imul(sum, 31) + character.codePointAt(0)!) | 0, 7))}`
  const wedge = (band: readonly [number, number]): string =>
    last && fan ? `M${px(last.x)},${py(last.y)} L${px(fan.x)},${py(band[1])} L${px(fan.x)},${py(band[0])} Z` : ''
  return (
    <figure>
      <svg className="chart" viewBox={`0 0 ${W} ${H}`} role="img" aria-labelledby={`${id}-t ${id}-d`}>
        <title id={`${id}-t`}>{spec.title}</title>
        <desc id={`${id}-d`}>{spec.description}</desc>
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="grid" x1={EDGE.left} x2={W - EDGE.right} y1={py(tick)} y2={py(tick)} />
            <text className="quiet" x={EDGE.left - 8} y={py(tick) + 4} textAnchor="end">
              {plain(tick)}
            </text>
          </g>
        ))}
        {years.map((year) => (
          <text key={year} className="quiet" x={px(year)} y={H - 12} textAnchor="middle">
            {year}
          </text>
        ))}
        {fan && (
          <>
            <path className="band80" d={wedge(fan.band80)} />
            <path className="band50" d={wedge(fan.band50)} />
          </>
        )}
        {goal && (
          <>
            <line className="goal" x1={EDGE.left} x2={px(goal.x)} y1={py(goal.y)} y2={py(goal.y)} />
            <text x={px(goal.x) + 6} y={py(goal.y) - 6}>
              {goal.label}
            </text>
          </>
        )}
        {series.map((name) => {
          const own = points.filter((each) => each.series === name)
          return <polyline key={name} className="line" points={own.map((each) => `${px(each.x)},${py(each.y)}`).join(' ')} />
        })}
        {points.map((each) => (
          <g key={`${each.series}${each.x}${each.y}`}>
            <circle className={each.series === last?.series ? 'dot' : 'dot other'} cx={px(each.x)} cy={py(each.y)} r={4.5} />
            <text x={px(each.x)} y={py(each.y) - 10} textAnchor="middle">
              {each.label}
            </text>
          </g>
        ))}
      </svg>
      {series.length > 1 && (
        <figcaption className="quiet small">
          {language === 'zh' ? '实心点与空心点口径不同，不连成一线。' : 'Filled and open dots differ in scope and are not joined.'}
        </figcaption>
      )}
    </figure>
  )
}

/** The smallest form: value against its promise as a bar; without a value only the promise is drawn. */
export const Progress = ({ share, label }: { readonly share: number | null; readonly label: string }) => (
  <svg viewBox="0 0 200 14" width="100%" height="14" role="img" aria-label={label} preserveAspectRatio="none">
    <line className="axis" x1="0" x2="200" y1="7" y2="7" strokeWidth="2" />
    {share !== null && <rect className="dot" x="0" y="3" width={Math.max(2, Math.min(share, 1.25) * 160)} height="8" />}
    <line className="goal" x1="160" x2="160" y1="0" y2="14" />
  </svg>
)
