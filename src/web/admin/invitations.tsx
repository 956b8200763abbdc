import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { invite, resend, withdraw } from '../../app/invitations.ts'
import { invitations } from '../../modules/office/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads } from '../parts/basic.tsx'
import { Choices, Confirm, Done, Form, SelectField, Submit, TextField } from '../parts/form.tsx'
import { SentLink } from '../parts/sent-link.tsx'
import { type Answered, sentBy } from '../sent.ts'
import { AdminParts } from './parts.tsx'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return { ...(await app.perform(who, invitations, {})), done: new URL(request.url).searchParams.get('done') }
  })

export const action = ({ context, request }: ActionFunctionArgs) => {
  const site = context.get(siteContext)
  const { app, who } = site
  return posted<Answered>(request, {
    invite: async ({ text, all }) => {
      const invited = { email: text('email'), name: text('name'), posts: [...all('posts')], firstAdminOf: text('firstAdminOf') }
      return sentBy(site, request, await app.perform(who, invite, invited))
    },
    resend: async ({ text }) => sentBy(site, request, await app.perform(who, resend, { invitation: text('invitation') })),
    withdraw: async ({ text }) => {
      await app.perform(who, withdraw, { invitation: text('invitation') })
      return '/admin/invitations?done=withdrawn'
    },
  })
}

const WORDS = {
  title: { zh: '请谁来，已请了谁？', en: 'Whom to invite, and who is invited?' },
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
  firstAdminOf: { zh: '企业首位管理员：统一社会信用代码', en: 'First administrator of an enterprise: its unified social credit code' },
  firstAdminHint: {
    zh: '只用于还没有管理员的企业；其他人由企业自己邀请',
    en: 'only for an enterprise without an administrator; it invites everybody else itself',
  },
  firstAdmin: { zh: '企业首位管理员', en: 'first administrator of' },
  resend: { zh: '再寄一次', en: 'Send one again' },
  resendText: {
    zh: '换一个新的链接，再过七天到期；旧链接马上失效。',
    en: 'With another link for another seven days; the old one is dead at once.',
  },
  withdraw: { zh: '收回邀请', en: 'Withdraw an invitation' },
  which: { zh: '哪一份', en: 'Which' },
} as const

const DONE = { withdrawn: { zh: '邀请已收回。', en: 'The invitation was withdrawn.' } } as const

export default function Invitations() {
  const { invitations: open, posts, done } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const returned = answered && 'form' in answered ? answered : null
  const { say, marks } = useSay()
  const choices = open.map(({ id, name, email }) => ({ value: id, text: { zh: `${name} ${email}`, en: `${name} ${email}` } }))
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <AdminParts />
      <h1>{say(WORDS.title)}</h1>
      <Done done={done} texts={DONE} />
      {answered && 'sent' in answered && <SentLink sent={answered.sent} />}
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
                  <td data-head={say(WORDS.posts)}>
                    {[
                      ...each.posts.map(({ text }) => say(text)),
                      ...(each.firstAdminOf ? [`${say(WORDS.firstAdmin)} ${each.firstAdminOf}`] : []),
                    ].join(marks.comma) || '—'}
                  </td>
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
        <TextField name="firstAdminOf" label={WORDS.firstAdminOf} hint={WORDS.firstAdminHint} />
        <Submit>{say(WORDS.invite)}</Submit>
      </Form>
      {open.length > 0 && (
        <>
          <Confirm ask={say(WORDS.resend)}>
            <Form name="resend" returned={returned} label={WORDS.resend}>
              <p>{say(WORDS.resendText)}</p>
              <SelectField name="invitation" label={WORDS.which} options={choices} />
              <Submit second>{say(WORDS.resend)}</Submit>
            </Form>
          </Confirm>
          <Confirm ask={say(WORDS.withdraw)}>
            <Form name="withdraw" returned={returned} label={WORDS.withdraw}>
              <SelectField name="invitation" label={WORDS.which} options={choices} />
              <Submit second>{say(WORDS.withdraw)}</Submit>
            </Form>
          </Confirm>
        </>
      )}
    </>
  )
}
