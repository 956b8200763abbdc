import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { changeContact, changeProfile, dropAddress, myAccount } from '../../modules/identity/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble, personIn } from '../loading.ts'
import { Done, Form, SelectField, Submit, TextField } from '../parts/form.tsx'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who, mails } = context.get(siteContext)
    const { user, wanted } = await app.perform(who, myAccount, {})
    return { user, wanted, mails, done: new URL(request.url).searchParams.get('done') }
  })

export const action = ({ context, request }: ActionFunctionArgs) => {
  const { app, who, device } = context.get(siteContext)
  return posted(request, {
    profile: async ({ text }) => {
      await app.perform(who, changeProfile, { name: text('name'), language: text('language') === 'en' ? 'en' : 'zh' })
      return '/account?done=profile'
    },
    contact: async ({ text }) => {
      const given = { email: text('email'), mobile: text('mobile'), current: text('password-current') }
      const contacted = await changeContact(app.perform, personIn(who), { ...given, address: device.address })
      return contacted === 'changed' ? '/account?done=contact' : '/account/profile?done=asked'
    },
    drop: async () => {
      await app.perform(who, dropAddress, {})
      return '/account/profile?done=dropped'
    },
  })
}

const WORDS = {
  title: { zh: '姓名和联系方式', en: 'Name and contact' },
  about: { zh: '姓名和语言', en: 'Name and language' },
  name: { zh: '姓名', en: 'Name' },
  language: { zh: '写信给我用的语言', en: 'Language of letters to me' },
  contact: { zh: '邮箱和手机号', en: 'E-mail and mobile number' },
  contactLead: {
    zh: '这也是登录名。更改时须输入现在的密码；新邮箱要先确认才算数。',
    en: 'You sign in with them as well. A change needs the present password; a new e-mail address counts once it is confirmed.',
  },
  waits: { zh: '等待确认的邮箱：{email}。', en: 'Waits to be confirmed: {email}.' },
  byLetter: {
    zh: '信已寄往那里：请在一天内登录后打开信中的链接。在此之前，原来的邮箱继续有效。',
    en: 'A letter went there: open its link within a day, signed in. Until then the address you have counts.',
  },
  byAdministrator: {
    zh: '本站不寄邮件：请管理员在一天内确认。在此之前，原来的邮箱继续有效。',
    en: 'This site sends no letters: ask an administrator to confirm it within a day. Until then the address you have counts.',
  },
  drop: { zh: '不换了', en: 'Keep the present one' },
  email: { zh: '邮箱', en: 'E-mail' },
  mobile: { zh: '手机号', en: 'Mobile number' },
  unchecked: {
    zh: '可用来登录；本站不发短信，不核实号码。',
    en: 'You can sign in with it; no text messages are sent, and the number is not verified.',
  },
  current: { zh: '现在的密码', en: 'Present password' },
  save: { zh: '保存', en: 'Save' },
} as const

const DONE = {
  asked: { zh: '已保存；新邮箱等待确认。', en: 'Saved; the new e-mail address waits to be confirmed.' },
  dropped: { zh: '原来的邮箱继续有效。', en: 'The address you have stays.' },
} as const

const LANGUAGES = [
  { value: 'zh', text: { zh: '中文', en: '中文' } },
  { value: 'en', text: { zh: 'English', en: 'English' } },
]

export default function Profile() {
  const { user, wanted, mails, done } = useLoaderData<typeof loader>()
  const { name, email, mobile, language } = user
  const returned = useActionData<typeof action>()
  const { say } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      <Done done={done} texts={DONE} />
      <h2>{say(WORDS.about)}</h2>
      <Form name="profile" returned={returned} label={WORDS.about}>
        <TextField name="name" label={WORDS.name} value={name} autoComplete="name" />
        <SelectField name="language" label={WORDS.language} options={LANGUAGES} value={language} />
        <Submit>{say(WORDS.save)}</Submit>
      </Form>
      <h2>{say(WORDS.contact)}</h2>
      <p>{say(WORDS.contactLead)}</p>
      {wanted !== null && (
        <Form name="drop" returned={returned} label={WORDS.drop}>
          <p>
            <strong>{fill(say(WORDS.waits), { email: wanted })}</strong> {say(mails ? WORDS.byLetter : WORDS.byAdministrator)}
          </p>
          <Submit second>{say(WORDS.drop)}</Submit>
        </Form>
      )}
      <Form name="contact" returned={returned} label={WORDS.contact}>
        <TextField name="email" label={WORDS.email} type="email" value={email ?? ''} autoComplete="email" optional />
        <TextField
          name="mobile"
          label={WORDS.mobile}
          hint={WORDS.unchecked}
          type="tel"
          value={mobile ?? ''}
          autoComplete="tel-national"
          optional
        />
        <TextField name="password-current" label={WORDS.current} type="password" autoComplete="current-password" />
        <Submit>{say(WORDS.save)}</Submit>
      </Form>
    </>
  )
}
