import { catalogue } from '../messages.ts'

/** Everything that can be wrong with a rule document. A code means one thing for ever. */
export const ruleMessages = catalogue({
  'rule.text-too-long': { zh: '文件超过 {limit} 字符，请拆分。', en: 'The file is longer than {limit} characters; split it.' },
  'rule.too-many-findings': {
    zh: '问题超过 {limit} 处，其余未列出；请先改正以上各处。',
    en: 'There are more than {limit} findings; the rest is not listed. Correct these first.',
  },
  'rule.control-character': {
    zh: '文件含有不可见的控制字符（{name}），请删除。',
    en: 'The file holds an invisible control character ({name}); delete it.',
  },

  'rule.front-matter-missing': {
    zh: '文件须以 --- 开头，先写标题、依据、有效期等信息。',
    en: 'The file must begin with ---, followed by title, document, validity and so on.',
  },
  'rule.front-matter-open': { zh: '文件头没有以 --- 结束。', en: 'The front matter is not closed by ---.' },
  'rule.front-matter-line': { zh: '文件头每行写作“键: 值”。', en: 'Each line of the front matter is written "key: value".' },
  'rule.key-unknown': { zh: '文件头没有“{key}”这一项{hint}。', en: 'The front matter has no key "{key}"{hint}.' },
  'rule.key-twice': { zh: '“{key}”写了两次。', en: '"{key}" is given twice.' },
  'rule.key-missing': { zh: '文件头缺少“{key}”。', en: 'The front matter lacks "{key}".' },
  'rule.key-value': { zh: '“{key}”的值“{value}”不对：{expected}。', en: 'The value "{value}" of "{key}" does not fit: {expected}.' },

  'rule.no-section': { zh: '没有以“## 标题 {anchor}”开头的条款。', en: 'There is no clause section "## heading {anchor}".' },
  'rule.anchor-missing': {
    zh: '条款标题须带编号，写作“## 标题 {anchor}”。',
    en: 'A clause heading needs its anchor: "## heading {anchor}".',
  },
  'rule.anchor-twice': { zh: '条款编号“{anchor}”用了两次。', en: 'The anchor "{anchor}" is used twice.' },
  'rule.clause-missing': {
    zh: '条款“{heading}”没有摘要（以 > 开头的行）。',
    en: 'The section "{heading}" has no clause text (lines beginning with >).',
  },
  'rule.text-outside': {
    zh: '这一行既不是条款摘要（> …）也不在代码块内。',
    en: 'This line is neither clause text (> …) nor inside a block.',
  },
  'rule.block-outside': { zh: '代码块须写在条款标题之下。', en: 'A block must stand under a clause heading.' },
  'rule.block-open': { zh: '代码块没有以 ``` 结束。', en: 'The block is not closed by ```.' },
  'rule.block-unknown': { zh: '没有“{kind}”这种代码块{hint}。', en: 'There is no block "{kind}"{hint}.' },
  'rule.attribute-unknown': { zh: '“{kind}”块没有“{key}”这一属性。', en: 'A "{kind}" block has no attribute "{key}".' },
  'rule.attribute-value': {
    zh: '属性“{key}”的值“{value}”不对：{expected}。',
    en: 'The value "{value}" of the attribute "{key}" does not fit: {expected}.',
  },
  'rule.entry-form': { zh: '这一行应写作：{expected}。', en: 'This line should be written: {expected}.' },

  'rule.character': { zh: '不认识的字符“{character}”。', en: 'Unknown character "{character}".' },
  'rule.full-width': { zh: '全角“{character}”应写作半角“{instead}”。', en: 'Write "{instead}" instead of the full-width "{character}".' },
  'rule.number-form': {
    zh: '数字“{text}”写法不对：只用半角数字和小数点，不用科学计数法或千分位。',
    en: 'The number "{text}" is not plain: digits and a decimal point only, no exponent, no separators.',
  },
  'rule.text-open': { zh: '文字没有以 " 结束。', en: 'The text is not closed by ".' },
  'rule.day-unknown': { zh: '没有“{text}”这一天。', en: 'There is no day "{text}".' },
  'rule.date-form': {
    zh: 'date 只写确定的日期：date("2022-06-01") 或 date(2022, 6, 1)。',
    en: 'date takes a plain day: date("2022-06-01") or date(2022, 6, 1).',
  },
  'rule.unit-unknown': { zh: '没有“{unit}”这个单位{hint}。', en: 'There is no unit "{unit}"{hint}.' },
  'rule.expected': { zh: '这里应是{expected}，却是“{found}”。', en: 'Expected {expected} here, found "{found}".' },
  'rule.chained': { zh: '比较不能连写；请写作“x between a and b”。', en: 'Comparisons do not chain; write "x between a and b".' },
  'rule.not-needs-parentheses': { zh: '“not”后须加括号：not(…)。', en: '"not" needs parentheses: not(…).' },
  'rule.null': {
    zh: '没有 null；要问是否已知，写作“x is known”。',
    en: 'There is no null; to ask whether something is known write "x is known".',
  },
  'rule.too-deep': { zh: '括号或条件嵌套超过 {limit} 层，请用 define 拆开。', en: 'Nesting is deeper than {limit}; split it with define.' },
  'rule.too-long': {
    zh: '一个表达式超过 {limit} 个符号，请用 define 拆开。',
    en: 'An expression has more than {limit} symbols; split it with define.',
  },
  'rule.too-many': { zh: '{what}超过 {limit} 个。', en: 'There are more than {limit} {what}.' },

  'rule.name-unknown': {
    zh: '没有名为“{name}”的事实、参数或定义{hint}。',
    en: 'There is no fact, parameter or definition named "{name}"{hint}.',
  },
  'rule.name-twice': { zh: '名称“{name}”已经用过。', en: 'The name "{name}" is already taken.' },
  'rule.name-circular': { zh: '“{name}”的定义绕回了自己。', en: 'The definition of "{name}" leads back to itself.' },
  'rule.function-unknown': { zh: '没有函数“{name}”{hint}。', en: 'There is no function "{name}"{hint}.' },
  'rule.argument-count': {
    zh: '函数“{name}”需要 {expected} 个参数，给了 {given} 个。',
    en: 'The function "{name}" takes {expected} arguments; {given} are given.',
  },
  'rule.argument-type': {
    zh: '函数“{name}”的第 {index} 个参数应是{expected}，却是{found}。',
    en: 'Argument {index} of "{name}" should be {expected}, but is {found}.',
  },
  'rule.list': {
    zh: '列表写作 count(项目[条件])、sum(项目[条件].事实)（min、max 同 sum）、some 项目 satisfies 条件 或 every 项目 satisfies 条件，不能套用。',
    en: 'Write count(list[condition]), sum(list[condition].fact) (min and max as sum), some list satisfies condition or every list satisfies condition, one not within another.',
  },
  'rule.list-unknown': { zh: '没有名为“{name}”的列表{hint}。', en: 'There is no list named "{name}"{hint}.' },
  'rule.list-item': {
    zh: '“{name}”是“{list}”中每一项的事实，只能用在 count(…[条件]) 等写法里。',
    en: '"{name}" is a fact of each item of the list "{list}"; use it within count(…[condition]) and its like.',
  },
  'rule.rank': {
    zh: 'rank 写作 rank(事实) 或 rank(事实, 条件)：事实须是数，条件只能用到事实，全长不超过 100 字符。',
    en: 'Write rank(fact) or rank(fact, condition): the fact is a number, the condition names facts only, and all of it is at most 100 characters long.',
  },
  'rule.look-back': { zh: '“{name}”不是按年的事实，不能取往年值。', en: '"{name}" is no yearly fact; it has no earlier years.' },
  'rule.type-mismatch': { zh: '{left}不能与{right}{operation}{hint}。', en: '{left} and {right} cannot be {operation}{hint}.' },
  'rule.unit-mismatch': { zh: '{left}不能与{right}{operation}{hint}。', en: '{left} and {right} cannot be {operation}{hint}.' },
  'rule.percent-plain': {
    zh: '{percent}是比例，{plain}是普通数；是否应写作 {suggestion}？',
    en: '{percent} is a percentage and {plain} a plain number; did you mean {suggestion}?',
  },
  'rule.value-unknown': { zh: '“{value}”不是“{name}”的取值{hint}。', en: '"{value}" is not a value of "{name}"{hint}.' },
  'rule.not-condition': { zh: '这里须是条件（是或否），却是{found}。', en: 'A condition (yes or no) is needed here, but this is {found}.' },
  'rule.relation-without-amount': {
    zh: '“{kind}”限制的是本条金额，但本条没有 amount 或 at_most。',
    en: '"{kind}" limits this measure’s amount, but there is no amount or at_most.',
  },
  'rule.not-money': { zh: '金额须以元计，这里却是{found}。', en: 'An amount is counted in yuan, but this is {found}.' },
  'rule.branches': { zh: 'then 与 else 的类型不同：{left}、{right}。', en: 'then and else differ in type: {left}, {right}.' },
  'rule.number-too-large': {
    zh: '计算可能产生超过 {limit} 位的数；请检查乘法。',
    en: 'The computation may produce numbers of more than {limit} bits; check the multiplications.',
  },
  'rule.too-much-work': {
    zh: '计算这项措施可能超过 {limit} 步；请拆分表格或用 define 共用中间结果。',
    en: 'Computing this measure may take more than {limit} steps; split its tables or share intermediate results with define.',
  },
  'rule.amount-twice': {
    zh: '一项措施只有一个“{key}”。',
    en: 'A measure has only one "{key}".',
  },
  'rule.amount-missing': { zh: '可执行的措施须有 amount。', en: 'An executable measure needs an amount.' },
  'rule.amount-in-text': {
    zh: '文本措施不能有规则；请把 grade 改为 partial 或 executable。',
    en: 'A text measure cannot have rules; make its grade partial or executable.',
  },
  'rule.missing-in-executable': {
    zh: '写明有缺失内容的措施只能是 partial 或 text。',
    en: 'A measure that names something missing is partial or text.',
  },
  'rule.partial-without-missing': {
    zh: 'partial 的措施须用 missing 块写明缺什么。',
    en: 'A partial measure says in a missing block what is missing.',
  },
  'rule.parameter-overlap': { zh: '参数“{name}”的两个版本有效期重叠。', en: 'Two versions of the parameter "{name}" overlap.' },
  'rule.period-form': {
    zh: '有效期写作 2022-06-01..2025-05-31，可省去一端。',
    en: 'A validity is written 2022-06-01..2025-05-31; one end may be left out.',
  },
  'rule.period-backwards': { zh: '有效期的终点早于起点。', en: 'The validity ends before it begins.' },
  'rule.literal-expected': { zh: '这里须是一个确定的值，如 500 万元、30%。', en: 'A plain value such as 500 万元 or 30% is needed here.' },
  'rule.version-types': {
    zh: '参数“{name}”各版本的类型或单位不同。',
    en: 'The versions of the parameter "{name}" differ in type or unit.',
  },

  'rule.table-form': {
    zh: '表格至少要有表头和一行；每行以 | 开头和结尾。',
    en: 'A table needs a head and at least one row; each line begins and ends with |.',
  },
  'rule.table-width': { zh: '这一行有 {found} 格，表头有 {expected} 格。', en: 'This row has {found} cells, the head has {expected}.' },
  'rule.table-sum': { zh: '只有数可以合计，这里是{found}。', en: 'Only numbers can be summed; this is {found}.' },
  'rule.table-dead-row': {
    zh: '第 {row} 行永远不会命中：前面的行已包含它，或它没有可能的值。',
    en: 'Row {row} can never hit: earlier rows cover it, or no value fits it.',
  },
  'rule.table-overlap': {
    zh: '第 {row} 行与第 {other} 行会同时适用：{example}。hit=unique 的表每次只能有一行适用。',
    en: 'Rows {row} and {other} can hold together: {example}. In a table with hit=unique only one may.',
  },
  'rule.table-gap': {
    zh: '两档之间有空缺：{example}时没有一行适用。请补上，或在 acknowledged 中确认。',
    en: 'There is a hole between rows: none holds for {example}. Fill it, or accept it in an acknowledged block.',
  },

  'rule.case-column': { zh: '本措施不用“{name}”{hint}。', en: 'This measure does not use "{name}"{hint}.' },
  'rule.case-result': { zh: 'eligible 一栏只写 是、否 或 待定。', en: 'The column eligible holds 是, 否 or 待定.' },
  'rule.case-amount': { zh: '结果为“是”时须写金额。', en: 'A case with 是 needs its amount.' },
  'rule.case-value': { zh: '“{name}”的值“{value}”不对：{problem}', en: 'The value "{value}" of "{name}" does not fit: {problem}' },
})

export type RuleCode = keyof typeof ruleMessages
