import type { Recorded } from '../../kernel/recorded.ts'

/** What is done about enterprises, as people call it. */
export const recorded: Recorded = {
  events: {
    'party.correction-proposed': { zh: '提出更正', en: 'proposed a correction' },
    'party.correction-withdrawn': { zh: '撤回了更正', en: 'withdrew a correction' },
    'party.correction-reviewed': { zh: '初审了更正', en: 'reviewed a correction' },
    'party.correction-decided': { zh: '决定了更正', en: 'decided a correction' },
    'party.due-changed': { zh: '更改了更正的期限', en: 'changed when a correction is due' },
    'party.due-recomputed': { zh: '按工作日历重新计算了更正的期限', en: 'computed anew when corrections are due' },
    'party.evidence-scanned': { zh: '扫描了提交的文件', en: 'scanned a file that was handed in' },
    'party.member-admitted': { zh: '接纳了成员', en: 'admitted a member' },
    'party.delegated': { zh: '委托了代办人', en: 'let an agent in' },
    'party.member-changed': { zh: '更改了成员的权限', en: 'changed the level of a member' },
    'party.member-ended': { zh: '结束了成员身份', en: 'ended a membership' },
    'party.delegation-ended': { zh: '结束了委托', en: 'ended a delegation' },
    'party.demo-loaded': { zh: '载入了演示企业', en: 'loaded demo enterprises' },
    'party.demo-people-admitted': { zh: '给演示账户分配了企业', en: 'gave demo accounts their enterprises' },
  },
  objects: {
    'party.enterprise': { zh: '企业', en: 'enterprise' },
    'party.correction': { zh: '更正', en: 'correction' },
    'party.evidence': { zh: '更正的证明文件', en: 'file for a correction' },
    'party.member': { zh: '企业成员', en: 'member of an enterprise' },
    'party.delegation': { zh: '委托', en: 'delegation' },
    'party.demo': { zh: '演示企业', en: 'demo enterprises' },
  },
  duties: {
    propose: { zh: '提出', en: 'propose' },
    review: { zh: '初审', en: 'review' },
    decide: { zh: '决定', en: 'decide' },
  },
}
