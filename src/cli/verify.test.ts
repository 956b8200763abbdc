import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main } from './main.ts'

const home = path.resolve(import.meta.dirname, '../..')
const pack = path.join(home, 'test/packs/xincheng')
let folder = ''
const at = (name: string): string => path.join(folder, name)

const planwright = async (...args: readonly string[]) => {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await main([...args, '--lang', 'en'], { out: (line) => out.push(line), err: (line) => err.push(line), terminal: false })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

/** The programs that check a receipt without ours. */
const CHECKERS: readonly (readonly [name: string, command: string, script: string])[] = [
  ['check.mjs', process.execPath, path.join(home, 'checkers/check.mjs')],
  ['check.py', 'python3', path.join(home, 'checkers/check.py')],
]
const hasPython = spawnSync('python3', ['--version']).status === 0
if (!hasPython) console.warn('SKIPPED: the checker in Python needs python3')
const runnable = CHECKERS.filter(([, command]) => command !== 'python3' || hasPython)

const checked = ([, command, script]: (typeof CHECKERS)[number], ...args: readonly string[]) => {
  const { status, stdout } = spawnSync(command, [script, ...args], { encoding: 'utf8', env: { ...process.env, PYTHONIOENCODING: 'utf-8' } })
  return { code: status, wrong: stdout.split('\n').filter((line) => line.startsWith('✗')), out: stdout }
}

let runFolder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'verify-'))
  await writeFile(at('facts.json'), JSON.stringify({ 营业收入: '6000 万元', 企业规模: '小型', 独立法人: '是' }))
  await planwright('decide', pack, '--facts', at('facts.json'), '--on', '2025-06-30', '--receipt', at('receipt.json'))
  const rows = Array.from({ length: 700 }, (_, index) => `e${index},${index * 10_000},是,否,${index * 5000},小型\n`)
  await writeFile(at('city.csv'), `enterprise,营业收入,独立法人,严重失信,研发投入,企业规模\n${rows.join('')}`)
  await planwright('run', pack, '--on', '2025-06-30', '--population', at('city.csv'), '--out', at('runs'))
  runFolder = path.join(at('runs'), (await readdir(at('runs')))[0]!)
  await planwright('receipt', runFolder, '--enterprise', 'e300', '--out', at('lines.json'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a receipt of a decision', () => {
  it('verifies in every part with the pack and the facts', async () => {
    const { code, out } = await planwright('verify', at('receipt.json'), '--pack', pack, '--facts', at('receipt.facts.json'))
    expect([code, out.includes('✗'), out.includes('？')]).toEqual([0, false, false])
  })
  it('says which part differs once anything is changed', async () => {
    await writeFile(
      at('changed.json'),
      (await readFile(at('receipt.json'), 'utf8')).replace('"status":"undetermined"', '"status":"eligible"'),
    )
    const { code, out } = await planwright('verify', at('changed.json'), '--pack', pack, '--facts', at('receipt.facts.json'))
    expect(code).toBe(1)
    expect(out).toMatch(/✗ the receipt’s own hash[\s\S]*✗ the result "/)
  })
  it('needs the pack for the facts, and a file that is one', async () => {
    expect((await planwright('verify', at('receipt.json'), '--facts', at('receipt.facts.json'))).code).toBe(2)
    expect((await planwright('verify', at('receipt.json'), '--pack', pack, '--facts', at('facts.json'))).code).toBe(2)
    expect(await planwright('verify', at('facts.json'))).toMatchObject({ code: 1, out: 'This is no receipt.' })
    expect((await planwright('verify', at('nothing.json'))).code).toBe(2)
  })
})

describe('a receipt of lines of a run', () => {
  it('leads from each line to the root of the run', async () => {
    const { grants } = JSON.parse(await readFile(path.join(runFolder, 'run.json'), 'utf8')) as { grants: { root: string; lines: number } }
    expect(grants.lines).toBeGreaterThan(700)
    const { code, out } = await planwright('verify', at('lines.json'))
    expect([code, out.includes('✗')]).toEqual([0, false])
  })
  it('is not given for an enterprise that has no line', async () => {
    const { code, err } = await planwright('receipt', runFolder, '--enterprise', 'e30000')
    expect([code, err]).toEqual([1, 'The run has no such line for "e30000": what is not written is not eligible.'])
  })
})

describe.each(runnable.map((checker) => ({ name: checker[0], checker })))('$name, which knows nothing of ours', ({ checker }) => {
  it('checks both kinds of receipt, the facts, the printed hash and the published root', async () => {
    const { hash } = JSON.parse(await readFile(at('receipt.json'), 'utf8')) as { hash: string }
    const { run } = JSON.parse(await readFile(at('lines.json'), 'utf8')) as { run: { grants: { root: string } } }
    expect(checked(checker, at('receipt.json'), '--facts', at('receipt.facts.json'), '--hash', hash)).toMatchObject({ code: 0, wrong: [] })
    expect(checked(checker, at('lines.json'), '--root', run.grants.root)).toMatchObject({ code: 0, wrong: [] })
    expect(checked(checker, at('lines.json'), '--root', '0'.repeat(64)).wrong).toEqual(['✗ 公布的根 · the root as published'])
    expect(checked(checker, at('receipt.json'), '--hash', '0'.repeat(64)).wrong).toEqual(['✗ 印在决定上的哈希 · the hash as printed'])
  })
  it('finds every changed byte', async () => {
    for (const name of ['receipt.json', 'lines.json']) {
      const bytes = await readFile(at(name))
      for (let step = 1; step <= 14; step++) {
        const changed = Buffer.from(bytes)
        const place = Math.floor((bytes.length * step) / 15)
        changed[place] = changed[place] === 0x31 ? 0x32 : 0x31
        await writeFile(at('changed.json'), changed)
        expect([name, place, checked(checker, at('changed.json')).code]).toEqual([name, place, 1])
      }
    }
  })
  it('finds a fact that is not the one', async () => {
    const text = await readFile(at('receipt.facts.json'), 'utf8')
    await writeFile(at('lied.json'), text.replace('小型', '微型'))
    expect(checked(checker, at('receipt.json'), '--facts', at('lied.json')).wrong).toEqual(['✗ 事实“企业规模” · the fact "企业规模"'])
  })
})
