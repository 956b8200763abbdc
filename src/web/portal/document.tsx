import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Failure } from '../../kernel/failure.ts'
import { currentPack } from '../../modules/measure/index.ts'
import { measured, periodText } from '../../modules/plan/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { SourceLine } from '../parts/basic.tsx'
import { kindWords } from './documents.tsx'

export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const pack = await app.perform(who, currentPack, {})
    const id = params.id ?? ''
    const document = pack.documents.get(id)
    if (!document)
      throw new Failure('measure.document-unknown', {
        kind: 'unknown',
        zh: `没有文件“${id.slice(0, 60)}”。全部文件见 /documents。`,
        en: `There is no document "${id.slice(0, 60)}". All of them are at /documents.`,
      })
    return {
      ...document,
      sources: document.sources.map((each) => pack.sources.get(each)!),
      measures: [...pack.measures.values()]
        .filter((measure) => measure.document === id)
        .map((measure) => ({
          id: measure.id,
          title: { zh: measure.title, en: measure.titleEnglish ?? measure.title },
          clause: measure.clause,
          part: measure.part,
          sections: measure.sections.map((section) => ({
            anchor: section.anchor,
            heading: section.heading,
            clause: section.clause,
            computed: section.blocks.filter((block) => ['rule', 'table', 'params'].includes(block.kind)).length,
          })),
        })),
      targets: pack.targets
        .filter((target) => target.document === id)
        .map((target) => {
          const indicator = pack.indicators.get(target.indicator)!
          return {
            id: indicator.id,
            name: indicator.name,
            period: { zh: periodText(target.period, 'zh'), en: periodText(target.period, 'en') },
            value: {
              zh: `${target.comparator} ${measured(target.value, indicator, 'zh')}`,
              en: `${target.comparator} ${measured(target.value, indicator, 'en')}`,
            },
          }
        }),
      tasks: [...pack.tasks.values()]
        .filter((task) => task.document === id && task.content)
        .map((task) => ({ id: task.id, title: task.title, content: task.content! })),
    }
  })

const WORDS = {
  ask: { zh: '原文说了什么，在哪里起作用？', en: 'What does it say, and where does it take effect?' },
  measures: { zh: '由它而来的措施', en: 'Measures that come from it' },
  targets: { zh: '由它而来的目标', en: 'Targets that come from it' },
  tasks: { zh: '任务', en: 'Tasks' },
  computed: { zh: '有可计算的内容', en: 'is computed' },
  unknown: { zh: '未知', en: 'unknown' },
  sources: { zh: '来源', en: 'Sources' },
} as const

export default function DocumentView() {
  const page = useLoaderData<typeof loader>()
  const { say, to, language } = useSay()
  return (
    <>
      <title>{`${say(page.title)} · 策行 Planwright`}</title>
      <meta name="description" content={say(page.title)} />
      <p className="quiet">
        <a href={to('/documents')}>{language === 'zh' ? '文件' : 'Documents'}</a> ›
      </p>
      <h1>{say(page.title)}</h1>
      <p className="lead quiet">{say(WORDS.ask)}</p>
      <dl className="facts">
        <dt>{language === 'zh' ? '种类' : 'Kind'}</dt>
        <dd>{say(kindWords[page.kind])}</dd>
        <dt>{language === 'zh' ? '文号' : 'Number'}</dt>
        <dd>{page.number ?? say(WORDS.unknown)}</dd>
        <dt>{language === 'zh' ? '发布' : 'Issued by'}</dt>
        <dd>{page.issuer ?? say(WORDS.unknown)}</dd>
        <dt>{language === 'zh' ? '日期' : 'Date'}</dt>
        <dd>{page.issued ?? say(WORDS.unknown)}</dd>
        <dt>{language === 'zh' ? '有效期' : 'Validity'}</dt>
        <dd>{page.inForce ?? say(WORDS.unknown)}</dd>
      </dl>
      {page.note && <p className="note">{say(page.note)}</p>}
      <h2>{say(WORDS.sources)}</h2>
      <ul>
        {page.sources.map((source) => (
          <li key={source.id}>
            <SourceLine source={source} language={language} />
          </li>
        ))}
      </ul>
      {page.targets.length > 0 && (
        <>
          <h2>{say(WORDS.targets)}</h2>
          <ul>
            {page.targets.map((each) => (
              <li key={each.id + each.period.zh}>
                <a href={to(`/plan/${each.id}`)}>{say(each.name)}</a> {say(each.period)} {say(each.value)}
              </li>
            ))}
          </ul>
        </>
      )}
      {page.tasks.length > 0 && (
        <>
          <h2>{say(WORDS.tasks)}</h2>
          <ul>
            {page.tasks.map((each) => (
              <li key={each.id}>
                <strong>{say(each.title)}</strong> {say(each.content)}
              </li>
            ))}
          </ul>
        </>
      )}
      {page.measures.length > 0 && (
        <>
          <h2>{say(WORDS.measures)}</h2>
          {page.measures.map((measure) => (
            <section key={measure.id}>
              <h3>
                <a href={to(`/measures/${measure.id}`)}>{say(measure.title)}</a> <span className="small quiet">{measure.clause}</span>
              </h3>
              <ul>
                {measure.sections.map((section) => (
                  <li key={section.anchor}>
                    {say(section.clause)}{' '}
                    {section.computed > 0 && (
                      <a className="small" href={to(`/measures/${measure.id}#${section.anchor}`)}>
                        {say(WORDS.computed)}
                      </a>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </>
      )}
    </>
  )
}
