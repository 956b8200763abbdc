import { catalogue } from '../../../core/messages.ts'
import { failing } from '../../../kernel/failure.ts'

export const keyMessages = catalogue({
  'identity.key-refused': {
    kind: 'forbidden',
    zh: '这里没有这个密钥，或者它的主人已停用。请写作 Authorization: Bearer pw_…。',
    en: 'There is no such key, or its owner’s account is closed. Write it as Authorization: Bearer pw_….',
  },
  'identity.key-expired': {
    kind: 'forbidden',
    zh: '这个密钥已于 {on} 到期。请在“我的密钥”中另建一个。',
    en: 'This key expired on {on}. Make another one under "My keys".',
  },
  'identity.key-revoked': {
    kind: 'forbidden',
    zh: '这个密钥已被撤销。请在“我的密钥”中另建一个。',
    en: 'This key was revoked. Make another one under "My keys".',
  },
  'identity.key-name': {
    kind: 'invalid',
    zh: '请给密钥起个名字，如用它的程序的名字。',
    en: 'Give the key a name, such as that of the program that will use it.',
  },
  'identity.key-uses': { kind: 'invalid', zh: '请至少选一项密钥可以做的事。', en: 'Choose at least one thing that the key may do.' },
  'identity.key-expiry': {
    kind: 'invalid',
    zh: '到期日应在 {first} 和 {last} 之间。',
    en: 'The last day should lie between {first} and {last}.',
  },
  'identity.key-not-there': { kind: 'unknown', zh: '您没有这个密钥。', en: 'You have no such key.' },
})
export const fail = failing(keyMessages)
