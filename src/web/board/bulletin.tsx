import { type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { bulletinBoard, bulletinDraft, draftBulletin, publishBulletin } from '../../modules/bulletin/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { at, languageOfPath, useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads, Scroll } from '../parts/basic.tsx'
import { Confirm, Done, Form, Submit } from '../parts/form.tsx'
import officialStyle from '../parts/official.css?url'
import { Official } from '../parts/official.tsx'
import { DraftForm, draftIn } from './bulletin-form.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: officialStyle }]

export const loader = ({ context, params, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const { pathname, searchParams } = new URL(request.url)
    const draft = await app.perform(who, bulletinDraft, { bulletin: params.bulletin ?? '' })
    if (draft.published !== null) throw redirect(at(`/bulletins/${draft.id}`, languageOfPath(pathname)), 303)
    const { quarters } = await app.perform(who, bulletinBoard, {})
    return { draft, quarters: quarters.includes(draft.quarter) ? quarters : [...quarters, draft.quarter], done: searchParams.get('done') }
  })

export const action = ({ context, request, params }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  const { bulletin = '' } = params
  return posted(request, {
    draft: async (fields) => {
      await app.perform(who, draftBulletin, draftIn(fields, bulletin))
      return `/board/bulletins/${bulletin}?done=anew`
    },
    publish: async ({ text }) => {
      await app.perform(who, publishBulletin, { bulletin, hash: text('hash') })
      return `/bulletins/${bulletin}?done=published`
    },
  })
}

const OWN = {
  crumb: { zh: '通报', en: 'Bulletins' },
  publish: { zh: '签发', en: 'Publish' },
  publishAsk: { zh: '签发这份通报：编号，此后不能再改', en: 'Publish this bulletin: it gets its number and is never altered' },
  own: { zh: '您起草过这份通报，须由另一人审核签发。', en: 'You drew this bulletin up; another person has to look at it and publish it.' },
  anew: { zh: '重拟：按现在的数据重新生成', en: 'Draw it anew from the data as they are now' },
  anewDo: { zh: '重拟', en: 'Draw it anew' },
  versions: { zh: '稿子的经过', en: 'Versions of the draft' },
  version: { zh: '第几稿', en: 'Version' },
  who: { zh: '起草', en: 'Drawn up by' },
  day: { zh: '日期', en: 'Day' },
  hash: { zh: '内容的 SHA-256', en: 'SHA-256 of the content' },
  done: {
    drafted: { zh: '稿子已拟好，等待另一人签发。', en: 'The draft is there; another person has to publish it.' },
    anew: { zh: '已重拟。', en: 'Drawn anew.' },
  },
} as const

export default function BoardBulletin() {
  const { draft, quarters, done } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say, to, language } = useSay()
  const document = draft.documents[language]
  return (
    <>
      <title>{`${document.title} · 策行 Planwright`}</title>
      <p className="crumb">
        <a href={to('/board/bulletins')}>{say(OWN.crumb)}</a>
      </p>
      <Done done={done} texts={OWN.done} />
      {draft.own ? (
        <p className="note">{say(OWN.own)}</p>
      ) : (
        <Confirm ask={say(OWN.publishAsk)}>
          <Form name="publish" returned={returned}>
            <input type="hidden" name="hash" value={draft.hash} />
            <Submit>{say(OWN.publish)}</Submit>
          </Form>
        </Confirm>
      )}
      <Confirm ask={say(OWN.anew)}>
        <DraftForm returned={returned} quarters={quarters} values={draft} submit={OWN.anewDo} />
      </Confirm>
      <Official document={document} />
      <h2>{say(OWN.versions)}</h2>
      <Scroll label={say(OWN.versions)}>
        <table className="rows">
          <caption className="unseen">{say(OWN.versions)}</caption>
          <Heads names={[OWN.version, OWN.who, OWN.day, OWN.hash].map(say)} />
          <tbody>
            {draft.versions.map(({ version, who, department, on, hash }) => (
              <tr key={version}>
                <th scope="row">{version}</th>
                <td data-head={say(OWN.who)}>{`${who} · ${say(department)}`}</td>
                <td data-head={say(OWN.day)} className="date">
                  {on}
                </td>
                <td data-head={say(OWN.hash)}>
                  <code>{hash.slice(0, 16)}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}
