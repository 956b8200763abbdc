import type { ReactNode } from 'react'
import { type LinksFunction, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Lamp } from '../parts/basic.tsx'
import chartStyle from '../parts/chart.css?url'
import { Chart } from '../parts/chart.tsx'
import yearStyle from '../portal/year.css?url'
import { YearGoals, yearTitle } from '../portal/year.tsx'
import { SummaryTable } from '../worklist/tasks.tsx'
import { askedSince } from './asked.ts'
import boardStyle from './board.css?url'
import { Decisions } from './decisions.tsx'
import { LateTasks, More } from './items.tsx'
import screenStyle from './screen.css?url'
import { type ScreenView, screenOf } from './screen-view.ts'
import { BOARD, changeText } from './words.ts'

export const links: LinksFunction = () => [chartStyle, yearStyle, boardStyle, screenStyle].map((href) => ({ rel: 'stylesheet', href }))

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return screenOf(app, who, askedSince(request))
  })

const WORDS = {
  title: { zh: '{plan}：走到哪一步了？', en: '{plan}: how far has it come?' },
  asOf: { zh: '截至 {asOf}', en: 'As of {asOf}' },
  keys: {
    zh: '空格、PageDown 或翻页器：下一页。PageUp：上一页。',
    en: 'Space, PageDown or a presenter: next slide. PageUp: the one before.',
  },
  silent: { zh: '没有公开数据的目标', en: 'Targets without public data' },
  silentText: { zh: '没有数据就不评估，也不写成 0。', en: 'Without data nothing is assessed, and nothing is written as 0.' },
  tasks: { zh: '{year} 年的任务', en: 'The tasks of {year}' },
  late: { zh: '逾期的任务', en: 'Late tasks' },
  decide: { zh: '要定什么？', en: 'What is to be decided?' },
  next: { zh: '下一页', en: 'Next' },
  previous: { zh: '上一页', en: 'Back' },
  leave: { zh: '退出大屏', en: 'Leave the screen' },
  slides: { zh: '翻页', en: 'Slides' },
  needed: { zh: '今后所需', en: 'Needed from here' },
  pace: { zh: '实际步伐 ÷ 所需', en: 'Pace ÷ needed' },
  chance: { zh: '达成的可能', en: 'Chance' },
} as const

type Target = ScreenView['targets'][number]

const TargetSlide = ({ target }: { readonly target: Target }) => {
  const { say, language, marks } = useSay()
  const facts = [
    [WORDS.needed, target.needed && say(target.needed)],
    [WORDS.pace, target.ratio],
    [WORDS.chance, target.chance && `${target.chance.percent}${marks.open}${say(target.chance.text)}${marks.close}`],
  ] as const
  return (
    <div className="target">
      <div>
        <p className="huge">
          {target.now ? say(target.now.value) : '—'} <span className="quiet">{target.now && say(target.now.when)}</span>
        </p>
        <p>
          {language === 'zh' ? `${target.period.zh}目标：` : `Target for ${target.period.en}: `}
          <strong>{say(target.promise)}</strong>
        </p>
        <p>
          <Lamp category={target.lamp}>{say(target.verdict)}</Lamp>
          {target.caveat && <span className="quiet">{` ${say(target.caveat)}`}</span>}
        </p>
        <ul className="plain">
          {facts.flatMap(([words, text]) =>
            text
              ? [
                  <li key={words.en}>
                    <span className="quiet">{say(words)}</span> {text}
                  </li>,
                ]
              : [],
          )}
        </ul>
        {target.change && (
          <p className={target.change.turnedRed ? 'late' : undefined}>
            {[...(target.change.turnedRed ? [say(BOARD.red)] : []), ...target.change.kinds.map((kind) => say(changeText[kind]))].join(
              marks.comma,
            )}
          </p>
        )}
      </div>
      {target.chart && <Chart spec={target.chart[language]} language={language} />}
    </div>
  )
}

type Slide = { readonly key: string; readonly title: string; readonly body: ReactNode }

const Slides = ({ slides }: { readonly slides: readonly Slide[] }) => {
  const { say, to } = useSay()
  return (
    <div className="slides">
      {slides.map(({ key, title, body }, index) => {
        const [before, after] = [slides[index - 1], slides[index + 1]]
        return (
          <section key={key} id={`s${index + 1}`} className="slide">
            {index === 0 ? <h1>{title}</h1> : <h2>{title}</h2>}
            <div className="body">{body}</div>
            <nav aria-label={`${say(WORDS.slides)} ${index + 1}`}>
              {before && <a href={`#s${index}`}>{`‹ ${say(WORDS.previous)}`}</a>}
              <span>{`${index + 1} / ${slides.length}`}</span>
              {after && <a href={`#s${index + 2}`}>{`${say(WORDS.next)} ›`}</a>}
              {(index === 0 || !after) && <a href={to('/board')}>{say(WORDS.leave)}</a>}
            </nav>
          </section>
        )
      })}
    </div>
  )
}

export default function Screen() {
  const { plan, asOf, summary, tallies, targets, silent, years, tasks, late, decisions } = useLoaderData<typeof loader>()
  const { say, marks } = useSay()
  const title = fill(say(WORDS.title), { plan: say(plan) })
  const slides: readonly (Slide | null)[] = [
    {
      key: 'first',
      title,
      body: (
        <>
          <p className="lead">{`${say(summary)}${marks.stop}`}</p>
          <ul className="tallies">
            {tallies.map(({ lamp, text, count }) => (
              <li key={lamp}>
                <span className="huge">{count}</span> <Lamp category={lamp}>{say(text)}</Lamp>
              </li>
            ))}
          </ul>
          <p className="quiet">
            {fill(say(WORDS.asOf), { asOf })}
            {marks.stop} <span className="small">{say(WORDS.keys)}</span>
          </p>
        </>
      ),
    },
    ...targets.map((target) => ({ key: target.key, title: say(target.name), body: <TargetSlide target={target} /> })),
    ...silent.map((own, index) => ({
      key: `silent ${index}`,
      title: say(WORDS.silent),
      body: (
        <>
          <p>{say(WORDS.silentText)}</p>
          <ul className="silent">
            {own.map((each) => (
              <li key={each.key}>
                {say(each.name)} <span className="quiet">{`${say(each.code)} ${say(each.promise)}`}</span>
              </li>
            ))}
          </ul>
        </>
      ),
    })),
    ...years.map((year, index) => ({
      key: `year ${year.year} ${index}`,
      title: say(yearTitle(year)),
      body: <YearGoals year={year} />,
    })),
    tasks && {
      key: 'tasks',
      title: fill(say(WORDS.tasks), { year: tasks.year }),
      body: (
        <>
          <p>{say(tasks.sentence)}</p>
          <SummaryTable caption={WORDS.tasks} summary={tasks.summary} />
        </>
      ),
    },
    late.few.length === 0
      ? null
      : {
          key: 'late',
          title: say(WORDS.late),
          body: (
            <>
              <LateTasks tasks={late.few} />
              <More more={late.more} at="/board/agenda" />
            </>
          ),
        },
    { key: 'decide', title: say(WORDS.decide), body: <Decisions decisions={decisions} /> },
  ]
  return (
    <>
      <title>{`${title} · 策行 Planwright`}</title>
      <Slides slides={slides.filter((slide) => slide !== null)} />
    </>
  )
}
