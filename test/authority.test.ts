/** Who may: that everything declares it, and that rows of other enterprises do not exist for anybody. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { named, rights, type Use, uses } from '../scripts/declared.ts'
import { demo } from '../src/app.ts'
import { includes, LEVELS, type Membership, type Person } from '../src/kernel/who.ts'
import { demoUscc } from '../src/modules/party/index.ts'
import { personWith } from './people.ts'
import { freshApp } from './site.ts'

const COUNT = 6
const { app } = await freshApp()
await demo(app, COUNT, 1, 'test')
const codes = Array.from({ length: COUNT }, (_, index) => demoUscc(index + 1))

describe('every view and action', () => {
  it('declares who may use it where this test can see that', () => {
    expect(named.filter(({ name }) => !rights.has(name)).map(({ name, file }) => `${file}: ${name}`)).toEqual([])
    expect(uses.size).toBeGreaterThan(50)
  })

  it('is judged by what is written at its place', () => {
    for (const { name, right } of named.filter(({ right: written }) => written !== null))
      expect([name, rights.get(name)]).toEqual([name, right])
  })

  it('has a name of its own', () => {
    const names = named.map(({ name }) => name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })
})

const memberships: fc.Arbitrary<readonly Membership[]> = fc.array(
  fc.record({
    enterprise: fc.constantFrom(...codes),
    level: fc.constantFrom(...LEVELS),
    via: fc.constantFrom('member' as const, 'delegation' as const),
    measure: fc.constant(null),
  }),
  { maxLength: 4 },
)
const people = memberships.map((each): Person => personWith({ memberships: each }))

const properties = ({ input }: Use): readonly string[] =>
  Object.keys('properties' in input && typeof input.properties === 'object' ? (input.properties ?? {}) : {})
const required = ({ input }: Use): readonly string[] =>
  'required' in input && Array.isArray(input.required) ? (input.required as string[]) : []

const ofMembers = [...uses.values()].filter(({ right }) => typeof right === 'object' && right.member !== undefined)
const byEnterprise = ofMembers.filter((use) => properties(use).includes('enterprise'))

/** The code of the failure; null if there was none. */
const codeOf = (who: Person, use: Use, input: object): Promise<string | null> =>
  app.perform(who, use, input).then(
    () => null,
    (error: { readonly code?: string }) => error.code ?? String(error),
  )

describe('an enterprise', () => {
  it.each(byEnterprise.map((use) => [use.name, use] as const))(
    'is unknown in %s to whoever has nothing to do with it',
    async (_name, use) => {
      const wanted = typeof use.right === 'object' ? (use.right.member ?? 'admin') : 'admin'
      await fc.assert(
        fc.asyncProperty(people, fc.constantFrom(...codes), async (who, enterprise) => {
          const own = who.memberships.filter((each) => each.enterprise === enterprise)
          const code = await codeOf(who, use, { enterprise })
          if (own.length === 0) expect(code).toBe('kernel.not-there')
          else if (!own.some(({ level }) => includes(level, wanted))) expect(code).toBe('kernel.forbidden')
          else expect(code).not.toBe('kernel.forbidden')
        }),
        { numRuns: 30 },
      )
    },
  )

  it('is named by whatever its people alone may use', () => {
    expect(ofMembers.filter((use) => required(use).length > 0 && !properties(use).includes('enterprise')).map(({ name }) => name)).toEqual(
      [],
    )
  })

  // Lists, counts and exports name no enterprise: what they give must not hold one of others.
  const open = [...uses.values()].filter(
    (use) => use.kind === 'view' && required(use).length === 0 && (use.right === 'person' || ofMembers.includes(use)),
  )
  it.each(open.map((use) => [use.name, use] as const))('does not appear in %s for others', async (_name, use) => {
    await fc.assert(
      fc.asyncProperty(people, async (who) => {
        const seen = await app.perform(who, use, {}).catch((error: { readonly code?: string }) => error.code)
        const text = JSON.stringify(seen, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)) ?? ''
        const others = codes.filter((code) => !who.memberships.some(({ enterprise }) => enterprise === code))
        expect(others.filter((code) => text.includes(code))).toEqual([])
      }),
      { numRuns: 20 },
    )
  })
})
