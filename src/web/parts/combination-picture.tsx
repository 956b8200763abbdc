/** Which amounts are taken together: a row for each, a bow between those that exclude each other, and a bar for each total that they fill. */
import type { Language } from '../../core/messages.ts'
import { fenOfYuan, shownMoney } from '../../core/money.ts'

export type CombinationSpec = {
  readonly nodes: readonly { readonly key: string; readonly title: string; readonly amount: string; readonly award: string }[]
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly text: string }[]
  readonly bars: readonly {
    readonly text: string
    readonly limit: string
    readonly parts: readonly { readonly key: string; readonly yuan: string }[]
  }[]
  readonly title: string
}

const ROW = 46
const BAR = 52
const DESK = 720
const PHONE = 340
const SMALL = 12

const fen = (yuan: string): bigint => fenOfYuan(yuan) ?? 0n

/** Pixels of a whole that a part takes, to the tenth. */
const share = (part: bigint, whole: bigint, width: number): number => (whole === 0n ? 0 : Number((part * BigInt(width * 10)) / whole) / 10)

/** As much of a text as fits; a Chinese character takes twice the room of a letter. */
const cut = (text: string, width: number): string => {
  let room = width / (SMALL * 0.58)
  for (const [index, sign] of [...text].entries()) {
    room -= /[\u2e80-\uffef]/.test(sign) ? 1.75 : 1
    if (room < 1) return `${[...text].slice(0, index).join('')}…`
  }
  return text
}

const Picture = ({
  spec,
  width,
  name,
  language,
}: {
  readonly spec: CombinationSpec
  readonly width: number
  readonly name: string
  readonly language: Language
}) => {
  const bows = Math.min(spec.pairs.length, 6) * 9 + (spec.pairs.length > 0 ? 12 : 0)
  const box = width - bows
  const yOf = new Map(spec.nodes.map(({ key }, row) => [key, row * ROW + ROW / 2]))
  const height = spec.nodes.length * ROW + spec.bars.length * BAR
  const shown = (yuan: string): string => shownMoney(fen(yuan), language)
  return (
    <svg className={`chart combination ${name}`} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={spec.title}>
      {spec.nodes.map(({ key, title, amount, award }, row) => {
        const state = fen(award) === 0n ? 'out' : fen(award) < fen(amount) ? 'less' : 'taken'
        const money = state === 'less' ? `${shown(amount)} → ${shown(award)}` : shown(amount)
        return (
          <g key={key} className={state}>
            <rect x={1} y={row * ROW + 4} width={box - 2} height={ROW - 8} rx={4} />
            <text x={12} y={row * ROW + ROW / 2 + 4}>
              {cut(title, box - 24 - money.length * 10)}
            </text>
            <text className="value" x={box - 12} y={row * ROW + ROW / 2 + 4} textAnchor="end">
              {money}
            </text>
          </g>
        )
      })}
      {spec.pairs.map(({ a, b, text }, index) => {
        const [from, to] = [yOf.get(a) ?? 0, yOf.get(b) ?? 0]
        const reach = box + 12 + (index % 6) * 9
        return (
          <path key={a + b} className="bow" d={`M${box},${from} H${reach} V${to} H${box}`}>
            <title>{text}</title>
          </path>
        )
      })}
      {spec.bars.map(({ text, limit, parts }, index) => {
        const top = spec.nodes.length * ROW + index * BAR
        let x = 1
        return (
          <g key={text} className="cap">
            <text className="quiet" x={1} y={top + 18}>
              {cut(text, width)}
            </text>
            <rect x={1} y={top + 26} width={width - 2} height={16} rx={3} />
            {parts.map(({ key, yuan }) => {
              const own = share(fen(yuan), fen(limit), width - 2)
              const start = x
              x += own
              return own === 0 ? null : <rect key={key} className="part" x={start} y={top + 26} width={Math.max(0, own - 1)} height={16} />
            })}
          </g>
        )
      })}
    </svg>
  )
}

export const CombinationPicture = ({ spec, language }: { readonly spec: CombinationSpec; readonly language: Language }) => (
  <>
    <Picture spec={spec} width={DESK} name="desk" language={language} />
    <Picture spec={spec} width={PHONE} name="phone" language={language} />
  </>
)
