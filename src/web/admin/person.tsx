import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { addressWanted, endEverySession, makeReset, resetFactors, vouchForAddress } from '../../modules/identity/index.ts'
import { disablePerson, enablePerson, person } from '../../modules/office/index.ts'
import { memberships } from '../../modules/party/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Confirm, Done, Form, Submit, TextField } from '../parts/form.tsx'
import { useTimes } from '../times.ts'
import { levelText } from '../who-words.ts'
import { ASSIGN_DONE, AssignForm, assignForms, EndForm } from './assign-form.tsx'
import { Assignments } from './assignments.tsx'
import { AdminParts } from './parts.tsx'

export const loader = ({ context, params, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const id = params.person ?? ''
    return {
      ...(await app.perform(who, person, { person: id })),
      memberships: await app.perform(who, memberships, { person: id }),
      wanted: await app.perform(who, addressWanted, { user: id }),
      isSelf: who.kind === 'person' && who.id === id,
      done: new URL(request.url).searchParams.get('done'),
    }
  })

export const action = ({ context, params, request }: ActionFunctionArgs) => {
  const { app, who, origin } = context.get(siteContext)
  const id = params.person ?? ''
  const page = `/admin/people/${id}`
  return posted<ReturnType<typeof data<{ readonly link: string }>>>(request, {
    ...assignForms(app, who, page),
    // The link is shown once, on the page that answers the form, and stands in no address.
    'reset-password': async () => data({ link: `${origin}/reset/${(await app.perform(who, makeReset, { user: id })).token}` }),
    'vouch-address': async ({ text }) => {
      await app.perform(who, vouchForAddress, { user: id, email: text('email') })
      return `${page}?done=address`
    },
    'end-sessions': async () => {
      await app.perform(who, endEverySession, { user: id })
      return `${page}?done=sessions`
    },
    'reset-factors': async () => {
      await app.perform(who, resetFactors, { user: id })
      return `${page}?done=reset`
    },
    disable: async (fields) => {
      await app.perform(who, disablePerson, { person: id, reason: fields.text('reason') })
      return `${page}?done=disabled`
    },
    enable: async () => {
      await app.perform(who, enablePerson, { person: id })
      return `${page}?done=enabled`
    },
  })
}

const WORDS = {
  title: { zh: '：任什么岗位，账户怎么样？', en: ': which posts, and how is the account?' },
  email: { zh: '邮箱', en: 'E-mail' },
  mobile: { zh: '手机', en: 'Mobile' },
  unchecked: { zh: '本人填写，未经核实', en: 'as they gave it, not verified' },
  staff: { zh: '工号', en: 'Staff number' },
  since: { zh: '账户建立于', en: 'Account since' },
  sessions: { zh: '正在登录的设备', en: 'Signed in on' },
  devices: { zh: '台', en: 'devices' },
  state: { zh: '账户', en: 'Account' },
  on: { zh: '启用', en: 'on' },
  off: { zh: '已停用', en: 'switched off' },
  none: { zh: '—', en: '—' },
  posts: { zh: '岗位和经历', en: 'Posts, now and before' },
  noPosts: { zh: '没有岗位，也没有过。', en: 'No post, now or before.' },
  enterprises: { zh: '为哪些企业办事', en: 'Enterprises they act for' },
  member: { zh: '本企业的人', en: 'its own person' },
  delegation: { zh: '代理机构', en: 'its agent' },
  give: { zh: '安排岗位', en: 'Give a post' },
  self: {
    zh: '不能给自己安排岗位或停用自己，须由另一位管理员办理。',
    en: 'Nobody gives posts to themself or switches themself off; another administrator has to.',
  },
  noOpen: { zh: '还没有开放的岗位，请先在部门页面设立。', en: 'There is no open post yet; add one on the page of a department.' },
  end: { zh: '结束任职', en: 'End an assignment' },
  disable: { zh: '停用账户', en: 'Switch the account off' },
  disableText: {
    zh: '此人马上退出登录，不能再登录；岗位和历史保留。',
    en: 'The person is signed out at once and cannot sign in again; posts and history stay.',
  },
  reset: { zh: '清除第二重验证', en: 'Clear the second factors' },
  resetText: {
    zh: '手机、通行密钥和恢复码都丢了时用。此人马上退出登录，下次用密码登录后重新设置。请先确认确实是本人。',
    en: 'For somebody who lost phone, passkeys and recovery codes. They are signed out at once, and set up new ones after their password. Make sure first that it is really them.',
  },
  password: { zh: '生成重设密码的链接', en: 'Make a link for a new password' },
  passwordText: {
    zh: '给收不到邮件的人：链接一小时内可用一次，请当面交给本人。第二重验证不变。',
    en: 'For somebody who gets no e-mail: the link works once, within an hour; hand it over in person. Second factors stay.',
  },
  wanted: { zh: '等待确认的邮箱', en: 'Address to confirm' },
  vouch: { zh: '确认新邮箱', en: 'Confirm the new address' },
  vouchText: {
    zh: '给收不到确认信的人：{email} 马上成为此人的邮箱。请先确认它确实是本人的。',
    en: 'For somebody who gets no letter: {email} is their address at once. Make sure first that it is really theirs.',
  },
  link: { zh: '链接只显示这一次：', en: 'The link is shown this once:' },
  endSessions: { zh: '结束全部登录', en: 'End every session' },
  endSessionsText: {
    zh: '设备丢失时用。此人马上退出登录，可以再登录。',
    en: 'For a device that was lost. They are signed out at once and can sign in again.',
  },
  reason: { zh: '原因', en: 'Reason' },
  enable: { zh: '重新启用账户', en: 'Switch the account on again' },
} as const

