import { Type } from 'typebox'
import type { Module } from '../../kernel/module.ts'
import { bringInProjects } from './bring-in.ts'
import { ProjectEntry } from './contract.ts'
import { messages } from './messages.ts'
import { projectQueries } from './operations.ts'
import { recorded } from './recorded.ts'
import { scanEvidence } from './report.ts'
import { migrations } from './tables.ts'
import { projectEntries, stagesToConfirm, stagesToMend } from './views.ts'

export { bringInProjects, importProjects, previewProjects } from './bring-in.ts'
export * from './contract.ts'
export { addProject, confirmStage, leadProject, mergeProject, returnStage } from './manage.ts'
export { stageCountedBy, WHY_NOT } from './operations.ts'
export { type EvidenceHandedIn, reachStage } from './report.ts'
export { COUNT_RULE, type WhyNot } from './rules/count.ts'
export { LIST_COLUMNS, type ProjectList } from './rules/list.ts'
export {
  type BoardProjects,
  boardProjects,
  officeProjects,
  oneProject,
  type ProjectCount,
  type ProjectDone,
  type ProjectLine,
  type ProjectPage,
  type ProjectsPage,
  projectEvidence,
  projectsPage,
  stagesToConfirm,
  stagesToMend,
} from './views.ts'

export const project: Module = {
  name: 'project',
  uses: ['identity', 'edition', 'office', 'party'],
  migrations,
  messages,
  recorded,
  hears: { 'edition.in-service': bringInProjects, 'project.evidence-handed-in': scanEvidence },
  firstJobs: [
    { room: 'board', view: stagesToConfirm },
    { room: 'office', view: stagesToMend },
  ],
  operations: projectQueries,
  routes: [
    {
      on: 'GET /projects',
      run: projectEntries,
      reply: Type.Array(ProjectEntry),
      summary: { zh: '公开的重点项目及其阶段', en: 'The public key projects and how far they have come' },
    },
  ],
}
