import type { Edition } from '../../modules/edition/index.ts'
import { useSay } from '../language.ts'
import { Heads, Scroll } from '../parts/basic.tsx'
import { useTimes } from '../times.ts'
import { editionAnchor, shortHash } from './version-words.ts'

const WORDS = {
  title: { zh: '何时用哪一版', en: 'Which edition was in force when' },
  edition: { zh: '数据包', en: 'Pack' },
  since: { zh: '从', en: 'From' },
  until: { zh: '到', en: 'To' },
  by: { zh: '由谁', en: 'By whom' },
  now: { zh: '在用', en: 'in force' },
  loaded: { zh: '操作员载入', en: 'loaded by the operator' },
  proposed: { zh: '提议', en: 'proposed by' },
  published: { zh: '发布', en: 'published by' },
  back: { zh: '恢复', en: 'put back by' },
} as const

/** Every time an edition was in force, the latest first, with the posts that stand behind it. */
export const PackHistory = ({ editions }: { readonly editions: readonly Edition[] }) => {
  const { say, marks } = useSay()
  const { minuteOf } = useTimes()
  const rows = editions
    .flatMap((edition) => edition.terms.map((term) => ({ edition, term })))
    .toSorted((a, b) =>
      a.term.since < b.term.since ? 1 : a.term.since > b.term.since ? -1 : Number(b.term.until === null) - Number(a.term.until === null),
    )
  return (
    <Scroll label={say(WORDS.title)}>
      <table className="rows">
        <caption className="unseen">{say(WORDS.title)}</caption>
        <Heads names={[WORDS.edition, WORDS.since, WORDS.until, WORDS.by].map(say)} />
        <tbody>
          {rows.map(({ edition, term: { since, until, how, proposedBy, publishedBy } }) => (
            <tr key={edition.hash + since + until} id={edition.terms[0]?.since === since ? editionAnchor(edition.hash) : undefined}>
              <th scope="row">
                {say(edition.title)} {edition.version} <code>{shortHash(edition.hash)}</code>
              </th>
              <td data-head={say(WORDS.since)} className="date">
                {minuteOf(since)}
              </td>
              <td data-head={say(WORDS.until)} className="date">
                {until === null ? <strong>{say(WORDS.now)}</strong> : minuteOf(until)}
              </td>
              <td data-head={say(WORDS.by)}>
                {proposedBy === null || publishedBy === null
                  ? say(WORDS.loaded)
                  : `${say(WORDS.proposed)} ${say(proposedBy)}${marks.comma}${say(how === 'rolled-back' ? WORDS.back : WORDS.published)} ${say(publishedBy)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

export const HISTORY_TITLE = WORDS.title
