import { catalogue } from '../../messages.ts'

/** What can be wrong with a reform, beside what the language itself refuses. */
export const reformMessages = catalogue({
  'reform.form': {
    zh: '改动应写作“措施.参数=值”，可加起始日：research-subsidy.补助比例=35%@2026-07-01。',
    en: 'A change is written "measure.parameter=value", with a first day if wanted: research-subsidy.补助比例=35%@2026-07-01.',
  },
  'reform.day-unknown': { zh: '没有“{text}”这一天。', en: 'There is no day "{text}".' },
  'reform.measure-unknown': { zh: '没有措施“{id}”{hint}。', en: 'There is no measure "{id}"{hint}.' },
  'reform.parameter-unknown': {
    zh: '措施“{id}”没有参数“{name}”{hint}。可改的还有 in_force；其他内容请改规则文本。',
    en: 'The measure "{id}" has no parameter "{name}"{hint}. in_force can be set as well; for anything else edit the text of the rule.',
  },
  'reform.value': { zh: '“{value}”不是一个值。', en: '"{value}" is not one value.' },
  'reform.type': {
    zh: '“{name}”是{expected}，“{value}”是{found}。',
    en: '"{name}" is {expected}; "{value}" is {found}.',
  },
  'reform.relations': {
    zh: '改后相互排斥的措施太多，无法精确求解：{reason}',
    en: 'After the change more measures exclude each other than are solved exactly: {reason}',
  },
  'reform.range': {
    zh: '范围应写作“措施.参数=20%..50%”，点数（2 到 {limit}）可写在后面：research-subsidy.补助比例=5%..20%:40。',
    en: 'A range is written "measure.parameter=20%..50%", with the number of points (2 to {limit}) behind it if wanted: research-subsidy.补助比例=5%..20%:40.',
  },
  'reform.no-number': {
    zh: '措施“{id}”的“{name}”不是一个数，请用 --by {id}.{name}=起..止 给出范围。',
    en: '"{name}" of the measure "{id}" is not one number; give a range with --by {id}.{name}=FROM..TO.',
  },
  'reform.file': { zh: '改革文件不对：{what}', en: 'The reform file is wrong: {what}' },
})
export type ReformCode = keyof typeof reformMessages
