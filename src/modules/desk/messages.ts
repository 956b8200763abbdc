import { catalogue } from '../../core/messages.ts'
import { failing } from '../../kernel/failure.ts'

export const messages = catalogue({
  'desk.check-up-unknown': {
    kind: 'unknown',
    zh: '没有这次检查，或者它不在您可以看到的范围内。',
    en: 'There is no such check-up, or not within what you may see.',
  },
  'desk.name-missing': { kind: 'invalid', zh: '请给这次检查起一个名称。', en: 'Give the check-up a name.' },
  'desk.too-many': {
    kind: 'refused',
    zh: '最多保存 {limit} 次检查。请先删除不再需要的。',
    en: 'At most {limit} check-ups are kept. Remove some first.',
  },
  'desk.receipt-form': {
    kind: 'invalid',
    zh: '这不是一份完整、未改动的决定收据。请选择原来的文件。',
    en: 'This is no whole and unaltered receipt of a decision. Choose the file as it was.',
  },
  'desk.receipt-kept': { kind: 'conflict', zh: '这份收据已经保存过。', en: 'This receipt is kept already.' },
  'desk.receipt-unknown': {
    kind: 'unknown',
    zh: '没有这份收据，或者它不在您可以看到的范围内。',
    en: 'There is no such receipt, or not within what you may see.',
  },
})
export const fail = failing(messages)
