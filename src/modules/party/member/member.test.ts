import { sql } from 'kysely'
import { Type } from 'typebox'
import { describe, expect, it } from 'vitest'
import { memberOf, somebody, type TestPerson } from '../../../../test/people.ts'
import { refusalOf } from '../../../../test/refused.ts'
import { freshApp } from '../../../../test/site.ts'
import { acceptInvitation, invitationOffer, invite, openAccount } from '../../../app/invitations.ts'
import { demo } from '../../../app.ts'
import { LETTERS_AN_HOUR } from '../../../kernel/mail/limit.ts'
import { action, view } from '../../../kernel/module.ts'
import type { Level, Person } from '../../../kernel/who.ts'
import {
  admitMember,
  changeLevel,
  demoUscc,
  endMember,
  enterprisePeople,
  giveBackDelegation,
  inviteAgent,
  inviteMember,
  leaveEnterprise,
  membershipsOf,
  myEnterprises,
  resendOffer,
  revokeDelegation,
  withdrawOffer,
} from '../index.ts'

const { app, database } = await freshApp()
const { db } = database
await demo(app, 3, 1, 'test')
const [E, F] = [demoUscc(1), demoUscc(2)]
const operator = { kind: 'operator', name: 'test' } as const

const admit = action(
  'test.admit',
  'operate',
  Type.Object({ user: Type.String(), uscc: Type.String(), level: Type.String() }),
  async (act, input) => {
    await admitMember(act, { uscc: input.uscc, user: input.user, level: input.level as Level, by: null })
    await act.record('test.admitted', { object: ['party.member', input.user] })
  },
)
const held = view('test.memberships', 'operate', Type.Object({ user: Type.String() }), (look, { user }) => membershipsOf(look, user))
/** The person with what they may do now, as a request would bring them. */
const now = async (person: TestPerson): Promise<Person> => ({
  ...person,
  memberships: await app.perform(operator, held, { user: person.id }),
})
let number = 0
const named = async (name: string): Promise<TestPerson> => somebody(database, { name, email: `person${++number}@example.test` })
const emailOf = async (person: Person): Promise<string> =>
  (await sql<{ email: string }>`select email from identity_user where id = ${person.id}`.execute(db)).rows[0]!.email
const code = async (work: Promise<unknown>) => (await refusalOf(work)).code

const boss = await named('老板')
await app.perform(operator, admit, { user: boss.id, uscc: E, level: 'admin' })
const people = async (who: Person = boss) => app.perform(await now(who as TestPerson), enterprisePeople, { enterprise: E })
const invited = async (person: Person, level: Level) =>
  (
    await app.perform(await now(boss), inviteMember, {
      enterprise: E,
      email: ` ${(await emailOf(person)).toUpperCase()} `,
      name: person.name,
      level,
    })
  ).token

