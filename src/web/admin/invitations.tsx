import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { invite } from '../../app/invitations.ts'
import { withdrawAccountOffer } from '../../modules/identity/index.ts'
import { invitations } from '../../modules/office/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads } from '../parts/basic.tsx'
import { Choices, Confirm, Done, Form, SelectField, Submit, TextField } from '../parts/form.tsx'
import { AdminParts } from './parts.tsx'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return { ...(await app.perform(who, invitations, {})), done: new URL(request.url).searchParams.get('done') }
  })

export const action = async ({ context, request }: ActionFunctionArgs) => {
  const { app, who, origin } = context.get(siteContext)
  // The token is shown once, on the page that answers the form, and stands in no address.
  let token: string | null = null
  const answer = await posted(request, {
    invite: async ({ text, all }) => {
      ;({ token } = await app.perform(who, invite, { email: text('email'), name: text('name'), posts: [...all('posts')] }))
      return '/admin/invitations'
    },
    withdraw: async ({ text }) => {
      await app.perform(who, withdrawAccountOffer, { invitation: text('invitation') })
      return '/admin/invitations?done=withdrawn'
    },
  })
  return token === null ? answer : data({ link: `${origin}/join/${token as string}` })
}

const WORDS = {
  title: { zh: '请谁来，已请了谁？', en: 'Whom to invite, and who is invited?' },
  link: {
    zh: '邀请已寄出。下面的链接只显示这一次，七天内有效，用一次即失效；邮件没有送到时可以当面交给本人。',
    en: 'The invitation is on its way. This link is shown once, works once, for seven days; hand it over in person if the letter does not arrive.',
  },
  none: { zh: '没有等待接受的邀请。', en: 'No invitation waits to be accepted.' },
  open: { zh: '等待接受的邀请', en: 'Invitations that wait' },
  name: { zh: '姓名', en: 'Name' },
  email: { zh: '邮箱', en: 'E-mail' },
  posts: { zh: '岗位', en: 'Posts' },
  by: { zh: '邀请人', en: 'Invited by' },
  operator: { zh: '命令行', en: 'the operator' },
  until: { zh: '有效至', en: 'Good until' },
  invite: { zh: '邀请', en: 'Invite' },
  postsHint: { zh: '接受邀请时得到的岗位；也可以以后再安排', en: 'given when the invitation is accepted; can also be given later' },
  withdraw: { zh: '收回邀请', en: 'Withdraw an invitation' },
  which: { zh: '哪一份', en: 'Which' },
} as const

const DONE = { withdrawn: { zh: '邀请已收回。', en: 'The invitation was withdrawn.' } } as const

export default function Invitations() {
  const { invitations: open, posts, done } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const link = answered && 'link' in answered ? answered.link : null
  const returned = answered && 'form' in answered ? answered : null
  const { say, marks } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <AdminParts />
      <h1>{say(WORDS.title)}</h1>
      <Done done={done} texts={DONE} />
      {link !== null && (
        <div className="done" role="status">
          <p>{say(WORDS.link)}</p>
          <p>
            <code>{link}</code>
          </p>
        </div>
      )}
      {open.length === 0 ? (
        <p>{say(WORDS.none)}</p>
      ) : (
        <div className="scroll">
          <table className="rows">
            <caption>{say(WORDS.open)}</caption>
            <Heads names={[WORDS.name, WORDS.email, WORDS.posts, WORDS.by, WORDS.until].map(say)} />
            <tbody>
              {open.map((each) => (
                <tr key={each.id}>
                  <th scope="row">{each.name}</th>
                  <td data-head={say(WORDS.email)}>{each.email}</td>
                  <td data-head={say(WORDS.posts)}>{each.posts.map(({ text }) => say(text)).join(marks.comma) || '—'}</td>
                  <td data-head={say(WORDS.by)}>{each.invitedBy ?? say(WORDS.operator)}</td>
                  <td data-head={say(WORDS.until)} className="date">
                    {each.expiresOn}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <h2>{say(WORDS.invite)}</h2>
      <Form name="invite" returned={returned} label={WORDS.invite}>
        <TextField name="name" label={WORDS.name} />
        <TextField name="email" type="email" label={WORDS.email} />
        {posts.length > 0 && (
          <Choices
            name="posts"
            label={WORDS.posts}
            hint={WORDS.postsHint}
            options={posts.map(({ id, text }) => ({ value: id, text }))}
            many
          />
        )}
        <Submit>{say(WORDS.invite)}</Submit>
      </Form>
      {open.length > 0 && (
        <Confirm ask={say(WORDS.withdraw)} open={returned?.form === 'withdraw'}>
          <Form name="withdraw" returned={returned} label={WORDS.withdraw}>
            <SelectField
              name="invitation"
              label={WORDS.which}
              options={open.map(({ id, name, email }) => ({ value: id, text: { zh: `${name} ${email}`, en: `${name} ${email}` } }))}
            />
            <Submit second>{say(WORDS.withdraw)}</Submit>
          </Form>
        </Confirm>
      )}
    </>
  )
}
