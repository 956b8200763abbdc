/** What was done with something, line by line: what, by whom in which post, when, and what was said. */
import type { ReactNode } from 'react'
import type { Text } from '../../core/messages.ts'
import { useSay } from '../language.ts'
import { Heads, Scroll } from './basic.tsx'

export type HistoryWords = { readonly history: Text; readonly what: Text; readonly who: Text; readonly when: Text; readonly said: Text }
/** `at`: the instant; `on`: its day here. */
export type HistoryLine = {
  readonly number: number
  readonly what: string
  readonly who: string | null
  readonly post: Text | null
  readonly at: string
  readonly on: string
  readonly said: ReactNode
}

export const History = ({ words, lines }: { readonly words: HistoryWords; readonly lines: readonly HistoryLine[] }) => {
  const { say } = useSay()
  return (
    <Scroll label={say(words.history)}>
      <table className="rows">
        <caption className="unseen">{say(words.history)}</caption>
        <Heads names={[words.what, words.who, words.when, words.said].map(say)} />
        <tbody>
          {lines.map(({ number, what, who, post, at, on, said }) => (
            <tr key={number}>
              <th scope="row">{what}</th>
              <td data-head={say(words.who)}>
                {who}
                {post && <div className="small quiet">{say(post)}</div>}
              </td>
              <td data-head={say(words.when)} className="date">
                <time dateTime={at}>{on}</time>
              </td>
              <td data-head={say(words.said)}>{said}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
