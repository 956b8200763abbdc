import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { currentPack } from '../../modules/measure/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'

export const kindWords = {
  plan: { zh: '规划', en: 'plan' },
  policy: { zh: '政策', en: 'policy' },
  'work-list': { zh: '工作清单', en: 'work list' },
  rule: { zh: '实施办法', en: 'implementing rule' },
  notice: { zh: '通知', en: 'notice' },
  draft: { zh: '征求意见稿', en: 'draft' },
  report: { zh: '报告', en: 'report' },
} as const

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const pack = await app.perform(who, currentPack, {})
    const measures = [...pack.measures.values()]
    return [...pack.documents.values()].map(({ id, kind, title, number, issuer, issued }) => ({
      id,
      kind,
      title,
      number,
      issuer,
      issued,
      measures: measures.filter((measure) => measure.document === id).length,
      targets: pack.targets.filter((target) => target.document === id).length,
    }))
  })

const WORDS = {
  title: { zh: '有哪些文件？', en: 'Which documents are there?' },
  document: { zh: '文件', en: 'Document' },
  kind: { zh: '种类', en: 'Kind' },
  issuer: { zh: '发布', en: 'Issued by' },
  date: { zh: '日期', en: 'Date' },
  effect: { zh: '在本站', en: 'Here' },
} as const

export default function Documents() {
  const list = useLoaderData<typeof loader>()
  const { say, to, language } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <meta name="description" content={say(WORDS.title)} />
      <h1>{say(WORDS.title)}</h1>
      <div className="scroll">
        <table>
          <caption>{language === 'zh' ? `${list.length} 份文件` : `${list.length} documents`}</caption>
          <thead>
            <tr>
              {[WORDS.document, WORDS.kind, WORDS.issuer, WORDS.date, WORDS.effect].map((each) => (
                <th key={each.en} scope="col">
                  {say(each)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.map((each) => (
              <tr key={each.id}>
                <th scope="row">
                  <a href={to(`/documents/${each.id}`)}>{say(each.title)}</a>
                  <div className="small quiet">{each.number}</div>
                </th>
                <td>{say(kindWords[each.kind])}</td>
                <td>{each.issuer ?? '—'}</td>
                <td>{each.issued ?? '—'}</td>
                <td>
                  {language === 'zh'
                    ? `${each.measures} 项措施，${each.targets} 个目标`
                    : `${each.measures} measures, ${each.targets} targets`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
