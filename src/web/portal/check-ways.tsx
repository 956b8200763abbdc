/** What would make a refused measure possible: the change, what follows from it, and the clauses it satisfies. */
import type { Way } from '../../modules/measure/browser.ts'
import { useSay } from '../language.ts'

const WORDS = {
  title: { zh: '怎样才能符合', en: 'What would make it possible' },
  satisfies: { zh: '满足：', en: 'Meets: ' },
} as const

/** `page` is the address of the measure; on its own page it is empty. */
export const Ways = ({ ways, page }: { readonly ways: readonly Way[]; readonly page: string }) => {
  const { say, marks } = useSay()
  if (ways.length === 0) return null
  return (
    <div className="ways">
      <p className="title">{say(WORDS.title)}</p>
      <ul>
        {ways.map((way) => (
          <li key={way.says.zh}>
            <strong>{say(way.says)}</strong>
            {marks.stop} {say(way.follows)}
            {way.satisfies.length > 0 && (
              <span className="small quiet">
                {' '}
                {say(WORDS.satisfies)}
                {way.satisfies.map(({ node, anchor, text }, index) => (
                  <span key={node}>
                    {index > 0 && marks.comma}
                    <a href={`${page}#${anchor}`}>{say(text)}</a>
                  </span>
                ))}
                {marks.stop}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
