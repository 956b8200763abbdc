import { type LinksFunction, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { overview, periodText } from '../../modules/plan/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import chartStyle from '../parts/chart.css?url'
import { DatePicker } from './date-picker.tsx'
import { askedDates } from './dates.ts'
import homeStyle from './home.css?url'
import { homeView } from './home-view.ts'
import { News } from './news.tsx'
import { TargetTile } from './target-tile.tsx'
import tilesStyle from './tiles.css?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: chartStyle },
  { rel: 'stylesheet', href: tilesStyle },
  { rel: 'stylesheet', href: homeStyle },
]

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return homeView(await app.perform(who, overview, askedDates(request)))
  })

const WORDS = {
  title: { zh: '的数字经济规划走到哪一步了？', en: ': how far has the digital-economy plan come?' },
  way: { zh: '我的企业能拿多少？', en: 'What can my enterprise get?' },
  wayText: {
    zh: '回答几个问题，看每一条政策给不给、给多少、为什么、还缺什么。不用登录，填写的内容不保存。',
    en: 'Answer a few questions and see for every measure whether it pays, how much, why, and what is missing. No account; what you type is not kept.',
  },
  start: { zh: '开始测算', en: 'Start the check-up' },
  targets: { zh: '规划的目标', en: 'The targets of the plan' },
  assessed: { zh: '有公开数据的', en: 'With public data' },
  silent: { zh: '没有公开数据的', en: 'Without public data' },
  silentText: {
    zh: '这些指标没有公布过数值，因此不评估，也不写成 0。“相近口径”是另一种统计，只供参考，不能与目标相比。',
    en: 'No value of these indicators was published; so they are not assessed, and nothing is written as 0. “Related” values count something else: they inform and do not compare with the target.',
  },
  annual: { zh: '年度目标', en: 'Goals of the year' },
  plan: { zh: '规划许诺了什么', en: 'What the plan promises' },
  asOf: { zh: '截至', en: 'As of' },
  other: { zh: '换一天看', en: 'Look at another day' },
} as const

export default function Home() {
  const data = useLoaderData<typeof loader>()
  const { say, to, language, marks } = useSay()
  const groups = [
    { title: WORDS.assessed, text: null, tiles: data.tiles.filter((tile) => tile.now !== null) },
    { title: WORDS.silent, text: WORDS.silentText, tiles: data.tiles.filter((tile) => tile.now === null) },
  ].filter((group) => group.tiles.length > 0)
  return (
    <>
      <title>{`${say(data.city)}${say(WORDS.title)} · 策行 Planwright`}</title>
      <meta name="description" content={say(data.summary)} />
      <h1>
        {say(data.city)}
        {say(WORDS.title)}
      </h1>
      <div className="front">
        <div>
          <p className="lead">
            {say(WORDS.asOf)} {periodText(data.asOf, language)}
            {language === 'zh' ? '，' : ', '}
            {say(data.summary)}
            {marks.stop}
          </p>
          <p>
            {data.annual && `${say(WORDS.annual)}${marks.colon}${say(data.annual)}${marks.stop} `}
            <a href={to('/plan')}>{say(WORDS.plan)} →</a>
          </p>
        </div>
        <section className="way">
          <h2>{say(WORDS.way)}</h2>
          <p className="small">{say(WORDS.wayText)}</p>
          <p>
            <a className="button" href={to('/check')}>
              {say(WORDS.start)}
            </a>
          </p>
          <p className="small quiet">
            {language === 'zh'
              ? `共 ${data.measures} 项措施，其中 ${data.executable} 项可以算到分`
              : `${data.measures} measures, ${data.executable} of them computed to the fen`}
          </p>
        </section>
      </div>
      <h2>{say(WORDS.targets)}</h2>
      {groups.map((group) => (
        <section key={group.title.en}>
          <h3>
            {say(group.title)}
            {marks.open}
            {group.tiles.length}
            {marks.close}
          </h3>
          {group.text && <p className="small quiet">{say(group.text)}</p>}
          <ul className={group.text ? 'tiles' : 'tiles large'}>
            {group.tiles.map((tile) => (
              <TargetTile key={tile.key} tile={tile} />
            ))}
          </ul>
        </section>
      ))}
      <News news={data.news} />
      <details>
        <summary>{say(WORDS.other)}</summary>
        <DatePicker asOf={data.asOf} known={data.known} />
      </details>
    </>
  )
}
