/** What people are told of: each kind with its name, the sentence it says, and whether it can be refused. */
import { catalogue, fill, type Language, type Params, type Text } from '../../../core/messages.ts'

/** What each kind says. Parameters are names of things, never of people. */
const SENTENCES = catalogue({
  'party.correction-decided': {
    zh: '企业 {enterprise} 对“{fact}”提出的更正已有决定：{verdict}。',
    en: 'The correction of "{fact}" that enterprise {enterprise} proposed has been decided: {verdict}.',
  },
  'party.due-moved': {
    zh: '企业 {enterprise} 对“{fact}”提出的更正改于 {due} 到期：放假安排有变。',
    en: 'The correction of "{fact}" that enterprise {enterprise} proposed is now due on {due}, as holidays were arranged.',
  },
  'identity.factor-added': {
    zh: '您的账户新增了一种第二重验证。如果不是您本人所为，请立即更改密码并告诉管理员。',
    en: 'A second factor was added to your account. If it was not you, change your password at once and tell an administrator.',
  },
  'identity.factor-removed': {
    zh: '您账户的第二重验证被移除。如果不是您本人所为，请立即更改密码并告诉管理员。',
    en: 'A second factor was removed from your account. If it was not you, change your password at once and tell an administrator.',
  },
  'identity.key-made': {
    zh: '您的账户新建了一个接口密钥。如果不是您本人所为，请立即撤销它，更改密码，并告诉管理员。',
    en: 'A key for the API was made in your account. If it was not you, revoke it at once, change your password and tell an administrator.',
  },
  'office.post-given': { zh: '您自 {from} 起任职：{post}。', en: 'You hold a post from {from}: {post}.' },
  'worklist.task-assigned': {
    zh: '任务“{task}”交由您的部门牵头，时限 {due}。请签收。',
    en: 'Your department leads the task "{task}", due {due}. Please sign for it.',
  },
  'worklist.due-soon': { zh: '任务“{task}”应在 {due} 前报送。', en: 'Something is due for the task "{task}" by {due}.' },
  'bulletin.notice-issued': {
    zh: '任务“{task}”有一份督办单发给您的部门。',
    en: 'A supervision notice on the task "{task}" was issued to your department.',
  },
  'plan.readings-returned': {
    zh: '您报送的 {count} 个数被退回。请看理由，改好再报。',
    en: '{count} of the readings that you entered were returned. Read why, mend them and enter them again.',
  },
  'plan.readings-due-soon': { zh: '请在 {due} 前报送：{what}。', en: 'Please enter by {due}: {what}.' },
  'office.post-ended': { zh: '您的任职已结束：{post}。', en: 'You no longer hold the post: {post}.' },
})

export type KindName = keyof typeof SENTENCES
/** A parameter that people read in their language is a text of both. */
export type KindParams<K extends KindName> = Readonly<Record<keyof Params<(typeof SENTENCES)[K]['zh']>, string | Text>>

export type Kind = { readonly name: Text; readonly mandatory: boolean }

/** Changes of somebody's own rights, and of how they come in, are told whether they like it or not. */
export const KINDS: Readonly<Record<KindName, Kind>> = {
  'party.correction-decided': { name: { zh: '更正的决定', en: 'Corrections decided' }, mandatory: false },
  'party.due-moved': { name: { zh: '更正的期限', en: 'Due dates of corrections' }, mandatory: false },
  'identity.factor-added': { name: { zh: '新增第二重验证', en: 'Second factors added' }, mandatory: true },
  'identity.factor-removed': { name: { zh: '移除第二重验证', en: 'Second factors removed' }, mandatory: true },
  'identity.key-made': { name: { zh: '新建接口密钥', en: 'Keys made' }, mandatory: true },
  'worklist.task-assigned': { name: { zh: '交办的任务', en: 'Tasks assigned' }, mandatory: false },
  'worklist.due-soon': { name: { zh: '任务报送提醒', en: 'Reminders of tasks' }, mandatory: false },
  'bulletin.notice-issued': { name: { zh: '督办单', en: 'Supervision notices' }, mandatory: false },
  'plan.readings-returned': { name: { zh: '退回的数据', en: 'Readings returned' }, mandatory: false },
  'plan.readings-due-soon': { name: { zh: '数据报送提醒', en: 'Reminders of readings' }, mandatory: false },
  'office.post-given': { name: { zh: '任职', en: 'Posts given' }, mandatory: true },
  'office.post-ended': { name: { zh: '离任', en: 'Posts ended' }, mandatory: true },
}

export const kindNames = Object.keys(KINDS) as readonly KindName[]
export const isKind = (name: string): name is KindName => Object.hasOwn(KINDS, name)

/** The sentence of a notice in both languages. */
export const sentenceOf = (kind: KindName, params: Readonly<Record<string, string | Text>>): Text => {
  const sentence = (language: Language): string => {
    const values = Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? value : value[language]])
    return fill(SENTENCES[kind][language], Object.fromEntries(values))
  }
  return { zh: sentence('zh'), en: sentence('en') }
}
