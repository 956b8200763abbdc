import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { spanOf } from '../../core/dates.ts'
import { multiply, textOfExact } from '../../core/exact.ts'
import {
  categoryText,
  indicatorPage,
  METHOD_VERSION,
  measured,
  periodText,
  probabilityText,
  promised,
  publishedOn,
  reasonText,
  sentenceOf,
} from '../../modules/plan/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Lamp, SourceLine } from '../parts/basic.tsx'
import { Chart, type ChartSpec } from '../parts/chart.tsx'

const yearOf = (period: string): number => {
  const { last } = spanOf(period)!
  return Number(last.slice(0, 4)) + (Number(last.slice(5, 7)) - 0.5 + Number(last.slice(8)) / 62) / 12
}

export const loader = ({ context, params, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const asked = new URL(request.url).searchParams
    const given = Object.fromEntries(['asOf', 'known'].flatMap((name) => (asked.get(name) ? [[name, asked.get(name)!]] : [])))
    const { pack, indicator, asOf, known, assessments, readings } = await app.perform(who, indicatorPage, {
      id: params.indicator ?? '',
      ...given,
    })
    const main = assessments.find((each) => each.target.kind === 'plan') ?? assessments.at(-1) ?? null
    const scale = indicator.kind === 'ratio' ? 100 : 1
    const fan = main?.forecast ?? null
    const words = (language: 'zh' | 'en'): ChartSpec => ({
      title: indicator.name[language],
      description: main ? sentenceOf(main)[language] : '',
      unit: indicator.unit[language],
      points: readings.map((each) => ({ x: yearOf(each.period), y: Number(each.value), label: each.value, series: each.series })),
      goal: main ? { x: yearOf(main.target.period), y: Number(main.target.value), label: promised(main, language) } : null,
      fan:
        fan && main
          ? {
              x: yearOf(main.target.period),
              value: fan.value * scale,
              band50: [fan.band50.low * scale, fan.band50.high * scale],
              band80: [fan.band80.low * scale, fan.band80.high * scale],
            }
          : null,
    })
    return {
      id: indicator.id,
      name: indicator.name,
      definition: indicator.definition,
      asOf,
      known,
      method: METHOD_VERSION,
      chart: { zh: words('zh'), en: words('en') },
      main: main && {
        category: main.status,
        verdict: categoryText[main.status],
        reason: main.reason && reasonText[main.reason],
        sentence: sentenceOf(main),
        promise: { zh: promised(main, 'zh'), en: promised(main, 'en') },
        value: main.latest && { zh: measured(main.latest.value, indicator, 'zh'), en: measured(main.latest.value, indicator, 'en') },
        when: main.latest && { zh: periodText(main.latest.period, 'zh'), en: periodText(main.latest.period, 'en') },
        needed: main.needed && textOfExact(multiply(main.needed.value, scale), 2).replace('…', ''),
        due: main.due && textOfExact(main.due, 2).replace('…', ''),
        sensitive: main.sensitive && categoryText[main.sensitive],
        probability: fan && { text: probabilityText(fan.attain), value: `${(fan.attain * 100).toFixed(0)}%` },
      },
      promises: assessments.map((each) => ({
        period: { zh: periodText(each.target.period, 'zh'), en: periodText(each.target.period, 'en') },
        promise: { zh: promised(each, 'zh'), en: promised(each, 'en') },
        category: each.status,
        verdict: categoryText[each.status],
        reason: each.reason && reasonText[each.reason],
        note: each.target.note,
        document: each.target.document && { id: each.target.document, title: pack.documents.get(each.target.document)!.title },
        source: pack.sources.get(each.target.source)!,
        superseded: each.supersededBy ? (pack.documents.get(each.supersededBy.document ?? '')?.title ?? null) : null,
      })),
      readings: readings.toReversed().map((each) => ({
        period: { zh: periodText(each.period, 'zh'), en: periodText(each.period, 'en') },
        value: { zh: measured(each.value, indicator, 'zh'), en: measured(each.value, indicator, 'en') },
        precision: each.precision,
        series: each.series,
        published: publishedOn(each, pack),
        note: each.note,
        source: pack.sources.get(each.source)!,
      })),
      related: indicator.related.map((id) => ({ id, name: pack.indicators.get(id)!.name })),
    }
  })

const WORDS = {
  ask: { zh: '这个目标能实现吗？', en: 'Will this target be met?' },
  none: { zh: '没有公开数据，因此不画图，也不写成 0。', en: 'There is no public data; so nothing is drawn, and nothing is written as 0.' },
  noTarget: { zh: '这项指标没有目标。', en: 'This indicator has no target.' },
  readings: { zh: '全部数据', en: 'Every reading' },
  promises: { zh: '历次承诺', en: 'Every promise' },
  definition: { zh: '定义', en: 'Definition' },
  related: { zh: '相关数据（口径不同，不能相比）', en: 'Related data (of another scope, not to be compared)' },
  period: { zh: '时期', en: 'Period' },
  value: { zh: '数值', en: 'Value' },
  series: { zh: '口径', en: 'Scope' },
  published: { zh: '公布日', en: 'Published' },
  source: { zh: '来源', en: 'Source' },
  status: { zh: '状态', en: 'Status' },
  target: { zh: '目标', en: 'Target' },
  document: { zh: '文件', en: 'Document' },
  asOf: { zh: '截至', en: 'As of' },
  known: { zh: '按这一天已公布的数据', en: 'As known on' },
  show: { zh: '查看', en: 'Show' },
  needed: { zh: '此后每年需要', en: 'Needed each year from here' },
  due: { zh: '按路径此时应达到', en: 'Due by now' },
  points: { zh: '个百分点或单位', en: 'points or units' },
  sensitive: { zh: '换一种方法会得到另一结论', en: 'Another method says' },
  chance: { zh: '实现的可能性', en: 'Chance of attaining it' },
  superseded: { zh: '后有新承诺', en: 'followed by' },
  over: { zh: '超过', en: 'over' },
  about: { zh: '约', en: 'about' },
} as const

