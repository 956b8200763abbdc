import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { factsPage, type HeldFact } from '../../modules/party/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads } from '../parts/basic.tsx'
import { DatePicker } from '../portal/date-picker.tsx'
import { askedDates } from '../portal/dates.ts'
import { DeskHead } from './head.tsx'
import { shownValue } from './shown.ts'
import { WORDS } from './words.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const { pack: _, ...page } = await app.perform(who, factsPage, { enterprise: params.enterprise ?? '', ...askedDates(request) })
    return page
  })

const OWN = {
  title: { zh: '关于我们，登记部门知道些什么？', en: 'What do the registers know about us?' },
  lead: {
    zh: '每项事实都写明来源、它说的是哪一天、哪一天记录的。不对的，可以提出更正。',
    en: 'Each fact names its source, the day it holds and the day it was recorded. What is wrong can be corrected.',
  },
  none: { zh: '在这两天，没有任何记录。', en: 'Nothing was held on these days.' },
  absent: { zh: '登记部门没有记录的事实', en: 'Facts that registers do not hold of us' },
} as const

const Row = ({ held, home }: { readonly held: HeldFact; readonly home: string }) => {
  const { say, language } = useSay()
  const { fact, standing, register, declaration, disputed } = held
  return (
    <tr>
      <th scope="row">
        <a href={`${home}/facts/${encodeURIComponent(fact)}`}>{say(declaration.label)}</a>{' '}
        {disputed && <span className="badge warn">{say(WORDS.disputed)}</span>}
      </th>
      <td data-head={say(WORDS.value)}>
        {shownValue(standing.value, declaration, language)}
        {disputed && (
          <span className="more quiet">
            {say(WORDS.disputed)}: {shownValue(disputed.value, declaration, language)}
          </span>
        )}
      </td>
      <td data-head={say(WORDS.source)}>
        {standing.source.kind === 'registry' ? standing.source.name : say(WORDS.corrected)}
        {standing.source.kind === 'correction' && register?.source.kind === 'registry' && (
          <span className="more quiet">
            {register.source.name}: {shownValue(register.value, declaration, language)}
          </span>
        )}
      </td>
      <td className="date" data-head={say(WORDS.validOn)}>
        {standing.validOn}
      </td>
      <td className="date" data-head={say(WORDS.recordedOn)}>
        {standing.recordedOn}
      </td>
    </tr>
  )
}

export default function Facts() {
  const { enterprise, facts, absent, when } = useLoaderData<typeof loader>()
  const { say, to } = useSay()
  const home = to(`/desk/${enterprise.uscc}`)
  return (
    <>
      <DeskHead enterprise={enterprise} title={OWN.title} />
      <p className="lead">{say(OWN.lead)}</p>
      <DatePicker asOf={when.asOf} known={when.known} />
      {facts.length === 0 ? (
        <p>{say(OWN.none)}</p>
      ) : (
        <div className="scroll">
          <table className="rows">
            <caption className="unseen">{say(WORDS.facts)}</caption>
            <Heads names={[WORDS.fact, WORDS.value, WORDS.source, WORDS.validOn, WORDS.recordedOn].map(say)} />
            <tbody>
              {facts.map((held) => (
                <Row key={held.fact} held={held} home={home} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {absent.length > 0 && (
        <details>
          <summary>
            {say(OWN.absent)} <span className="count">{absent.length}</span>
          </summary>
          <ul>
            {absent.map(({ name, label }) => (
              <li key={name}>
                <a href={`${home}/facts/${encodeURIComponent(name)}`}>{say(label)}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
