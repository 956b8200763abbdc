import { type LinksFunction, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { notice } from '../../modules/bulletin/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import officialStyle from '../parts/official.css?url'
import { Official } from '../parts/official.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: officialStyle }]

export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const page = await app.perform(who, notice, { notice: params.notice ?? '' })
    const isPlanner = who.kind === 'person' && who.posts.some(({ roles }) => roles.includes('planner'))
    const isOfficer = who.kind === 'person' && who.posts.some(({ roles }) => roles.includes('officer'))
    return { ...page, room: isPlanner ? '/board/worklist' : isOfficer ? '/office/tasks' : null }
  })

const OWN = {
  task: { zh: '打开任务', en: 'Open the task' },
  files: { zh: '下载', en: 'Take along' },
  hash: { zh: '内容的 SHA-256', en: 'SHA-256 of the content' },
} as const

export default function SupervisionNotice() {
  const { id, task, documents, hash, room } = useLoaderData<typeof loader>()
  const { say, to, language, marks } = useSay()
  const document = documents[language]
  return (
    <>
      <title>{`${document.title} · 策行 Planwright`}</title>
      {room !== null && (
        <p className="crumb">
          <a href={to(`${room}/${task}`)}>{say(OWN.task)}</a>
        </p>
      )}
      <Official document={document} />
      <p className="small">
        {`${say(OWN.files)}${marks.colon}`}
        <a href={to(`/supervision/${id}.pdf`)}>PDF</a> · <a href={to(`/supervision/${id}.docx`)}>DOCX</a>
      </p>
      <p className="small quiet">
        {`${say(OWN.hash)}${marks.colon}`}
        <code>{hash}</code>
      </p>
    </>
  )
}
