/** Who may do what for synthetic enterprises in a demonstration. */
import { Type } from 'typebox'
import { newId } from '../../../kernel/ids.ts'
import { type Act, action } from '../../../kernel/module.ts'
import { LEVELS } from '../../../kernel/who.ts'
import { Uscc } from '../contract.ts'
import { enterpriseByUscc } from '../queries.ts'
import { latestEnd } from '../rules/authority.ts'
import { admitMember } from './actions.ts'
import { delegationsOf, insertDelegation, membersOf } from './queries.ts'

const Id = Type.String({ format: 'uuid' })

/** Null: real, or not there. */
const syntheticId = async (act: Act, uscc: string): Promise<string | null> => {
  const row = await enterpriseByUscc(act.db, uscc)
  return row?.synthetic ? row.id : null
}

const delegateAll = (act: Act, enterprise: string, agent: string, by: string) =>
  insertDelegation(act.db, {
    id: newId(act.now),
    enterprise_id: enterprise,
    agent_id: agent,
    level: 'submit',
    measure: null,
    from_on: act.today,
    to_on: latestEnd(act.today),
    granted_by: by,
    granted_at: act.now,
  })

/** Makes people members of synthetic enterprises, and agents of those members for a year. What is there stays; real enterprises are not touched. */
export const admitDemoPeople = action(
  'party.admit-demo-people',
  'operate',
  Type.Object({
    members: Type.Array(Type.Object({ uscc: Uscc, user: Id, level: Type.Enum([...LEVELS]) })),
    delegations: Type.Array(Type.Object({ uscc: Uscc, agent: Id, by: Id })),
  }),
  async (act, { members, delegations }) => {
    const admitted: object[] = []
    for (const each of members) {
      const id = await syntheticId(act, each.uscc)
      if (id === null || (await membersOf(act.db, id)).some(({ user_id }) => user_id === each.user)) continue
      await admitMember(act, { ...each, by: null })
      admitted.push(each)
    }
    for (const each of delegations) {
      const id = await syntheticId(act, each.uscc)
      if (id === null || (await delegationsOf(act.db, id, act.today)).some(({ agent_id }) => agent_id === each.agent)) continue
      await delegateAll(act, id, each.agent, each.by)
      admitted.push(each)
    }
    await act.record('party.demo-people-admitted', { object: ['party.demo', 'people'], details: { admitted } })
  },
)
