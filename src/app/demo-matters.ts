/** Something to do for those who look around in a demonstration: a fact that an enterprise disputes. */
import type { App } from '../app.ts'
import type { Person } from '../kernel/who.ts'
import { demoUscc, factsPage, proposeCorrection } from '../modules/party/index.ts'

const ENTERPRISE = demoUscc(1)
const REASON = '演示：登记的内容与实际不符，请更正。 Demonstration: what is registered is not so.'

const clerkOf = (user: string): Person => ({
  kind: 'person',
  id: user,
  name: '',
  session: null,
  key: null,
  posts: [],
  memberships: [{ enterprise: ENTERPRISE, level: 'submit', via: 'member', measure: null }],
})

/** The clerk of the first synthetic enterprise says that the first registered yes or no is the other way round; nothing where there is none. */
export const loadDemoMatters = async (app: App, clerk: string): Promise<void> => {
  const who = clerkOf(clerk)
  const { facts, today } = await app.perform(who, factsPage, { enterprise: ENTERPRISE })
  const held = facts.find(({ declaration, disputed }) => declaration.type === 'yes-no' && disputed === null)
  if (!held) return
  const value = held.standing.value === '是' ? '否' : '是'
  await app.perform(who, proposeCorrection, {
    enterprise: ENTERPRISE,
    fact: held.fact,
    value,
    validOn: today,
    reason: REASON,
    evidence: [],
  })
}
