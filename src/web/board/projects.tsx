import { type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { addProject, boardProjects } from '../../modules/project/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Choices, Done, Form, SelectField, Submit, TextField } from '../parts/form.tsx'
import { CountSection, ProjectTable } from '../project/parts.tsx'
import { reportedForAll } from '../project/reported.ts'
import { WORDS } from '../project/words.ts'
import { Years } from '../worklist/tasks.tsx'
import boardStyle from './board.css?url'
import { BoardHead } from './head.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: boardStyle }]

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const { searchParams } = new URL(request.url)
    const year = searchParams.get('year')
    const page = await app.perform(who, boardProjects, year === null ? {} : { year })
    return { ...page, reported: await reportedForAll(app, who, page.counts, page.year), done: searchParams.get('done') }
  })

export const action = ({ context, request }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  return posted(request, {
    add: async ({ text }) => {
      const { id } = await app.perform(who, addProject, {
        number: text('number'),
        name: text('name'),
        nameEnglish: text('nameEnglish'),
        lead: text('lead'),
        district: text('district'),
        investment: text('investment'),
        open: text('open') === 'yes',
      })
      return `/board/projects/${id}?done=added`
    },
  })
}

const OWN = {
  title: { zh: '哪些重点项目要确认、登记？', en: 'Which key projects are to be confirmed and added?' },
  none: { zh: '还没有登记重点项目。', en: 'No key project is registered yet.' },
  waits: { zh: '阶段等待确认', en: 'Stages to be confirmed' },
  nothing: { zh: '现在没有等您确认的阶段。', en: 'No stage waits for you now.' },
  all: { zh: '全部项目', en: 'All projects' },
  add: { zh: '登记一个项目', en: 'Add a project' },
  nobody: { zh: '（还没有确定）', en: '(not named yet)' },
  notKnown: { zh: '（未知）', en: '(not known)' },
  english: { zh: '空着就显示中文。', en: 'Where it is empty the Chinese is shown.' },
  list: { zh: '从表格导入', en: 'Import a spreadsheet' },
  done: { imported: { zh: '清单已导入。', en: 'The list was imported.' } },
} as const

export default function BoardProjects() {
  const { year, years, projects, counts, reported, departments, districts, done } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say, to } = useSay()
  const waiting = projects.filter(({ waits }) => waits !== null)
  return (
    <>
      <BoardHead title={OWN.title} />
      <Done done={done} texts={OWN.done} />
      {projects.length === 0 && <p className="lead">{say(OWN.none)}</p>}
      {projects.length > 0 && waiting.length === 0 && <p>{say(OWN.nothing)}</p>}
      {waiting.length > 0 && (
        <>
          <h2>
            {say(OWN.waits)} <span className="count">{waiting.length}</span>
          </h2>
          <ProjectTable caption={OWN.waits} projects={waiting} at="/board/projects" />
        </>
      )}
      <Years years={years} year={year} at="/board/projects" />
      {counts.map((count, index) => {
        const beside = reported[index]
        return beside && <CountSection key={count.indicator} count={count} reported={beside} year={year} />
      })}
      {projects.length > 0 && (
        <>
          <h2>{say(OWN.all)}</h2>
          <ProjectTable caption={OWN.all} projects={projects} at="/board/projects" />
        </>
      )}
      <h2>{say(OWN.add)}</h2>
      <p>
        <a href={to('/board/projects/import')}>{say(OWN.list)}</a>
      </p>
      <Form name="add" returned={returned}>
        <TextField name="number" label={WORDS.number} />
        <TextField name="name" label={WORDS.name} />
        <TextField name="nameEnglish" label={WORDS.nameEnglish} hint={OWN.english} optional />
        <SelectField
          name="lead"
          label={WORDS.lead}
          options={[{ value: '', text: OWN.nobody }, ...departments.map(({ id, name }) => ({ value: id, text: name }))]}
        />
        <SelectField
          name="district"
          label={WORDS.district}
          options={[{ value: '', text: OWN.notKnown }, ...districts.map((text) => ({ value: text.zh, text }))]}
        />
        <TextField name="investment" label={WORDS.investmentGiven} optional />
        <Choices
          name="open"
          label={WORDS.open}
          options={[
            { value: 'no', text: WORDS.no },
            { value: 'yes', text: WORDS.yes },
          ]}
          chosen={['no']}
        />
        <Submit>{say(OWN.add)}</Submit>
      </Form>
    </>
  )
}
