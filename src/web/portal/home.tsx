import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import {
  type Assessment,
  categoryText,
  measured,
  overview,
  periodText,
  promised,
  reasonText,
  sentenceOf,
  summaryOf,
} from '../../modules/plan/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Lamp } from '../parts/basic.tsx'
import { Progress } from '../parts/chart.tsx'

/** What a tile of the home page shows. */
export const tileOf = (each: Assessment) => ({
  id: each.indicator.id,
  name: each.indicator.name,
  category: each.status,
  verdict: categoryText[each.status],
  reason: each.reason && reasonText[each.reason],
  value: each.latest && { zh: measured(each.latest.value, each.indicator, 'zh'), en: measured(each.latest.value, each.indicator, 'en') },
  when: each.latest && { zh: periodText(each.latest.period, 'zh'), en: periodText(each.latest.period, 'en') },
  promise: { zh: promised(each, 'zh'), en: promised(each, 'en') },
  period: { zh: periodText(each.target.period, 'zh'), en: periodText(each.target.period, 'en') },
  share: each.latest && Number(each.target.value) !== 0 ? Number(each.latest.value) / Number(each.target.value) : null,
  sentence: sentenceOf(each),
})

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const asked = new URL(request.url).searchParams.get('asOf') ?? undefined
    const page = await app.perform(who, overview, asked ? { asOf: asked } : {})
    return {
      title: page.pack.title,
      city: page.pack.city,
      asOf: page.asOf,
      summary: summaryOf(page.plan),
      tiles: page.plan.map(tileOf),
      annual: summaryOf(page.annual),
      recent: page.recent.map((reading) => {
        const indicator = page.pack.indicators.get(reading.indicator)!
        return {
          id: indicator.id,
          name: indicator.name,
          period: reading.period,
          value: { zh: measured(reading.value, indicator, 'zh'), en: measured(reading.value, indicator, 'en') },
        }
      }),
      measures: page.pack.measures.size,
      executable: [...page.pack.measures.values()].filter((measure) => measure.grade === 'executable').length,
    }
  })

const WORDS = {
  title: { zh: '的数字经济规划走到哪一步了？', en: ': how far has the plan come?' },
  asOf: { zh: '截至', en: 'As of' },
  change: { zh: '换一天', en: 'Another day' },
  show: { zh: '查看', en: 'Show' },
  way: { zh: '我的企业能拿多少？', en: 'What can my enterprise get?' },
  wayText: {
    zh: '回答几个问题，看每一条政策给不给、给多少、为什么、还缺什么。不用登录，填写的内容不保存。',
    en: 'Answer a few questions and see for every measure whether it pays, how much, why, and what is missing. No account; what you type is not kept.',
  },
  start: { zh: '开始测算', en: 'Start' },
  targets: { zh: '规划的目标', en: 'The targets of the plan' },
  target: { zh: '目标', en: 'target' },
  none: { zh: '没有公开数据', en: 'no public data' },
  news: { zh: '最近一个月的变化', en: 'What changed in the last month' },
  noNews: { zh: '截至这一天的前 31 天内，没有新公布的数据。', en: 'No reading became public in the 31 days before this day.' },
  annual: { zh: '年度目标', en: 'Goals of the year' },
} as const

export default function Home() {
  const data = useLoaderData<typeof loader>()
  const { say, to, language } = useSay()
  return (
    <>
      <title>{`${say(data.city)}${say(WORDS.title)} · 策行 Planwright`}</title>
      <meta name="description" content={say(data.summary)} />
      <h1>
        {say(data.city)}
        {say(WORDS.title)}
      </h1>
      <p className="lead">
        {say(data.summary)}
        {language === 'zh' ? '。' : '.'}{' '}
        <span className="quiet">
          {say(WORDS.asOf)} {data.asOf}
        </span>
      </p>
      <p className="quiet">
        {say(WORDS.annual)}：{say(data.annual)}
        {language === 'zh' ? '。' : '.'} <a href={to('/plan')}>{language === 'zh' ? '看规划全文' : 'See the whole plan'}</a>
      </p>
      <section className="note">
        <h2>{say(WORDS.way)}</h2>
        <p>{say(WORDS.wayText)}</p>
        <p>
          <a href={to('/check')}>
            <strong>{say(WORDS.start)} →</strong>
          </a>{' '}
          <span className="quiet">
            {language === 'zh'
              ? `共 ${data.measures} 项措施，${data.executable} 项可以算到分`
              : `${data.measures} measures, ${data.executable} computed to the fen`}
          </span>
        </p>
      </section>
      <h2>{say(WORDS.targets)}</h2>
      <ul className="tiles">
        {data.tiles.map((tile) => (
          <li key={tile.id}>
            <h3>
              <a href={to(`/plan/${tile.id}`)}>{say(tile.name)}</a>
            </h3>
            <div className="value">
              {tile.value ? (
                say(tile.value)
              ) : (
                <span className="quiet">
                  — <span className="small">{say(WORDS.none)}</span>
                </span>
              )}
            </div>
            <div className="small quiet">
              {tile.when ? `${say(tile.when)} · ` : ''}
              {say(tile.period)} {say(WORDS.target)}：{say(tile.promise)}
            </div>
            <Progress share={tile.share} label={say(tile.sentence)} />
            <Lamp category={tile.category}>{say(tile.verdict)}</Lamp>{' '}
            {tile.value && tile.reason && <span className="small quiet">{say(tile.reason)}</span>}
          </li>
        ))}
      </ul>
      <h2>{say(WORDS.news)}</h2>
      {data.recent.length === 0 ? (
        <p>{say(WORDS.noNews)}</p>
      ) : (
        <ul>
          {data.recent.map((each) => (
            <li key={each.id + each.period}>
              <a href={to(`/plan/${each.id}`)}>{say(each.name)}</a> {each.period}：{say(each.value)}
            </li>
          ))}
        </ul>
      )}
      <form method="get" className="filters">
        <div>
          <label htmlFor="asOf">{say(WORDS.change)}</label>
          <input type="date" id="asOf" name="asOf" defaultValue={data.asOf} />
        </div>
        <div>
          <button type="submit">{say(WORDS.show)}</button>
        </div>
      </form>
    </>
  )
}
