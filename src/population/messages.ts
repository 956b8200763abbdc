import type { Diagnostic } from '../core/diagnostic.ts'
import { catalogue, fill, type Params, type Text } from '../core/messages.ts'

/** What can be wrong with a population or with a run over it. */
export const populationMessages = catalogue({
  'population.unreadable': {
    zh: '读不到“{file}”。请检查路径和权限。',
    en: 'Cannot read "{file}". Check the path and the permissions.',
  },
  'population.empty': { zh: '“{file}”没有一行可用的数据。', en: '"{file}" holds no row that can be used.' },
  'population.strict': {
    zh: '有 {bad} 行不对；--strict 要求全部正确，因此没有运行。',
    en: '{bad} rows are wrong; --strict wants all of them right, so nothing was run.',
  },
  'population.sides': {
    zh: '两个包从“{file}”读入的行不同（事实的类型或范围不同），不能逐家比较。请先改正被略去的行。',
    en: 'The two packs read different rows of "{file}" (their facts differ in type or range), so enterprises cannot be compared. Correct the rows that are left out first.',
  },
  'population.encoding': {
    zh: '不是 UTF-8（可能是 GB18030 或 UTF-16）。请另存为“CSV UTF-8”。',
    en: 'Not UTF-8 (perhaps GB18030 or UTF-16). Save the file as "CSV UTF-8".',
  },
  'population.columns': { zh: '表头须有 1 到 {limit} 列。', en: 'The header has from 1 to {limit} columns.' },
  'population.column-unknown': {
    zh: '没有名为“{column}”的事实或判断{hint}不用的列，名称前加 #。',
    en: 'There is no fact or judgement named "{column}"{hint} Put # before the name of a column that is not to be used.',
  },
  'population.rank': {
    zh: '“{column}”由程序在全体中排出，请删去这一列或在名称前加 #。',
    en: '"{column}" is found from the whole population; delete the column, or put # before its name.',
  },
  'population.column-twice': { zh: '“{column}”出现了两列。', en: 'There are two columns for "{column}".' },
  'population.column-unit': {
    zh: '列“{column}”不能以“{unit}”计。',
    en: 'Column "{column}" cannot be counted in "{unit}".',
  },
  'population.cells': {
    zh: '这一行有 {count} 格，表头有 {expected} 格。',
    en: 'This row has {count} cells where the header has {expected}.',
  },
  'population.quote': {
    zh: '引号不成对：引号内的引号须写两次，结束的引号后须是逗号或换行。',
    en: 'The quotes do not match: double a quote within quotes; a comma or the end of the line follows the closing one.',
  },
  'population.row-long': { zh: '这一行超过 {limit} 字节。', en: 'This row is longer than {limit} bytes.' },
  'population.id': {
    zh: 'enterprise 须是 1 到 {limit} 字节、不含控制字符的文字。',
    en: 'enterprise is a text of 1 to {limit} bytes without control characters.',
  },
  'population.id-twice': {
    zh: '企业“{id}”前面已有一行；每家企业只能有一行。',
    en: 'There is a row for enterprise "{id}" already; each has one row.',
  },
  'population.decimals': {
    zh: '“{fact}”的值“{value}”放不进 53 位整数：位数太多，或小数位太多。',
    en: 'The value "{value}" of "{fact}" does not fit in 53 bits: it has too many digits or too many decimal places.',
  },
  'population.table-value': {
    zh: '企业“{id}”的列“{column}”的值不能用：不是选项之一，或超出 53 位整数的范围。',
    en: 'Column "{column}" of enterprise "{id}" holds no value that can be used: it is none of the choices, or does not fit in 53 bits.',
  },
  'population.folder': { zh: '列文件夹不对：{what}', en: 'The folder of columns is wrong: {what}' },
  'population.synthetic': {
    zh: '“{name}”不对：应为 synthetic、synthetic:N 或 synthetic:N:SEED，N 从 1 到 {limit}，种子从 0 到 4294967295。名为 synthetic 的文件请写 ./synthetic。',
    en: '"{name}" is none: write synthetic, synthetic:N or synthetic:N:SEED, with N from 1 to {limit} and a seed from 0 to 4294967295. For a file of that name write ./synthetic.',
  },
  'population.synthetic-none': {
    zh: '这个包没有写明合成的企业怎样生成（表 population，见 docs/pack.md）。',
    en: 'The pack does not say how synthetic enterprises are made (table population, docs/pack.md).',
  },
  'population.amount-large': {
    zh: '有一笔金额超过 53 位整数所能精确表示的分数，没有写出结果。请检查这些事实的数量级。',
    en: 'An amount has more fen than 53 bits hold exactly, so nothing was written. Check the order of magnitude of the facts.',
  },
  'population.run-busy': {
    zh: '另一个进程（{process}）正在写“{folder}”。若它已不在，请删除该文件夹再试。',
    en: 'Another process ({process}) is writing "{folder}". If it is gone, remove the folder and try again.',
  },
  'population.enterprise-unknown': {
    zh: '“{file}”里没有企业“{enterprise}”。请核对编号。',
    en: '"{file}" has no enterprise "{enterprise}". Check its id.',
  },
  'population.line-none': {
    zh: '这次运行没有企业“{enterprise}”的行：没有写出的都不符合，或没有这家企业。原因请用 --measure 和 --population 查看。',
    en: 'The run has no line of enterprise "{enterprise}": what is not written is not eligible, or there is no such enterprise. See why with --measure and --population.',
  },
  'population.run-pack': {
    zh: '这次运行用的是另一版本的包（哈希 {stated}，这里是 {found}）。请取出那一版本再试，例如从版本库。',
    en: 'The run used another version of the pack (hash {stated}; here it is {found}). Take that version, from your repository for instance, and try again.',
  },
  'population.run-population': {
    zh: '这次运行用的是另一份企业数据（哈希 {stated}，“{file}”是 {found}）。请给出那一份；数据改过的，请重新运行。',
    en: 'The run was over another population (hash {stated}; that of "{file}" is {found}). Give the one it was over; if the data has changed, run again.',
  },
})

export type Problem = { readonly code: string; readonly message: Text }

/** One thing that is wrong, in both languages. A parameter may differ between them. */
export const problemOf = <Code extends keyof typeof populationMessages>(
  code: Code,
  params: Readonly<Record<keyof Params<(typeof populationMessages)[Code]['zh']>, string | number | Text>>,
): Problem => {
  const { zh, en } = populationMessages[code]
  const own = (language: 'zh' | 'en') =>
    Object.fromEntries(
      Object.entries<string | number | Text>(params).map(([name, value]) => [name, typeof value === 'object' ? value[language] : value]),
    )
  return { code, message: { zh: fill(zh, own('zh')), en: fill(en, own('en')) } }
}

/** A problem at one character of a file. */
export const findingAt = (file: string, line: number, column: number, { code, message }: Problem): Diagnostic => ({
  code,
  message,
  severity: 'error',
  place: { file, line, column, end: column + 1 },
})
