import { catalogue } from './messages.ts'

/** What can be wrong with a fact somebody gives. */
export const factMessages = catalogue({
  'fact.object': { zh: '事实须是一个由名称和值组成的对象。', en: 'Facts are one object of names and values.' },
  'fact.too-many': { zh: '一次最多给出 {limit} 个事实。', en: 'At most {limit} facts can be given at once.' },
  'fact.unknown': { zh: '没有名为“{fact}”的事实{hint}', en: 'There is no fact named "{fact}"{hint}' },
  'fact.form': {
    zh: '“{fact}”的值须是文字、数字或是/否，例如 {example}。',
    en: 'The value of "{fact}" must be text, a number or yes/no, such as {example}.',
  },
  'fact.twice': { zh: '“{fact}”给了两次。', en: '"{fact}" is given twice.' },
  'fact.too-long': { zh: '“{fact}”的值超过 {limit} 字。', en: 'The value of "{fact}" is longer than {limit} characters.' },
  'fact.characters': { zh: '“{fact}”的值含有无法辨认的字符。', en: 'The value of "{fact}" holds characters that cannot be read.' },
  'fact.number': {
    zh: '“{fact}”的值“{value}”不是数。请用半角数字，例如 {example}；不用科学计数法和千分位。',
    en: 'The value "{value}" of "{fact}" is no number. Use plain digits, for example {example}; no exponent, no separators.',
  },
  'fact.binary': {
    zh: '“{fact}”的值 {value} 超过 15 位数字，可能已失真；请以文字给出。',
    en: 'The value {value} of "{fact}" has more than 15 digits and may have been changed on the way; give it as text.',
  },
  'fact.percent': {
    zh: '“{fact}”是比例，请写上百分号：是“{value}%”，还是别的？',
    en: '"{fact}" is a percentage; write the sign: is "{value}%" meant, or another value?',
  },
  'fact.unit': {
    zh: '“{fact}”的值“{value}”单位不对，应以 {unit} 计。',
    en: 'The unit of "{value}" does not fit "{fact}", which is counted in {unit}.',
  },
  'fact.fen': {
    zh: '“{fact}”的值“{value}”不足一分，金额最多精确到分。',
    en: 'The value "{value}" of "{fact}" has parts of a fen; money goes down to the fen.',
  },
  'fact.whole': { zh: '“{fact}”须是整数，“{value}”不是。', en: '"{fact}" is a whole number; "{value}" is not.' },
  'fact.negative': { zh: '“{fact}”不能为负数：{value}（下限 {limit}）。', en: '"{fact}" cannot be negative: {value} (at least {limit}).' },
  'fact.too-small': { zh: '“{fact}”的值 {value} 低于下限 {limit}。', en: 'The value {value} of "{fact}" is below {limit}.' },
  'fact.too-large': { zh: '“{fact}”的值 {value} 超过上限 {limit}。', en: 'The value {value} of "{fact}" is above {limit}.' },
  'fact.yes-no': { zh: '“{fact}”请答“是”或“否”，而不是“{value}”。', en: 'Answer "{fact}" with yes or no, not "{value}".' },
  'fact.date': {
    zh: '“{fact}”的值“{value}”不是日期，请写作 2023-06-30。',
    en: 'The value "{value}" of "{fact}" is no date; write 2023-06-30.',
  },
  'fact.enum': { zh: '“{fact}”没有“{value}”这一选项；可选：{values}。', en: '"{value}" is no choice for "{fact}"; choose from: {values}.' },
})
