import { type LinksFunction, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { bulletin } from '../../modules/bulletin/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Done } from '../parts/form.tsx'
import officialStyle from '../parts/official.css?url'
import { Official } from '../parts/official.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: officialStyle }]

export const loader = ({ context, params, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const { content: _content, ...page } = await app.perform(who, bulletin, { bulletin: params.bulletin ?? '' })
    return { ...page, done: new URL(request.url).searchParams.get('done') }
  })

const OWN = {
  all: { zh: '全部通报', en: 'All bulletins' },
  trail: { zh: '其中每个数从何而来？', en: 'Where does each number come from?' },
  files: { zh: '下载', en: 'Take along' },
  hash: { zh: '内容的 SHA-256', en: 'SHA-256 of the content' },
  replacedBy: { zh: '这份通报已由{number}取代。', en: 'This bulletin was replaced by {number}.' },
  replaces: { zh: '被取代的通报', en: 'The bulletin it replaces' },
  done: { published: { zh: '已签发。通报就在这一页。', en: 'Published. This is its page.' } },
} as const

export default function Bulletin() {
  const { done, id, number, documents, hash, replaces, replacedBy } = useLoaderData<typeof loader>()
  const { say, to, language, marks } = useSay()
  const document = documents[language]
  return (
    <>
      <title>{`${document.title} · ${say(number)} · 策行 Planwright`}</title>
      <p className="crumb">
        <a href={to('/bulletins')}>{say(OWN.all)}</a>
      </p>
      <Done done={done} texts={OWN.done} />
      {replacedBy && (
        <p className="note">
          <a href={to(`/bulletins/${replacedBy.id}`)}>{fill(say(OWN.replacedBy), { number: say(replacedBy.number) })}</a>
        </p>
      )}
      <p className="small">
        <a href={to(`/bulletins/${id}/trail`)}>{say(OWN.trail)}</a>
        {` · ${say(OWN.files)}${marks.colon}`}
        <a href={to(`/bulletins/${id}.pdf`)}>PDF</a> · <a href={to(`/bulletins/${id}.docx`)}>DOCX</a> ·{' '}
        <a href={`/bulletins/${id}.json`}>JSON</a>
        {replaces && (
          <>
            {' · '}
            <a href={to(`/bulletins/${replaces.id}`)}>{`${say(OWN.replaces)}${marks.colon}${say(replaces.number)}`}</a>
          </>
        )}
      </p>
      <Official document={document} trail={to(`/bulletins/${id}/trail`)} />
      <p className="small quiet">
        {`${say(OWN.hash)}${marks.colon}`}
        <code>{hash}</code>
      </p>
    </>
  )
}
