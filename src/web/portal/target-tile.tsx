import type { ReactNode } from 'react'
import { useSay } from '../language.ts'
import { Lamp } from '../parts/basic.tsx'
import { SmallChart } from '../parts/chart.tsx'
import type { TileView } from './target-view.ts'

const WORDS = {
  none: { zh: '没有公开数据', en: 'no public data' },
  related: { zh: '相近口径', en: 'Related' },
} as const

/** A promise as one of many: value, promise, picture, lamp; `children` is what a page adds. */
export const TargetTile = ({ tile, children }: { readonly tile: TileView; readonly children?: ReactNode }) => {
  const { say, to, language, marks } = useSay()
  return (
    <li>
      <h4>
        <a href={to(`/plan/${tile.id}`)}>{say(tile.name)}</a>
      </h4>
      {tile.now && (
        <p>
          <span className="value">{say(tile.now.value)}</span> <span className="small quiet">{say(tile.now.when)}</span>
        </p>
      )}
      <p>
        {language === 'zh' ? `${tile.period.zh}目标：` : `Target for ${tile.period.en}: `}
        <strong>{say(tile.promise)}</strong>
      </p>
      {tile.chart && <SmallChart spec={tile.chart[language]} />}
      <p>
        <Lamp category={tile.lamp}>{tile.now ? say(tile.verdict) : say(WORDS.none)}</Lamp>
      </p>
      {children}
      {tile.now && tile.caveat && <p className="small quiet">{say(tile.caveat)}</p>}
      {tile.related.length > 0 && (
        <ul className="small quiet">
          {tile.related.map((each) => (
            <li key={each.id}>
              {say(WORDS.related)}
              {marks.colon}
              <a href={to(`/plan/${each.id}`)}>{say(each.name)}</a> {say(each.value)}
              {marks.open}
              {say(each.when)}
              {marks.close}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
