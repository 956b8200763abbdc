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

/** The enterprise that invites somebody, by its code and its name. */
export type Sender = { readonly enterprise: string; readonly name: string }

/** Nobody knows yet what language they read: both. */
export const writeInvitation = (
  act: Act,
  { email, name, sender }: { readonly email: string; readonly name: string; readonly sender: Sender | null },
  token: string,
): Promise<void> =>
  sendLetter(act, {
    kind: 'identity.invitation',
    to: email,
    language: 'zh',
    subject: { zh: '邀请您加入 · You are invited', en: 'You are invited' },
    lines: [
      sender
        ? { zh: `${name}：您好，“${sender.name}”邀请您为它办事。${sender.name} invites you to act for it.`, en: '' }
        : { zh: `${name}：您好，为您准备了一个账户。An account is ready for you.`, en: '' },
      { zh: '下面的链接七天内可用一次：用您的账户接受，还没有账户的在那里开通。', en: '' },
      { zh: 'The link below works once, within seven days: accept with your account, or open one there.', en: '' },
    ],
    link: { path: `/join/${token}`, words: { zh: '接受邀请 · Accept', en: 'Accept' } },
  })
