import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, groundOf } from '../../test/database.ts'
import { fileOf, line } from '../../test/line.ts'
import { home } from '../../test/packs.ts'
import { perform } from '../kernel/action.ts'
import { action } from '../kernel/module.ts'

const database = await freshDatabase()
const { db } = database
const settings = {
  DATABASE_URL: database.url,
  PLANWRIGHT_SIGNING_KEY: generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
}
const before = { ...process.env }
beforeAll(() => void Object.assign(process.env, settings))
afterAll(() => {
  process.env = before
})

const note = action('test.note', 'operate', Type.Object({ count: Type.Integer() }), async (act, { count }) => {
  for (let n = 0; n < count; n++)
    await act.record('test.noted', { object: ['test.thing', `“${n}”\n`], after: { n, text: '字\u2028\u007f"\\' } })
})
const noted = (count: number, hash: 'sha256' | 'sm3' = 'sha256') =>
  perform({ ...groundOf(database), hash }, { kind: 'operator', name: '测试' }, note, { count })
const audit = (...args: readonly string[]) => line('audit', ...args, '--lang', 'en')

/** The programs that check an exported record without ours. */
const hasPython = spawnSync('python3', ['-c', 'import hashlib; hashlib.new("sm3")']).status === 0
if (!hasPython) console.warn('SKIPPED: the checker in Python needs python3 with SM3')
const CHECKERS: readonly (readonly [command: string, script: string])[] = [
  [process.execPath, 'audit.mjs'],
  ...(hasPython ? [['python3', 'audit.py'] as const] : []),
]
const checked = ([command, script]: (typeof CHECKERS)[number], ...args: readonly string[]) => {
  const { status, stdout } = spawnSync(command, [path.join(home, 'checkers', script), ...args], {
    encoding: 'utf8',
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  })
  return { code: status, out: stdout }
}

describe('the record on the command line', () => {
  it('is verified, exported and checked without us, in both hash functions', async () => {
    await noted(3)
    await noted(2, 'sm3')
    const taken = await audit('checkpoint')
    const key = /^key {2}([0-9a-f]{64})$/m.exec(taken.out)?.[1] ?? ''
    expect([taken.code, key.length]).toEqual([0, 64])
    await noted(1)
    await audit('erase', '0/2', '--reason', 'asked for')
    expect(await audit('verify', '--key', key)).toMatchObject({ code: 0, out: expect.stringContaining('the record is whole') })

    const file = fileOf('', 'record.jsonl')
    expect((await audit('export', '--out', file)).code).toBe(0)
    const found = await audit('verify', file)
    expect(found.out).toMatch(/contents compared \d+, erased 1; checkpoints 1\n.*\n✓ the record is whole/)
    for (const checker of CHECKERS) {
      expect(checked(checker, file, '--key', key)).toMatchObject({ code: 0, out: expect.stringContaining('1 个检查点') })
      expect(checked(checker, file, '--key', key.replace(/^../, '00'))).toMatchObject({ code: 1 })
    }
    expect((await audit('verify', file, '--key', key.replace(/^../, '00'))).code).toBe(1)
  })

  it('shows each checker the same changes that we find', async () => {
    const file = fileOf('', 'record.jsonl')
    await audit('export', '--out', file)
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
    const changes: readonly (readonly [what: string, lines: readonly string[]])[] = [
      ['an actor', lines.map((each, at) => (at === 3 ? each.replace('operator:测试', 'operator:别人') : each))],
      ['contents', lines.map((each, at) => (at === 1 ? each.replace('\\"n\\":0', '\\"n\\":7') : each))],
      ['a removed event', lines.toSpliced(2, 1)],
      ['exchanged events', lines.toSpliced(4, 2, lines[5]!, lines[4]!)],
      ['a removed tail', lines.slice(0, 3)],
      ['contents taken away', lines.map((each, at) => (at === 1 ? each.replace(/^.*,"event":/, '{"contents":null,"event":') : each))],
      ['a checkpoint', lines.map((each, at) => (at === 0 ? each.replace(/"root":"./, '"root":"x') : each))],
      ['the head of a lane', lines.map((each, at) => (at === 0 ? each.replace(/"heads":\[\{"head":"./, '"heads":[{"head":"x') : each))],
    ]
    for (const [what, changed] of changes) {
      expect(changed.join('\n'), what).not.toBe(lines.join('\n'))
      const altered = fileOf(`${changed.join('\n')}\n`, 'altered.jsonl')
      expect((await audit('verify', altered)).code, what).toBe(1)
      for (const checker of CHECKERS) expect(checked(checker, altered).code, `${what}, ${checker[1]}`).toBe(1)
    }
  })

  it('keeps each checker within sixty lines', () => {
    for (const name of ['audit.mjs', 'audit.py'])
      expect(
        readFileSync(path.join(home, 'checkers', name), 'utf8')
          .trimEnd()
          .split('\n').length,
      ).toBeLessThanOrEqual(60)
  })

  it('says where the database was changed', async () => {
    await sql`alter table kernel_event disable trigger user`.execute(db)
    await sql`update kernel_event set actor = 'operator:other' where lane = 0 and seq = 4`.execute(db)
    expect(await audit('verify')).toMatchObject({ code: 1, out: expect.stringContaining('✗ event 0/4 was changed') })
  })

  it('wants to be told what, and a file that is a record', async () => {
    expect((await audit('nonsense')).code).toBe(2)
    expect((await audit('erase', '0/1')).code).toBe(2)
    expect((await audit('verify', fileOf('{}\n', 'none.jsonl'))).code).toBe(2)
    expect((await audit('verify', '/nowhere/at/all.jsonl')).code).toBe(2)
  })

  it('needs a key to sign with where real people rely on it', async () => {
    process.env.PLANWRIGHT_SIGNING_KEY = ''
    process.env.PLANWRIGHT_MODE = 'production'
    process.env.PLANWRIGHT_ORIGIN = 'https://plan.example.cn'
    process.env.PLANWRIGHT_SECRET = 'x'.repeat(40)
    expect(await audit('checkpoint')).toMatchObject({ code: 1, err: expect.stringContaining('PLANWRIGHT_SIGNING_KEY_FILE') })
  })
})
