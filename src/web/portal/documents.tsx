import { type LinksFunction, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { documents } from '../../modules/plan/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads } from '../parts/basic.tsx'
import { kindWords, statusWords } from './document-words.ts'
import documentsStyle from './documents.css?url'

const KINDS = ['plan', 'policy', 'work-list', 'rule', 'notice', 'draft', 'report'] as const

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: documentsStyle }]

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const all = await app.perform(who, documents, {})
    return KINDS.map((kind) => ({
      kind,
      documents: all
        .filter((each) => each.kind === kind)
        .map(({ id, title, number, issuer, issued, status, effects }) => ({ id, title, number, issuer, issued, status, effects }))
        .toSorted((a, b) => ((a.issued ?? '') < (b.issued ?? '') ? 1 : -1)),
    })).filter((group) => group.documents.length > 0)
  })

const WORDS = {
  title: { zh: '有哪些文件？', en: 'Which documents are there?' },
  lead: {
    zh: '规划、政策和规则的目录：每份文件写明文号、发布者、日期和来源，以及它在本站起作用的地方。',
    en: 'The plans, policies and rules: each with its number, issuer, date and sources, and every place where it takes effect here.',
  },
  document: { zh: '文件', en: 'Document' },
  issuer: { zh: '发布', en: 'Issued by' },
  date: { zh: '日期', en: 'Date' },
  status: { zh: '效力', en: 'State' },
  effect: { zh: '在本站', en: 'Here' },
  unknown: { zh: '— 未查到', en: '— not found' },
} as const

export default function Documents() {
  const groups = useLoaderData<typeof loader>()
  const { say, to, language, marks } = useSay()
  const total = groups.reduce((sum, group) => sum + group.documents.length, 0)
  const effects = ({ measures, targets, tasks }: (typeof groups)[number]['documents'][number]['effects']): string =>
    [
      measures > 0 && (language === 'zh' ? `${measures} 项措施` : `${measures} ${measures === 1 ? 'measure' : 'measures'}`),
      targets > 0 && (language === 'zh' ? `${targets} 个目标` : `${targets} ${targets === 1 ? 'target' : 'targets'}`),
      tasks > 0 && (language === 'zh' ? `${tasks} 项任务` : `${tasks} ${tasks === 1 ? 'task' : 'tasks'}`),
    ]
      .filter(Boolean)
      .join(marks.comma) || '—'
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <meta name="description" content={say(WORDS.lead)} />
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">
        {language === 'zh' ? `共 ${total} 份。` : `${total} of them. `}
        {say(WORDS.lead)}
      </p>
      {groups.map((group) => (
        <section key={group.kind}>
          <h2 id={group.kind}>
            {say(kindWords[group.kind])}
            {marks.open}
            {group.documents.length}
            {marks.close}
          </h2>
          <div className="scroll">
            <table className="rows documents">
              <caption className="unseen">{say(kindWords[group.kind])}</caption>
              <Heads names={[WORDS.document, WORDS.issuer, WORDS.date, WORDS.status, WORDS.effect].map(say)} />
              <tbody>
                {group.documents.map((each) => (
                  <tr key={each.id}>
                    <th scope="row">
                      <a href={to(`/documents/${each.id}`)}>{say(each.title)}</a>
                      {each.number && (
                        <div className="small quiet" lang="zh-CN">
                          {each.number}
                        </div>
                      )}
                    </th>
                    <td data-head={say(WORDS.issuer)} lang="zh-CN">
                      {each.issuer ?? say(WORDS.unknown)}
                    </td>
                    <td data-head={say(WORDS.date)} className="date">
                      {each.issued ?? say(WORDS.unknown)}
                    </td>
                    <td data-head={say(WORDS.status)}>{say(statusWords[each.status])}</td>
                    <td data-head={say(WORDS.effect)}>{effects(each.effects)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
    </>
  )
}
