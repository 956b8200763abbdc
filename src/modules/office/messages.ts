import { catalogue, fill, type Params } from '../../core/messages.ts'
import { failing } from '../../kernel/failure.ts'

export const messages = catalogue({
  'office.department-unknown': {
    kind: 'unknown',
    zh: '没有这个部门。全部部门见 /admin/departments。',
    en: 'There is no such department. All of them are at /admin/departments.',
  },
  'office.post-unknown': { kind: 'unknown', zh: '没有这个岗位。', en: 'There is no such post.' },
  'office.assignment-unknown': { kind: 'unknown', zh: '没有这项任职。', en: 'There is no such assignment.' },
  'office.person-unknown': { kind: 'unknown', zh: '没有这个人。', en: 'There is no such person.' },
  'office.name-missing': { kind: 'invalid', zh: '请写明中文和英文名称。', en: 'Give the name in Chinese and in English.' },
  'office.reason-missing': { kind: 'invalid', zh: '请写明原因。', en: 'Say why.' },
  'office.roles': { kind: 'invalid', zh: '请选择岗位的职责，至少一项。', en: 'Choose what the post is there for, at least one role.' },
  'office.day': { kind: 'invalid', zh: '“{day}”不是日期，请写作 2026-06-30。', en: '"{day}" is no date; write 2026-06-30.' },
  'office.day-past': {
    kind: 'invalid',
    zh: '任职不能从过去开始：最早 {today}。',
    en: 'An assignment cannot begin in the past: {today} at the earliest.',
  },
  'office.days-order': { kind: 'invalid', zh: '最后一天早于第一天。', en: 'The last day is before the first.' },
  'office.acting-end': { kind: 'invalid', zh: '代理必须写明最后一天。', en: 'Acting for another needs a last day.' },
  'office.nobody': {
    kind: 'invalid',
    zh: '没有人的邮箱、工号或编号是“{person}”。',
    en: 'Nobody has the e-mail address, staff number or id "{person}".',
  },
  'office.department-there': { kind: 'conflict', zh: '已有名为“{name}”的部门。', en: 'There is a department named "{name}" already.' },
  'office.post-there': {
    kind: 'conflict',
    zh: '这个部门已有名为“{title}”的岗位。',
    en: 'The department has a post named "{title}" already.',
  },
  'office.department-closed': { kind: 'conflict', zh: '部门“{name}”已经关闭。', en: 'The department "{name}" is closed.' },
  'office.department-used': {
    kind: 'conflict',
    zh: '部门“{name}”还有 {count} 个岗位未关闭，请先关闭岗位。',
    en: 'The department "{name}" still has {count} open posts; close them first.',
  },
  'office.post-closed': { kind: 'conflict', zh: '岗位“{title}”已经关闭。', en: 'The post "{title}" is closed.' },
  'office.post-held': {
    kind: 'conflict',
    zh: '岗位“{title}”还有 {count} 人任职，请先结束任职。',
    en: 'The post "{title}" is still assigned to {count} people; end that first.',
  },
  'office.held-already': {
    kind: 'conflict',
    zh: '{person}在这些日子里已任“{title}”。',
    en: '{person} holds "{title}" on these days already.',
  },
  'office.over-already': { kind: 'conflict', zh: '这项任职已经结束。', en: 'This assignment is over already.' },
  'office.person-disabled': { kind: 'conflict', zh: '{person}的账户已停用。', en: 'The account of {person} is switched off.' },
  'office.person-enabled': { kind: 'conflict', zh: '{person}的账户没有停用。', en: 'The account of {person} is not switched off.' },
  'office.oneself': {
    kind: 'refused',
    zh: '不能给自己安排岗位，须由另一位管理员办理。',
    en: 'Nobody can give a post to themself; another administrator has to.',
  },
  'office.oneself-off': {
    kind: 'refused',
    zh: '不能停用自己的账户，须由另一位管理员办理。',
    en: 'Nobody can switch off their own account; another administrator has to.',
  },
  'office.last-administrator': {
    kind: 'refused',
    zh: '这是最后一位长期管理员。请先安排另一位。',
    en: 'This is the last administrator for good. Assign another one first.',
  },
})
export const fail = failing(messages)

/** Fails because of one field, which the form marks. */
export const failAt = <Code extends keyof typeof messages>(
  field: string,
  code: Code,
  params: Params<(typeof messages)[Code]['zh']>,
): never => {
  const { zh, en } = messages[code]
  return fail(code, params, [{ field, code, message: { zh: fill(zh, params), en: fill(en, params) } }])
}
