import crypto from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { hashPassword, verifyPassword } from './password.ts'

afterEach(() => void vi.restoreAllMocks())

/** Made with the parameters of another day: 8 MiB, three passes. */
const older = (password: string): string => {
  const salt = Buffer.from('0123456789abcdef')
  const hash = crypto.argon2Sync('argon2id', { message: password, nonce: salt, memory: 8192, passes: 3, parallelism: 1, tagLength: 32 })
  return `$argon2id$v=19$m=8192,t=3,p=1$${salt.toString('base64').replace(/=+$/, '')}$${hash.toString('base64').replace(/=+$/, '')}`
}

describe('a kept password', () => {
  it('is argon2id with a salt of its own', async () => {
    const [one, two] = await Promise.all([hashPassword('正确的马电池订书钉'), hashPassword('正确的马电池订书钉')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(one).not.toBe(two)
    expect(await verifyPassword('正确的马电池订书钉', one)).toEqual({ isRight: true, isOld: false })
    expect(await verifyPassword('正确的马电池订书针', one)).toEqual({ isRight: false, isOld: false })
  })

  it('is the same in full width and in half width', async () => {
    expect((await verifyPassword('ａｂｃｄｅｆｇｈ１２３４', await hashPassword('abcdefgh1234'))).isRight).toBe(true)
  })

  it('made with other parameters is accepted and said to be old', async () => {
    expect(await verifyPassword('correct horse', older('correct horse'))).toEqual({ isRight: true, isOld: true })
    expect((await verifyPassword('wrong horse', older('correct horse'))).isRight).toBe(false)
  })

  it('of nobody costs the same work as one of somebody, and no password is right', async () => {
    const kept = await hashPassword('correct horse')
    const derive = vi.spyOn(crypto, 'argon2')
    expect((await verifyPassword('wrong horse', kept)).isRight).toBe(false)
    expect((await verifyPassword('wrong horse', null)).isRight).toBe(false)
    const work = derive.mock.calls.map(([kind, { nonce, ...rest }]) => [kind, (nonce as Buffer).length, rest])
    expect(work).toHaveLength(2)
    expect(work[0]).toEqual(work[1])
  })

  it('is hashed with at most one other at a time', async () => {
    let most = 0
    let now = 0
    const real = crypto.argon2
    vi.spyOn(crypto, 'argon2').mockImplementation((kind, parameters, done) => {
      now++
      most = Math.max(most, now)
      real(kind, parameters, (error, key) => {
        now--
        done(error, key)
      })
    })
    await Promise.all(Array.from({ length: 7 }, () => hashPassword('correct horse')))
    expect(most).toBe(2)
  })
})
