/** A ChartSpec as a picture: drawn by pure functions, coloured by the tokens, once for a desk and once for a phone. */
import type { ReactNode } from 'react'
import type { Language } from '../../core/messages.ts'
import { type ChartLayout, type ChartSpec, layoutOf, type Size } from './chart-layout.ts'

export const DESK: Size = { width: 720, height: 320, years: 12, axis: true }
const PHONE: Size = { width: 340, height: 260, years: 6, axis: true }
const TILE: Size = { width: 320, height: 110, years: 2, axis: false }

const GOAL = 6
const diamond = ({ x, y }: { readonly x: number; readonly y: number }): string =>
  `${x},${y - GOAL} ${x + GOAL},${y} ${x},${y + GOAL} ${x - GOAL},${y}`

const Marks = ({ layout }: { readonly layout: ChartLayout }) => (
  <>
    {layout.fan80 && <polygon className="band80" points={layout.fan80} />}
    {layout.fan50 && <polygon className="band50" points={layout.fan50} />}
    {layout.centre && <polyline className="centre" points={layout.centre} />}
    {layout.path && <polyline className="path" points={layout.path} />}
    {layout.goal && (
      <>
        <line className="goal" x1={layout.plot.left} x2={layout.plot.right} y1={layout.goal.y} y2={layout.goal.y} />
        <polygon className="aim" points={diamond(layout.goal.mark)} />
      </>
    )}
    {layout.lines.map((line) => (
      <polyline key={line.series} className="line" points={line.points} />
    ))}
    {layout.due && <path className="due" d={`M${layout.due.x - 6},${layout.due.y} h12 M${layout.due.x},${layout.due.y - 6} v12`} />}
    {layout.dots.map((dot) => (
      <circle key={dot.title} className={dot.main ? 'dot' : 'dot other'} cx={dot.x} cy={dot.y} r={4.5}>
        <title>{dot.title}</title>
      </circle>
    ))}
  </>
)

/** Everything inside of a picture that has axes. */
export const Drawing = ({ layout, unit }: { readonly layout: ChartLayout; readonly unit: string }) => {
  const { plot } = layout
  return (
    <>
      {layout.bands.map((band) => (
        <rect key={band.x} className="band" x={band.x} y={plot.top} width={band.width} height={plot.bottom - plot.top} />
      ))}
      {layout.ticks.map((tick) => (
        <g key={tick.text}>
          <line className="grid" x1={plot.left} x2={plot.right} y1={tick.y} y2={tick.y} />
          <text className="quiet" x={plot.left - 8} y={tick.y + 4} textAnchor="end">
            {tick.text}
          </text>
        </g>
      ))}
      <text className="quiet" x={0} y={12}>
        {unit}
      </text>
      {layout.years.map((year) => (
        <text key={year.text} className="quiet" x={year.x} y={plot.bottom + 19} textAnchor="middle">
          {year.text}
        </text>
      ))}
      <Marks layout={layout} />
      {layout.words.map((word) => (
        <text key={word.kind + word.text + word.x} className={word.kind} x={word.x} y={word.y} textAnchor={word.anchor}>
          {word.text}
        </text>
      ))}
    </>
  )
}

const Picture = ({ spec, size, name }: { readonly spec: ChartSpec; readonly size: Size; readonly name: string }) => {
  const layout = layoutOf(spec, size)
  return (
    layout && (
      <svg
        className={`chart ${name}`}
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={`${spec.title}. ${spec.description}`}
      >
        <Drawing layout={layout} unit={spec.unit} />
      </svg>
    )
  )
}

const WORDS = {
  scopes: { zh: '实心点与空心点口径不同，不连成一线。', en: 'Filled and open dots differ in scope and are not joined.' },
  leavesOut: {
    zh: '季度和当年累计的数不与全年或月度的数画在一起，列在表中。',
    en: 'Values of quarters and of a year so far are not drawn beside those of whole years or months; they stand in the table.',
  },
  path: {
    zh: '点线是从基期到目标的路径，十字是按路径此时应到之处。',
    en: 'The dotted line is the path from baseline to target, the cross what was due by now.',
  },
  fan: {
    zh: '深色带有 50% 的把握，浅色带有 80%。',
    en: 'The dark band holds with 50%, the light band with 80% probability.',
  },
} as const

/** What a reader must know to read the chart, a sentence each. */
export const notesOf = (spec: ChartSpec, language: Language): readonly string[] =>
  [
    new Set(spec.points.map((each) => each.series)).size > 1 && WORDS.scopes,
    spec.path.length > 0 && WORDS.path,
    spec.fan.length > 0 && WORDS.fan,
    spec.leavesOut && WORDS.leavesOut,
  ].flatMap((each) => (each ? [each[language]] : []))

/** The whole chart; below it what a reader must know, and `children`. */
export const Chart = ({
  spec,
  language,
  children,
}: {
  readonly spec: ChartSpec
  readonly language: Language
  readonly children?: ReactNode
}) => {
  const notes = notesOf(spec, language)
  return (
    <figure>
      <Picture spec={spec} size={DESK} name="desk" />
      <Picture spec={spec} size={PHONE} name="phone" />
      {(notes.length > 0 || children) && (
        <figcaption className="quiet small">
          {notes.join(language === 'zh' ? '' : ' ')} {children}
        </figcaption>
      )}
    </figure>
  )
}

/** A small multiple: shapes and the two years at its ends; number and promise stand in words beside it. */
export const SmallChart = ({ spec }: { readonly spec: ChartSpec }) => {
  const layout = layoutOf({ ...spec, unit: '' }, TILE)
  if (!layout) return null
  const { plot } = layout
  return (
    <svg className="chart tile" viewBox={`0 0 ${TILE.width} ${TILE.height}`} role="img" aria-label={`${spec.title}. ${spec.description}`}>
      <line className="axis" x1={plot.left} x2={plot.right} y1={plot.bottom} y2={plot.bottom} />
      {layout.years.map((year) => (
        <text key={year.text} className="quiet" x={year.x} y={plot.bottom + 18} textAnchor="middle">
          {year.text}
        </text>
      ))}
      <Marks layout={layout} />
    </svg>
  )
}
