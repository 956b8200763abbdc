/** Rows as typed, held against what is known, against each other and against who may enter them. */
import type { Text } from '../../../core/messages.ts'
import type { FieldProblem } from '../../../kernel/failure.ts'
import { fail } from '../../../kernel/messages.ts'
import type { Look } from '../../../kernel/module.ts'
import type { HeldPost, Person } from '../../../kernel/who.ts'
import type { Indicator, Pack } from '../../../pack/pack.ts'
import { departmentNames } from '../../office/index.ts'
import { wrongField } from '../messages.ts'
import { placeOf } from '../rules/entered.ts'
import { checkReadings, type Proposed, type Typed } from '../rules/proposed.ts'
import type { TableProblem } from '../rules/table.ts'
import { standingToday } from './known.ts'
import { waitingPlaces } from './queries.ts'

/** Whoever enters readings and decides on them is somebody with a name. */
export const personIn = ({ who }: Look): Person => (who.kind === 'person' ? who : fail('kernel.sign-in', {}))

/** The post in which the person who asks may enter readings of an indicator: a planner's, or an officer's of its department. */
export const enteringPost = async (look: Look): Promise<(indicator: Indicator) => HeldPost | null> => {
  const { posts } = personIn(look)
  const planner = posts.find(({ roles }) => roles.includes('planner'))
  const names = planner ? new Map<string, string>() : await departmentNames(look)
  const officers = posts.filter(({ roles }) => roles.includes('officer'))
  return ({ department }) => planner ?? officers.find((post) => department !== null && names.get(post.department) === department) ?? null
}

/** What is wrong with a table that cannot be read. */
export const tableProblemText = ({ code, params }: TableProblem): Text => wrongField('table', code, params).message

/** One row: what it would become, or what is wrong in which of its cells. */
export type CheckedRow = {
  readonly typed: Typed
  readonly proposed: Proposed | null
  readonly post: HeldPost | null
  readonly problems: readonly FieldProblem[]
}

/** `computed`: whether the rows were computed here, and not typed. */
export const checkedRows = async (
  look: Look,
  rows: readonly Typed[],
  computed = false,
): Promise<{ readonly pack: Pack; readonly rows: readonly CheckedRow[] }> => {
  const standing = { ...(await standingToday(look)), computed }
  const waiting = new Set((await waitingPlaces(look.db)).map(placeOf))
  const postFor = await enteringPost(look)
  const checked = checkReadings(rows, standing, (place) => waiting.has(place)).map(({ proposed, problems }, index): CheckedRow => {
    const typed = rows[index] ?? {}
    const indicator = standing.pack.indicators.get(typed.indicator?.trim() ?? '')
    const post = indicator ? postFor(indicator) : null
    const wrong = problems.map(({ column, code, params }) => wrongField(column, code, params))
    const foreign = indicator && post === null ? [wrongField('indicator', 'plan.reading-department')] : []
    return { typed, proposed: foreign.length > 0 ? null : proposed, post, problems: [...foreign, ...wrong] }
  })
  return { pack: standing.pack, rows: checked }
}
