import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { changeContact, changeProfile, myAccount } from '../../modules/identity/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble, personIn } from '../loading.ts'
import { Form, SelectField, Submit, TextField } from '../parts/form.tsx'

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return (await app.perform(who, myAccount, {})).user
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
      await changeContact(app.perform, personIn(who), { ...given, address: device.address })
      return '/account?done=contact'
    },
  })
}

const WORDS = {
  title: { zh: '姓名和联系方式', en: 'Name and contact' },
  about: { zh: '姓名和语言', en: 'Name and language' },
  name: { zh: '姓名', en: 'Name' },
  language: { zh: '写信给我用的语言', en: 'Language of letters to me' },
  contact: { zh: '邮箱和手机号', en: 'E-mail and mobile number' },
  contactLead: { zh: '这也是登录名。更改时须输入现在的密码。', en: 'You sign in with them as well. A change needs the present password.' },
  email: { zh: '邮箱', en: 'E-mail' },
  mobile: { zh: '手机号', en: 'Mobile number' },
  current: { zh: '现在的密码', en: 'Present password' },
  save: { zh: '保存', en: 'Save' },
} as const

const LANGUAGES = [
  { value: 'zh', text: { zh: '中文', en: '中文' } },
  { value: 'en', text: { zh: 'English', en: 'English' } },
]

export default function Profile() {
  const { name, email, mobile, language } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      <h2>{say(WORDS.about)}</h2>
      <Form name="profile" returned={returned} label={WORDS.about}>
        <TextField name="name" label={WORDS.name} value={name} autoComplete="name" />
        <SelectField name="language" label={WORDS.language} options={LANGUAGES} value={language} />
        <Submit>{say(WORDS.save)}</Submit>
      </Form>
      <h2>{say(WORDS.contact)}</h2>
      <p>{say(WORDS.contactLead)}</p>
      <Form name="contact" returned={returned} label={WORDS.contact}>
        <TextField name="email" label={WORDS.email} type="email" value={email ?? ''} autoComplete="email" optional />
        <TextField name="mobile" label={WORDS.mobile} type="tel" value={mobile ?? ''} autoComplete="tel-national" optional />
        <TextField name="password-current" label={WORDS.current} type="password" autoComplete="current-password" />
        <Submit>{say(WORDS.save)}</Submit>
      </Form>
    </>
  )
}
