import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { acceptInvitation, invitationOffer, openAccount } from '../../app/invitations.ts'
import { fill } from '../../core/messages.ts'
import { VISITOR } from '../../kernel/who.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { at, languageOfPath, useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Form, Submit, TextField } from '../parts/form.tsx'
import { Synthetic } from '../parts/synthetic.tsx'
import { goOnWith, replacedBy } from '../session.ts'
import { levelText } from '../who-words.ts'
import { NewPassword } from './new-password.tsx'
import { goOnEntered } from './next.ts'

/** The address of this page is a secret: no cache keeps it, and no other site is told of it (the site's referrer policy). */
export const headers = () => ({ 'cache-control': 'no-store' })

export const loader = ({ context, params, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who, provider } = context.get(siteContext)
    const offer = await app.perform(VISITOR, invitationOffer, { token: params.token ?? '' })
    const [signedInAs, here] = [who.kind === 'person' ? who.name : null, new URL(request.url).pathname]
    return { ...offer, signedInAs, to: encodeURIComponent(here), provider: provider?.name ?? null }
  })

export const action = ({ context, request, params }: ActionFunctionArgs) => {
  const { app, who, device } = context.get(siteContext)
  const [token, language] = [params.token ?? '', languageOfPath(new URL(request.url).pathname)]
  return posted(request, {
    accept: async () => goOnEntered(app, await app.perform(who, acceptInvitation, { token }), at('/my', language)),
    open: async ({ text }) => {
      const session = await openAccount(app, {
        token,
        name: text('name'),
        password: text('password'),
        again: text('password-again'),
        language,
        device,
        replaces: replacedBy(who),
      })
      // A second factor is offered to everybody, and can be left for later.
      return goOnWith(session, `${at('/account/second-factor', language)}?to=${encodeURIComponent(at('/my', language))}`)
    },
  })
}

const WORDS = {
  title: { zh: '您受到邀请', en: 'You are invited' },
  lead: { zh: '邀请的邮箱：{email}。', en: 'Invited address: {email}.' },
  by: { zh: '邀请您的人：{name}。', en: 'Invited by {name}.' },
  brings: { zh: '接受之后，您得到：', en: 'Once you accept, you have:' },
  post: { zh: '岗位：', en: 'the post ' },
  member: { zh: '成为“{enterprise}”的成员，权限：', en: 'membership of {enterprise}, level: ' },
  delegation: { zh: '成为“{enterprise}”的代办人，权限：', en: 'the right to act as agent of {enterprise}, level: ' },
  for: { zh: '用于：', en: 'for ' },
  all: { zh: '所有措施', en: 'all measures' },
  until: { zh: '到 {day}', en: 'until {day}' },
  accept: { zh: '接受邀请', en: 'Accept the invitation' },
  as: { zh: '您已登录为{name}。', en: 'You are signed in as {name}.' },
  other: {
    zh: '不是您，或者邀请的是您的另一个账户？先退出登录，再打开这个链接。',
    en: 'Not you, or another account of yours? Sign out first, then open this link again.',
  },
  signOut: { zh: '退出登录', en: 'Sign out' },
  known: { zh: '这个邮箱已有账户，请登录后接受。', en: 'This address has an account; sign in to accept.' },
  signIn: { zh: '登录', en: 'Sign in' },
  opening: { zh: '开通账户', en: 'Open your account' },
  openingLead: { zh: '以后用这个邮箱登录。', en: 'You sign in with this address from now on.' },
  provider: { zh: '或通过“{name}”登录并开通', en: 'Or open it by signing in with {name}' },
  name: { zh: '姓名', en: 'Name' },
} as const

const Offers = () => {
  const { posts, enterprises } = useLoaderData<typeof loader>()
  const { say, marks } = useSay()
  if (posts.length + enterprises.length === 0) return null
  return (
    <>
      {enterprises.some(({ enterprise }) => enterprise.synthetic) && <Synthetic />}
      <p>{say(WORDS.brings)}</p>
      <ul>
        {posts.map(({ id, text }) => (
          <li key={id}>
            {say(WORDS.post)}
            {say(text)}
          </li>
        ))}
        {enterprises.map(({ enterprise, via, level, measure, toOn }) => (
          <li key={enterprise.uscc}>
            {fill(say(WORDS[via]), { enterprise: enterprise.name })}
            <strong>{say(levelText[level])}</strong> <code>{enterprise.uscc}</code>
            {via === 'delegation' && `${marks.comma}${say(WORDS.for)}${say(measure ? measure.title : WORDS.all)}`}
            {toOn !== null && `${marks.comma}${fill(say(WORDS.until), { day: toOn })}`}
          </li>
        ))}
      </ul>
    </>
  )
}

export default function Join() {
  const { email, name, invitedBy, hasAccount, signedInAs, provider, to: here } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say, to } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">{fill(say(WORDS.lead), { email })}</p>
      {invitedBy !== null && <p>{fill(say(WORDS.by), { name: invitedBy })}</p>}
      <Offers />
      {signedInAs !== null ? (
        <>
          <p>{fill(say(WORDS.as), { name: signedInAs })}</p>
          <Form name="accept" returned={returned}>
            <Submit>{say(WORDS.accept)}</Submit>
          </Form>
          <p className="quiet">
            {say(WORDS.other)} <a href={to('/sign-out')}>{say(WORDS.signOut)}</a>
          </p>
        </>
      ) : hasAccount ? (
        <p>
          {say(WORDS.known)} <a href={to(`/sign-in?to=${here}`)}>{say(WORDS.signIn)}</a>
        </p>
      ) : (
        <>
          <h2>{say(WORDS.opening)}</h2>
          <p>{say(WORDS.openingLead)}</p>
          <Form name="open" returned={returned} label={WORDS.opening}>
            <TextField name="name" label={WORDS.name} value={name} autoComplete="name" />
            <NewPassword />
            <Submit>{say(WORDS.opening)}</Submit>
          </Form>
          {provider !== null && (
            <p>
              <a href={to('/sign-in/provider')}>{fill(say(WORDS.provider), { name: provider })}</a>
            </p>
          )}
        </>
      )}
    </>
  )
}
