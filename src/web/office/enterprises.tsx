import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { currentPack } from '../../modules/measure/index.ts'
import { enterpriseList } from '../../modules/party/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { askedIn, wishOf } from '../list.ts'
import { orTrouble } from '../loading.ts'
import { List } from '../parts/list.tsx'
import { Synthetic } from '../parts/synthetic.tsx'
import { enterpriseColumns } from './enterprises-view.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const columns = enterpriseColumns(await app.perform(who, currentPack, {}))
    const asked = askedIn(new URL(request.url).searchParams, columns)
    return { columns, asked, part: await app.perform(who, enterpriseList, wishOf(asked)) }
  })

const WORDS = {
  title: { zh: '有哪些企业？', en: 'Which enterprises are there?' },
  list: { zh: '企业', en: 'Enterprises' },
  lead: {
    zh: '按代码、名称、区查找企业；点开一家，看登记机关掌握的事实。',
    en: 'Find enterprises by code, name and district; open one to see what the registers know of it.',
  },
} as const

const Enterprises = () => {
  const { columns, asked, part } = useLoaderData<typeof loader>()
  const { say, to } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">{say(WORDS.lead)}</p>
      {part.rows.some(({ synthetic }) => synthetic === 'true') && <Synthetic />}
      <List
        label={WORDS.list}
        columns={columns}
        part={part}
        asked={asked}
        csv={to('/office/enterprises.csv')}
        name={({ name }) => name ?? ''}
        cell={(row, column) => {
          if (column === 'name') return <a href={to(`/office/enterprises/${row.key}`)}>{row.name}</a>
          const choice = columns.find(({ name }) => name === column)?.choices?.find(({ value }) => value === row[column])
          return choice && say(choice.text)
        }}
      />
    </>
  )
}
export default Enterprises