const DONE = {
  ...ASSIGN_DONE,
  disabled: { zh: '账户已停用。', en: 'The account was switched off.' },
  reset: { zh: '第二重验证已清除。', en: 'The second factors were cleared.' },
  address: { zh: '新邮箱已确认。', en: 'The new address was confirmed.' },
  sessions: { zh: '全部登录已结束。', en: 'Every session has ended.' },
  enabled: { zh: '账户已启用。', en: 'The account was switched on.' },
} as const

export default function Person() {
  const {
    person: who,
    assignments,
    sessions,
    posts: offered,
    memberships: enterprises,
    wanted,
    isSelf,
    done,
  } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const returned = answered && 'form' in answered ? answered : null
  const { say, to, marks, language } = useSay()
  const { dayOf } = useTimes()
  const posts = offered.map(({ id, text }) => ({ value: id, text }))
  const open = assignments.filter(({ state }) => state !== 'over')
  return (
    <>
      <title>{`${who.name}${say(WORDS.title)} · 策行 Planwright`}</title>
      <AdminParts />
      <h1>
        {who.name}
        {say(WORDS.title)}
      </h1>
      <Done done={done} texts={DONE} />
      {answered && 'link' in answered && (
        <div className="done" role="status">
          <p>{say(WORDS.link)}</p>
          <p>
            <code>{answered.link}</code>
          </p>
        </div>
      )}
      <dl className="facts">
        <dt>{say(WORDS.state)}</dt>
        <dd>{say(who.disabled ? WORDS.off : WORDS.on)}</dd>
        <dt>{say(WORDS.sessions)}</dt>
        <dd>{`${sessions} ${say(WORDS.devices)}`}</dd>
        <dt>{say(WORDS.email)}</dt>
        <dd>{who.email ?? say(WORDS.none)}</dd>
        {wanted !== null && (
          <>
            <dt>{say(WORDS.wanted)}</dt>
            <dd>{wanted}</dd>
          </>
        )}
        <dt>{say(WORDS.mobile)}</dt>
        <dd>{who.mobile === null ? say(WORDS.none) : `${who.mobile}${marks.open}${say(WORDS.unchecked)}${marks.close}`}</dd>
        <dt>{say(WORDS.staff)}</dt>
        <dd>{who.staffNumber ?? say(WORDS.none)}</dd>
        <dt>{say(WORDS.since)}</dt>
        <dd>{dayOf(who.since)}</dd>
      </dl>
      <h2>{say(WORDS.posts)}</h2>
      {assignments.length === 0 ? <p>{say(WORDS.noPosts)}</p> : <Assignments caption={WORDS.posts} rows={assignments} of="person" />}
      {enterprises.length > 0 && (
        <>
          <h2>{say(WORDS.enterprises)}</h2>
          <ul>
            {enterprises.map((each) => (
              <li key={`${each.enterprise} ${each.via} ${each.measure}`}>
                {`${each.enterprise}${language === 'zh' ? '，' : ', '}${say(WORDS[each.via])}${marks.colon}${say(levelText[each.level])}`}
                {each.measure !== null && ` · ${each.measure}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {isSelf && <p className="note">{say(WORDS.self)}</p>}
      {!isSelf && !who.disabled && (
        <>
          <h2>{say(WORDS.give)}</h2>
          {posts.length === 0 ? (
            <p>
              <a href={to('/admin/departments')}>{say(WORDS.noOpen)}</a>
            </p>
          ) : (
            <AssignForm returned={returned} posts={posts} person={who.id} />
          )}
        </>
      )}
      {open.length > 0 && (
        <>
          <h2>{say(WORDS.end)}</h2>
          <EndForm returned={returned} rows={open} />
        </>
      )}
      {who.disabled && (
        <Form name="enable" returned={returned} label={WORDS.enable}>
          <Submit>{say(WORDS.enable)}</Submit>
        </Form>
      )}
      {!who.disabled && !isSelf && (
        <Confirm ask={say(WORDS.password)}>
          <Form name="reset-password" returned={returned} label={WORDS.password}>
            <p>{say(WORDS.passwordText)}</p>
            <Submit>{say(WORDS.password)}</Submit>
          </Form>
        </Confirm>
      )}
      {wanted !== null && !who.disabled && !isSelf && (
        <Confirm ask={say(WORDS.vouch)}>
          <Form name="vouch-address" returned={returned} label={WORDS.vouch}>
            <p>{fill(say(WORDS.vouchText), { email: wanted })}</p>
            <input type="hidden" name="email" value={wanted} />
            <Submit>{say(WORDS.vouch)}</Submit>
          </Form>
        </Confirm>
      )}
      {!isSelf && sessions > 0 && (
        <Confirm ask={say(WORDS.endSessions)}>
          <Form name="end-sessions" returned={returned} label={WORDS.endSessions}>
            <p>{say(WORDS.endSessionsText)}</p>
            <Submit>{say(WORDS.endSessions)}</Submit>
          </Form>
        </Confirm>
      )}
      {!who.disabled && !isSelf && (
        <Confirm ask={say(WORDS.reset)}>
          <Form name="reset-factors" returned={returned} label={WORDS.reset}>
            <p>{say(WORDS.resetText)}</p>
            <Submit>{say(WORDS.reset)}</Submit>
          </Form>
        </Confirm>
      )}
      {!who.disabled && !isSelf && (
        <Confirm ask={say(WORDS.disable)}>
          <Form name="disable" returned={returned} label={WORDS.disable}>
            <p>{say(WORDS.disableText)}</p>
            <TextField name="reason" label={WORDS.reason} />
            <Submit>{say(WORDS.disable)}</Submit>
          </Form>
        </Confirm>
      )}
    </>
  )
}
