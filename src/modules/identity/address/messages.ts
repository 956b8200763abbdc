import { catalogue } from '../../../core/messages.ts'
import { failing } from '../../../kernel/failure.ts'

export const addressMessages = catalogue({
  'identity.address-over': {
    kind: 'unknown',
    zh: '这个链接已经用过，已换成另一个，过了一天，或者属于另一个账户。请在“姓名和联系方式”重新填写邮箱。',
    en: 'This link was used or replaced by another one, its day has passed, or it belongs to another account. Give the address again under "Name and contact".',
  },
  'identity.address-own': {
    kind: 'refused',
    zh: '自己的新邮箱要由信中的链接或另一位管理员确认。',
    en: 'Your own new address is confirmed by the link in its letter or by another administrator.',
  },
})
export const fail = failing(addressMessages)
