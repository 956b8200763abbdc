import { catalogue } from '../../core/messages.ts'
import { failing, failingAt } from '../../kernel/failure.ts'

export const messages = catalogue({
  'bulletin.unknown': { kind: 'unknown', zh: '没有这份通报。', en: 'There is no such bulletin.' },
  'bulletin.notice-unknown': {
    kind: 'unknown',
    zh: '没有这份督办单，或者它不是发给您的部门的。',
    en: 'There is no such supervision notice, or it is not for your department.',
  },
  'bulletin.quarter': {
    kind: 'invalid',
    zh: '“{quarter}”不能通报：请选择已经开始的季度，如 2026-Q3。',
    en: '"{quarter}" cannot be reported on: choose a quarter that has begun, such as 2026-Q3.',
  },
  'bulletin.scope': { kind: 'invalid', zh: '请选择公开或者内部。', en: 'Choose whether it is public or internal.' },
  'bulletin.day': { kind: 'invalid', zh: '“{day}”不是日期。请写成 2026-09-30。', en: '"{day}" is no day. Write it as 2026-09-30.' },
  'bulletin.as-of': {
    kind: 'invalid',
    zh: '数据截至之日应在 {first}（季度首日）至 {last} 之间。',
    en: 'Data are reported up to a day from {first}, the first of the quarter, to {last}.',
  },
  'bulletin.known': {
    kind: 'invalid',
    zh: '“按哪一天所知”应在 {first}（数据截至之日）至今天 {last} 之间。',
    en: 'What was known is told for a day from {first}, up to which data are reported, to today, {last}.',
  },
  'bulletin.reason': {
    kind: 'invalid',
    zh: '{quarter} 已经有{number}。新的通报将取代它，请写明理由。',
    en: 'There is {number} for {quarter} already. A new bulletin takes its place: say why.',
  },
  'bulletin.published': {
    kind: 'conflict',
    zh: '这份通报已经签发，不能再改。发现错误请另拟一份取代它。',
    en: 'This bulletin is published and stays as it is. Draw up another that takes its place where it is wrong.',
  },
  'bulletin.moved': {
    kind: 'conflict',
    zh: '您看到的稿子已经被重拟，或者这个季度刚刚有了别的通报。请看过现在的稿子再签发。',
    en: 'The draft you saw has been drawn anew, or the quarter has just got another bulletin. Look at it as it is now.',
  },
  'bulletin.not-led': {
    kind: 'refused',
    zh: '这项任务还没有牵头单位，督办单无处可发。',
    en: 'Nobody leads this task yet, so there is nobody to send a notice to.',
  },
})
export const fail = failing(messages)
export const failAt = failingAt(messages)
