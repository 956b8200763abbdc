/** The years whose holidays are arranged, each with its notice. */
import { fill } from '../../core/messages.ts'
import type { ArrangedYear } from '../../modules/edition/index.ts'
import { useSay } from '../language.ts'
import { Heads, Scroll, SourceLine } from '../parts/basic.tsx'

export const CALENDAR_TITLE = { zh: '工作日历', en: 'Working days' } as const

const WORDS = {
  none: {
    zh: '这个包没有放假安排：工作日只按周一至周五计算，期限都是暂定的。',
    en: 'This pack has no arrangement of holidays: working days are Monday to Friday, and every due date is provisional.',
  },
  provisional: {
    zh: '{year}年以后的放假安排尚未收入：之后的期限是暂定的，收入新的安排后重新计算。',
    en: 'Holidays after {year} are not arranged here yet: due dates after it are provisional, and computed anew once they are.',
  },
  year: { zh: '年', en: 'Year' },
  off: { zh: '放假日', en: 'Days off' },
  worked: { zh: '调休上班的周末', en: 'Weekend days worked' },
  source: { zh: '通知', en: 'Notice' },
} as const

export const CalendarYears = ({ years }: { readonly years: readonly ArrangedYear[] }) => {
  const { say, language } = useSay()
  const [latest] = years
  if (!latest) return <p>{say(WORDS.none)}</p>
  return (
    <>
      <p>{fill(say(WORDS.provisional), { year: latest.year })}</p>
      <details>
        <summary>{`${years.at(-1)!.year}–${latest.year}`}</summary>
        <Scroll label={say(CALENDAR_TITLE)}>
          <table className="rows">
            <caption className="unseen">{say(CALENDAR_TITLE)}</caption>
            <Heads names={[WORDS.year, WORDS.off, WORDS.worked, WORDS.source].map(say)} />
            <tbody>
              {years.map(({ year, off, worked, sources }) => (
                <tr key={year}>
                  <th scope="row">
                    <a href={`/api/v1/calendar/${year}`}>{year}</a>
                  </th>
                  <td data-head={say(WORDS.off)}>{off}</td>
                  <td data-head={say(WORDS.worked)}>{worked}</td>
                  <td data-head={say(WORDS.source)}>
                    {sources.map((source) => (
                      <div key={source.id}>
                        <SourceLine source={source} language={language} />
                      </div>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </details>
    </>
  )
}
