import type { Recorded } from '../../kernel/recorded.ts'

/** What is done with key projects, as people call it. */
export const recorded: Recorded = {
  events: {
    'project.added': { zh: '登记了重点项目', en: 'added a key project' },
    'project.brought-in': { zh: '补入了数据包的重点项目', en: 'brought in the key projects of a pack' },
    'project.imported': { zh: '导入了重点项目', en: 'imported key projects' },
    'project.lead': { zh: '确定了牵头部门', en: 'named the department that leads a project' },
    'project.reach': { zh: '报告项目达到一个阶段', en: 'reported that a project reached a stage' },
    'project.confirm': { zh: '确认了项目的阶段', en: 'confirmed the stage of a project' },
    'project.return': { zh: '退回了项目阶段的报告', en: 'sent the report of a stage back' },
    'project.merge': { zh: '合并了项目', en: 'merged a project into another' },
    'project.evidence-scanned': { zh: '扫描了项目的佐证材料', en: 'scanned evidence of a project' },
  },
  objects: {
    'project.project': { zh: '重点项目', en: 'key project' },
    'project.evidence': { zh: '项目的佐证材料', en: 'evidence of a project' },
  },
  duties: {
    reach: { zh: '报告阶段', en: 'report a stage' },
    confirm: { zh: '确认阶段', en: 'confirm a stage' },
  },
}
