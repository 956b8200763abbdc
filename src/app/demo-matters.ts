/** Something to do for those who look around in a demonstration, done by the demo accounts as people do it: in its order, by the real clock. */
import { Type } from 'typebox'
import type { App } from '../app.ts'
import { view } from '../kernel/module.ts'
import type { Person } from '../kernel/who.ts'
import { packInService } from '../modules/edition/index.ts'
import { departmentsById } from '../modules/office/index.ts'
import { demoUscc, factsPage, proposeCorrection } from '../modules/party/index.ts'
import { demoPerson } from './demo-accounts.ts'
import { loadDemoComputations } from './demo-computations.ts'
import { loadDemoProjects } from './demo-projects.ts'
import { loadDemoReadings } from './demo-readings.ts'
import { loadDemoTasks } from './demo-tasks.ts'

const OPERATOR = { kind: 'operator', name: 'start' } as const
const ENTERPRISE = demoUscc(1)
const REASON = '演示：登记的内容与实际不符，请更正。 Demonstration: what is registered is not so.'

/** The clerk of the first synthetic enterprise says that the first registered yes or no is the other way round; nothing where there is none. */
const disputeFact = async (app: App, clerk: Person): Promise<void> => {
  const { facts, today } = await app.perform(clerk, factsPage, { enterprise: ENTERPRISE })
  const held = facts.find(({ declaration, disputed }) => declaration.type === 'yes-no' && disputed === null)
  if (!held) return
  const value = held.standing.value === '是' ? '否' : '是'
  await app.perform(clerk, proposeCorrection, {
    enterprise: ENTERPRISE,
    fact: held.fact,
    value,
    validOn: today,
    reason: REASON,
    evidence: [],
  })
}

/** The pack in service, the day, and the department of a post by its name. */
const ground = view('app.demo-ground', 'operate', Type.Object({ department: Type.String() }), async (look, { department }) => ({
  pack: await packInService(look),
  today: look.today,
  name: (await departmentsById(look)).get(department)?.name.zh ?? '',
}))

/**
 * A disputed fact; and where the city is invented and its pack tells the history of its list, a quarter to report on: readings, tasks, projects, and what is counted of them. A real city gets
 * nothing of the kind: who leads a task and how it stands would be a claim about it.
 */
export const loadDemoMatters = async (app: App, users: ReadonlyMap<string, string>): Promise<void> => {
  const person = (key: string): Promise<Person> => app.perform(OPERATOR, demoPerson, { user: users.get(key) ?? '' })
  await disputeFact(app, await person('demo-clerk'))
  const [officer, planner, second] = [await person('demo-officer'), await person('demo-planner'), await person('demo-planner-2')]
  const id = officer.posts[0]?.department ?? ''
  const { pack, today, name } = await app.perform(OPERATOR, ground, { department: id })
  if (!pack.synthetic || pack.progress.length === 0) return
  await loadDemoReadings(app, pack, { officer, department: name, planner, second })
  await loadDemoTasks(app, { officer, department: { id, name }, planner })
  await loadDemoProjects(app, { officer, planner })
  await loadDemoComputations(app, pack, today, { planner, second })
}
