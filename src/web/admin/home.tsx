import { Fragment } from 'react'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { mayUse } from '../../kernel/right.ts'
import { siteContext } from '../context.ts'
import { waitingIn } from '../first-jobs.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Lamp } from '../parts/basic.tsx'
import { PlaceList } from '../parts/places.tsx'
import { AdminParts, PLACES } from './parts.tsx'

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const views = app.modules.flatMap(({ health }) => (health && mayUse(health.right, who, health.name) ? [health] : []))
    return {
      waiting: (await waitingIn(app, who, '/admin')).filter(({ count }) => count > 0),
      health: (await Promise.all(views.map((view) => app.perform(who, view, {})))).flat(),
    }
  })

const WORDS = {
  title: { zh: '系统现在怎么样，有什么要办？', en: 'How is the system, and what is there to do?' },
  todo: { zh: '要办的事', en: 'What is there to do' },
  nothing: { zh: '现在没有要办的。', en: 'Nothing waits at the moment.' },
  unwellBelow: {
    zh: '没有等着办的事；有要处理的，见下面的运行情况。',
    en: 'Nothing waits; what wants attention stands under Health below.',
  },
  health: { zh: '运行情况', en: 'Health' },
  well: { zh: '正常', en: 'well' },
  unwell: { zh: '要处理', en: 'wants attention' },
  where: { zh: '管理什么', en: 'What is administered' },
} as const

export default function Admin() {
  const { waiting, health } = useLoaderData<typeof loader>()
  const { say, to } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <AdminParts />
      <h1>{say(WORDS.title)}</h1>
      <h2>{say(WORDS.todo)}</h2>
      {waiting.length === 0 ? (
        <p>{say(health.every(({ isWell }) => isWell) ? WORDS.nothing : WORDS.unwellBelow)}</p>
      ) : (
        <ul>
          {waiting.map((each) => (
            <li key={each.text.zh}>
              <a href={to(each.page)}>{say(each.text)}</a>
            </li>
          ))}
        </ul>
      )}
      <h2>{say(WORDS.where)}</h2>
      <PlaceList places={PLACES} />
      <h2>{say(WORDS.health)}</h2>
      <dl className="facts">
        {health.map(({ name, value, isWell }) => (
          <Fragment key={name.en}>
            <dt>{say(name)}</dt>
            <dd>
              {say(value)} <Lamp category={isWell ? 'on-track' : 'limited'}>{say(isWell ? WORDS.well : WORDS.unwell)}</Lamp>
            </dd>
          </Fragment>
        ))}
      </dl>
    </>
  )
}
