/** What the pages of a task have in common: what they load, and their heads. */
import type { LoaderFunctionArgs } from 'react-router'
import type { Text } from '../../core/messages.ts'
import { noticesOn } from '../../modules/bulletin/index.ts'
import { oneTask } from '../../modules/worklist/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Done } from '../parts/form.tsx'
import { Notices } from './notices.tsx'
import { TaskFacts } from './task.tsx'

/** The task that the address names, the notices about it, and what was just done with it. */
export const loadTask = ({ context, request, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const task = await app.perform(who, oneTask, { task: params.task ?? '' })
    const notices = await app.perform(who, noticesOn, { task: task.id })
    return { task, notices, done: new URL(request.url).searchParams.get('done') }
  })

/** The head of such a page; `list` is where its crumb leads. */
export const TaskHead = ({
  task,
  notices,
  done,
  texts,
  list,
}: Awaited<ReturnType<typeof loadTask>> & {
  readonly texts: Readonly<Record<string, Text>>
  readonly list: { readonly path: string; readonly text: Text }
}) => {
  const { say, to } = useSay()
  return (
    <>
      <title>{`${say(task.title)} · 策行 Planwright`}</title>
      <p className="crumb">
        <a href={to(list.path)}>{say(list.text)}</a>
      </p>
      <h1>
        <code>{task.number}</code> {say(task.title)}
      </h1>
      <Done done={done} texts={texts} />
      <TaskFacts task={task} />
      <Notices notices={notices} />
    </>
  )
}
