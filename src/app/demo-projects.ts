/** Key projects of a demonstration: the next stage of two is reported with evidence; one is confirmed, one waits. */
import type { App } from '../app.ts'
import type { Person } from '../kernel/who.ts'
import { boardProjects, confirmStage, officeProjects, oneProject, reachStage } from '../modules/project/index.ts'
import { STAGES } from '../pack/pack.ts'

const SAID = '演示 · demonstration'

export const loadDemoProjects = async (
  app: App,
  { officer, planner }: { readonly officer: Person; readonly planner: Person },
): Promise<void> => {
  const { today } = await app.perform(planner, boardProjects, {})
  const open = (await app.perform(officer, officeProjects, {})).filter(
    ({ stages, mergedInto }) => stages.operating === null && mergedInto === null,
  )
  for (const [index, { id, stages }] of open.slice(0, 2).entries()) {
    const stage = STAGES.find((each) => stages[each] === null) ?? 'operating'
    const evidence = [{ name: '演示佐证.txt', bytes: new TextEncoder().encode(`${SAID}\n`) }]
    await app.perform(officer, reachStage, { project: id, stage, day: today, note: SAID, evidence })
    const { openReport } = await app.perform(planner, oneProject, { project: id })
    if (index === 0 && openReport !== null) await app.perform(planner, confirmStage, { project: id, report: openReport })
  }
}
