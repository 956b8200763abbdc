import type { Recorded } from '../../kernel/recorded.ts'

/** What is done with departments and posts, as people call it. */
export const recorded: Recorded = {
  events: {
    'office.departments-loaded': { zh: '从数据包建立了部门', en: 'added the departments of the pack' },
    'office.department-added': { zh: '新增了部门', en: 'added a department' },
    'office.department-closed': { zh: '撤销了部门', en: 'closed a department' },
    'office.department-reopened': { zh: '恢复了部门', en: 'opened a department again' },
    'office.post-added': { zh: '新增了岗位', en: 'added a post' },
    'office.post-closed': { zh: '撤销了岗位', en: 'closed a post' },
    'office.post-reopened': { zh: '恢复了岗位', en: 'opened a post again' },
    'office.assigned': { zh: '任命', en: 'gave somebody a post' },
    'office.assignment-ended': { zh: '结束了任职', en: 'ended an assignment' },
    'office.people-listed': { zh: '导出了账户名单', en: 'exported the list of accounts' },
    'office.person-disabled': { zh: '停用了账户', en: 'switched an account off' },
    'office.person-enabled': { zh: '恢复了账户', en: 'switched an account on again' },
  },
  objects: {
    'office.department': { zh: '部门', en: 'department' },
    'office.post': { zh: '岗位', en: 'post' },
    'office.assignment': { zh: '任职', en: 'assignment' },
  },
}
