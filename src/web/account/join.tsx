import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { acceptInvitation } from '../../app/invitations.ts'
import { fill } from '../../core/messages.ts'
import { VISITOR } from '../../kernel/who.ts'
import { accountOffer } from '../../modules/identity/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { languageOfPath, useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Form, Submit, TextField } from '../parts/form.tsx'
import { replacedBy } from '../session.ts'
import { NewPassword } from './new-password.tsx'
import { goOnEntered, nextAfter } from './next.ts'

/** The address of this page is a secret: no cache keeps it, and no other site is told of it (the site's referrer policy). */
export const headers = () => ({ 'cache-control': 'no-store' })

export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app } = context.get(siteContext)
    const { email, name, invitedBy } = await app.perform(VISITOR, accountOffer, { token: params.token ?? '' })
    return { email, name, invitedBy }
  })

export const action = ({ context, request, params }: ActionFunctionArgs) => {
  const { app, who, device } = context.get(siteContext)
  return posted(request, {
    join: async ({ text }) => {
      const token = await acceptInvitation(app, {
        token: params.token ?? '',
        name: text('name'),
        password: text('password'),
        again: text('password-again'),
        language: languageOfPath(new URL(request.url).pathname),
        device,
        replaces: replacedBy(who),
      })
      return goOnEntered(app, token, nextAfter(request))
    },
  })
}

const WORDS = {
  title: { zh: '开通账户', en: 'Open your account' },
  lead: { zh: '邀请的邮箱：{email}，以后用它登录。', en: 'Invited address: {email}. You sign in with it from now on.' },
  by: { zh: '邀请您的人：{name}。', en: 'Invited by {name}.' },
  name: { zh: '姓名', en: 'Name' },
} as const

export default function Join() {
  const { email, name, invitedBy } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">{fill(say(WORDS.lead), { email })}</p>
      {invitedBy !== null && <p>{fill(say(WORDS.by), { name: invitedBy })}</p>}
      <Form name="join" returned={returned}>
        <TextField name="name" label={WORDS.name} value={name} autoComplete="name" />
        <NewPassword />
        <Submit>{say(WORDS.title)}</Submit>
      </Form>
    </>
  )
}
