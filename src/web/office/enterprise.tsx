import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { Text } from '../../core/messages.ts'
import { factsPage } from '../../modules/party/index.ts'
import { siteContext } from '../context.ts'
import { FactTable } from '../desk/fact-table.tsx'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads, Money, Scroll } from '../parts/basic.tsx'
import { Synthetic } from '../parts/synthetic.tsx'
import { DatePicker } from '../portal/date-picker.tsx'
import { askedDates } from '../portal/dates.ts'
import { decisionFor } from './decided.ts'

export const loader = ({ context, params, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const uscc = params.enterprise ?? ''
    const { pack: _, ...page } = await app.perform(who, factsPage, { enterprise: uscc, ...askedDates(request) })
    const { results, total, on } = await decisionFor(app, who, uscc)
    const own = results.filter(({ status }) => status !== 'ineligible')
    return {
      ...page,
      total,
      on,
      results: own.map(({ measure, title, status, award, explanation }) => ({ measure, title, status, award, explanation })),
    }
  })

const WORDS = {
  list: { zh: '企业名录', en: 'All enterprises' },
  title: { zh: '关于这家企业，登记部门知道些什么？', en: 'What do the registers know of this enterprise?' },
  facts: { zh: '登记的事实', en: 'Registered facts' },
  none: { zh: '在这两天，没有任何记录。', en: 'Nothing was held on these days.' },
  decided: { zh: '按今天登记的事实，它能得多少？', en: 'What would it get by the facts of today?' },
  total: { zh: '合计（考虑措施之间的关系之后）', en: 'In all, after relations between measures' },
  measure: { zh: '措施', en: 'Measure' },
  amount: { zh: '金额', en: 'Amount' },
  why: { zh: '为什么', en: 'Why' },
  open: { zh: '待定：缺事实或要人判断', en: 'open: a fact is missing, or a person decides' },
  nothing: { zh: '没有一项确定可得。', en: 'Nothing is due for certain.' },
  waiting: { zh: '还要看的：缺事实或要人判断', en: 'Still open: a fact is missing, or a person decides' },
} as const

type Shown = ReturnType<typeof useLoaderData<typeof loader>>['results'][number]

const Results = ({ results, label }: { readonly results: readonly Shown[]; readonly label: Text }) => {
  const { say, to, language } = useSay()
  return (
    <Scroll label={say(label)}>
      <table className="rows">
        <Heads names={[WORDS.measure, WORDS.amount, WORDS.why].map(say)} />
        <tbody>
          {results.map(({ measure, title, status, award, explanation }) => (
            <tr key={measure}>
              <th scope="row">
                <a href={to(`/measures/${measure}`)}>{say(title)}</a>
              </th>
              <td data-head={say(WORDS.amount)}>
                {status === 'eligible' ? (
                  <Money yuan={award} language={language} none="" />
                ) : (
                  <span className="quiet">{say(WORDS.open)}</span>
                )}
              </td>
              <td data-head={say(WORDS.why)}>
                <details>
                  <summary>{say(WORDS.why)}</summary>
                  <ul>
                    {explanation.map(({ node, text }, index) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: lines of one explanation never move
                      <li key={`${node ?? ''}-${index}`}>{say(text)}</li>
                    ))}
                  </ul>
                </details>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

const Enterprise = () => {
  const { enterprise, facts, when, results, total } = useLoaderData<typeof loader>()
  const { say, to, language } = useSay()
  const [due, open] = [results.filter(({ status }) => status === 'eligible'), results.filter(({ status }) => status !== 'eligible')]
  return (
    <>
      <title>{`${enterprise.name} · 策行 Planwright`}</title>
      <p className="crumb">
        <a href={to('/office/enterprises')}>{say(WORDS.list)}</a> › <span lang="zh-CN">{enterprise.name}</span>{' '}
        <code>{enterprise.uscc}</code>
      </p>
      {enterprise.synthetic && <Synthetic />}
      <h1>{say(WORDS.title)}</h1>
      <h2>{say(WORDS.facts)}</h2>
      <DatePicker asOf={when.asOf} known={when.known} />
      {facts.length === 0 ? <p>{say(WORDS.none)}</p> : <FactTable facts={facts} home={null} />}
      <h2>{say(WORDS.decided)}</h2>
      <p className="lead">
        {say(WORDS.total)} <Money yuan={total} language={language} />
      </p>
      {due.length === 0 ? <p>{say(WORDS.nothing)}</p> : <Results results={due} label={WORDS.decided} />}
      {open.length > 0 && (
        <details>
          <summary>
            {say(WORDS.waiting)} <span className="count">{open.length}</span>
          </summary>
          <Results results={open} label={WORDS.waiting} />
        </details>
      )}
    </>
  )
}
export default Enterprise
