import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { factsPage } from '../../modules/party/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { DatePicker } from '../portal/date-picker.tsx'
import { askedDates } from '../portal/dates.ts'
import { FactTable } from './fact-table.tsx'
import { DeskHead } from './head.tsx'

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

export default function Facts() {
  const { enterprise, facts, absent, when } = useLoaderData<typeof loader>()
  const { say, to } = useSay()
  const home = to(`/desk/${enterprise.uscc}`)
  return (
    <>
      <DeskHead enterprise={enterprise} title={OWN.title} />
      <p className="lead">{say(OWN.lead)}</p>
      <DatePicker asOf={when.asOf} known={when.known} />
      {facts.length === 0 ? <p>{say(OWN.none)}</p> : <FactTable facts={facts} home={home} />}
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
