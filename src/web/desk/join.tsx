import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { acceptInvitation, invitationOffer } from '../../modules/party/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Form, Submit } from '../parts/form.tsx'
import { Synthetic } from '../parts/synthetic.tsx'
import { levelText } from '../who-words.ts'

export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return app.perform(who, invitationOffer, { token: params.token ?? '' })
  })

export const action = ({ context, request, params }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  return posted(request, {
    accept: async () => {
      await app.perform(who, acceptInvitation, { token: params.token ?? '' })
      return '/desk?done=accepted'
    },
  })
}

const WORDS = {
  title: { zh: '您受邀为一家企业办事', en: 'You are invited to act for an enterprise' },
  member: { zh: '成为成员，权限：', en: 'As its member, level: ' },
  delegation: { zh: '成为代办人，权限：', en: 'As its agent, level: ' },
  for: { zh: '用于：', en: 'For: ' },
  all: { zh: '所有措施', en: 'all measures' },
  until: { zh: '到：', en: 'Until: ' },
  email: { zh: '须用这个地址的账户接受：', en: 'To be accepted with the account of ' },
  accept: { zh: '接受邀请', en: 'Accept the invitation' },
} as const

export default function Join() {
  const { enterprise, via, level, measure, toOn, email } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      {enterprise.synthetic && <Synthetic />}
      <p className="lead">
        <span lang="zh-CN">{enterprise.name}</span> <code>{enterprise.uscc}</code>
      </p>
      <ul>
        <li>
          {say(WORDS[via])}
          <strong>{say(levelText[level])}</strong>
        </li>
        {via === 'delegation' && (
          <li>
            {say(WORDS.for)}
            {measure ? say(measure.title) : say(WORDS.all)}
          </li>
        )}
        {toOn && (
          <li>
            {say(WORDS.until)}
            {toOn}
          </li>
        )}
      </ul>
      <p className="quiet">
        {say(WORDS.email)}
        {email}
      </p>
      <Form name="accept" returned={returned}>
        <Submit>{say(WORDS.accept)}</Submit>
      </Form>
    </>
  )
}
