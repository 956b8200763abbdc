/** What the pages of an enterprise's desk say in more than one place. */
import type { Text } from '../../core/messages.ts'
import type { CorrectionState } from '../../modules/party/index.ts'

export const stateText: Readonly<Record<CorrectionState, Text>> = {
  proposed: { zh: '等待初审', en: 'waits for a first review' },
  reviewed: { zh: '已初审，等待第二人决定', en: 'reviewed; a second officer decides' },
  accepted: { zh: '已采纳', en: 'accepted' },
  refused: { zh: '未采纳', en: 'refused' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
}

export const stepText: Readonly<Record<'propose' | 'review' | 'decide' | 'withdraw', Text>> = {
  propose: { zh: '提出', en: 'proposed' },
  review: { zh: '初审', en: 'reviewed' },
  decide: { zh: '决定', en: 'decided' },
  withdraw: { zh: '撤回', en: 'withdrawn' },
}

export const verdictText: Readonly<Record<'accept' | 'refuse', Text>> = {
  accept: { zh: '采纳', en: 'accept' },
  refuse: { zh: '不采纳', en: 'refuse' },
}

export const scanText: Readonly<Record<'not-scanned' | 'pending' | 'clean' | 'infected' | 'error', Text>> = {
  'not-scanned': { zh: '未做病毒扫描', en: 'not scanned for viruses' },
  pending: { zh: '正在扫描', en: 'being scanned' },
  clean: { zh: '扫描通过', en: 'scanned, clean' },
  infected: { zh: '有病毒，不能下载', en: 'infected, cannot be downloaded' },
  error: { zh: '扫描出错，暂不能下载', en: 'the scan failed, cannot be downloaded' },
}

export const WORDS = {
  next: { zh: '接下来', en: 'What is next' },
  facts: { zh: '事实', en: 'Facts' },
  corrections: { zh: '更正', en: 'Corrections' },
  checkUps: { zh: '检查', en: 'Check-ups' },
  receipts: { zh: '决定收据', en: 'Receipts' },
  people: { zh: '人员和委托', en: 'People and agents' },
  desk: { zh: '我的企业', en: 'My enterprises' },
  parts: { zh: '企业工作台', en: 'Enterprise desk' },
  disputed: { zh: '异议中', en: 'disputed' },
  enterpriseSays: { zh: '企业说', en: 'the enterprise says' },
  corrected: { zh: '更正', en: 'correction' },
  fact: { zh: '事实', en: 'Fact' },
  value: { zh: '内容', en: 'Value' },
  source: { zh: '来源', en: 'Source' },
  validOn: { zh: '截至', en: 'Holds on' },
  recordedOn: { zh: '记录于', en: 'Recorded on' },
  nothing: { zh: '登记部门没有记录', en: 'nothing is held' },
  reason: { zh: '理由', en: 'Reason' },
  due: { zh: '应于', en: 'Due' },
  state: { zh: '状态', en: 'State' },
  evidence: { zh: '证据文件', en: 'Evidence' },
  noEvidence: { zh: '没有提交文件。', en: 'No file was handed in.' },
  history: { zh: '办理过程', en: 'What was done' },
  provisional: { zh: '暂定，当时的放假安排尚未公布', en: 'provisional, as the holidays of that time are not arranged yet' },
  daysLeft: { zh: '还有 {count} 个工作日', en: '{count} working days left' },
  late: { zh: '已逾期 {count} 个工作日', en: '{count} working days late' },
  today: { zh: '今天到期', en: 'due today' },
  calendar: {
    zh: '工作日按官方放假安排计算：放假的日子不算，调休上班的周末算在内。',
    en: 'Working days follow the official arrangement of holidays: days off do not count, weekends worked in exchange do.',
  },
} as const
