import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { chooseNotices, KINDS, kindNames, myNotices, readAllNotices, readNotice } from '../../modules/notification/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Choices, Done, Form, Submit } from '../parts/form.tsx'
import { useTimes } from '../times.ts'

const PATH = '/notifications'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who, mails } = context.get(siteContext)
    const { notices, unread, settings } = await app.perform(who, myNotices, {})
    return {
      notices,
      unread,
      settings,
      mails,
      done: new URL(request.url).searchParams.get('done'),
    }
  })

export const action = ({ context, request }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  return posted(request, {
    read: async ({ text }) => {
      await app.perform(who, readNotice, { id: text('id') })
      return PATH
    },
    'read-all': async () => {
      await app.perform(who, readAllNotices, {})
      return PATH
    },
    choose: async ({ all }) => {
      await app.perform(who, chooseNotices, { site: [...all('site')], mail: [...all('mail')] })
      return `${PATH}?done=chosen`
    },
  })
}

const WORDS = {
  title: { zh: '有什么要告诉我？', en: 'What is there to tell me?' },
  unread: { zh: '{count} 条未读。', en: '{count} not read yet.' },
  none: { zh: '还没有通知。', en: 'There is nothing to tell you yet.' },
  isUnread: { zh: '未读', en: 'not read' },
  open: { zh: '查看', en: 'Open' },
  read: { zh: '标为已读', en: 'Mark as read' },
  readAll: { zh: '全部标为已读', en: 'Mark all as read' },
  notices: { zh: '通知', en: 'Notices' },
  settings: { zh: '要告诉我什么', en: 'What to tell me' },
  always: { zh: '下列通知总会发给您，因为它们关系到您自己的权限：', en: 'These always come, since they are about your own rights: ' },
  site: { zh: '显示在本页的通知', en: 'Show on this page' },
  mail: { zh: '发邮件的通知', en: 'Send by e-mail' },
  mailHint: { zh: '邮件发到账户里的邮箱。', en: 'Letters go to the address of your account.' },
  noMails: { zh: '本站没有设置发邮件的服务器，目前不会发出邮件。', en: 'This site has no mail server; no letters go out at the moment.' },
  save: { zh: '保存', en: 'Save' },
} as const

const DONE = { chosen: { zh: '已保存。', en: 'Saved.' } } as const

const choosable = kindNames.filter((kind) => !KINDS[kind].mandatory)
const mandatory = kindNames.filter((kind) => KINDS[kind].mandatory)
const options = choosable.map((kind) => ({ value: kind, text: KINDS[kind].name }))

export default function Notifications() {
  const { notices, unread, settings, mails, done } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say, to, marks } = useSay()
  const { minuteOf } = useTimes()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">{notices.length === 0 ? say(WORDS.none) : fill(say(WORDS.unread), { count: unread })}</p>
      <Done done={done} texts={DONE} />
      {notices.length > 0 && (
        <section>
          <h2>{say(WORDS.notices)}</h2>
          {unread > 0 && (
            <Form name="read-all" returned={returned}>
              <Submit second>{say(WORDS.readAll)}</Submit>
            </Form>
          )}
          <ul className="notices">
            {notices.map(({ id, text, link, at, read }) => (
              <li key={id}>
                <p>
                  {read ? say(text) : <strong>{say(text)}</strong>} <a href={to(link)}>{say(WORDS.open)}</a>
                </p>
                <p className="small quiet">
                  {minuteOf(at)}
                  {!read && ` · ${say(WORDS.isUnread)}`}
                </p>
                {!read && (
                  <form method="post">
                    <input type="hidden" name="do" value="read" />
                    <input type="hidden" name="id" value={id} />
                    <Submit second>{say(WORDS.read)}</Submit>
                  </form>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2>{say(WORDS.settings)}</h2>
      <p>{`${say(WORDS.always)}${mandatory.map((kind) => say(KINDS[kind].name)).join(marks.comma)}${marks.stop}`}</p>
      <Form name="choose" returned={returned} label={WORDS.settings}>
        <Choices many name="site" label={WORDS.site} options={options} chosen={choosable.filter((kind) => settings[kind].site)} />
        <Choices
          many
          name="mail"
          label={WORDS.mail}
          hint={mails ? WORDS.mailHint : WORDS.noMails}
          options={options}
          chosen={choosable.filter((kind) => settings[kind].mail)}
        />
        <Submit>{say(WORDS.save)}</Submit>
      </Form>
    </>
  )
}
