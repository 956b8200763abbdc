import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import type { Waiting, WaitingThing } from '../../kernel/module.ts'
import { siteContext } from '../context.ts'
import { waitingIn } from '../first-jobs.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { PlaceList } from '../parts/places.tsx'
import { Synthetic } from '../parts/synthetic.tsx'
import { OfficeParts, PLACES } from './parts.tsx'

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return { waiting: await waitingIn(app, who, '/office') }
  })

const WORDS = {
  title: { zh: '今天有什么要办？', en: 'What is there to do today?' },
  lead: { zh: '等您办的都在这里，最急的在前。', en: 'All that waits for you, the most urgent first.' },
  due: { zh: '{day} 前', en: 'due {day}' },
  late: { zh: '应于 {day} 前，已逾期', en: 'was due {day}, late' },
  all: { zh: '查看全部 {count} 项', en: 'All {count}' },
  done: { zh: '没有要办的', en: 'Nothing waits here' },
  nothing: { zh: '现在没有要办的。', en: 'Nothing waits at the moment.' },
  where: { zh: '部门工作台有什么', en: 'What is on this desk' },
} as const

const Thing = ({ thing: { text, page, due, isLate } }: { readonly thing: WaitingThing }) => {
  const { say, to, marks } = useSay()
  return (
    <li>
      <a href={to(page)}>{say(text)}</a>
      {due !== null && (
        <span className={isLate ? 'late' : 'quiet'}>
          {marks.comma}
          {fill(say(isLate ? WORDS.late : WORDS.due), { day: due })}
        </span>
      )}
    </li>
  )
}

/** What waits in one list, with the first of it. */
const Queue = ({ waiting: { count, text, page, first = [] } }: { readonly waiting: Waiting }) => {
  const { say, to } = useSay()
  return (
    <section>
      <h2>
        <a href={to(page)}>{say(text)}</a>
      </h2>
      <ul>
        {first.map((thing) => (
          <Thing key={thing.page} thing={thing} />
        ))}
      </ul>
      {count > first.length && (
        <p>
          <a href={to(page)}>{fill(say(WORDS.all), { count })}</a>
        </p>
      )}
    </section>
  )
}

export default function Office() {
  const { waiting } = useLoaderData<typeof loader>()
  const { say, to } = useSay()
  const [open, done] = [waiting.filter(({ count }) => count > 0), waiting.filter(({ count }) => count === 0)]
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <OfficeParts />
      <h1>{say(WORDS.title)}</h1>
      {open.length === 0 ? <p>{say(WORDS.nothing)}</p> : <p className="lead">{say(WORDS.lead)}</p>}
      {open.some(({ synthetic }) => synthetic) && <Synthetic />}
      {open.map((each) => (
        <Queue key={each.page} waiting={each} />
      ))}
      {open.length > 0 && done.length > 0 && (
        <section>
          <h2>{say(WORDS.done)}</h2>
          <ul>
            {done.map(({ text, page }) => (
              <li key={page}>
                <a href={to(page)}>{say(text)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2>{say(WORDS.where)}</h2>
      <PlaceList places={PLACES} />
    </>
  )
}
