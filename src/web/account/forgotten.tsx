import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { VISITOR } from '../../kernel/who.ts'
import { askReset } from '../../modules/identity/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { Done, Form, Submit, TextField } from '../parts/form.tsx'

export const loader = ({ request }: LoaderFunctionArgs) => ({ done: new URL(request.url).searchParams.get('done') })

export const action = ({ context, request }: ActionFunctionArgs) => {
  const { app, device } = context.get(siteContext)
  return posted(request, {
    ask: async ({ text }) => {
      await app.perform(VISITOR, askReset, { email: text('email'), address: device.address })
      return '/sign-in/forgotten?done=asked'
    },
  })
}

const WORDS = {
  title: { zh: '忘记密码', en: 'Forgotten the password?' },
  lead: {
    zh: '写下账户的邮箱，我们寄去一个链接，一小时内可用一次。收不到邮件的，请管理员给您链接。',
    en: 'Give the e-mail address of the account: a link goes there that works once, within an hour. If no letter comes, an administrator can hand you a link.',
  },
  email: { zh: '邮箱', en: 'E-mail' },
  send: { zh: '寄链接', en: 'Send the link' },
} as const

const DONE = {
  asked: {
    zh: '如果有账户用这个邮箱，信已寄出。请在一小时内打开其中的链接。',
    en: 'If an account has this address, a letter is on its way. Open its link within an hour.',
  },
} as const

export default function Forgotten() {
  const { done } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      <Done done={done} texts={DONE} />
      <p className="lead">{say(WORDS.lead)}</p>
      <Form name="ask" returned={returned}>
        <TextField name="email" label={WORDS.email} type="email" autoComplete="email" />
        <Submit>{say(WORDS.send)}</Submit>
      </Form>
    </>
  )
}
