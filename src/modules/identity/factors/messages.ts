import { catalogue } from '../../../core/messages.ts'
import { failing, failingAt } from '../../../kernel/failure.ts'

export const factorMessages = catalogue({
  'identity.totp-there': {
    kind: 'conflict',
    zh: '您已设置验证器应用。要换一个，请先移除现在的。',
    en: 'An authenticator app is set up already. To change it, remove the present one first.',
  },
  'identity.totp-offer': {
    kind: 'conflict',
    zh: '这张二维码已过时。请用下面新的一张。',
    en: 'This picture is too old. Use the new one below.',
  },
  'identity.totp-code': {
    kind: 'invalid',
    zh: '验证码不对。请输入应用现在显示的六位数字，并检查手机的时间。',
    en: 'The code is wrong. Type the six digits that the app shows now, and check the clock of the phone.',
  },
  'identity.second-code': {
    kind: 'refused',
    zh: '验证码不对，或已用过。请等应用显示下一个，或用一个恢复码。',
    en: 'The code is wrong or was used before. Wait until the app shows the next one, or use a recovery code.',
  },
  'identity.second-over': {
    kind: 'conflict',
    zh: '这次登录已经结束，请从密码重新开始。',
    en: 'This sign-in is over; begin again with the password.',
  },
  'identity.passkey-answer': {
    kind: 'refused',
    zh: '通行密钥没有通过验证。请再试一次；若仍不行，用另一种方式登录。',
    en: 'The passkey was not accepted. Try once more; if that fails, sign in another way.',
  },
  'identity.passkey-there': { kind: 'conflict', zh: '这个通行密钥已经登记过。', en: 'This passkey is registered already.' },
  'identity.passkey-name': {
    kind: 'invalid',
    zh: '请给通行密钥起个名字，如“办公室电脑”。',
    en: 'Give the passkey a name, such as "office computer".',
  },
  'identity.factor-not-there': {
    kind: 'conflict',
    zh: '它已经不在了。下面是现在的登录方式。',
    en: 'It is no longer there. Below is how you sign in now.',
  },
  'identity.factor-own': {
    kind: 'refused',
    zh: '自己的第二重验证要由另一位管理员清除。',
    en: 'Your own second factors have to be cleared by another administrator.',
  },
})
export const fail = failing(factorMessages)
export const failAt = failingAt(factorMessages)
