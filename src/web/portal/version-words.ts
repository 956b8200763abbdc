import type { Text } from '../../core/messages.ts'

/** Words of the pages that compare versions of a measure. */
export const WORDS = {
  measures: { zh: '政策措施', en: 'Measures' },
  versions: { zh: '版本', en: 'Versions' },
  versionsOf: { zh: '版本：{title}', en: 'Versions: {title}' },
  ask: { zh: '这一条改过什么，什么时候？', en: 'What was changed in this measure, and when?' },
  published: { zh: '发布过的版本', en: 'Published versions' },
  publishedNote: {
    zh: '一个版本是一份文本。数据包重新发布而这一条没有改动时，仍是同一个版本。',
    en: 'A version is a text. It stays the same version when the pack is published again without a change in it.',
  },
  text: { zh: '文本', en: 'Text' },
  loaded: { zh: '发布', en: 'Published' },
  pack: { zh: '数据包', en: 'Pack' },
  inService: { zh: '在用', en: 'in service' },
  compare: { zh: '与前一版本比较', en: 'compare with the one before' },
  first: { zh: '最早的版本', en: 'the first version' },
  single: {
    zh: '只发布过这一个版本，还没有可以比较的。',
    en: 'Only this version was published, so there is nothing to compare yet.',
  },
  any: { zh: '比较任意两个版本', en: 'Compare any two versions' },
  from: { zh: '此前', en: 'Before' },
  to: { zh: '现在', en: 'After' },
  show: { zh: '比较', en: 'Compare' },
  dated: { zh: '参数的历次取值', en: 'Values of the parameters over time' },
  datedNote: {
    zh: '同一份文本里，参数按生效日期取值；后来公布的值，只用于公布之后所知的决定。',
    en: 'Within one text, parameters have values by date; a value published later counts only for decisions that know of it.',
  },
  parameter: { zh: '参数', en: 'Parameter' },
  value: { zh: '取值', en: 'Value' },
  since: { zh: '生效', en: 'From' },
  until: { zh: '截止', en: 'Until' },
  known: { zh: '公布', en: 'Published' },
  none: { zh: '这一条没有参数。', en: 'This measure has no parameters.' },
  difference: { zh: '两个版本的不同：{title}', en: 'Two versions compared: {title}' },
  differenceAsk: { zh: '改了哪些字、哪些规则、哪些数？', en: 'Which words, which rules, which numbers changed?' },
  clauses: { zh: '条款', en: 'The clauses' },
  clausesNote: {
    zh: '划线的是删去的，下划线的是新增的。',
    en: 'Struck through: taken out. Underlined: put in.',
  },
  sameClauses: { zh: '条款文字没有不同。', en: 'The clauses read the same.' },
  rule: { zh: '规则', en: 'The rule' },
  sameRule: { zh: '规则没有不同。', en: 'The rule is the same.' },
  part: { zh: '部分', en: 'Part' },
  parameters: { zh: '参数', en: 'Parameters' },
  sameParameters: { zh: '参数没有不同。', en: 'The parameters are the same.' },
  always: { zh: '不限日期', en: 'at all times' },
  period: { zh: '期间', en: 'Period' },
  absent: { zh: '（无）', en: '(none)' },
  moved: { zh: '（换了位置）', en: '(moved)' },
  money: { zh: '钱', en: 'Money' },
  synthetic: {
    zh: '虚构的企业，决定日 {on}；其余措施照在用的规定',
    en: 'Synthetic enterprises, as of {on}; all other measures as in service',
  },
  recipients: { zh: '得到的企业', en: 'Recipients' },
  cost: { zh: '金额', en: 'Cost' },
  moneyPreparing: {
    zh: '虚构的企业正在准备，稍后刷新这一页就有金额。',
    en: 'The synthetic enterprises are being prepared; reload this page in a moment to see the money.',
  },
  moneyNone: {
    zh: '这里没有可用的虚构企业，或某个版本不能按在用的事实计算，所以不显示金额。',
    en: 'No synthetic enterprises are at hand, or a version cannot be computed with the facts in service, so no money is shown.',
  },
  moneyNote: {
    zh: '有真实的企业数据时，用下面的命令逐家比较，精确到分：',
    en: 'With data of real enterprises, this command compares them one by one, to the fen:',
  },
  json: { zh: '这一页的数据', en: 'The data of this page' },
} as const satisfies Readonly<Record<string, Text>>

/** The first digits of a hash, enough to tell editions apart. */
export const shortHash = (hash: string): string => hash.slice(0, 12)

/** Where /data says when an edition was in force and which posts stand behind it. */
export const editionAnchor = (hash: string): string => `pack-${shortHash(hash)}`
export const editionPath = (hash: string): string => `/data#${editionAnchor(hash)}`
