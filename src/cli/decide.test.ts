import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileOf, line, packCopy } from '../../test/line.ts'
import { home, packs } from '../../test/packs.ts'
import { freshApi } from '../../test/site.ts'

const FACTS = { 独立法人: '是', 营业收入: '1000 万元', 研发投入: '300 万元', 严重失信: '否' }
const facts = fileOf(JSON.stringify(FACTS))
const decide = (...more: readonly string[]) => line('decide', packs.xincheng, '--facts', facts, '--on', '2025-06-30', ...more)

describe('planwright decide', () => {
  it('says what one gets and why', async () => {
    const { code, out, err } = await decide('--measure', 'research-subsidy')
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^✓ 研发投入补助 {2}research-subsidy\n {4}可得 30 万元。/)
    expect(out).toContain('合计可得：30 万元')
  })

  it('says it in English', async () => {
    const { out } = await decide('--measure', 'research-subsidy', '--lang', 'en')
    expect(out).toMatch(/^✓ R&D subsidy/)
    expect(out).toContain('Entitled in total: 300,000 yuan')
  })

  it.each([
    ['zh', '认定级别 区级 → 市级或省级或国家级', '此时可得 300 万元，合计增加同样多。', '接下来问：'],
    [
      'en',
      'recognition level: district → city or provincial or national',
      'Entitled to 3 million yuan; the total rises by as much.',
      'To ask next:',
    ],
  ])('says in %s what would make a refused measure possible, and what to ask next', async (language, change, follows, next) => {
    const refused = fileOf(JSON.stringify({ 认定级别: '区级', 平台类型: '开源平台', 软硬件投资额: '1000 万元' }))
    const asked = ['decide', packs.wuhan, '--facts', refused, '--on', '2025-05-31', '--ways', '--next', '--lang', language]
    const { code, out } = await line(...asked)
    expect(code).toBe(0)
    for (const text of [`· ${change}`, `→ ${follows}`, '{#a1}', next]) expect(out).toContain(text)
  })

  it('gives machines the very answer of the API', async () => {
    const { api } = await freshApi('xincheng')
    for (const more of [{}, { measure: 'research-subsidy' }, { trace: true }, { ways: true }, { known: '2024-01-01' }]) {
      const payload = { facts: FACTS, on: '2025-06-30', ...more }
      const { body } = await api.inject({ method: 'POST', url: '/api/v1/decide', payload })
      const flags = Object.entries(more).flatMap(([name, value]) => (value === true ? [`--${name}`] : [`--${name}`, String(value)]))
      expect(JSON.parse((await decide('--json', ...flags)).out)).toEqual(JSON.parse(body))
    }
  })

  it('has the shape that programs rely on', async () => {
    const decision = JSON.parse((await decide('--json', '--trace')).out)
    expect(decision).toMatchObject({
      pack: { id: 'xincheng', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      on: '2025-06-30',
      known: '2025-06-30',
      total: '300000.00',
    })
    expect(decision.results.map((each: { measure: string }) => each.measure)).toContain('research-subsidy')
    for (const each of decision.results) {
      expect(each).toMatchObject({
        status: expect.stringMatching(/^(eligible|ineligible|undetermined)$/),
        missing: expect.any(Array),
        judgement: expect.any(Array),
        trace: expect.any(Array),
      })
      for (const failed of each.failed)
        expect(Object.keys(failed)).toEqual(expect.arrayContaining(['node', 'clause', 'fact', 'value', 'needed']))
    }
  })

  it('uses the law as known on the day of decision unless asked otherwise', async () => {
    const before = JSON.parse((await decide('--json', '--known', '2023-01-01')).out)
    expect(before.results.map((each: { measure: string }) => each.measure)).not.toContain('research-subsidy')
  })

  it('answers a pending judgement as a fact', async () => {
    const given = { 示范场景级别: '市级', 场景投资额: '100 万元' }
    const ask = async (more: object) =>
      JSON.parse(
        (
          await line(
            'decide',
            packs.xincheng,
            '--facts',
            fileOf(JSON.stringify({ ...given, ...more })),
            '--on',
            '2025-06-30',
            '--measure',
            'scenario-award',
            '--json',
          )
        ).out,
      ).results[0]
    expect(await ask({})).toMatchObject({ status: 'undetermined', judgement: ['scenario-award.择优'], atMost: '200000.00' })
    expect(await ask({ 'scenario-award.择优': '是' })).toMatchObject({ status: 'eligible', amount: '200000.00' })
    expect(await ask({ 'scenario-award.择优': '否' })).toMatchObject({ status: 'ineligible' })
  })

  it('reads facts from standard input', () => {
    const script = path.join(home, 'src/cli/main.ts')
    const run = (input: string) =>
      spawnSync(
        process.execPath,
        [script, 'decide', packs.xincheng, '--facts', '-', '--on', '2025-06-30', '--measure', 'research-subsidy', '--json'],
        { input, encoding: 'utf8' },
      )
    expect(JSON.parse(run(JSON.stringify(FACTS)).stdout).total).toBe('300000.00')
    expect(run('').status).toBe(1)
  })

  it.each([
    ['unknown facts', '{"营业收人":"1"}', 'fact.unknown'],
    ['values that cannot be read', '{"营业收入":"1e3"}', 'fact.number'],
    ['a list', '[]', 'fact.object'],
    ['no JSON', 'facts', 'fact.object'],
    ['nothing', '', 'fact.object'],
    ['a name twice', '{"营业收入":"1","营业收入":"2"}', 'fact.object'],
    ['broken UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'fact.object'],
    ['10 MB', `{"营业收入":"${'1'.repeat(10_000_000)}"}`, 'fact.object'],
  ])('finds %s in the facts, for people and for machines', async (_what, content, code) => {
    const file = fileOf(content)
    const plain = await line('decide', packs.xincheng, '--facts', file)
    expect([plain.code, plain.out, plain.err.includes(code)]).toEqual([1, '', true])
    const json = await line('decide', packs.xincheng, '--facts', file, '--json')
    expect(json.code).toBe(1)
    expect(JSON.parse(json.out).errors).toMatchObject([{ code, message: expect.any(String) }])
  })

  it.each([
    [['--facts', '/nowhere.json'], '读不到事实文件“/nowhere.json”。'],
    [['--facts', packs.xincheng], `读不到事实文件“${packs.xincheng}”。`],
    [[], '请用 --facts 给出事实文件。'],
    [['--facts', facts, '--measure', 'none'], '没有措施“none”。'],
  ])('is used wrongly with %j', async (args, sentence) => {
    expect(await line('decide', packs.xincheng, ...args)).toEqual({ code: 2, out: '', err: `planwright: ${sentence}` })
  })
})

describe('a day of the decision and a day of knowledge', () => {
  /** Published in September: 12 % from the beginning of the year. */
  const later = (): string => {
    const folder = packCopy()
    const file = path.join(folder, 'measures/research-subsidy.md')
    const text = readFileSync(file, 'utf8')
    writeFileSync(
      file,
      text.replace('(rate): 10%', '(rate): { ..: 10%, 2025-01-01..: 12% known 2025-09-01 }').replace(/```cases.*?```\n/gs, ''),
    )
    return folder
  }
  const folder = later()
  const on = ['--facts', facts, '--on', '2025-06-30', '--measure', 'research-subsidy'] as const

  it.each([
    ['2025-08-31', '30 万元'],
    ['2025-09-01', '36 万元'],
  ])('gives by the law as known on %s %s, and prints both', async (known, amount) => {
    const { out } = await line('decide', folder, ...on, '--known', known)
    expect(out).toContain(`可得 ${amount}。`)
    expect(out).toContain(`决定日 2025-06-30，按 ${known} 已公布的规定`)
    const population = fileOf('enterprise,独立法人,营业收入,研发投入,严重失信\ne1,是,10000000,3000000,否\n', 'one.csv')
    const run = await line(
      'run',
      folder,
      '--population',
      population,
      '--on',
      '2025-06-30',
      '--known',
      known,
      '--measure',
      'research-subsidy',
    )
    expect(run.out).toContain(`${amount.slice(0, 2)}0000.00`)
    expect(run.out).toContain(`决定日 2025-06-30，按 ${known} 已公布的规定`)
    const sql = await line('sql', folder, '--on', '2025-06-30', '--known', known, '--measure', 'research-subsidy')
    expect(sql.out).toContain(`on 2025-06-30 known ${known}\n`)
  })

  it('knows a measure that is published later only from that day on', async () => {
    expect(
      (
        await line(
          'decide',
          packs.xincheng,
          '--facts',
          facts,
          '--on',
          '2024-06-30',
          '--known',
          '2023-12-14',
          '--measure',
          'research-subsidy',
        )
      ).out,
    ).toContain('按 2023-12-14 所知，本条尚未公布。')
  })

  it('keeps what is published afterwards out of a decision that names one day', async () => {
    expect((await line('decide', folder, ...on)).out).toContain('可得 30 万元。')
  })
})
