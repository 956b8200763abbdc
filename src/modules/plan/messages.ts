import { catalogue, fill, type Language, type Text } from '../../core/messages.ts'
import { type FieldProblem, failing } from '../../kernel/failure.ts'

export const messages = catalogue({
  'plan.indicator-unknown': {
    kind: 'unknown',
    zh: '没有指标“{indicator}”。全部指标见 /plan。',
    en: 'There is no indicator "{indicator}". All of them are at /plan.',
  },
  'plan.document-unknown': {
    kind: 'unknown',
    zh: '没有文件“{document}”。全部文件见 /documents。',
    en: 'There is no document "{document}". All of them are at /documents.',
  },
  'plan.no-such-file': {
    kind: 'unknown',
    zh: '没有可以下载的文件“{file}”。能下载的都列在 /data。',
    en: 'There is no file "{file}" to download. All there are stand at /data.',
  },
  'plan.sdmx-flow': {
    kind: 'unknown',
    zh: '没有数据流“{asked}”。本站的数据流是 PLANWRIGHT,{flow},1.0。',
    en: 'There is no dataflow "{asked}". The one here is PLANWRIGHT,{flow},1.0.',
  },
  'plan.sdmx-artefact': {
    kind: 'unknown',
    zh: '没有“{asked}”。全部结构见 /sdmx/structure/*。',
    en: 'There is no "{asked}". All structures are at /sdmx/structure/*.',
  },
  'plan.sdmx-none': { kind: 'unknown', zh: '没有符合条件的数据。', en: 'No data match the question.' },
  'plan.sdmx-syntax': {
    kind: 'invalid',
    zh: '读不懂“{what}”。写法见 SDMX REST 规范和 /api。',
    en: '"{what}" is not understood. How to ask stands in the SDMX REST specification and at /api.',
  },
  'plan.sdmx-unsupported': {
    kind: 'refused',
    zh: '本站的 SDMX 服务不提供“{what}”。要看以前的数据，请用 asOf。',
    en: 'The SDMX service here does not offer "{what}". For data as they were, ask with asOf.',
  },
  'plan.sdmx-format': {
    kind: 'invalid',
    zh: '没有所要的格式。数据有 SDMX-JSON 2.0、1.0 和 SDMX-CSV 2.0、1.0，结构有 SDMX-JSON 2.0。',
    en: 'There is no such format. Data come as SDMX-JSON 2.0 or 1.0 and SDMX-CSV 2.0 or 1.0, structures as SDMX-JSON 2.0.',
  },
  'plan.day': { kind: 'invalid', zh: '“{day}”不是日期，请写作 2023-06-30。', en: '"{day}" is no date; write 2023-06-30.' },
  'plan.readings-fields': {
    kind: 'invalid',
    zh: '有 {count} 处不对，什么都没有保存。请改好再报。',
    en: 'Nothing was kept. Places to mend before entering again: {count}.',
  },
  'plan.readings-none': { kind: 'invalid', zh: '没有数据行。', en: 'There are no rows of data.' },
  'plan.reading-indicator': { kind: 'invalid', zh: '没有这个指标。请用指标的编号。', en: 'There is no such indicator. Give its id.' },
  'plan.reading-department': {
    kind: 'forbidden',
    zh: '这个指标由别的部门或规划岗位报送。',
    en: 'This indicator is entered by another department or by the planners.',
  },
  'plan.reading-series': {
    kind: 'invalid',
    zh: '请写明口径；不能报到旧定义的口径里，也不能报到本站计算的口径里。',
    en: 'Name the scope; readings cannot be added to one of an old definition, nor typed into one that is computed here.',
  },
  'plan.reading-period': {
    kind: 'invalid',
    zh: '“{period}”不是时期。请写作 2024、2024-09、2024-07-09、2025-Q1 或 2024-01/2024-09。',
    en: '"{period}" is no period. Write 2024, 2024-09, 2024-07-09, 2025-Q1 or 2024-01/2024-09.',
  },
  'plan.reading-period-open': {
    kind: 'invalid',
    zh: '这个时期到 {last} 才结束，还没有数据。',
    en: 'This period ends on {last}; there is no reading of it yet.',
  },
  'plan.reading-value': {
    kind: 'invalid',
    zh: '请写一个数，如 14.6，不用千分位。没有数据就不报，不写 0。',
    en: 'Write a plain number such as 14.6, without separators. Where there is no data, enter nothing, and not 0.',
  },
  'plan.reading-range': {
    kind: 'invalid',
    zh: '超出这个指标可能的范围（{low} 到 {high}）。',
    en: 'Outside what this indicator can be ({low} to {high}).',
  },
  'plan.reading-unit': { kind: 'invalid', zh: '单位应为“{unit}”。', en: 'The unit must be "{unit}".' },
  'plan.reading-choice': { kind: 'invalid', zh: '只能是 {choices} 之一。', en: 'Choose one of {choices}.' },
  'plan.reading-title': { kind: 'invalid', zh: '请写明来源的标题。', en: 'Give the title of the source.' },
  'plan.reading-date': {
    kind: 'invalid',
    zh: '来源的日期应是不晚于今天的一天，如 2024-03-20。',
    en: 'The date of the source must be a day up to today, such as 2024-03-20.',
  },
  'plan.reading-address': {
    kind: 'invalid',
    zh: '网址应以 http:// 或 https:// 开头。',
    en: 'An address begins with http:// or https://.',
  },
  'plan.reading-hash': {
    kind: 'invalid',
    zh: '文件的 SHA-256 是 64 位小写十六进制。',
    en: 'The SHA-256 of a file is 64 hexadecimal digits in lower case.',
  },
  'plan.reading-same': { kind: 'invalid', zh: '与现有的数相同，没有要更正的。', en: 'That is what stands already; nothing would change.' },
  'plan.reading-reason': {
    kind: 'invalid',
    zh: '这个口径和时期已有数 {value}。要更正，请写明理由；原来的数会保留。',
    en: 'For this scope and period {value} stands already. To correct it, give a reason; the earlier value is kept.',
  },
  'plan.reading-no-before': {
    kind: 'invalid',
    zh: '写了更正的理由，但这个口径和时期还没有数。',
    en: 'There is a reason for a correction, but no value for this scope and period yet.',
  },
  'plan.reading-scope': {
    kind: 'invalid',
    zh: '这个指标没有口径“{series}”，已有的是：{known}。同一口径请照抄；若确是新口径，请在“新口径的不同”里说明与以前有何不同，它另成一条线，不与以前相连。',
    en: 'This indicator has no scope "{series}"; in use: {known}. Write the same scope in the same words. If it is a new one, say under "What is new in the scope" how it differs; it becomes a line of its own.',
  },
  'plan.reading-waiting': {
    kind: 'invalid',
    zh: '这个口径和时期已有一个数等待审核。',
    en: 'A reading for this scope and period waits for approval already.',
  },
  'plan.reading-twice': {
    kind: 'invalid',
    zh: '同一口径、同一时期在表中出现了两次。',
    en: 'This scope and period stands twice in the table.',
  },
  'plan.reading-unknown': { kind: 'unknown', zh: '没有这个待审核的数。', en: 'There is no such reading.' },
  'plan.submission-unknown': { kind: 'unknown', zh: '您没有这样一次报送。', en: 'There is no such submission of yours.' },
  'plan.reading-not-returned': {
    kind: 'conflict',
    zh: '您没有这样一个被退回、还没有重报的数。',
    en: 'You have no such reading that was returned and not yet entered again.',
  },
  'plan.reading-decided': { kind: 'conflict', zh: '这个数已经办过了。', en: 'This reading was decided already.' },
  'plan.reading-own': {
    kind: 'refused',
    zh: '您自己报的数须由另一人审核。',
    en: 'You entered this reading; somebody else has to decide on it.',
  },
  'plan.reading-moved': {
    kind: 'conflict',
    zh: '报送以后，这一处的数已经变了。请退回，按现在的数重报。',
    en: 'Since it was entered another value has come to stand in its place. Return it, to be entered anew.',
  },
  'plan.reading-definition': {
    kind: 'conflict',
    zh: '报送以后，指标的定义变了。请退回，按现在的定义重报。',
    en: 'Since it was entered the definition of the indicator has changed. Return it, to be entered anew.',
  },
  'plan.reading-other-scope': {
    kind: 'conflict',
    zh: '报送以后，这个指标有了另一个口径。请退回，写明与它有何不同再报。',
    en: 'Since it was entered the indicator has come to have another scope. Return it, to be entered anew with how it differs.',
  },
  'plan.return-reason': { kind: 'invalid', zh: '退回须写明理由。', en: 'To return a reading, give a reason.' },
  'plan.nothing-chosen': { kind: 'invalid', zh: '请先选至少一行。', en: 'Choose at least one row first.' },
  'plan.nothing-decided': {
    kind: 'conflict',
    zh: '选中的 {count} 个数一个也没有办成。',
    en: 'None of the {count} chosen readings could be decided.',
  },
  'plan.no-query': {
    kind: 'unknown',
    zh: '指标“{indicator}”不由本站记录统计。能统计的列在 /board/computations。',
    en: 'The indicator "{indicator}" is not counted from what is recorded here. Those that are stand at /board/computations.',
  },
  'plan.computation-nothing': {
    kind: 'conflict',
    zh: '还没有可统计的记录。没有记录就是未知，不报 0。',
    en: 'Nothing is recorded yet that could be counted. That is unknown, and not 0.',
  },
  'plan.computation-zero': {
    kind: 'conflict',
    zh: '这一期的分母是 0，算不出比率。',
    en: 'The denominator of this period is 0; there is no rate.',
  },
  'plan.computation-moved': {
    kind: 'conflict',
    zh: '您看过以后，记录变了。请看一眼新的结果再报。',
    en: 'The records have changed since you looked. Look at the new result, then propose it.',
  },
  'plan.computation-unknown': { kind: 'unknown', zh: '没有这次计算。', en: 'There is no such computation.' },
  'plan.table-text': {
    kind: 'invalid',
    zh: '这个文件既不是 Excel 工作簿（.xlsx），也不是文字表格。请另存为 .xlsx 或 CSV。',
    en: 'The file is neither an Excel workbook (.xlsx) nor a table of text. Save it as .xlsx or CSV.',
  },
  'plan.table-head': {
    kind: 'invalid',
    zh: '列名中没有认出“{name}”，或它出现了两次。列名见页面上的表。',
    en: 'Among the names of the columns "{name}" is none, or stands there twice. The names stand on the page.',
  },
  'plan.table-missing': { kind: 'invalid', zh: '缺少列“{name}”。', en: 'The column "{name}" is missing.' },
  'plan.table-row': {
    kind: 'invalid',
    zh: '第 {line} 行读不成：格数不符，或引号不配对。',
    en: 'Line {line} cannot be read: it has another number of cells than the head, or an open quote.',
  },
  'plan.table-sdmx': {
    kind: 'invalid',
    zh: '这份 SDMX 里没有读到观测值。能读 SDMX-CSV 和 SDMX-JSON（2.0、1.0）的数据，须有 INDICATOR、TIME_PERIOD、OBS_VALUE。',
    en: 'No observation was found in this SDMX. Data in SDMX-CSV and SDMX-JSON (2.0, 1.0) are read; INDICATOR, TIME_PERIOD and OBS_VALUE have to be there.',
  },
  'plan.table-long': { kind: 'invalid', zh: '最多 {most} 行。', en: 'At most {most} rows.' },
})
export const fail = failing(messages)

type FieldParams = Readonly<Record<string, string | number | Text>>
const inLanguage = (params: FieldParams, language: Language): Readonly<Record<string, string | number>> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? value[language] : value]))

/** What is wrong in one field of a form; a parameter may be said in each language in its own way. */
export const wrongField = (field: string, code: keyof typeof messages, params: FieldParams = {}): FieldProblem => ({
  field,
  code,
  message: { zh: fill(messages[code].zh, inLanguage(params, 'zh')), en: fill(messages[code].en, inLanguage(params, 'en')) },
})
