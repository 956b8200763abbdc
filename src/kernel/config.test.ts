import { describe, expect, it } from 'vitest'
import { configOf, dayIn } from './config.ts'

describe('the settings', () => {
  it('have one default each', () => {
    expect(configOf({}, '/srv/planwright')).toEqual({
      port: 4620,
      host: '127.0.0.1',
      databaseUrl: null,
      dataFolder: null,
      timeZone: 'Asia/Shanghai',
      home: '/srv/planwright',
      packFolder: null,
      demoEnterprises: 20_000,
      labEnterprises: null,
      requestsPerMinute: 1200,
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
  ])('refuse %s=%s and say what would fit', (name, value, expected) => {
    expect(() => configOf({ [name]: value }, '/srv')).toThrow(
      expect.objectContaining({ kind: 'invalid', code: 'kernel.config', params: { name, value, expected } }),
    )
  })

  it('know that a day begins in China eight hours before it begins in Greenwich', () => {
    expect(dayIn('Asia/Shanghai', new Date('2024-02-28T15:59:59Z'))).toBe('2024-02-28')
    expect(dayIn('Asia/Shanghai', new Date('2024-02-28T16:00:00Z'))).toBe('2024-02-29')
  })
})
