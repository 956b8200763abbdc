/** Every page and every route of the API, asked over HTTP by everybody there is, against what is declared. */
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { routes } from '../../scripts/declared.ts'
import { openDatabase } from '../../src/kernel/database.ts'
import { newId } from '../../src/kernel/ids.ts'
import { newToken, tokenHash } from '../../src/kernel/random.ts'
import { permitted, type Right } from '../../src/kernel/right.ts'
import { LEVELS, type Membership, type Person, ROLES, VISITOR, type Who } from '../../src/kernel/who.ts'
import { demoUscc } from '../../src/modules/party/index.ts'
import { files, pages, rooms } from '../../src/web/addresses.ts'
import { atEnd } from '../at-end.ts'
import { freshUrl } from '../database.ts'
import { packs } from '../packs.ts'
import { postFor, somebody, type TestPerson } from '../people.ts'
import { startBuilt } from '../site.ts'

const [OWN, OTHER] = [demoUscc(1), demoUscc(2)]
const url = await freshUrl()
const site = await startBuilt({ DATABASE_URL: url, PLANWRIGHT_PACK: packs.xincheng })
atEnd(() => site.stop())
const database = { ...(await openDatabase(url)), url }
atEnd(() => database.close())
const { db } = database

type Asker = { readonly name: string; readonly who: Who; readonly token: string | null; readonly key: string | null }

/** A key of somebody for everything the API has. */
const keyOf = async ({ id: user }: Person): Promise<string> => {
  const [id, secret] = [newId(), newToken()]
  await sql`insert into identity_key (id, user_id, name, uses, secret_hash, strong, made_at, expires_on)
    values (${id}, ${user}, 'test', ${routes.map(({ run }) => run.name)}, ${tokenHash(secret)}, true, now(), current_date + 1)`.execute(db)
  return `pw_${id}_${secret}`
}

const asking = async (name: string, make: (person: TestPerson) => Promise<Partial<Person>>): Promise<Asker> => {
  const person = await somebody(database, { name, strong: true, at: new Date().toISOString() })
  return { name, who: { ...person, ...(await make(person)) }, token: person.token, key: await keyOf(person) }
}
const membership = (level: Membership['level'], via: Membership['via']): readonly Membership[] => [
  { enterprise: OWN, level, via, measure: null },
]

const askers: readonly Asker[] = [
  { name: 'visitor', who: VISITOR, token: null, key: null },
  await asking('nobody', async () => ({})),
  ...(await Promise.all(ROLES.map((role) => asking(role, async (person) => ({ posts: [await postFor(database, person, [role])] }))))),
  ...(await Promise.all(
    LEVELS.map((level) =>
      asking(`clerk ${level}`, async ({ id }) => {
        await sql`insert into party_member (id, enterprise_id, user_id, level, from_on)
          values (${newId()}, md5('uscc:' || ${OWN})::uuid, ${id}, ${level}, '2020-01-01')`.execute(db)
        return { memberships: membership(level, 'member') }
      }),
    ),
  )),
  await asking('agent', async ({ id }) => {
    await sql`insert into party_delegation (id, enterprise_id, agent_id, level, from_on, to_on, granted_by)
      values (${newId()}, md5('uscc:' || ${OWN})::uuid, ${id}, 'submit', current_date - 1, current_date + 100, ${id})`.execute(db)
    return { memberships: membership('submit', 'delegation') }
  }),
]

/** An address with something for each of its parts. */
const addressOf = (path: string, enterprise: string): string =>
  path
    .replace(/:enterprise\b/g, enterprise)
    .replace(/:\w+\??/g, 'nothing')
    .replace(/\*/g, 'nothing')

/** What the declaration says becomes of a request. */
const expected = (right: Right, who: Who, name: string, enterprise: string | null): string => {
  const verdict = permitted(right, who, name, enterprise)
  return typeof verdict === 'string' ? verdict : 'open'
}

/** What became of it. Where there is nothing for anybody, only those who may learn that. */
const happened = ({ status, headers }: Response, isApi: boolean): string => {
  if (status === 401 || (!isApi && status === 303 && /^(\/en)?\/sign-in\?to=/.test(headers.get('location') ?? ''))) return 'sign-in'
  if (status === 403) return 'forbidden'
  return status >= 500 ? `failed ${status}` : 'open'
}

const ask = (address: string, { token, key }: Asker, isApi: boolean, method = 'GET'): Promise<Response> =>
  fetch(site.address + address, {
    method,
    redirect: 'manual',
    headers: {
      ...(token !== null && !isApi ? { cookie: `__Host-planwright=${token}` } : {}),
      ...(key !== null && isApi ? { authorization: `Bearer ${key}` } : {}),
      ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
    },
    ...(method === 'POST' ? { body: '{}' } : {}),
  })

const enterprisesFor = (path: string): readonly (string | null)[] => (path.includes(':enterprise') ? [OWN, OTHER] : [null])

describe.each(askers.map((asker) => [asker.name, asker] as const))('%s', (_name, asker) => {
  it('finds every page and file as open, closed or unknown as it is declared', async () => {
    const [found, declared]: [string[], string[]] = [[], []]
    // Signing out would end what the others are asked with.
    for (const { path, right } of [...pages, ...files].filter((page) => page.path !== 'sign-out'))
      for (const enterprise of enterprisesFor(path)) {
        const address = `/${addressOf(path, enterprise ?? '')}`
        const reply = await ask(address, asker, false)
        await reply.arrayBuffer()
        const verdict = expected(right, asker.who, path, enterprise)
        const outcome = happened(reply, false)
        declared.push(`${address} ${verdict}`)
        found.push(`${address} ${verdict === 'unknown' && reply.status === 404 ? 'unknown' : outcome}`)
      }
    expect(found).toEqual(declared)
    expect(declared.length).toBeGreaterThan(20)
  })

  it('is answered by every route of the API as it is declared', async () => {
    const [found, declared]: [string[], string[]] = [[], []]
    for (const { on, run } of routes)
      for (const enterprise of enterprisesFor(on)) {
        const [method = '', path = ''] = on.split(' ')
        const address = `/api/v1${addressOf(path, enterprise ?? '')}`
        const reply = await ask(address, asker, true, method)
        await reply.arrayBuffer()
        const who: Who =
          asker.who.kind === 'person' ? { ...asker.who, key: { id: '', uses: routes.map((each) => each.run.name) } } : asker.who
        const verdict = expected(run.right, who, run.name, enterprise)
        declared.push(`${on} ${verdict}`)
        found.push(`${on} ${verdict === 'unknown' && reply.status === 404 ? 'unknown' : happened(reply, true)}`)
      }
    expect(found).toEqual(declared)
  })

  it('finds in the navigation the rooms that are open, and no other', async () => {
    const html = await (await ask('/plan', asker, false)).text()
    const [, nav = ''] = /<nav class="rooms"[^>]*>(.*?)<\/nav>/s.exec(html) ?? []
    const shown = [...nav.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)
    expect(shown).toEqual(
      rooms.filter(({ right, path }) => expected(right, asker.who, path, null) === 'open').map(({ path }) => `/${path}`),
    )
  })
})
