/** Targets and tasks by who answers for them. */
import { Type } from 'typebox'
import type { Day } from '../../core/dates.ts'
import type { Text } from '../../core/messages.ts'
import { type Look, view } from '../../kernel/module.ts'
import type { Pack } from '../../pack/pack.ts'
import { departmentsById } from '../office/index.ts'
import { type Assessment, wall } from '../plan/index.ts'
import { OfYear } from './contract.ts'
import type { Task } from './read.ts'
import { type Counts, countsOf } from './rules/summary.ts'
import { type Branch, departmentOf, districtOf, treeOf } from './rules/tree.ts'
import { lineOf, ofYear, type TaskLine, yearIn } from './views.ts'

export type TreeBranch = {
  readonly kind: Branch<never, never>['kind']
  /** Null where it is of no unit. */
  readonly name: Text | null
  readonly targets: readonly Assessment[]
  readonly leads: readonly TaskLine[]
  readonly joins: readonly TaskLine[]
  /** Of the tasks it leads. */
  readonly counts: Counts
}
export type TreePage = {
  readonly pack: Pack
  readonly today: Day
  readonly by: 'department' | 'district'
  readonly years: readonly number[]
  readonly year: number | null
  readonly branches: readonly TreeBranch[]
}

type Name = { readonly name: string; readonly text: Text }

/** Every department that is open here or that the pack names, each once. */
const departmentsIn = async (look: Look, pack: Pack): Promise<readonly Name[]> => {
  const own = [...(await departmentsById(look)).values()].filter(({ isOpen }) => isOpen).map(({ name }) => ({ name: name.zh, text: name }))
  const named = [...pack.departments.values()].filter(({ unnamed }) => !unnamed).map(({ name, label }) => ({ name, text: label }))
  return [...new Map([...named, ...own].map((each) => [each.name, each])).values()]
}

const districtsIn = (pack: Pack): readonly Name[] =>
  [...pack.districts.values()]
    .filter(({ kind }) => kind === 'district' || kind === 'zone')
    .map(({ name, label }) => ({ name, text: label }))

/** Targets, and the tasks of a year, under the departments or districts that answer for them; what nobody answers for has a branch of its own. */
export const tree = view(
  'worklist.tree',
  { post: ['planner'] },
  Type.Object({ ...OfYear.properties, by: Type.Optional(Type.String({ maxLength: 10, description: 'department or district' })) }),
  async (look, input): Promise<TreePage> => {
    const by = input.by === 'district' ? 'district' : 'department'
    const { pack, assessments } = await wall.run(look, {})
    const { years, year } = await yearIn(look, input.year)
    const departments = await departmentsIn(look, pack)
    const known = new Set(departments.map(({ name }) => name))
    const placed = (task: Task) => ({
      task,
      department: departmentOf(task.lead?.name.zh ?? null, task.row.named_lead, known),
      together: task.rows.findLast(({ kind }) => kind === 'assign')?.list ?? [],
    })
    const units = by === 'district' ? districtsIn(pack) : departments
    const names = units.map(({ name }) => name)
    const branches = treeOf(
      names,
      assessments.map((assessment) => ({ assessment, department: assessment.indicator.department })),
      (await ofYear(look, year)).map(placed),
      by === 'district' ? (department) => districtOf(department, names) : (department) => (names.includes(department) ? department : null),
    )
    return {
      pack,
      today: look.today,
      by,
      years,
      year,
      branches: branches.map(({ kind, unit, targets, leads, joins }) => ({
        kind,
        name: units.find(({ name }) => name === unit)?.text ?? null,
        targets: targets.map(({ assessment }) => assessment),
        leads: leads.map(({ task }) => lineOf(task)),
        joins: joins.map(({ task }) => lineOf(task)),
        counts: countsOf(leads.map(({ task }) => ({ state: task.now.state, lamp: task.standing.lamp }))),
      })),
    }
  },
)
