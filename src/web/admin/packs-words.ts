import type { Text } from '../../core/messages.ts'

/** Words of the pages on which packs are proposed and published. */
export const WORDS = {
  title: { zh: '哪一版数据包在用，谁提议了什么？', en: 'Which pack is in service, and what is proposed?' },
  lead: {
    zh: '一个人提议，另一个人看过检查结果和不同之处再发布。恢复以前的版本也一样。',
    en: 'One person proposes; another reads the findings and the differences, then publishes. Putting an earlier edition back takes two people as well.',
  },
  inService: { zh: '在用', en: 'In service' },
  none: { zh: '还没有数据包在用。', en: 'No pack is in service yet.' },
  open: { zh: '等待决定的提议', en: 'Proposals to be decided' },
  noOpen: { zh: '没有等待决定的提议。', en: 'No proposal waits to be decided.' },
  closed: { zh: '决定过的提议', en: 'Decided proposals' },
  proposal: { zh: '提议', en: 'Proposal' },
  state: { zh: '状态', en: 'State' },
  who: { zh: '提议人', en: 'Proposed by' },
  decider: { zh: '决定人', en: 'Decided by' },
  at: { zh: '时间', en: 'When' },
  reason: { zh: '理由', en: 'Reason' },
  propose: { zh: '提议一版', en: 'Propose a pack' },
  zip: { zh: '数据包的 ZIP 文件', en: 'ZIP of the pack’s folder' },
  zipHint: { zh: '包的文件夹打成一个 ZIP，最多 {most} MB。', en: 'The folder of the pack as one ZIP, at most {most} MB.' },
  folder: { zh: '或者本安装 packs/ 下的文件夹', en: 'Or a folder below packs/ of this installation' },
  noFolder: { zh: '（不用文件夹）', en: '(no folder)' },
  reasonHint: {
    zh: '为什么要换，写给发布的人和以后的审计。',
    en: 'Why it should change, for whoever publishes it and for auditors later.',
  },
  send: { zh: '提议', en: 'Propose' },
  back: { zh: '恢复以前的版本', en: 'Put an earlier edition back' },
  backEdition: { zh: '版本', en: 'Edition' },
  backSend: { zh: '提议恢复', en: 'Propose to put it back' },
  noBack: { zh: '还没有以前的版本。', en: 'There is no earlier edition yet.' },
  history: { zh: '何时用哪一版', en: 'Which edition was in force when' },
  nobody: { zh: '账号已不在', en: 'account is gone' },
  origin: { zh: '来自', en: 'From' },
  hash: { zh: '文本的 SHA-256', en: 'SHA-256 of the texts' },
  compared: { zh: '比较的版本', en: 'Compared with' },
  one: { zh: '这份提议改什么，能发布吗？', en: 'What would this proposal change, and can it be published?' },
  findings: { zh: '检查结果', en: 'Findings of the check' },
  noFindings: { zh: '检查没有发现问题。', en: 'The check found nothing.' },
  errors: {
    zh: '{errors} 个错误，{warnings} 个提醒。有错误的包不能发布。',
    en: '{errors} errors, {warnings} warnings. A pack with errors cannot be published.',
  },
  place: { zh: '位置', en: 'Place' },
  severity: { zh: '程度', en: 'Severity' },
  error: { zh: '错误', en: 'error' },
  warning: { zh: '提醒', en: 'warning' },
  says: { zh: '说明', en: 'What is wrong' },
  more: { zh: '还有 {count} 条没有列出。', en: '{count} more are not listed.' },
  files: { zh: '文件', en: 'Files' },
  file: { zh: '文件', en: 'File' },
  change: { zh: '变化', en: 'Change' },
  lines: { zh: '行', en: 'Lines' },
  added: { zh: '新增', en: 'added' },
  removed: { zh: '删除', en: 'removed' },
  changed: { zh: '修改', en: 'changed' },
  noFiles: { zh: '文件没有不同。', en: 'The files are the same.' },
  measures: { zh: '措施', en: 'Measures' },
  noMeasures: { zh: '措施没有不同。', en: 'The measures are the same.' },
  unread: { zh: '包有错误，不能逐项比较措施。', en: 'The pack has errors, so its measures cannot be compared one by one.' },
  money: { zh: '钱', en: 'Money' },
  moneyOn: { zh: '合成企业，决定日 {on}', en: 'Synthetic enterprises, as of {on}' },
  moneyNone: {
    zh: '没有金额：措施没有变，或没有合成企业可用，或改动涉及新的事实，不能按在用的包演算。删去的措施不在演算之内。',
    en: 'No money is shown: no measure differs, or no synthetic enterprises are at hand, or the change needs facts that the pack in service does not have. Measures taken out are not part of it.',
  },
  preparing: { zh: '合成企业正在准备，稍后刷新就有金额。', en: 'The synthetic enterprises are being prepared; reload in a moment.' },
  pack: { zh: '数据包', en: 'Pack' },
  before: { zh: '在用', en: 'In service' },
  after: { zh: '提议', en: 'Proposed' },
  recipients: { zh: '得到的企业', en: 'Recipients' },
  cost: { zh: '金额', en: 'Cost' },
  measure: { zh: '措施', en: 'Measure' },
  publish: { zh: '发布', en: 'Publish' },
  publishAsk: { zh: '发布这一版', en: 'Publish this pack' },
  otherCity: {
    zh: '这是另一座城市的数据包：在用的是{from}，这一版是{to}。发布之后整个网站都是{to}的。',
    en: 'This pack is of another city: the one in service is of {from}, this one of {to}. Once published, all of the site is of {to}.',
  },
  publishLead: {
    zh: '发布之后，所有页面和接口立即按这一版计算。已经作出的决定和收据仍按当时的版本核验。',
    en: 'From then on every page and the API compute by this pack. Decisions and receipts made before are still verified against the edition of their time.',
  },
  again: { zh: '与在用的版本重新比较', en: 'Compare with the pack in service again' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  withdrawAsk: { zh: '撤回这份提议', en: 'Withdraw this proposal' },
} as const satisfies Readonly<Record<string, Text>>

export const STATES = {
  open: { zh: '等待决定', en: 'to be decided' },
  published: { zh: '已发布', en: 'published' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
} as const satisfies Readonly<Record<string, Text>>

export const ORIGINS = {
  upload: { zh: '上传 {name}', en: 'upload {name}' },
  folder: { zh: '文件夹 {name}', en: 'folder {name}' },
  edition: { zh: '恢复 {name}', en: 'roll back to {name}' },
} as const satisfies Readonly<Record<string, Text>>

export const OBSTACLES = {
  'edition.proposal-closed': { zh: '这份提议已经决定。', en: 'This proposal is decided.' },
  'edition.same-person': { zh: '这份提议由您提出，须由另一人发布。', en: 'You made this proposal; somebody else must publish it.' },
  'edition.moved': {
    zh: '比较之后，在用的包已经换了。请重新比较，看过不同之处再发布。',
    en: 'Another pack is in service since the comparison. Compare again and look at the differences before publishing.',
  },
} as const satisfies Readonly<Record<string, Text>>

export const DONE = {
  proposed: { zh: '已提议。请另一人看过后发布。', en: 'Proposed. Somebody else reads it and publishes it.' },
  published: { zh: '已发布，现在起按这一版计算。', en: 'Published; everything is computed by it from now on.' },
  compared: { zh: '已与在用的版本重新比较。', en: 'Compared with the pack in service.' },
  withdrawn: { zh: '已撤回。', en: 'Withdrawn.' },
} as const satisfies Readonly<Record<string, Text>>