export default function IndicatorView() {
  const data = useLoaderData<typeof loader>()
  const { say, to, language } = useSay()
  const precise = (precision: string): string =>
    precision === 'over' ? `${say(WORDS.over)} ` : precision === 'about' ? `${say(WORDS.about)} ` : ''
  return (
    <>
      <title>{`${say(data.name)}：${say(WORDS.ask)} · 策行 Planwright`}</title>
      <meta name="description" content={data.main ? say(data.main.sentence) : say(data.name)} />
      <p className="quiet">
        <a href={to('/plan')}>{language === 'zh' ? '规划' : 'Plan'}</a> ›
      </p>
      <h1>{say(data.name)}</h1>
      <p className="lead">{say(WORDS.ask)}</p>
      {data.main ? (
        <>
          <p className="number">
            {data.main.value ? say(data.main.value) : '—'} <span className="small quiet">{data.main.when ? say(data.main.when) : ''}</span>
          </p>
          <p>
            <Lamp category={data.main.category}>{say(data.main.verdict)}</Lamp>
          </p>
          <p>{say(data.main.sentence)}</p>
          <dl className="facts">
            {data.main.due && (
              <>
                <dt>{say(WORDS.due)}</dt>
                <dd>{data.main.due}</dd>
              </>
            )}
            {data.main.needed && (
              <>
                <dt>{say(WORDS.needed)}</dt>
                <dd>
                  {data.main.needed} {say(WORDS.points)}
                </dd>
              </>
            )}
            {data.main.sensitive && (
              <>
                <dt>{say(WORDS.sensitive)}</dt>
                <dd>{say(data.main.sensitive)}</dd>
              </>
            )}
            {data.main.probability && (
              <>
                <dt>{say(WORDS.chance)}</dt>
                <dd>
                  {say(data.main.probability.text)}（{data.main.probability.value}）
                </dd>
              </>
            )}
          </dl>
        </>
      ) : (
        <p>{say(WORDS.noTarget)}</p>
      )}
      {data.readings.length === 0 ? <p className="note">{say(WORDS.none)}</p> : <Chart spec={data.chart[language]} language={language} />}
      <h2>{say(WORDS.readings)}</h2>
      {data.readings.length > 0 && (
        <div className="scroll">
          <table>
            <caption>{say(data.name)}</caption>
            <thead>
              <tr>
                {[WORDS.period, WORDS.value, WORDS.series, WORDS.published, WORDS.source].map((each) => (
                  <th key={each.en} scope="col" className={each === WORDS.value ? 'n' : undefined}>
                    {say(each)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.readings.map((each) => (
                <tr key={each.period.zh + each.series + each.value.zh}>
                  <th scope="row">{say(each.period)}</th>
                  <td className="n">
                    {precise(each.precision)}
                    {say(each.value)}
                  </td>
                  <td>{each.series}</td>
                  <td>{each.published ?? '—'}</td>
                  <td className="small">
                    <SourceLine source={each.source} language={language} />
                    {each.note && <div className="quiet">{each.note}</div>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p>
        <a href={`/api/v1/indicators/${data.id}?asOf=${data.asOf}&known=${data.known}`}>JSON</a> ·{' '}
        <a href={to(`/data/readings.csv?indicator=${data.id}`)}>CSV</a>
      </p>
      {data.related.length > 0 && (
        <p>
          {say(WORDS.related)}：
          {data.related.map((each, index) => (
            <span key={each.id}>
              {index > 0 && ' · '}
              <a href={to(`/plan/${each.id}`)}>{say(each.name)}</a>
            </span>
          ))}
        </p>
      )}
      <h2>{say(WORDS.promises)}</h2>
      <div className="scroll">
        <table>
          <caption>{say(WORDS.promises)}</caption>
          <thead>
            <tr>
              {[WORDS.period, WORDS.target, WORDS.status, WORDS.document, WORDS.source].map((each) => (
                <th key={each.en} scope="col">
                  {say(each)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.promises.map((each) => (
              <tr key={each.period.zh + each.promise.zh + each.source.id}>
                <th scope="row">{say(each.period)}</th>
                <td>
                  {say(each.promise)}
                  {each.note && <div className="small quiet">{each.note}</div>}
                  {each.superseded && (
                    <div className="small quiet">
                      {say(WORDS.superseded)} {say(each.superseded)}
                    </div>
                  )}
                </td>
                <td>
                  <Lamp category={each.category}>{say(each.verdict)}</Lamp>
                  {each.reason && <div className="small quiet">{say(each.reason)}</div>}
                </td>
                <td>{each.document && <a href={to(`/documents/${each.document.id}`)}>{say(each.document.title)}</a>}</td>
                <td className="small">
                  <SourceLine source={each.source} language={language} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2>{say(WORDS.definition)}</h2>
      <p>
        {say(data.definition)} <span className="quiet">{data.method}</span>
      </p>
      <form method="get" className="filters">
        <div>
          <label htmlFor="asOf">{say(WORDS.asOf)}</label>
          <input type="date" id="asOf" name="asOf" defaultValue={data.asOf} />
        </div>
        <div>
          <label htmlFor="known">{say(WORDS.known)}</label>
          <input type="date" id="known" name="known" defaultValue={data.known} />
        </div>
        <div>
          <button type="submit">{say(WORDS.show)}</button>
        </div>
      </form>
    </>
  )
}
