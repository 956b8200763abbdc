import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { officeProjects } from '../../modules/project/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { ProjectTable } from '../project/parts.tsx'
import { OfficeParts } from './parts.tsx'

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return { projects: await app.perform(who, officeProjects, {}) }
  })

const OWN = {
  title: { zh: '本部门牵头的重点项目走到哪一步？', en: 'How far are the key projects this department leads?' },
  lead: {
    zh: '签约、开工、投产各报一次，附佐证；由规划岗位的另一人确认后才计数。',
    en: 'Signing, start of work and start of operation are each reported with evidence; they count once somebody else, a planner, has confirmed.',
  },
  none: { zh: '没有。', en: 'None.' },
  all: { zh: '项目', en: 'Projects' },
} as const

export default function OfficeProjects() {
  const { projects } = useLoaderData<typeof loader>()
  const { say } = useSay()
  return (
    <>
      <title>{`${say(OWN.title)} · 策行 Planwright`}</title>
      <OfficeParts />
      <h1>{say(OWN.title)}</h1>
      <p className="lead">{say(OWN.lead)}</p>
      {projects.length === 0 ? (
        <p className="quiet">{say(OWN.none)}</p>
      ) : (
        <ProjectTable caption={OWN.all} projects={projects} at="/office/projects" />
      )}
    </>
  )
}
