import type { CheckUp } from '../../modules/desk/index.ts'
import { useSay } from '../language.ts'
import { Heads, Money } from '../parts/basic.tsx'

const WORDS = {
  saved: { zh: '保存于', en: 'saved on' },
  unreadable: { zh: '今天的规则读不出其中的一项，请重新检查', en: 'today’s rules cannot read a fact of it; check again' },
  same: { zh: '结果没有变化', en: 'the answer is the same' },
  changed: { zh: '项措施的结果变了', en: 'measures have another answer' },
  one: { zh: '项措施的结果变了', en: 'measure has another answer' },
  measure: { zh: '措施', en: 'Measure' },
  before: { zh: '保存时', en: 'When it was saved' },
  after: { zh: '现在', en: 'Now' },
  notGranted: { zh: '不可得', en: 'not granted' },
} as const

/** A saved check-up in one line, with what has become of its answer. */
export const CheckUpLine = ({ checkUp, href }: { readonly checkUp: CheckUp; readonly href: string }) => {
  const { say, language } = useSay()
  const { name, savedOn, total, now } = checkUp
  const count = now?.changes.length ?? 0
  return (
    <>
      <a href={href}>{name}</a>{' '}
      <span className="quiet">
        {say(WORDS.saved)} {savedOn}
      </span>{' '}
      · <Money yuan={total} language={language} />
      {now && now.total !== total && (
        <>
          {' → '}
          <strong>
            <Money yuan={now.total} language={language} />
          </strong>
        </>
      )}{' '}
      ·{' '}
      {now === null ? (
        <strong>{say(WORDS.unreadable)}</strong>
      ) : count === 0 ? (
        say(WORDS.same)
      ) : (
        <strong>
          {count} {say(count === 1 ? WORDS.one : WORDS.changed)}
        </strong>
      )}
    </>
  )
}

/** Measure by measure what the answer was and what it is. */
export const Changes = ({ changes, label }: { readonly changes: (CheckUp['now'] & object)['changes']; readonly label: string }) => {
  const { say, to, language } = useSay()
  return (
    <div className="scroll">
      <table className="rows">
        <caption className="unseen">{label}</caption>
        <Heads names={[WORDS.measure, WORDS.before, WORDS.after].map(say)} />
        <tbody>
          {changes.map(({ measure, title, before, after }) => (
            <tr key={measure}>
              <th scope="row">
                <a href={to(`/measures/${measure}`)}>{say(title)}</a>
              </th>
              <td data-head={say(WORDS.before)}>
                <Money yuan={before} language={language} none={say(WORDS.notGranted)} />
              </td>
              <td data-head={say(WORDS.after)}>
                <Money yuan={after} language={language} none={say(WORDS.notGranted)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
