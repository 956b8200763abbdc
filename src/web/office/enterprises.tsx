import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { currentPack } from '../../modules/measure/index.ts'
import { enterpriseList, enterprisesChosen } from '../../modules/party/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { askedIn, wishOf } from '../list.ts'
import { orTrouble } from '../loading.ts'
import { List, Outcomes } from '../parts/list.tsx'
import { Synthetic } from '../parts/synthetic.tsx'
import { decidedFor } from './decided.ts'
import { enterpriseColumns } from './enterprises-view.ts'
import { OfficeParts } from './parts.tsx'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const columns = enterpriseColumns(await app.perform(who, currentPack, {}))
    const asked = askedIn(new URL(request.url).searchParams, columns)
    return { columns, asked, part: await app.perform(who, enterpriseList, wishOf(asked)) }
  })

/** Decides for every enterprise that was chosen, one by one: what cannot be decided of one holds back no other. */
export const action = ({ context, request }: ActionFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const asked = askedIn(await request.formData(), enterpriseColumns(await app.perform(who, currentPack, {})))
    const chosen = { wish: wishOf({ ...asked, at: undefined, size: undefined }), ...(asked.everything ? {} : { codes: [...asked.chosen] }) }
    const rows = await app.perform(who, enterprisesChosen, chosen)
    const outcomes = []
    for (const { key, name } of rows) outcomes.push({ key, name: name ?? key, ...(await decidedFor(app, who, key)) })
    return { outcomes }
  })

const WORDS = {
  title: { zh: '有哪些企业？', en: 'Which enterprises are there?' },
  list: { zh: '企业', en: 'Enterprises' },
  lead: {
    zh: '按代码、名称、区查找企业；点开一家，看登记机关掌握的事实。',
    en: 'Find enterprises by code, name and district; open one to see what the registers know of it.',
  },
  decide: { zh: '算一算选中企业今天能得多少', en: 'Compute what the chosen ones would get today' },
  decided: { zh: '今天按登记的事实，各能得多少', en: 'What each would get today, by registered facts' },
  chooseFirst: { zh: '没有选中任何企业。请先勾选，再按按钮。', en: 'No enterprise was chosen. Tick some first, then press the button.' },
} as const

const Enterprises = () => {
  const { columns, asked, part } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const names = new Map(done?.outcomes.map(({ key, name }) => [key, name]))
  const { say, to } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <OfficeParts />
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">{say(WORDS.lead)}</p>
      {part.rows.some(({ synthetic }) => synthetic === 'true') && <Synthetic />}
      {done &&
        (done.outcomes.length === 0 ? (
          <p role="status">{say(WORDS.chooseFirst)}</p>
        ) : (
          <Outcomes
            title={WORDS.decided}
            outcomes={done.outcomes}
            name={(key) => (
              <a href={to(`/office/enterprises/${key}`)} lang="zh-CN">
                {names.get(key)}
              </a>
            )}
          />
        ))}
      <List
        label={WORDS.list}
        columns={columns}
        part={part}
        asked={asked}
        file={to('/office/enterprises')}
        acts={
          <button type="submit" name="do" value="decide">
            {say(WORDS.decide)}
          </button>
        }
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
