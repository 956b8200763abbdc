/** Letters about another e-mail address of an account. */
import { pathIn } from '../../../kernel/mail/letter.ts'
import { sendLetter } from '../../../kernel/mail/mail.ts'
import type { Act } from '../../../kernel/module.ts'

type Reader = { readonly email: string; readonly language: 'zh' | 'en' }

/** To the new address: only whoever reads it and is signed in to the account can confirm. */
export const writeConfirmation = (act: Act, { email, language }: Reader, token: string): Promise<void> =>
  sendLetter(act, {
    kind: 'identity.address',
    to: email,
    language,
    subject: { zh: '请确认这个邮箱', en: 'Confirm this e-mail address' },
    lines: [
      { zh: '有人（可能是您）要把账户的邮箱改为这一个。', en: 'Somebody, perhaps you, wants to use this address for an account.' },
      {
        zh: '请在一天内登录后打开下面的链接。如果不是您，不必理会：没有确认，这个邮箱就不算数。',
        en: 'Open the link below within a day, signed in. If it was not you, do nothing: without confirmation the address does not count.',
      },
    ],
    link: { path: pathIn(language, `/account/address/${token}`), words: { zh: '确认邮箱', en: 'Confirm the address' } },
  })

/** To an address that has an account already: whoever asked is not told so. */
export const writeTaken = (act: Act, { email, language }: Reader): Promise<void> =>
  sendLetter(act, {
    kind: 'identity.address',
    to: email,
    language,
    subject: { zh: '有人想用您的邮箱', en: 'Somebody wants to use your address' },
    lines: [
      {
        zh: '有人想把另一个账户的邮箱改为这一个。它已属于您的账户，所以什么也没有变。',
        en: 'Somebody wants to use this address for another account. It belongs to an account already, so nothing has changed.',
      },
      {
        zh: '如果是您本人：一个邮箱只能用于一个账户，请先在原账户换掉它。',
        en: 'If it was you: one address is for one account; change it in the other account first.',
      },
    ],
  })

/** To the present address, before anything has changed: time to stop it. */
export const writeAsked = (act: Act, { email, language }: Reader): Promise<void> =>
  sendLetter(act, {
    kind: 'identity.address-asked',
    to: email,
    language,
    subject: { zh: '有人要更改您账户的邮箱', en: 'The e-mail address of your account is to change' },
    lines: [
      {
        zh: '有人登录您的账户，要把邮箱换成另一个。新邮箱确认之前，这一个继续有效。',
        en: 'Somebody signed in to your account wants to use another address. Until that is confirmed, this one counts.',
      },
      {
        zh: '如果不是您本人：请马上重设密码，更改随之作废，并告诉管理员。',
        en: 'If it was not you: choose another password at once, which stops the change, and tell the administrator.',
      },
    ],
    link: { path: pathIn(language, '/sign-in/forgotten'), words: { zh: '重设密码', en: 'Choose another password' } },
  })
