import { catalogue } from '../messages.ts'

/** Why a case of the DMN kit is refused before, or beside, what the rule language itself says of its expression. */
export const feelMessages = catalogue({
  'feel.logic': {
    zh: '判定逻辑不是一个表达式（决策表、语境、调用等）',
    en: 'the decision is no single expression (a table, a context, an invocation …)',
  },
  'feel.model': { zh: '需要同一模型中的其他决策、函数或服务', en: 'it needs other decisions, functions or services of its model' },
  'feel.name': { zh: '名称含有空格或符号', en: 'a name holds blanks or signs' },
  'feel.input': {
    zh: '所用输入是 null，或其类型不在语言之内',
    en: 'it reads an input that is null or of a type the language does not have',
  },
  'feel.result-type': {
    zh: '声明的结果类型与表达式不同，或由模型自行定义',
    en: 'the declared type of the result differs from the expression’s, or is one of the model’s own',
  },

  'feel.context': { zh: '语境（花括号）', en: 'a context, written in braces' },
  'feel.function': { zh: '函数定义', en: 'a function definition' },
  'feel.instance-of': { zh: 'instance of：类型在运行之前已检查', en: 'instance of: types are checked before anything runs' },
  'feel.iteration': { zh: '任意列表上的 for、some、every', en: 'for, some, every over any list' },
  'feel.temporal': { zh: '时刻、时区或时长', en: 'a time, a time zone or a duration' },
  'feel.power': { zh: '乘方 **', en: 'the power **' },
  'feel.named-argument': { zh: '带名称的参数', en: 'an argument with a name' },
  'feel.list': { zh: '作为值的列表或区间', en: 'a list or a range as a value' },

  'feel.not-feel': { zh: '只有本语言才有的写法，FEEL 另有读法', en: 'a notation of the language alone, which FEEL reads differently' },
  'feel.escape': { zh: '文字中的转义 \\', en: 'an escape in a text' },
  'feel.step': {
    zh: '第二个参数在 FEEL 中是小数位数，在本语言中是步长',
    en: 'a second argument that is a number of decimals in FEEL and a step here',
  },
  'feel.day-difference': {
    zh: '日期相减在 FEEL 中得到时长，在本语言中得到天数',
    en: 'a difference of dates: a duration in FEEL, a number of days here',
  },
  'feel.beyond-text': { zh: '子串超出文字', en: 'a part that lies beyond its text' },
  'feel.false-member': { zh: '否是否属于若干条件', en: 'whether false is among some conditions' },
  'feel.range-backwards': { zh: '区间的终点早于起点', en: 'a range that ends before it begins' },
  'feel.no-value': {
    zh: '没有值的部分还被使用；FEEL 的 null 与未知不同',
    en: 'a part without a value is used further: the null of FEEL is not unknown',
  },
  'feel.precision': {
    zh: '中间结果超过 FEEL 的 34 位有效数字；本语言不舍入',
    en: 'a part needs more than the 34 digits of FEEL, which rounds where the language does not',
  },
})

export type FeelCode = keyof typeof feelMessages
