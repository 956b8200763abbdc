import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { corrections, enterprisePeople } from '../../modules/party/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads } from '../parts/basic.tsx'
import { Due } from './correction-parts.tsx'
import { DeskHead } from './head.tsx'
import { shownValue } from './shown.ts'
import { stateText, WORDS } from './words.ts'

export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const asked = { enterprise: params.enterprise ?? '' }
    const { enterprise } = await app.perform(who, enterprisePeople, asked)
    return { enterprise, corrections: await app.perform(who, corrections, asked) }
  })

const OWN = {
  title: { zh: '我们提出的更正办到哪一步了？', en: 'How far are our corrections?' },
  none: { zh: '还没有提出过更正。在“事实”里打开一项，就可以说它不对。', en: 'None was proposed yet. Open a fact to say that it is wrong.' },
} as const

export default function Corrections() {
  const { enterprise, corrections: list } = useLoaderData<typeof loader>()
  const { say, to, language } = useSay()
  return (
    <>
      <DeskHead enterprise={enterprise} title={OWN.title} />
      {list.length === 0 ? (
        <p>{say(OWN.none)}</p>
      ) : (
        <div className="scroll">
          <table className="rows">
            <caption className="unseen">{say(WORDS.corrections)}</caption>
            <Heads names={[WORDS.fact, WORDS.value, WORDS.state, WORDS.due].map(say)} />
            <tbody>
              {list.map((each) => (
                <tr key={each.id}>
                  <th scope="row">
                    <a href={to(`/desk/${enterprise.uscc}/corrections/${each.id}`)}>
                      {each.declaration ? say(each.declaration.label) : each.fact}
                    </a>
                  </th>
                  <td data-head={say(WORDS.value)}>{shownValue(each.value, each.declaration, language)}</td>
                  <td data-head={say(WORDS.state)}>{say(stateText[each.state])}</td>
                  <td data-head={say(WORDS.due)}>
                    {each.state === 'proposed' || each.state === 'reviewed' ? <Due {...each} /> : each.done.at(-1)?.on}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="small quiet">{say(WORDS.calendar)}</p>
    </>
  )
}
