/** Letters about accounts. */
import { sendLetter } from '../../kernel/mail/mail.ts'
import type { Act } from '../../kernel/module.ts'

type Reader = { readonly email: string | null; readonly language: 'zh' | 'en' }

/** Tells somebody by e-mail, where they have one, that something about their account has changed: if it was not them, they should know. */
export const tellOfChange = async (act: Act, { email, language }: Reader, what: 'password' | 'contact'): Promise<void> => {
  if (email === null) return
  const subject =
    what === 'password'
      ? { zh: '您的密码已更改', en: 'Your password was changed' }
      : { zh: '您的邮箱或手机号已更改', en: 'Your e-mail address or mobile number was changed' }
  await sendLetter(act, {
    kind: `identity.${what}-changed`,
    to: email,
    language,
    subject,
    lines: [
      { zh: `${subject.zh}。`, en: `${subject.en}.` },
      {
        zh: '如果不是您本人所为，请立即重设密码并告诉管理员。',
        en: 'If it was not you, choose another password at once and tell the administrator.',
      },
    ],
    link: {
      path: language === 'zh' ? '/sign-in/forgotten' : '/en/sign-in/forgotten',
      words: { zh: '重设密码', en: 'Choose another password' },
    },
  })
}

export const writeReset = (
  act: Act,
  { email, language }: { readonly email: string; readonly language: 'zh' | 'en' },
  token: string,
): Promise<void> =>
  sendLetter(act, {
    kind: 'identity.reset',
    to: email,
    language,
    subject: { zh: '重设密码', en: 'Choose another password' },
    lines: [
      { zh: '有人（可能是您）要求重设您的密码。', en: 'Somebody, perhaps you, asked for another password for your account.' },
      {
        zh: '下面的链接一小时内可用一次。如果不是您，不必理会：密码没有变。',
        en: 'The link below works once, within an hour. If it was not you, do nothing: the password has not changed.',
      },
    ],
    link: { path: `${language === 'zh' ? '' : '/en'}/reset/${token}`, words: { zh: '设置新密码', en: 'Set a new password' } },
  })

/** Nobody knows yet what language they read: both. */
export const writeInvitation = (act: Act, email: string, name: string, token: string): Promise<void> =>
  sendLetter(act, {
    kind: 'identity.invitation',
    to: email,
    language: 'zh',
    subject: { zh: '邀请您开通账户 · An account for you', en: 'An account for you' },
    lines: [
      { zh: `${name}：您好，为您准备了一个账户。`, en: '' },
      { zh: '下面的链接七天内可用一次，用它设置密码。', en: '' },
      { zh: 'An account is ready for you. The link below works once, within seven days; choose a password there.', en: '' },
    ],
    link: { path: `/join/${token}`, words: { zh: '接受邀请 · Accept', en: 'Accept' } },
  })
