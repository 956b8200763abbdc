import { catalogue } from '../../core/messages.ts'
import { failing } from '../../kernel/failure.ts'

export const messages = catalogue({
  'identity.sign-in': {
    kind: 'refused',
    zh: '登录名或密码不对。请检查后再试。',
    en: 'Name or password is wrong. Check both and try again.',
  },
  'identity.wait': {
    kind: 'limited',
    zh: '连续多次没有成功，请 {seconds} 秒后再试。',
    en: 'Too many attempts failed; try again in {seconds} seconds.',
  },
  'identity.session-over': {
    kind: 'conflict',
    zh: '这次登录已经结束，请重新登录。',
    en: 'This session has ended; sign in again.',
  },
  'identity.password-wrong': { kind: 'refused', zh: '现在的密码不对。', en: 'The present password is wrong.' },
  'identity.password-differs': { kind: 'invalid', zh: '两次输入的新密码不一样。', en: 'The new password was typed in two different ways.' },
  'identity.password-short': {
    kind: 'invalid',
    zh: '密码太短，至少 12 个字符；几个不相干的词连起来就好记。',
    en: 'The password is too short: at least 12 characters. A few words that have nothing to do with each other are easy to remember.',
  },
  'identity.password-long': { kind: 'invalid', zh: '密码太长，最多 128 个字符。', en: 'The password is too long: at most 128 characters.' },
  'identity.password-common': {
    kind: 'invalid',
    zh: '这是最先被人试的密码之一：由常见的词、键盘顺序或重复组成。请换一个。',
    en: 'This is one of the passwords that are tried first: common words, runs of keys or repetition. Choose another one.',
  },
  'identity.password-personal': {
    kind: 'invalid',
    zh: '密码里有您的姓名、邮箱或号码，其余部分太短。请换一个。',
    en: 'The password is your name, e-mail or number with little beside it. Choose another one.',
  },
  'identity.name': { kind: 'invalid', zh: '请填写姓名。', en: 'Give a name.' },
  'identity.email': { kind: 'invalid', zh: '“{email}”不是邮箱地址。', en: '"{email}" is no e-mail address.' },
  'identity.mobile': {
    kind: 'invalid',
    zh: '“{mobile}”不是大陆手机号码，应为 11 位数字。',
    en: '"{mobile}" is no mobile number of the mainland; it has eleven digits.',
  },
  'identity.taken': { kind: 'conflict', zh: '“{name}”已属于另一个账户。', en: '"{name}" belongs to another account.' },
  'identity.user-unknown': { kind: 'unknown', zh: '没有这个账户，或者它已停用。', en: 'There is no such account, or it is switched off.' },
  'identity.session-unknown': { kind: 'unknown', zh: '没有这次登录，或者它已经结束。', en: 'There is no such session, or it has ended.' },
  'identity.demo-fixed': {
    kind: 'refused',
    zh: '演示账户供大家使用，不能更改。',
    en: 'Demo accounts are for everybody and cannot be changed.',
  },
  'identity.invitation-over': {
    kind: 'unknown',
    zh: '这个邀请已被接受、撤回，或者过了 7 天。请向邀请您的人再要一个。',
    en: 'This invitation was accepted or withdrawn, or its seven days have passed. Ask whoever invited you for another one.',
  },
  'identity.invitation-other': {
    kind: 'refused',
    zh: '邀请发给了 {email}。请退出，再用这个邮箱的账户接受；没有的可以开通。',
    en: 'The invitation was sent to {email}. Sign out, and accept it with the account of that address, or open one.',
  },
  'identity.reset-over': {
    kind: 'unknown',
    zh: '这个链接已经用过，或者过了一小时。请再要一个。',
    en: 'This link has been used, or its hour has passed. Ask for another one.',
  },
  'identity.proof-old': {
    kind: 'refused',
    zh: '为防他人趁您离开时更改，请先确认是您本人，再做一次。',
    en: 'Show first that it is really you, in case somebody has found your browser open; then do it again.',
  },
  'identity.no-demo': {
    kind: 'unknown',
    zh: '没有这个演示账户。请回到登录页重新选择。',
    en: 'There is no such demo account. Go back to the sign-in page and choose again.',
  },
})
export const fail = failing(messages)