describe('a member', () => {
  it('comes by an invitation that says the same whether the address has an account', async () => {
    const nobody = await app.perform(await now(boss), inviteMember, {
      enterprise: E,
      email: 'nobody@example.test',
      name: '某人',
      level: 'view',
    })
    expect(Object.keys(nobody)).toEqual(['id', 'email', 'token'])
    const clerk = await named('经办')
    const token = await invited(clerk, 'submit')
    expect((await people()).invitations.map(({ via }) => via)).toEqual(['member', 'member'])
    expect((await app.perform(clerk, invitationOffer, { token })).enterprises).toMatchObject([{ via: 'member', level: 'submit' }])
    await app.perform(clerk, acceptInvitation, { token })
    expect((await now(clerk)).memberships).toEqual(memberOf(E, 'submit'))
    expect((await people()).members.map(({ name }) => name).sort()).toEqual(['经办', '老板'])
    expect(await code(app.perform(clerk, acceptInvitation, { token }))).toBe('identity.invitation-over')
  })

  it('is who was invited, with the account of that address, once', async () => {
    const [meant, other] = [await named('本人'), await named('别人')]
    const token = await invited(meant, 'view')
    expect(await code(app.perform(other, acceptInvitation, { token }))).toBe('identity.invitation-other')
    await app.perform(meant, acceptInvitation, { token })
    expect(await code(app.perform(meant, acceptInvitation, { token: await invited(meant, 'admin') }))).toBe('party.already-member')
  })

  it('does not come by an invitation that was taken back, or is nobody’s', async () => {
    const clerk = await named('未到')
    const token = await invited(clerk, 'view')
    const { invitations } = await people()
    const id = invitations.find(({ email }) => email.startsWith(`person${number}@`))!.id
    await app.perform(await now(boss), withdrawOffer, { enterprise: E, invitation: id })
    expect(await code(app.perform(clerk, acceptInvitation, { token }))).toBe('identity.invitation-over')
    expect(await code(app.perform(await now(boss), withdrawOffer, { enterprise: E, invitation: id }))).toBe('identity.invitation-over')
    expect(await code(app.perform(await now(boss), inviteMember, { enterprise: E, email: '不是地址', name: '某人', level: 'view' }))).toBe(
      'identity.email',
    )
  })

  it('does not raise themself, and the last administrator stays', async () => {
    const clerk = (await people()).members.find(({ name }) => name === '经办')!
    const asBoss = await now(boss)
    expect(await code(app.perform(asBoss, endMember, { enterprise: E, user: boss.id }))).toBe('party.last-admin')
    expect(await code(app.perform(asBoss, leaveEnterprise, { enterprise: E }))).toBe('party.last-admin')
    expect(await code(app.perform(asBoss, changeLevel, { enterprise: E, user: boss.id, level: 'sign' }))).toBe('party.last-admin')
    expect(
      await code(app.perform(asBoss, changeLevel, { enterprise: E, user: '00000000-0000-0000-0000-000000000000', level: 'view' })),
    ).toBe('party.member-unknown')
    await app.perform(asBoss, changeLevel, { enterprise: E, user: clerk.user, level: 'draft' })
    expect((await people()).members.find(({ name }) => name === '经办')?.level).toBe('draft')
    // Somebody whose rights were taken while they asked: what the request brought no longer counts.
    const stale: Person = { ...boss, id: clerk.user, memberships: memberOf(E, 'admin') }
    expect(await code(app.perform(stale, changeLevel, { enterprise: E, user: clerk.user, level: 'admin' }))).toBe('party.own-level')
    await expect(sql`update party_member set ended_at = now() where user_id = ${boss.id}`.execute(db)).rejects.toThrow(
      'at least one administrator',
    )
  })

  it('leaves a last administrator, also when two end each other at once', async () => {
    const [one, other] = [await named('甲'), await named('乙')]
    for (const { id } of [one, other]) await app.perform(operator, admit, { user: id, uscc: F, level: 'admin' })
    const both = await Promise.allSettled([
      app.perform(await now(one), endMember, { enterprise: F, user: other.id }),
      app.perform(await now(other), endMember, { enterprise: F, user: one.id }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('has no session left that began with other rights', async () => {
    const clerk = await named('离职')
    await app.perform(clerk, acceptInvitation, { token: await invited(clerk, 'sign') })
    await app.perform(await now(boss), endMember, { enterprise: E, user: clerk.id })
    expect((await app.recognise(clerk.token)).kind).toBe('visitor')
    expect((await now(clerk)).memberships).toEqual([])
  })
})

describe('an offer', () => {
  it('is good only as long as whoever made it may still make it', async () => {
    const [second, friend] = [await named('另一位管理员'), await named('朋友')]
    await app.perform(operator, admit, { user: second.id, uscc: E, level: 'admin' })
    const as = await now(second)
    const { token } = await app.perform(as, inviteMember, { enterprise: E, email: await emailOf(friend), name: '朋友', level: 'admin' })
    const asAgent = await app.perform(as, inviteAgent, {
      enterprise: E,
      email: await emailOf(friend),
      name: '朋友',
      level: 'submit',
      measure: '',
      toOn: '2024-12-31',
    })
    await app.perform(await now(boss), endMember, { enterprise: E, user: second.id })
    expect(await code(app.perform(friend, acceptInvitation, { token }))).toBe('party.offer-over')
    expect(await code(app.perform(friend, acceptInvitation, { token: asAgent.token }))).toBe('party.offer-over')
  })
})

describe('a delegation', () => {
  const offer = { enterprise: E, name: '某人', level: 'submit', measure: 'rent-support', toOn: '2024-12-31' } as const
  const agentOf = async (more: Partial<{ measure: string; toOn: string }> = {}): Promise<TestPerson> => {
    const agent = await named('代办')
    const { token } = await app.perform(await now(boss), inviteAgent, { ...offer, ...more, email: await emailOf(agent) })
    await app.perform(agent, acceptInvitation, { token })
    return agent
  }

  it('is for one measure until its day, seen by both sides, and revoked at once', async () => {
    const agent = await agentOf()
    expect((await now(agent)).memberships).toEqual(memberOf(E, 'submit', 'rent-support'))
    const [own] = await app.perform(await now(agent), myEnterprises, {})
    expect(own?.memberships[0]?.delegation?.toOn).toBe('2024-12-31')
    const { delegations } = await people()
    expect(delegations.map(({ agent: name, measure }) => [name, measure?.id])).toEqual([['代办', 'rent-support']])
    await app.perform(await now(boss), revokeDelegation, { enterprise: E, delegation: delegations[0]!.id })
    expect((await app.recognise(agent.token)).kind).toBe('visitor')
    expect((await now(agent)).memberships).toEqual([])
    expect(await code(app.perform(await now(boss), revokeDelegation, { enterprise: E, delegation: delegations[0]!.id }))).toBe(
      'party.delegation-unknown',
    )
  })

  it('for one measure shows neither other agents nor who was invited', async () => {
    const [agent, other] = [await agentOf(), await agentOf({ measure: '' })]
    const { members, delegations, invitations } = await people(agent)
    expect([members.length > 0, delegations.map(({ measure }) => measure?.id), invitations]).toEqual([true, ['rent-support'], []])
    for (const each of [agent, other])
      for (const { delegation } of (await app.perform(await now(each), myEnterprises, {}))[0]!.memberships)
        await app.perform(each, giveBackDelegation, { delegation: delegation!.id })
  })

  it('is given back by the agent, and by nobody else', async () => {
    const agent = await agentOf({ measure: '' })
    const id = (await people()).delegations[0]!.id
    expect(await code(app.perform(await named('路人'), giveBackDelegation, { delegation: id }))).toBe('party.delegation-unknown')
    await app.perform(agent, giveBackDelegation, { delegation: id })
    expect((await now(agent)).memberships).toEqual([])
  })

  it('ends by itself after its day', async () => {
    const agent = await agentOf()
    await sql`update party_delegation set from_on = '2024-01-01', to_on = '2024-06-29' where agent_id = ${agent.id}`.execute(db)
    expect((await now(agent)).memberships).toEqual([])
    expect((await people()).delegations).toEqual([])
  })

  it.each(['2024-06-29', '2025-07-01', '2024-02-30', ''])('does not end on %j', async (toOn) => {
    expect(await code(app.perform(await now(boss), inviteAgent, { ...offer, toOn, email: 'a@example.test' }))).toBe('party.delegation-end')
  })

  it('is for a measure that there is', async () => {
    const failure = await refusalOf(app.perform(await now(boss), inviteAgent, { ...offer, measure: 'nothing', email: 'a@example.test' }))
    expect([failure.code, failure.fields[0]?.field]).toEqual(['party.measure-unknown', 'measure'])
  })

  it.each([
    ['a level that only members have', "'sign'", "'2024-12-31'"],
    ['more than a year', "'view'", "'2025-07-02'"],
  ])('is refused by the database with %s', async (_what, level, toOn) => {
    const insert = sql`insert into party_delegation (id, enterprise_id, agent_id, level, from_on, to_on, granted_by, granted_at)
      select gen_random_uuid(), id, ${boss.id}, ${sql.raw(level)}, '2024-06-30', ${sql.raw(toOn)}, ${boss.id}, now() from party_enterprise where uscc = ${E}`
    await expect(insert.execute(db)).rejects.toThrow('check constraint')
  })
})

describe('an enterprise’s people', () => {
  it('are nothing to anybody else', async () => {
    const outside = await named('外人')
    expect((await refusalOf(app.perform(outside, enterprisePeople, { enterprise: E }))).kind).toBe('unknown')
    expect(
      (await refusalOf(app.perform({ ...outside, memberships: memberOf(F, 'admin') }, enterprisePeople, { enterprise: E }))).kind,
    ).toBe('unknown')
    expect(
      (
        await refusalOf(
          app.perform({ ...outside, memberships: memberOf(E, 'sign') }, inviteMember, {
            enterprise: E,
            email: 'a@b.cd',
            name: '某人',
            level: 'view',
          }),
        )
      ).kind,
    ).toBe('forbidden')
  })
})

describe('whoever has no account', () => {
  const open = async (token: string) =>
    app.recognise(
      await openAccount(app, {
        token,
        name: '',
        password: '湖边绿道上的第九只白鹭飞走了',
        again: '湖边绿道上的第九只白鹭飞走了',
        language: 'zh',
        device: { address: '192.0.2.1', agent: 'test' },
        replaces: null,
      }),
    )
  const offers = { member: inviteMember, agent: inviteAgent } as const

  it('opens one with the invitation and is a member at once, or an agent', async () => {
    const [member, agent] = [
      await app.perform(await now(boss), offers.member, { enterprise: E, email: 'new@example.test', name: '新成员', level: 'draft' }),
      await app.perform(await now(boss), offers.agent, {
        enterprise: E,
        email: 'agency@example.test',
        name: '新代办',
        level: 'submit',
        measure: 'rent-support',
        toOn: '2024-12-31',
      }),
    ]
    expect(await app.perform({ kind: 'visitor' }, invitationOffer, { token: agent.token })).toMatchObject({
      hasAccount: false,
      enterprises: [{ enterprise: { uscc: E }, via: 'delegation', measure: { id: 'rent-support' }, toOn: '2024-12-31' }],
    })
    expect(await open(member.token)).toMatchObject({ kind: 'person', name: '新成员', memberships: memberOf(E, 'draft') })
    expect(await open(agent.token)).toMatchObject({ memberships: memberOf(E, 'submit', 'rent-support') })
  })

  it('opens one even where the membership can no longer be given', async () => {
    const friend = await named('将离任')
    await app.perform(operator, admit, { user: friend.id, uscc: E, level: 'admin' })
    const { token } = await app.perform(await now(friend), inviteMember, {
      enterprise: E,
      email: 'late@example.test',
      name: '来迟',
      level: 'view',
    })
    await app.perform(await now(boss), endMember, { enterprise: E, user: friend.id })
    expect(await open(token)).toMatchObject({ kind: 'person', name: '来迟', memberships: [] })
  })

  it('has one invitation accepted once, whichever of two comes first', async () => {
    const { token } = await app.perform(await now(boss), inviteMember, {
      enterprise: E,
      email: 'race@example.test',
      name: '同时',
      level: 'view',
    })
    const both = await Promise.allSettled([open(token), open(token)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('an invitation of an enterprise', () => {
  it('is sent once more and withdrawn by its own people alone', async () => {
    const sent = await app.perform(await now(boss), inviteMember, {
      enterprise: E,
      email: 'twice@example.test',
      name: '某人',
      level: 'view',
    })
    const strange: Person = { ...(await named('别家')), memberships: memberOf(F, 'admin') }
    const theirs = { enterprise: F, invitation: sent.id }
    expect(await code(app.perform(strange, resendOffer, theirs))).toBe('identity.invitation-over')
    expect(await code(app.perform(strange, withdrawOffer, theirs))).toBe('identity.invitation-over')
    const again = await app.perform(await now(boss), resendOffer, { enterprise: E, invitation: sent.id })
    expect(again.token).not.toBe(sent.token)
    expect(await code(app.perform({ kind: 'visitor' }, invitationOffer, { token: sent.token }))).toBe('identity.invitation-over')
    expect((await app.perform({ kind: 'visitor' }, invitationOffer, { token: again.token })).email).toBe('twice@example.test')
  })
})

describe('an enterprise', () => {
  it('has only so many invitations sent in an hour, and says so', async () => {
    await app.perform(operator, admit, { user: boss.id, uscc: F, level: 'admin' })
    const [who, most] = [await now(boss), LETTERS_AN_HOUR.invitation.enterprise]
    const invite = (letter: number) =>
      app.perform(who, inviteMember, { enterprise: F, email: `crowd${letter}@example.test`, name: '某人', level: 'view' })
    for (let letter = 0; letter < most; letter++) await invite(letter)
    expect(await code(invite(most))).toBe('kernel.letters-enterprise')
  })
})

describe('the first administrator of an enterprise', () => {
  const G = demoUscc(3)
  const first = (firstAdminOf: string) =>
    app.perform(operator, invite, { email: `first${++number}@example.test`, name: '首位', posts: [], firstAdminOf })

  it('is brought in by the administration, once', async () => {
    const [one, other] = [await named('首位'), await named('另一位')]
    const promise = async (person: Person) =>
      (await app.perform(operator, invite, { email: await emailOf(person), name: '首位', posts: [], firstAdminOf: ` ${G.toLowerCase()} ` }))
        .token
    const [token, late] = [await promise(one), await promise(other)]
    await app.perform(one, acceptInvitation, { token })
    expect((await now(one)).memberships).toEqual(memberOf(G, 'admin'))
    expect(await code(app.perform(other, acceptInvitation, { token: late }))).toBe('party.offer-over')
    const refused = await refusalOf(first(G))
    expect([refused.code, refused.fields[0]?.field]).toEqual(['party.has-admin', 'firstAdminOf'])
    await sql`update identity_user set disabled_at = now() where id = ${one.id}`.execute(db)
    await first(G)
  })

  it('is nobody’s where there is no such enterprise', async () => {
    expect(await code(first('91000000000000009X'))).toBe('party.code-unknown')
  })
})
