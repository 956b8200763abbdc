import { sql } from 'kysely'
import { TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { groundOf } from '../../../test/database.ts'
import { passwordFor, somebody } from '../../../test/people.ts'
import { refusalOf } from '../../../test/refused.ts'
import { freshApp } from '../../../test/site.ts'
import { appOf } from '../../app.ts'
import { addTotp, hasProof, makeKey, newRecoveryCodes, offerTotp, proveOwn, removeTotp } from './index.ts'

const { app, database } = await freshApp()
const BEGAN = Date.parse('2024-06-30T04:00:00Z')
const minutesOn = (minutes: number) => appOf(groundOf(database, new Date(BEGAN + minutes * 60_000).toISOString()))
const PASSWORD = '长江大桥的第三座桥墩'
const KEY = { name: '对账程序', uses: ['identity.me'], expiresOn: '2024-12-31' }

describe('a fresh proof', () => {
  it('is what signing in was, for ten minutes, and then the password once more', async () => {
    const who = await somebody(database)
    await passwordFor(database, who, PASSWORD)
    const [soon, late, later] = [minutesOn(9.9), minutesOn(10), minutesOn(20)]
    expect([await soon.perform(who, hasProof, {}), await late.perform(who, hasProof, {})]).toEqual([true, false])
    expect((await refusalOf(proveOwn(late.perform, who, { current: 'wrong', address: '10.9.0.1' }))).code).toBe('identity.password-wrong')
    expect(await late.perform(who, hasProof, {})).toBe(false)
    await proveOwn(late.perform, who, { current: PASSWORD, address: '10.9.0.1' })
    expect([await late.perform(who, hasProof, {}), await later.perform(who, hasProof, {})]).toEqual([true, false])
  })

  it('is wanted for factors, recovery codes and keys', async () => {
    const who = await somebody(database)
    const { secret, offer } = await app.perform(who, offerTotp, {})
    const code = (minutes: number) => TOTP.generate({ secret: new TOTP({ secret }).secret, timestamp: BEGAN + minutes * 60_000 })
    const late = minutesOn(11)
    const codes = async (...works: readonly Promise<unknown>[]) => Promise.all(works.map(async (work) => (await refusalOf(work)).code))
    expect(await codes(late.perform(who, addTotp, { offer, code: code(11) }), late.perform(who, makeKey, KEY))).toEqual(
      Array(2).fill('identity.proof-old'),
    )
    await app.perform(who, addTotp, { offer, code: code(0) })
    expect(await codes(late.perform(who, removeTotp, {}), late.perform(who, newRecoveryCodes, {}))).toEqual(
      Array(2).fill('identity.proof-old'),
    )
    await app.perform(who, makeKey, KEY)
    await app.perform(who, removeTotp, {})
    const { rows } = await sql<{
      change: string
    }>`select body ->> 'change' as change from kernel_outbox where type = 'identity.account-changed'
      and body ->> 'user' = ${who.id} order by id`.execute(database.db)
    expect(rows.map(({ change }) => change)).toEqual(['factor-added', 'key-made', 'factor-removed'])
  })
})
