import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { configOf, dayIn } from './config.ts'
import { secretsOf } from './secret.ts'

describe('the settings', () => {
  it('have one default each', () => {
    expect(configOf({}, '/srv/planwright')).toEqual({
      mode: 'demo',
      port: 4620,
      host: '127.0.0.1',
      databaseUrl: null,
      dataFolder: null,
      backupsFolder: null,
      backupKeyFile: null,
      timeZone: 'Asia/Shanghai',
      home: '/srv/planwright',
      packFolder: null,
      demoEnterprises: 20_000,
      demoRun: 100_000,
      labEnterprises: null,
      filesFolder: null,
      journalFolder: null,
      scanner: null,
      requestsPerMinute: 1200,
      secrets: [],
      origin: null,
      provider: null,
      hash: 'sha256',
      mail: null,
      signingKey: null,
      webhooks: [],
    })
  })

  it('take an empty text for not set', () => {
    const empty = { PORT: '', HOST: '', DATABASE_URL: '', PLANWRIGHT_DATA: '', PLANWRIGHT_PACK: '', PLANWRIGHT_TIME_ZONE: '' }
    expect(configOf(empty, '/srv')).toEqual(configOf({}, '/srv'))
  })

  it.each([
    ['PORT', '65536', '0–65535'],
    ['PORT', '80a', '0–65535'],
    ['PORT', '-1', '0–65535'],
    ['PORT', '1e3', '0–65535'],
    ['PORT', '4620.5', '0–65535'],
    ['PLANWRIGHT_DEMO', '2000001', '0–2000000'],
    ['PLANWRIGHT_REQUESTS', '0', '1–1000000'],
    ['PLANWRIGHT_TIME_ZONE', 'Asia/Nowhere', 'Asia/Shanghai'],
    ['PLANWRIGHT_ORIGIN', 'plan.example.cn', 'https://plan.example.cn'],
    ['PLANWRIGHT_ORIGIN', 'https://plan.example.cn/path', 'https://plan.example.cn'],
    ['PLANWRIGHT_ORIGIN', 'ftp://plan.example.cn', 'https://plan.example.cn'],
    ['PLANWRIGHT_OIDC_ISSUER', 'http://id.example.cn', 'https://id.example.cn'],
    ['PLANWRIGHT_SECRET_FILE', '/nowhere', 'ENOENT'],
    ['PLANWRIGHT_MODE', 'Production', 'demo, production'],
  ])('refuse %s=%s and say what would fit', (name, value, expected) => {
    expect(() => configOf({ [name]: value }, '/srv')).toThrow(
      expect.objectContaining({ kind: 'invalid', code: 'kernel.config', params: { name, value, expected } }),
    )
  })

  it('take a mail server with the name that mails come from, and show neither user nor password when something is wrong', () => {
    const from = { PLANWRIGHT_MAIL_FROM: '策行 <planwright@example.cn>' }
    const smtp = 'smtps://user:secret@mail.example.cn:465'
    expect(configOf({ PLANWRIGHT_SMTP: smtp, ...from }, '/srv').mail).toEqual({ smtp, from: from.PLANWRIGHT_MAIL_FROM })
    expect(configOf(from, '/srv').mail).toBe(null)
    const wrong = (environment: NodeJS.ProcessEnv, params: object) =>
      expect(() => configOf(environment, '/srv')).toThrow(expect.objectContaining({ code: 'kernel.config', params }))
    const expected = 'smtps://user:password@mail.example.cn:465'
    wrong({ PLANWRIGHT_SMTP: 'user:secret@mail', ...from }, { name: 'PLANWRIGHT_SMTP', value: '…', expected })
    for (const value of ['', 'planwright', 'planwright@example.cn\nBcc: everybody@example.cn'])
      wrong(
        { PLANWRIGHT_SMTP: smtp, PLANWRIGHT_MAIL_FROM: value },
        { name: 'PLANWRIGHT_MAIL_FROM', value, expected: '策行 <planwright@example.cn>' },
      )
  })

  it('take secrets from a file, several of them while one replaces another, and never show one', () => {
    const [older, newer] = ['o'.repeat(32), 'n'.repeat(32)]
    const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'secret-')), 'secret')
    writeFileSync(file, `${newer}\n${older}\n`)
    expect(configOf({ PLANWRIGHT_SECRET_FILE: file }, '/srv').secrets).toEqual([newer, older])
    expect(configOf({ PLANWRIGHT_SECRET: older, PLANWRIGHT_SECRET_FILE: file }, '/srv').secrets).toEqual([older])
    expect(() => configOf({ PLANWRIGHT_SECRET: 'too short' }, '/srv')).toThrow(
      expect.objectContaining({ code: 'kernel.config', params: { name: 'PLANWRIGHT_SECRET', value: '…', expected: '≥ 32' } }),
    )
  })

  it('name a provider for signing in, whole or not at all', () => {
    const whole = {
      PLANWRIGHT_OIDC_ISSUER: 'https://id.example.cn',
      PLANWRIGHT_OIDC_CLIENT_ID: 'planwright',
      PLANWRIGHT_OIDC_CLIENT_SECRET: 'x',
    }
    expect(configOf(whole, '/srv').provider).toEqual({
      issuer: 'https://id.example.cn',
      clientId: 'planwright',
      clientSecret: 'x',
      name: 'id.example.cn',
    })
    for (const name of ['PLANWRIGHT_OIDC_CLIENT_ID', 'PLANWRIGHT_OIDC_CLIENT_SECRET'])
      expect(() => configOf({ ...whole, [name]: '' }, '/srv')).toThrow(expect.objectContaining({ code: 'kernel.config' }))
  })

  it('ask for a secret where real people would rely on it, and make one that only its owner reads for a demonstration', () => {
    const root = mkdtempSync(path.join(os.tmpdir(), 'secret-'))
    const config = configOf({ PLANWRIGHT_DATA: root }, '/srv')
    const made = secretsOf(config)
    expect(made).toEqual(secretsOf(config))
    expect(made[0]).toMatch(/^[\w-]{43}$/)
    expect(statSync(path.join(root, 'main', 'secret')).mode & 0o777).toBe(0o600)
    expect(() =>
      secretsOf(configOf({ PLANWRIGHT_DATA: root, PLANWRIGHT_MODE: 'production', PLANWRIGHT_ORIGIN: 'https://plan.example.cn' }, '/srv')),
    ).toThrow(expect.objectContaining({ code: 'kernel.no-secret' }))
  })

  it('want a public address with TLS in production', () => {
    const production = (origin?: string) =>
      configOf({ PLANWRIGHT_MODE: 'production', ...(origin === undefined ? {} : { PLANWRIGHT_ORIGIN: origin }) }, '/srv')
    expect(production('https://planwright.example')).toMatchObject({
      mode: 'production',
      origin: 'https://planwright.example',
      demoEnterprises: 0,
    })
    for (const origin of [undefined, 'http://planwright.example'])
      expect(() => production(origin)).toThrow(expect.objectContaining({ code: 'kernel.config' }))
  })

  it('know that a day begins in China eight hours before it begins in Greenwich', () => {
    expect(dayIn('Asia/Shanghai', new Date('2024-02-28T15:59:59Z'))).toBe('2024-02-28')
    expect(dayIn('Asia/Shanghai', new Date('2024-02-28T16:00:00Z'))).toBe('2024-02-29')
  })
})
