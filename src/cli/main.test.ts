import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { line } from '../../test/line.ts'
import { home, packs } from '../../test/packs.ts'

const COMMANDS = ['check', 'test', 'facts', 'decide', 'run', 'sql', 'report', 'stamp', 'load', 'demo', 'serve']

describe('the command line', () => {
  it.each(['--help', '-h', 'help'])('lists every command with %s', async (asked) => {
    for (const language of ['zh', 'en']) {
      const { code, out } = await line(asked, '--lang', language)
      expect(code).toBe(0)
      for (const name of COMMANDS) expect(out).toMatch(new RegExp(`^  ${name}\\b`, 'm'))
    }
  })

  it('is used wrongly without a command', async () => {
    expect((await line()).code).toBe(2)
  })

  it.each(COMMANDS)('explains %s and each of its options in both languages', async (name) => {
    const [zh, en] = [await line(name, '--help'), await line(name, '--help', '--lang', 'en')]
    expect([zh.code, en.code]).toEqual([0, 0])
    expect(zh.out).toMatch(/^.*\p{Script=Han}/u)
    expect(en.out).toContain(`usage: planwright ${name}`)
    const options = (text: string) => [...text.matchAll(/^ {2}(--[a-z-]+|[A-Z_]+)/gm)].map((found) => found[1])
    expect(options(zh.out)).toEqual(options(en.out))
  })

  it('names the settings that the site reads', async () => {
    expect((await line('serve', '--help', '--lang', 'en')).out).toMatch(
      /PORT[\s\S]*DATABASE_URL[\s\S]*PLANWRIGHT_DATA[\s\S]*PLANWRIGHT_PACK/,
    )
  })

  it.each([
    [['chek', packs.xincheng], 'planwright: There is no command "chek"; did you mean "check"? planwright --help lists them.'],
    [['__proto__'], 'planwright: There is no command "__proto__". planwright --help lists them.'],
    [['check'], 'planwright: check takes: PACK.'],
    [['check', 'a', 'b'], 'planwright: check takes: PACK.'],
    [['demo', 'now'], 'planwright: demo takes no operands.'],
    [
      ['check', packs.xincheng, '--jason'],
      'planwright: There is no option "--jason"; did you mean "--json"? planwright check --help lists the options.',
    ],
    [['check', packs.xincheng, '--on'], 'planwright: The option "--on" needs a value. planwright check --help lists the options.'],
    [
      ['decide', packs.xincheng, '--facts', '--json'],
      'planwright: The option "--facts" needs a value. planwright decide --help lists the options.',
    ],
    [['check', packs.xincheng, '--json=yes'], 'planwright: The option "--json" takes no value. planwright check --help lists the options.'],
    [['check', packs.xincheng, '--on', '2023-02-30'], 'planwright: --on is no day: "2023-02-30". Write 2023-06-30.'],
    [['report', packs.xincheng, '--as-of', 'today'], 'planwright: --as-of is no day: "today". Write 2023-06-30.'],
    [['demo', '--enterprises', '1e3'], 'planwright: --enterprises is a whole number from 0 to 2000000.'],
    [['demo', '--seed', '-1'], /needs a value/],
  ])('is used wrongly with %j and says so in one sentence', async (args, sentence) => {
    const { code, out, err } = await line(...args, '--lang', 'en')
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(sentence)
    expect(err).not.toContain('\n')
    const zh = await line(...args)
    expect(zh.code).toBe(2)
    expect(zh.err).toMatch(/^planwright: .*\p{Script=Han}/u)
  })

  it('knows two languages', async () => {
    expect(await line('--help', '--lang', 'fr')).toMatchObject({ code: 2, err: 'planwright: --lang 只有 zh 和 en。' })
    expect((await line('--help', '--lang=en')).out).toContain('usage:')
  })

  it('runs from any folder, and ends quietly when its reader does', () => {
    const script = path.join(home, 'src/cli/main.ts')
    const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${script}" facts "${packs.wuhan}" --json | head -c 10`], {
      cwd: '/',
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([0, ''])
  })
})
