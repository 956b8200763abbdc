import { catalogue } from '../core/messages.ts'

/** Everything that can be wrong with a pack beyond a single measure file. */
export const packMessages = catalogue({
  'pack.folder': { zh: '读不到“{folder}”：{reason}。', en: 'Cannot read "{folder}": {reason}.' },
  'pack.datapackage': { zh: 'datapackage.json {reason}。', en: 'datapackage.json {reason}.' },
  'pack.file-missing': {
    zh: 'datapackage.json 列出的文件“{path}”不存在。',
    en: 'The file "{path}" named in datapackage.json does not exist.',
  },
  'pack.file-outside': { zh: '文件“{path}”在包的文件夹之外，不予读取。', en: 'The file "{path}" lies outside the pack and is not read.' },
  'pack.file-large': { zh: '文件超过 {limit} 字节。', en: 'The file is larger than {limit} bytes.' },
  'pack.file-unreadable': { zh: '文件读不出：{reason}。', en: 'The file cannot be read: {reason}.' },
  'pack.file-unlisted': {
    zh: 'datapackage.json 没有列出这个文件，其中的内容没有读入。',
    en: 'datapackage.json does not list this file, so its rows are not read.',
  },
  'pack.files-many': { zh: '文件夹里的文件超过 {limit} 个。', en: 'The folder holds more than {limit} files.' },
  'pack.too-many-findings': { zh: '发现超过 {limit} 条，其余不再列出。', en: 'More than {limit} findings; the rest are not listed.' },
  'pack.encoding': { zh: '文件既不是 UTF-8 也不是 GB18030。', en: 'The file is neither UTF-8 nor GB18030.' },
  'pack.not-utf8': { zh: '文件按 GB18030 读入；请另存为 UTF-8。', en: 'The file was read as GB18030; save it as UTF-8.' },
  'pack.character': { zh: '文件含有控制字符或损坏的字符（{name}）。', en: 'The file holds a control character or a broken one ({name}).' },
  'pack.schema': {
    zh: '资源 {table} 的 Table Schema 与所读的列不一致：{reason}。',
    en: 'The Table Schema of the resource {table} differs from the columns that are read: {reason}.',
  },
  'pack.csv-quote': { zh: '引号不配对，或引号后还有文字。', en: 'A quote is not closed, or text follows it.' },
  'pack.csv-cells': { zh: '这一行有 {found} 格，表头有 {expected} 格。', en: 'This line has {found} cells, the head has {expected}.' },
  'pack.csv-large': { zh: '表超过 {limit} 格。', en: 'The table has more than {limit} cells.' },
  'pack.csv-empty': { zh: '表是空的，至少要有表头。', en: 'The table is empty; it needs at least a head.' },
  'pack.csv-header': { zh: '表头“{name}”为空或重复。', en: 'The column name "{name}" is empty or given twice.' },
  'pack.column-unknown': { zh: '表 {table} 没有“{name}”这一列{hint}。', en: 'The table {table} has no column "{name}"{hint}.' },
  'pack.column-missing': { zh: '表 {table} 缺少“{name}”这一列。', en: 'The table {table} lacks the column "{name}".' },
  'pack.value-missing': { zh: '“{name}”不能为空。', en: '"{name}" must not be empty.' },
  'pack.value': { zh: '“{name}”的值“{value}”不对：{expected}。', en: 'The value "{value}" of "{name}" does not fit: {expected}.' },
  'pack.reference': { zh: '{table} 中没有“{value}”{hint}。', en: 'There is no "{value}" in {table}{hint}.' },
  'pack.duplicate': { zh: '“{value}”出现了两次。', en: '"{value}" is given twice.' },
  'pack.circle': { zh: '“{value}”沿 {name} 一直走下去会回到自己。', en: 'Following {name} from "{value}" leads back to itself.' },
  'pack.progress': { zh: '事项“{task}”的这一步不成立：{reason}。', en: 'This step of the item "{task}" cannot be: {reason}.' },
  'pack.stages': {
    zh: '项目“{project}”的 {later} 早于 {earlier}。',
    en: 'The project "{project}" has {later} before {earlier}.',
  },
  'pack.group-large': {
    zh: '有 {count} 项措施互相排斥，连在一起超过 {limit} 项；请拆成互不相连的几组。',
    en: '{count} measures exclude each other in one connected group, more than {limit}; part them into groups that do not touch.',
  },
  'pack.pair': {
    zh: '“{given}”写了，“{missing}”没有写；两者要么都写，要么都空。',
    en: '"{given}" is given without "{missing}"; give both or neither.',
  },
  'pack.indicator-kind': {
    zh: '“{name}”只用于类别（kind）为 {kind} 的指标。',
    en: '"{name}" is for indicators of the kind {kind} only.',
  },
  'pack.english-missing': { zh: '缺少英文：{what}。', en: 'The English is missing: {what}.' },
  'pack.enum-english': {
    zh: '“{name}”的选项须中英文一一对应、各不相同，英文不含汉字（中文 {zh} 个，英文 {en} 个）。',
    en: 'The choices of "{name}" must be equally many in both languages, all different, and the English without Chinese characters ({zh} and {en}).',
  },
  'pack.list': {
    zh: '列表“{list}”须恰有一个 integer 事实写明 list_max（1 至 {limit}）和 list_en：它是项数。',
    en: 'The list "{list}" needs exactly one integer fact with list_max (1 to {limit}) and list_en: the number of its items.',
  },
  'pack.list-yearly': { zh: '列表“{list}”的事实不能按年回看。', en: 'A fact of the list "{list}" cannot be looked back on.' },
  'pack.fact-unit': { zh: '没有“{unit}”这个单位。', en: 'There is no unit "{unit}".' },
  'pack.unit': { zh: '单位“{found}”与指标的单位“{expected}”不同。', en: 'The unit "{found}" differs from the indicator’s "{expected}".' },
  'pack.bounds': {
    zh: '值 {value} 超出指标的范围 {low}～{high}。',
    en: 'The value {value} lies outside the indicator’s range {low} to {high}.',
  },
  'pack.milestones': {
    zh: '“{value}”不是各期的计划值：写作“2026-03 400；2026-06 900”，时期一个比一个晚。',
    en: '"{value}" are no planned values: write “2026-03 400；2026-06 900”, each period later than the one before.',
  },
  'pack.calendar-weekday': {
    zh: '{day} 不是周六或周日，本来就上班；请删去这一行，或改正日期。',
    en: '{day} is no Saturday or Sunday and worked anyway; take the row out or correct the day.',
  },
  'pack.calendar-year': {
    zh: '{day} 不在 {year} 年，也不在它之前的十二月或之后的一月。',
    en: '{day} lies neither in {year} nor in the December before or the January after it.',
  },
  'pack.population-distribution': { zh: '“{name}”的分布不对：{reason}。', en: 'The distribution of "{name}" is wrong: {reason}.' },
  'pack.population-where': { zh: '“{name}”的条件不对：{reason}。', en: 'The condition of "{name}" is wrong: {reason}.' },
  'pack.population-unknown': { zh: '“{name}”的未知份额不对：{reason}。', en: 'The share of "{name}" that is unknown is wrong: {reason}.' },
  'pack.population-name': { zh: '没有名为“{name}”的事实或判断{hint}。', en: 'There is no fact or judgement named "{name}"{hint}.' },
  'pack.population-source': {
    zh: '“{name}”由“{of}”推出，而“{of}”不在它上面的各行，或不是同一类的数。',
    en: '"{name}" is drawn from "{of}", which is not in the rows above it or is no number of its kind.',
  },
  'pack.population-rows': {
    zh: '“{name}”的各行须连在一起，种类相同，只有最后一行不写 where。',
    en: 'The rows of "{name}" stand together, have one kind, and only the last is without where.',
  },
  'pack.population-once': {
    zh: '表 population 须恰有一行 {kind}，值为整数（总数从 1 到 {limit}）。',
    en: 'The table population has exactly one row {kind}, a whole number (a total from 1 to {limit}).',
  },
  'pack.population-group': {
    zh: '分组“{name}”须有 label_en，values_en 须与各项（{zh} 个）一一对应，现有 {en} 个。',
    en: 'The group "{name}" needs label_en, and as many values_en as it has values ({zh}); it has {en}.',
  },
  'pack.population-unread': {
    zh: '措施“{measure}”读取“{name}”，表 population 没有它：在合成的企业中对谁都是未知。',
    en: 'The measure "{measure}" reads "{name}", which the table population lacks: it is unknown for every synthetic enterprise.',
  },
  'pack.measure-file': { zh: '措施编号“{id}”与文件名不同。', en: 'The measure id "{id}" differs from the file name.' },
  'pack.measure-expired': {
    zh: '措施的有效期止于 {to}，所属文件“{document}”的状态却是 {status}；请更新文件的状态或措施的有效期。',
    en: 'The measure ended on {to}, yet its document "{document}" has the status {status}; update the status or the validity.',
  },
  'pack.block-unstamped': {
    zh: '代码块没有记下所依据的条款；核对后运行 planwright stamp。',
    en: 'The block does not say which clause text it implements; review it, then run planwright stamp.',
  },
  'pack.clause-changed': {
    zh: '条款文字改过，代码块还没有核对（记 {old}，现 {now}）；核对后运行 planwright stamp。',
    en: 'The clause text has changed since the block was reviewed ({old}, now {now}); review it, then run planwright stamp.',
  },
  'pack.amount-unused': {
    zh: '条款写到“{amount}”，但没有代码块用它；请写进规则，或在 not-automated 中说明。',
    en: 'The clause names "{amount}", but no block uses it; put it into a rule or say why not in not-automated.',
  },
  'pack.parameter-expired': {
    zh: '参数“{name}”在 {on} 没有有效的版本，而措施仍在有效期内。',
    en: 'The parameter "{name}" has no version on {on}, though the measure is in force.',
  },
  'pack.parameter-ending': {
    zh: '参数“{name}”的最后一个版本将于 {to} 到期。',
    en: 'The last version of the parameter "{name}" ends on {to}.',
  },
  'pack.fair-competition': {
    zh: '规则读取“{fact}”，涉及{about}；自 {from} 起不得以此作为奖补条件（{basis}）。',
    en: 'The rule reads "{fact}", which concerns {about}; since {from} awards may not depend on it ({basis}).',
  },
  'pack.cases-few': {
    zh: '可执行的措施至少要有 {needed} 个算例，现有 {found} 个。',
    en: 'An executable measure needs at least {needed} worked cases; it has {found}.',
  },
  'pack.cases-boundary': {
    zh: '规则有 {count} 处门槛，没有一个算例正好落在门槛上。',
    en: 'The rule has {count} thresholds, and no worked case stands exactly on one.',
  },
  'pack.case-fails': { zh: '算例不符：{difference}。', en: 'The worked case fails: {difference}.' },
  'pack.acknowledged-unknown': {
    zh: '没有与“{code}”相符的警告，可以删去这一条。',
    en: 'There is no warning "{code}" here; the line can go.',
  },
})
export type PackCode = keyof typeof packMessages
