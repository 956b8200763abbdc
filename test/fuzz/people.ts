/** One person of every kind in a running site, and an enterprise whose secrets only some of them may ever see. */
import { sql } from 'kysely'
import { appOf, house } from '../../src/app.ts'
import { newId } from '../../src/kernel/ids.ts'
import { newToken, tokenHash } from '../../src/kernel/random.ts'
import { type Level, type Person, ROLES } from '../../src/kernel/who.ts'
import { saveCheckUp } from '../../src/modules/desk/index.ts'
import { inviteMember, proposeCorrection } from '../../src/modules/party/index.ts'
import { groundOf, type TestDatabase } from '../database.ts'
import { memberOf, postFor, somebody, type TestPerson } from '../people.ts'

export const OWN = '91350100M000100Y43'
export const STRANGE = '91310000000000001U'
/** Stands in everything that is kept of the strange enterprise, and nowhere else. */
export const CANARY = 'CANARY7f3a'

export type Somebody = {
  readonly name: string
  readonly person: TestPerson | null
  readonly key: string | null
  /** Whether their post lets them look into every enterprise. */
  readonly seesAll: boolean
}

const enterprise = async ({ db }: TestDatabase, uscc: string, name: string, facts: object): Promise<void> => {
  await sql`insert into party_enterprise (id, uscc, name, district, synthetic) values (md5('uscc:' || ${uscc})::uuid, ${uscc}, ${name}, '中心区', false)`.execute(
    db,
  )
  await sql`insert into party_record (enterprise_id, registry, valid_on, facts) values (md5('uscc:' || ${uscc})::uuid, '市场监管', '2024-01-01', ${JSON.stringify(facts)}::jsonb)`.execute(
    db,
  )
}

const member = ({ db }: TestDatabase, uscc: string, { id }: TestPerson, level: Level) =>
  sql`insert into party_member (id, enterprise_id, user_id, level, from_on) values (${newId()}, md5('uscc:' || ${uscc})::uuid, ${id}, ${level}, '2020-01-01')`.execute(
    db,
  )

const keyFor = async ({ db }: TestDatabase, { id: user }: TestPerson): Promise<string> => {
  const [id, secret] = [newId(), newToken()]
  const uses = house.flatMap(({ routes }) => routes.map(({ run }) => run.name))
  await sql`insert into identity_key (id, user_id, name, uses, secret_hash, strong, made_at, expires_on)
    values (${id}, ${user}, 'fuzz', ${uses}, ${tokenHash(secret)}, true, now(), current_date + 30)`.execute(db)
  return `pw_${id}_${secret}`
}

/** Sessions end and people are disabled by what is posted in their name; this brings everybody back. */
export const bringBack = async ({ db }: TestDatabase, people: readonly Somebody[]): Promise<void> => {
  for (const { person } of people) {
    if (!person) continue
    await sql`update identity_user set disabled_at = null where id = ${person.id}`.execute(db)
    await sql`insert into identity_session (id, token_hash, user_id, strong_at, address, agent, created_at, seen_at)
      values (${newId()}, ${tokenHash(person.token)}, ${person.id}, now(), '127.0.0.1', 'fuzz', now(), now())
      on conflict (token_hash) do update set ended_at = null, seen_at = now(), created_at = now(), strong_at = now()`.execute(db)
  }
}

/** One of everything that the strange enterprise can hold, made by its own administrator, with the canary wherever a text may stand; the ids of all of it. */
const strangeThings = async (database: TestDatabase, boss: Person): Promise<readonly string[]> => {
  const app = appOf(groundOf(database, new Date().toISOString()))
  const who = { ...boss, memberships: memberOf(STRANGE, 'admin') }
  const bytes = new TextEncoder().encode(`审计报告 ${CANARY}`)
  await app.perform(who, proposeCorrection, {
    enterprise: STRANGE,
    fact: '员工人数',
    value: '7',
    validOn: '2024-06-01',
    reason: CANARY,
    evidence: [{ name: `${CANARY}.txt`, bytes }],
  })
  await app.perform(who, saveCheckUp, { enterprise: STRANGE, name: CANARY, asked: { facts: {}, on: '2024-06-30' } })
  await app.perform(who, inviteMember, { enterprise: STRANGE, name: '外人', email: 'somebody@example.cn', level: 'view' })
  const { rows } = await sql<{ id: string }>`select id::text as id from party_correction union all select id::text from party_evidence
    union all select id::text from identity_invitation union all select id::text from desk_check_up union all select id::text from party_member
    union all select id::text from identity_key where user_id = ${boss.id} union all select id::text from identity_session where user_id = ${boss.id}`.execute(
    database.db,
  )
  return [boss.id, ...rows.map(({ id }) => id)]
}

/** Everybody, and the ids of what only the strange enterprise has. */
export const peopled = async (
  database: TestDatabase,
): Promise<{ readonly people: readonly Somebody[]; readonly strange: readonly string[] }> => {
  await enterprise(database, OWN, '自家企业', { 认定级别: '市级' })
  await enterprise(database, STRANGE, `别家企业${CANARY}`, { 认定级别: CANARY })
  const at = new Date().toISOString()
  const people: Somebody[] = [{ name: 'visitor', person: null, key: null, seesAll: false }]
  for (const role of ROLES) {
    const person = await somebody(database, { name: `${role}某`, at, strong: true })
    await postFor(database, person, [role])
    people.push({
      name: role,
      person,
      key: await keyFor(database, person),
      seesAll: role === 'officer' || role === 'auditor' || role === 'administrator',
    })
  }
  for (const level of ['view', 'submit', 'admin'] as const) {
    const person = await somebody(database, { name: `${level}员`, at, strong: true })
    await member(database, OWN, person, level)
    people.push({ name: `member ${level}`, person, key: await keyFor(database, person), seesAll: false })
  }
  const boss = await somebody(database, { name: `别家负责人${CANARY}`, at, strong: true })
  await member(database, STRANGE, boss, 'admin')
  await keyFor(database, boss)
  return { people, strange: await strangeThings(database, boss) }
}
