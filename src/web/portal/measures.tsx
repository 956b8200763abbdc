import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { currentPack, type ListMeasures, measures } from '../../modules/measure/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Badge, Money } from '../parts/basic.tsx'
import { gradeWords, inForceText, stateWords, supportWords } from './words.ts'

const FILTERS = ['q', 'level', 'document', 'support', 'grade', 'state', 'task', 'on', 'sort'] as const

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const asked = new URL(request.url).searchParams
    const wish = Object.fromEntries(
      FILTERS.flatMap((name) => (asked.get(name) ? [[name, asked.get(name)!.slice(0, 60)]] : [])),
    ) as ListMeasures
    const pack = await app.perform(who, currentPack, {})
    const used = (key: 'level' | 'document'): Set<string> => new Set([...pack.measures.values()].map((measure) => measure[key]))
    return {
      wish,
      list: await app.perform(who, measures, wish),
      total: pack.measures.size,
      levels: [...used('level')].map((name) => ({ value: name, label: pack.districts.get(name)!.label })),
      documents: [...used('document')].map((id) => ({ value: id, label: pack.documents.get(id)!.title })),
      tasks: [...pack.tasks.values()]
        .filter((task) => task.kind === 'task' || task.kind === 'project')
        .map((task) => ({ value: task.id, label: task.title })),
    }
  })

const WORDS = {
  title: { zh: '有哪些支持政策？', en: 'Which measures are there?' },
  search: { zh: '搜索', en: 'Search' },
  level: { zh: '哪一级', en: 'Level' },
  document: { zh: '文件', en: 'Document' },
  support: { zh: '方式', en: 'Kind' },
  grade: { zh: '能否计算', en: 'Computable?' },
  state: { zh: '效力', en: 'State' },
  task: { zh: '任务', en: 'Task' },
  sort: { zh: '排序', en: 'Sort by' },
  all: { zh: '全部', en: 'all' },
  show: { zh: '查看', en: 'Show' },
  found: { zh: '项', en: 'measures' },
  of: { zh: '共', en: 'of' },
  none: { zh: '没有符合条件的措施。请减少筛选条件，或换一个词。', en: 'No measure fits. Take a filter away, or try another word.' },
  measure: { zh: '措施', en: 'Measure' },
  most: { zh: '最多', en: 'At most' },
  whom: { zh: '给谁', en: 'For whom' },
  until: { zh: '有效期', en: 'Validity' },
  noLimit: { zh: '未载明上限', en: 'no limit stated' },
  original: { zh: '文件次序', en: 'order of the documents' },
  amount: { zh: '金额', en: 'amount' },
  closing: { zh: '到期日', en: 'closing date' },
  byTitle: { zh: '名称', en: 'title' },
  toCheck: { zh: '来源待核实', en: 'source to be verified' },
} as const

const choices = (words: Readonly<Record<string, { zh: string; en: string }>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

export default function Measures() {
  const data = useLoaderData<typeof loader>()
  const { say, to, language } = useSay()
  const select = (
    name: 'level' | 'document' | 'support' | 'grade' | 'state' | 'task',
    options: readonly { readonly value: string; readonly label: { zh: string; en: string } }[],
  ) => (
    <div>
      <label htmlFor={name}>{say(WORDS[name])}</label>
      <select id={name} name={name} defaultValue={data.wish[name] ?? ''}>
        <option value="">{say(WORDS.all)}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {say(option.label)}
          </option>
        ))}
      </select>
    </div>
  )
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <meta
        name="description"
        content={language === 'zh' ? `${data.total} 项措施，逐条可查、可算` : `${data.total} measures, each to read and to compute`}
      />
      <h1>{say(WORDS.title)}</h1>
      <form method="get" className="filters">
        <div>
          <label htmlFor="q">{say(WORDS.search)}</label>
          <input type="search" id="q" name="q" defaultValue={data.wish.q ?? ''} maxLength={60} />
        </div>
        {select('level', data.levels)}
        {select('support', choices(supportWords))}
        {select('grade', choices(gradeWords))}
        {select('state', choices(stateWords))}
        {select('task', data.tasks)}
        {select('document', data.documents)}
        <div>
          <label htmlFor="sort">{say(WORDS.sort)}</label>
          <select id="sort" name="sort" defaultValue={data.wish.sort ?? ''}>
            <option value="">{say(WORDS.original)}</option>
            <option value="amount">{say(WORDS.amount)}</option>
            <option value="closing">{say(WORDS.closing)}</option>
            <option value="title">{say(WORDS.byTitle)}</option>
          </select>
        </div>
        <div>
          <button type="submit">{say(WORDS.show)}</button>
        </div>
      </form>
      <p className="quiet">
        {language === 'zh' ? `${data.list.length} / ${data.total} 项` : `${data.list.length} of ${data.total} measures`}
      </p>
      {data.list.length === 0 ? (
        <p>{say(WORDS.none)}</p>
      ) : (
        <div className="scroll">
          <table>
            <caption>{say(WORDS.title)}</caption>
            <thead>
              <tr>
                <th scope="col">{say(WORDS.measure)}</th>
                <th scope="col" className="n">
                  {say(WORDS.most)}
                </th>
                <th scope="col">{say(WORDS.whom)}</th>
                <th scope="col">{say(WORDS.until)}</th>
              </tr>
            </thead>
            <tbody>
              {data.list.map((each) => (
                <tr key={each.id}>
                  <th scope="row">
                    <a href={to(`/measures/${each.id}`)}>{say(each.title)}</a>
                    <ul className="badges">
                      <Badge>{say(each.level)}</Badge>
                      <Badge>{say(supportWords[each.support]!)}</Badge>
                      <Badge {...(each.grade === 'executable' ? { tone: 'good' as const } : {})}>{say(gradeWords[each.grade]!)}</Badge>
                      {each.confidence === 'C' && <Badge tone="warn">{say(WORDS.toCheck)}</Badge>}
                      {each.draft && <Badge tone="warn">{say(stateWords.draft!)}</Badge>}
                    </ul>
                  </th>
                  <td className="n">
                    <Money yuan={each.atMost} language={language} none={each.grade === 'text' ? '' : say(WORDS.noLimit)} />
                  </td>
                  <td>{say(each.subject)}</td>
                  <td>
                    {say(stateWords[each.state]!)}
                    <div className="small quiet">{say(inForceText(each.inForce))}</div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
