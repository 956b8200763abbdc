import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { projectsPage } from '../../modules/project/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { CountSection, ProjectTable } from '../project/parts.tsx'
import { reportedForAll } from '../project/reported.ts'
import { Years } from '../worklist/tasks.tsx'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const asked = new URL(request.url).searchParams.get('year')
    const page = await app.perform(who, projectsPage, asked === null ? {} : { year: asked })
    return { ...page, reported: await reportedForAll(app, who, page.counts, page.year) }
  })

const OWN = {
  title: { zh: '重点项目走到哪一步？', en: 'How far have the key projects come?' },
  lead: { zh: '公开的重点项目 {count} 个。', en: '{count} key projects are public.' },
  none: { zh: '还没有登记公开的重点项目。', en: 'No public key project is registered yet.' },
  hidden: {
    zh: '另有 {hidden} 个项目未公开，既不列出，也不计入这一页的数。',
    en: '{hidden} more projects are not public; they are neither listed nor counted on this page.',
  },
  all: { zh: '全部公开项目', en: 'All public projects' },
} as const

export default function Projects() {
  const { year, years, projects, hidden, counts, reported } = useLoaderData<typeof loader>()
  const { say } = useSay()
  return (
    <>
      <title>{`${say(OWN.title)} · 策行 Planwright`}</title>
      <meta name="description" content={say(OWN.title)} />
      <h1>{say(OWN.title)}</h1>
      <p className="lead">{projects.length === 0 ? say(OWN.none) : fill(say(OWN.lead), { count: projects.length })}</p>
      {hidden > 0 && <p className="note">{fill(say(OWN.hidden), { hidden })}</p>}
      <Years years={years} year={year} at="/projects" />
      {counts.map((count, index) => {
        const beside = reported[index]
        return beside && <CountSection key={count.indicator} count={count} reported={beside} year={year} />
      })}
      {projects.length > 0 && (
        <>
          <h2>{say(OWN.all)}</h2>
          <ProjectTable caption={OWN.all} projects={projects} />
        </>
      )}
    </>
  )
}
