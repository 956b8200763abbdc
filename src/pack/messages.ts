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
  'pack.encoding': { zh: '文件既不是 UTF-8 也不是 GB18030。', en: 'The file is neither UTF-8 nor GB18030.' },
  'pack.not-utf8': { zh: '文件按 GB18030 读入；请另存为 UTF-8。', en: 'The file was read as GB18030; save it as UTF-8.' },
  'pack.csv-quote': { zh: '引号不配对，或引号后还有文字。', en: 'A quote is not closed, or text follows it.' },
  'pack.csv-cells': { zh: '这一行有 {found} 格，表头有 {expected} 格。', en: 'This line has {found} cells, the head has {expected}.' },
  'pack.csv-empty': { zh: '表是空的，至少要有表头。', en: 'The table is empty; it needs at least a head.' },
  'pack.csv-header': { zh: '表头“{name}”为空或重复。', en: 'The column name "{name}" is empty or given twice.' },
  'pack.column-unknown': { zh: '表 {table} 没有“{name}”这一列{hint}。', en: 'The table {table} has no column "{name}"{hint}.' },
  'pack.column-missing': { zh: '表 {table} 缺少“{name}”这一列。', en: 'The table {table} lacks the column "{name}".' },
  'pack.value-missing': { zh: '“{name}”不能为空。', en: '"{name}" must not be empty.' },
  'pack.value': { zh: '“{name}”的值“{value}”不对：{expected}。', en: 'The value "{value}" of "{name}" does not fit: {expected}.' },
  'pack.reference': { zh: '{table} 中没有“{value}”{hint}。', en: 'There is no "{value}" in {table}{hint}.' },
  'pack.duplicate': { zh: '“{value}”出现了两次。', en: '"{value}" is given twice.' },
  'pack.english-missing': { zh: '缺少英文：{what}。', en: 'The English is missing: {what}.' },
  'pack.enum-english': {
    zh: '“{name}”有 {zh} 个中文选项、{en} 个英文选项。',
    en: '"{name}" has {zh} choices in Chinese and {en} in English.',
  },
  'pack.fact-unit': { zh: '没有“{unit}”这个单位。', en: 'There is no unit "{unit}".' },
  'pack.unit': { zh: '单位“{found}”与指标的单位“{expected}”不同。', en: 'The unit "{found}" differs from the indicator’s "{expected}".' },
  'pack.bounds': {
    zh: '值 {value} 超出指标的范围 {low}～{high}。',
    en: 'The value {value} lies outside the indicator’s range {low} to {high}.',
  },
  'pack.measure-file': { zh: '措施编号“{id}”与文件名不同。', en: 'The measure id "{id}" differs from the file name.' },
  'pack.measure-overlap': { zh: '措施“{id}”有两个有效期重叠的版本。', en: 'Two versions of the measure "{id}" overlap.' },
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
    zh: '条件“{fact}”涉及{about}，自 {from} 起不得作为奖补条件（{basis}）。',
    en: 'The condition on "{fact}" concerns {about}; since {from} awards may not depend on it ({basis}).',
  },
  'pack.cases-few': {
    zh: '可执行的措施至少要有 {needed} 个算例，现有 {found} 个。',
    en: 'An executable measure needs at least {needed} worked cases; it has {found}.',
  },
  'pack.cases-boundary': { zh: '没有一个算例落在规则的门槛上。', en: 'No worked case stands on a threshold of the rule.' },
  'pack.case-fails': { zh: '算例不符：{difference}。', en: 'The worked case fails: {difference}.' },
  'pack.acknowledged-unknown': {
    zh: '没有与“{code}”相符的警告，可以删去这一条。',
    en: 'There is no warning "{code}" here; the line can go.',
  },
})
export type PackCode = keyof typeof packMessages
