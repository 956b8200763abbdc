import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { permitted, type Right } from './right.ts'
import { type HeldPost, LEVELS, type Level, type Membership, type Person, ROLES, type Role, VISITOR } from './who.ts'

const post = (...roles: Role[]): HeldPost => ({
  id: roles.join(),
  title: { zh: '岗', en: 'post' },
  department: 'd',
  departmentName: 'd',
  roles,
  acting: false,
})
const member = (enterprise: string, level: Level): Membership => ({ enterprise, level, via: 'member', measure: null })
const person = (over: Partial<Person> = {}): Person => ({
  kind: 'person',
  id: 'p',
  name: '某人',
  session: 's',
  key: null,
  posts: [],
  memberships: [],
  ...over,
})

describe('a right', () => {
  it('lets everybody in where it is public, and the operator everywhere', () => {
    expect(permitted('public', VISITOR, 'x')).toEqual({ post: null, membership: null })
    expect(permitted({ post: ['auditor'] }, { kind: 'operator', name: 'o' }, 'x')).toEqual({ post: null, membership: null })
  })

  it('asks a visitor to sign in, except for what nobody can do after signing in', () => {
    expect(permitted('person', VISITOR, 'x')).toBe('sign-in')
    expect(permitted({ member: 'view' }, VISITOR, 'x')).toBe('sign-in')
    expect(permitted('operate', VISITOR, 'x')).toBe('forbidden')
    expect(permitted('operate', person({ posts: [post(...ROLES)] }), 'x')).toBe('forbidden')
  })

  it('names the post it was granted for', () => {
    const finance = post('finance')
    expect(permitted({ post: ['auditor', 'finance'] }, person({ posts: [post('officer'), finance] }), 'x')).toEqual({
      post: finance,
      membership: null,
    })
    expect(permitted({ post: ['auditor'] }, person({ posts: [finance] }), 'x')).toBe('forbidden')
  })

  it('hides an enterprise from whoever has nothing to do with it, and tells its own people that their level is too low', () => {
    const who = person({ memberships: [member('A', 'draft')] })
    expect(permitted({ member: 'draft' }, who, 'x', 'A')).toEqual({ post: null, membership: member('A', 'draft') })
    expect(permitted({ member: 'sign' }, who, 'x', 'A')).toBe('forbidden')
    expect(permitted({ member: 'view' }, who, 'x', 'B')).toBe('unknown')
  })

  it('lets a key use what it was made for and nothing else', () => {
    const who = person({ key: { id: 'k', uses: ['party.read'] } })
    expect(permitted('person', who, 'party.read')).toEqual({ post: null, membership: null })
    expect(permitted('person', who, 'party.write')).toBe('forbidden')
  })

  const anyRight = fc.oneof(
    fc.constantFrom<Right>('public', 'person', 'operate'),
    fc.subarray([...ROLES], { minLength: 1 }).map((roles): Right => ({ post: roles })),
    fc.constantFrom(...LEVELS).map((level): Right => ({ member: level })),
  )
  const anyPerson = fc
    .record({
      posts: fc.array(
        fc.subarray([...ROLES], { minLength: 1 }).map((roles) => post(...roles)),
        { maxLength: 3 },
      ),
      memberships: fc.array(
        fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.constantFrom(...LEVELS)).map(([enterprise, level]) => member(enterprise, level)),
        { maxLength: 3 },
      ),
    })
    .map(person)

  it('is never won by having less', () => {
    fc.assert(
      fc.property(anyRight, anyPerson, fc.constantFrom('A', 'B', null), (right, who, enterprise) => {
        const less = { ...who, posts: who.posts.slice(1), memberships: who.memberships.slice(1) }
        if (typeof permitted(right, less, 'x', enterprise) !== 'string')
          expect(typeof permitted(right, who, 'x', enterprise)).not.toBe('string')
      }),
    )
  })

  it('never answers for one enterprise by what somebody may do for another', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LEVELS), anyPerson, (level, who) => {
        const strangers = { ...who, posts: [], memberships: who.memberships.filter(({ enterprise }) => enterprise !== 'A') }
        expect(permitted({ member: level }, strangers, 'x', 'A')).toBe('unknown')
      }),
    )
  })
})
