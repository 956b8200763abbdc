import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { type Causes, countLetter, LETTERS_AN_HOUR } from './limit.ts'

const { db } = await freshDatabase()
const START = Date.parse('2026-11-24T08:00:00Z')
const at = (minutes: number) => ({ db, now: new Date(START + minutes * 60_000) })
const NOBODY: Causes = { account: null, enterprise: null, address: null }
let count = 0
const address = (): string => `reader${++count}@example.cn`

/** How many of so many letters were let through. */
const sent = async (kind: keyof typeof LETTERS_AN_HOUR, letters: number, causes: () => Causes, minutes = 0): Promise<number> => {
  let passed = 0
  for (let letter = 0; letter < letters; letter++) if ((await countLetter(at(minutes), kind, causes())) === null) passed++
  return passed
}

describe('letters within an hour', () => {
  it.each([
    ['invitation', 'account'],
    ['invitation', 'enterprise'],
    ['invitation', 'address'],
    ['reset', 'address'],
    ['new-address', 'account'],
    ['new-address', 'address'],
    ['notice', 'enterprise'],
    ['notice', 'address'],
  ] as const)('of kind %s are limited by %s, and by no other', async (kind, cause) => {
    const most = (LETTERS_AN_HOUR[kind] as Readonly<Record<string, number>>)[cause] ?? 0
    const one = { ...NOBODY, [cause]: address() }
    expect(await sent(kind, most + 3, () => one)).toBe(most)
    expect(await countLetter(at(1), kind, one)).toEqual({ cause, most, minutes: 59 })
    expect(await countLetter(at(0), kind, { ...NOBODY, [cause]: address() })).toBeNull()
  })

  it('have room again once the hour is over', async () => {
    const one = { ...NOBODY, address: address() }
    expect(await sent('reset', 9, () => one)).toBe(5)
    expect(await sent('reset', 9, () => one, 59)).toBe(0)
    expect(await sent('reset', 9, () => one, 60)).toBe(5)
  })

  it('are counted apart by kind: no limit tells of letters of another kind', async () => {
    const one = { ...NOBODY, address: address() }
    await sent('reset', 9, () => one)
    expect(await countLetter(at(0), 'new-address', one)).toBeNull()
  })

  it('that come at once are counted one by one, whatever they have in common', async () => {
    const [account, other] = [address(), address()]
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, letter) =>
        db
          .transaction()
          .execute((own) =>
            countLetter({ db: own, now: at(0).now }, 'new-address', { account, enterprise: null, address: letter % 2 ? other : address() }),
          ),
      ),
    )
    expect(results.filter((each) => each === null)).toHaveLength(5)
  })
})
