/** What the pages of a project have in common: what they load, and their heads. */
import type { LoaderFunctionArgs } from 'react-router'
import type { Text } from '../../core/messages.ts'
import { oneProject } from '../../modules/project/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Done } from '../parts/form.tsx'
import { ProjectFacts } from './parts.tsx'

/** The project that the address names, and what was just done with it. */
export const loadProject = ({ context, request, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const project = await app.perform(who, oneProject, { project: params.project ?? '' })
    return { project, done: new URL(request.url).searchParams.get('done') }
  })

/** The head of such a page; `list` is where its crumb leads. */
export const ProjectHead = ({
  project,
  done,
  texts,
  list,
}: Awaited<ReturnType<typeof loadProject>> & {
  readonly texts: Readonly<Record<string, Text>>
  readonly list: { readonly path: string; readonly text: Text }
}) => {
  const { say, to } = useSay()
  return (
    <>
      <title>{`${say(project.name)} · 策行 Planwright`}</title>
      <p className="crumb">
        <a href={to(list.path)}>{say(list.text)}</a>
      </p>
      <h1>
        <code>{project.number}</code> {say(project.name)}
      </h1>
      <Done done={done} texts={texts} />
      <ProjectFacts project={project} />
    </>
  )
}
