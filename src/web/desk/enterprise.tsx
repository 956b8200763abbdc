import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { mayUse } from '../../kernel/right.ts'
import { deskHome, exportEverything } from '../../modules/desk/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Submit } from '../parts/form.tsx'
import { CheckUpLine } from './check-up-parts.tsx'
import { Due } from './correction-parts.tsx'
import { DeskHead } from './head.tsx'
import { stateText, WORDS } from './words.ts'

export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const home = await app.perform(who, deskHome, { enterprise: params.enterprise ?? '' })
    const own =
      who.kind === 'person' ? { ...who, memberships: who.memberships.filter(({ enterprise }) => enterprise === home.enterprise.uscc) } : who
    return { home, mayExport: home.whole && mayUse(exportEverything.right, own, exportEverything.name) }
  })

const OWN = {
  title: { zh: '接下来要做什么，什么时候？', en: 'What is next, and by when?' },
  nothing: { zh: '现在没有要办的事。', en: 'Nothing waits at the moment.' },
  open: { zh: '正在办理的更正', en: 'Corrections under way' },
  ending: { zh: '三十天内到期的委托', en: 'Delegations that end within thirty days' },
  until: { zh: '到', en: 'until' },
  changed: { zh: '结果变了的检查', en: 'Check-ups whose answer has changed' },
  start: { zh: '做一次检查，看看能得到什么', en: 'Do a check-up: what can we get?' },
  export: { zh: '取走关于我们的全部内容', en: 'Take along everything held about us' },
  exportNote: {
    zh: '一个 ZIP 文件：事实及其历史、更正和证据、人员、检查、收据，附每个文件的 SHA-256。取走会被记录。',
    en: 'One ZIP: facts with their history, corrections and evidence, people, check-ups, receipts, with the SHA-256 of each file. That it was taken is recorded.',
  },
} as const

export default function EnterpriseDesk() {
  const { home, mayExport } = useLoaderData<typeof loader>()
  const { say, to } = useSay()
  const { enterprise, open, ending, changed } = home
  const here = to(`/desk/${enterprise.uscc}`)
  return (
    <>
      <DeskHead enterprise={enterprise} title={OWN.title} />
      {open.length + ending.length + changed.length === 0 && <p className="lead">{say(OWN.nothing)}</p>}
      {open.length > 0 && (
        <section>
          <h2>{say(OWN.open)}</h2>
          <ul>
            {open.map((each) => (
              <li key={each.id}>
                <a href={`${here}/corrections/${each.id}`}>{each.declaration ? say(each.declaration.label) : each.fact}</a> ·{' '}
                {say(stateText[each.state])} · {say(WORDS.due)} <Due {...each} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {ending.length > 0 && (
        <section>
          <h2>{say(OWN.ending)}</h2>
          <ul>
            {ending.map(({ id, agent, toOn }) => (
              <li key={id}>
                <a href={`${here}/people`}>{agent}</a> · {say(OWN.until)} {toOn}
              </li>
            ))}
          </ul>
        </section>
      )}
      {changed.length > 0 && (
        <section>
          <h2>{say(OWN.changed)}</h2>
          <ul>
            {changed.map((each) => (
              <li key={each.id}>
                <CheckUpLine checkUp={each} href={`${here}/check-ups/${each.id}`} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {/* By a form, so that the code of the enterprise stands in no address. */}
      <form method="post" action={to('/check')}>
        <input type="hidden" name="uscc" value={enterprise.uscc} />
        <Submit second>{say(OWN.start)}</Submit>
      </form>
      {mayExport && (
        <section>
          <h2>{say(OWN.export)}</h2>
          <p>{say(OWN.exportNote)}</p>
          <form method="post" action={`/desk/${enterprise.uscc}/everything`}>
            <Submit second>{say(OWN.export)}</Submit>
          </form>
        </section>
      )}
    </>
  )
}
