/** The best combination of what an enterprise can get: as a picture, and the same as a table. */
import { fill } from '../../core/messages.ts'
import { fenOfYuan, shownMoney } from '../../core/money.ts'
import type { Combination as Data } from '../../modules/measure/browser.ts'
import { useSay } from '../language.ts'
import { Heads, Money } from '../parts/basic.tsx'
import { CombinationPicture, type CombinationSpec } from '../parts/combination-picture.tsx'
import { relationWords } from './words.ts'

const WORDS = {
  title: { zh: '怎样组合最多', en: 'The best combination' },
  note: {
    zh: '各项分开算共 {before}；有的不能同时享受，有的共用一个上限。实付最多 {after}，取法如下。计划中的项目也可以照此试算。',
    en: 'Each by itself they add up to {before}; some are not paid together, some share a cap. At most {after} is paid, taken like this. Projects that are only planned can be tried in the same way.',
  },
  measure: { zh: '措施', en: 'Measure' },
  alone: { zh: '单独算', en: 'By itself' },
  paid: { zh: '实付', en: 'Paid' },
  why: { zh: '依据', en: 'Why' },
  taken: { zh: '取', en: 'Taken' },
  together: { zh: '{kind}：{clause}', en: '{kind}: {clause}' },
  cap: { zh: '总额上限 {limit}（{clause}）', en: 'Total cap {limit} ({clause})' },
} as const

export const Combination = ({ combination }: { readonly combination: Data | null }) => {
  const { say, to, language } = useSay()
  if (combination === null) return null
  const money = (yuan: string): string => shownMoney(fenOfYuan(yuan) ?? 0n, language)
  const note = fill(say(WORDS.note), { before: money(combination.before), after: money(combination.after) })
  const spec: CombinationSpec = {
    title: `${say(WORDS.title)}. ${note}`,
    nodes: combination.nodes.map(({ measure, title, amount, award }) => ({ key: measure, title: say(title), amount, award })),
    pairs: combination.pairs.map(({ a, b, kind, clause }) => ({
      a,
      b,
      text: fill(say(WORDS.together), { kind: say(relationWords[kind]!), clause: say(clause.heading) }),
    })),
    bars: combination.caps.map(({ clause, limit, parts }) => ({
      text: fill(say(WORDS.cap), { limit: money(limit), clause: say(clause.heading) }),
      limit,
      parts: parts.map(({ measure, yuan }) => ({ key: measure, yuan })),
    })),
  }
  return (
    <section className="together" aria-labelledby="together">
      <h2 id="together">{say(WORDS.title)}</h2>
      <p>{note}</p>
      <CombinationPicture spec={spec} language={language} />
      <div className="scroll">
        <table>
          <Heads names={[WORDS.measure, WORDS.alone, WORDS.paid, WORDS.why].map(say)} />
          <tbody>
            {combination.nodes.map(({ measure, title, amount, award, why }) => (
              <tr key={measure}>
                <th scope="row">
                  <a href={to(`/measures/${measure}`)}>{say(title)}</a>
                </th>
                <td>
                  <Money yuan={amount} language={language} />
                </td>
                <td>
                  <Money yuan={award} language={language} />
                </td>
                <td>{why.length === 0 ? say(WORDS.taken) : why.map(say).join(' ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
