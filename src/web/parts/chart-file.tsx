/** A chart as a file of its own: an SVG that needs no page, no style sheet and no font of ours. */
import { renderToStaticMarkup } from 'react-dom/server'
import type { Language } from '../../core/messages.ts'
import tokens from '../style/tokens.css?raw'
import sheet from './chart.css?raw'
import { DESK, Drawing, notesOf } from './chart.tsx'
import own from './chart-file.css?raw'
import { inked, inksOf } from './chart-ink.ts'
import { type ChartSpec, layoutOf } from './chart-layout.ts'
import { linesOf } from './scale.ts'

/** `warning`: what nobody must overlook; `above` and `below` the drawing, a paragraph each; `none`: what is said where there is nothing to draw. */
export type ChartFile = {
  readonly spec: ChartSpec
  readonly language: Language
  readonly warning: string | null
  readonly above: readonly string[]
  readonly below: readonly string[]
  readonly none: string
}

type Kind = 'title' | 'warning' | 'text' | 'quiet'
type Line = { readonly text: string; readonly kind: Kind; readonly y: number }

const INKS = inksOf(sheet + own, tokens)
const MARGIN = 24
const SIZES: Readonly<Record<Kind, { readonly font: number; readonly leading: number }>> = {
  title: { font: 19, leading: 27 },
  warning: { font: 13, leading: 20 },
  text: { font: 13, leading: 20 },
  quiet: { font: 13, leading: 20 },
}

/** Paragraphs below each other from a height on, and where they end. */
const set = (
  paragraphs: readonly (readonly [kind: Kind, text: string])[],
  from: number,
): { readonly lines: readonly Line[]; readonly end: number } => {
  let end = from
  const lines = paragraphs.flatMap(([kind, text]) =>
    linesOf(text, SIZES[kind].font, DESK.width).map((line) => {
      end += SIZES[kind].leading
      return { text: line, kind, y: end }
    }),
  )
  return { lines, end }
}

/** The SVG as text. */
export const chartFile = ({ spec, language, warning, above, below, none }: ChartFile): string => {
  const layout = layoutOf(spec, DESK)
  const head = set(
    [
      ['title', spec.title],
      ...(warning === null ? [] : [['warning', warning] as const]),
      ...above.map((each) => ['text', each] as const),
      ...(layout ? [] : [['text', none] as const]),
    ],
    MARGIN - 8,
  )
  const top = head.end + 20
  const foot = set(
    [...(layout ? notesOf(spec, language) : []), ...below].map((each) => ['quiet', each] as const),
    layout ? top + DESK.height : head.end,
  )
  const [width, height] = [DESK.width + 2 * MARGIN, foot.end + MARGIN]
  const markup = renderToStaticMarkup(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      fontFamily="sans-serif"
      role="img"
      lang={language === 'zh' ? 'zh-CN' : 'en'}
    >
      <title>{spec.title}</title>
      <desc>{spec.description}</desc>
      <rect className="paper" width={width} height={height} />
      {[...head.lines, ...foot.lines].map((line) => (
        <text key={line.y} className={line.kind} x={MARGIN} y={line.y}>
          {line.text}
        </text>
      ))}
      {layout && (
        <g transform={`translate(${MARGIN} ${top})`}>
          <Drawing layout={layout} unit={spec.unit} />
        </g>
      )}
    </svg>,
  )
  return `<?xml version="1.0" encoding="utf-8"?>\n${inked(markup, INKS)}\n`
}
