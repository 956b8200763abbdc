import { type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { issueNotice, noticeDraft } from '../../modules/bulletin/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Confirm, Form, Submit } from '../parts/form.tsx'
import officialStyle from '../parts/official.css?url'
import { Official } from '../parts/official.tsx'
import { Notices } from '../worklist/notices.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: officialStyle }]

export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return app.perform(who, noticeDraft, { task: params.task ?? '' })
  })

export const action = ({ context, request, params }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  return posted(request, {
    issue: async () => {
      const { id } = await app.perform(who, issueNotice, { task: params.task ?? '' })
      return `/supervision/${id}`
    },
  })
}

const OWN = {
  ask: { zh: '发出督办单：编号，送牵头单位，存档', en: 'Issue the notice: it gets a number and goes to the lead department and the file' },
  issue: { zh: '发出', en: 'Issue' },
} as const

export default function BoardNotice() {
  const { task, title, documents, issued } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say, to, language } = useSay()
  const document = documents[language]
  return (
    <>
      <title>{`${document.title} · 策行 Planwright`}</title>
      <p className="crumb">
        <a href={to(`/board/worklist/${task}`)}>{say(title)}</a>
      </p>
      <Notices notices={issued} />
      <Confirm ask={say(OWN.ask)}>
        <Form name="issue" returned={returned}>
          <Submit>{say(OWN.issue)}</Submit>
        </Form>
      </Confirm>
      <Official document={document} />
    </>
  )
}
