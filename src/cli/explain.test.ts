import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileOf, line, packCopy } from '../../test/line.ts'
import { packs } from '../../test/packs.ts'

const golden = path.join(import.meta.dirname, 'golden')
const ON = '2025-06-30'

const POPULATION = `enterprise,独立法人,营业收入,研发投入,严重失信,营业收入增长率,企业规模,成立日期,月租金单价,租用面积,租用月数,示范场景级别,场景投资额
E1,是,2000 万元,500 万元,否,20%,小型,2024-01-31,22,100,12,市级,100 万元
E2,否,999 万元,500 万元,是,,大型,2010-01-31,22,100,12,其他,
"E,4",是,,1000 万元,,30%,小型,2010-01-31,,100,12,国家级,
`

const MEASURES = 'cloud-voucher,growth-award,rent-support,research-subsidy,scenario-award,settlement-award'

/** A run of a small population, and the options that name it. */
const ran = async (pack: string = packs.xincheng, ...more: readonly string[]) => {
  const population = fileOf(POPULATION, 'population.csv')
  const out = path.join(path.dirname(population), 'runs')
  await line('run', pack, '--population', population, '--on', ON, '--measure', MEASURES, '--out', out, ...more)
  const run = path.join(out, readdirSync(out)[0] ?? '')
  return { run, population, options: ['--run', run, '--population', population] as const }
}
const explain = (...args: readonly string[]) => line('explain', packs.xincheng, ...args)
const byHand = (row: string, ...more: readonly string[]) => explain('--row', row, '--on', ON, ...more)

describe('planwright explain', async () => {
  const { run, population, options } = await ran()

  /** `npm run golden` writes them anew, for a person to read the difference. */
  it.each([
    ['relation', ['--enterprise', 'E1', '--measure', 'growth-award', ...options]],
    ['amount', ['--enterprise', 'E1', '--measure', 'rent-support', ...options]],
    ['not-written', ['--enterprise', 'E2', '--measure', 'research-subsidy', ...options]],
    ['undetermined', ['--enterprise', 'E,4', '--measure', 'scenario-award', ...options]],
    ['mask-alone', ['--enterprise', 'E,4', '--run', run]],
    ['other-pack', ['--row', 'E1,growth-award,ineligible,,64', '--on', ON]],
    [
      'other-day',
      [
        '--row',
        'E1,rent-support,eligible,2640000,0',
        '--on',
        ON,
        '--facts',
        fileOf(
          JSON.stringify({
            企业规模: '小型',
            成立日期: '2024-01-31',
            月租金单价: '22',
            租用面积: '100',
            租用月数: '12',
          }),
        ),
      ],
    ],
  ])('reads as it was last read by a person: %s', async (name, args) => {
    for (const language of ['zh', 'en']) {
      const { out } = await explain(...args, '--lang', language)
      const file = path.join(golden, `${name}.${language}.txt`)
      if (process.env.GOLDEN) {
        mkdirSync(golden, { recursive: true })
        writeFileSync(file, `${out}\n`)
      }
      expect(existsSync(file), `${file} is missing; run npm run golden`).toBe(true)
      expect(`${out}\n`).toBe(readFileSync(file, 'utf8'))
    }
  })

  it('finds each line of a run, and each holds against the facts of its enterprise', async () => {
    const all = await ran(packs.xincheng, '--all')
    const lines = readFileSync(path.join(all.run, 'grants.csv'), 'utf8').trimEnd().split('\n').slice(1)
    expect(lines.length).toBe(18)
    for (const enterprise of ['E1', 'E2', 'E,4']) {
      const { code, out } = await explain(...all.options, '--enterprise', enterprise, '--json')
      const rows = JSON.parse(out) as { row: { enterprise: string; measure: string; mask: number }; verified: { holds: boolean } }[]
      expect([code, rows.length, rows.every(({ verified }) => verified.holds)]).toEqual([0, 6, true])
      for (const { row } of rows) expect(lines.some((each) => each.includes(`${row.measure},`) && each.endsWith(`,${row.mask}`))).toBe(true)
    }
  })

  it('says with exit code 1 that a line is not what facts and rule give', async () => {
    const facts = fileOf(JSON.stringify({ 独立法人: '是', 营业收入: '2000 万元', 严重失信: '否', 研发投入: '500 万元' }))
    const right = await byHand('E1,research-subsidy,eligible,50000000,0', '--facts', facts)
    expect([right.code, right.err]).toEqual([0, ''])
    const { code, out } = await byHand('E1,research-subsidy,eligible,50000001,0', '--facts', facts)
    expect([code, out]).toEqual([1, expect.stringContaining('金额  所写 500,000.01 元  算得 50 万元')])
  })

  it('takes the facts of one enterprise from a file of population that was changed since as another population', async () => {
    const other = fileOf(POPULATION.replace('999 万元', '998 万元'), 'population.csv')
    const { code, err } = await explain('--run', run, '--population', other, '--enterprise', 'E2', '--measure', 'growth-award')
    expect([code, err]).toEqual([1, expect.stringContaining('population.run-population')])
  })

  it('wants the pack of the run', async () => {
    const pack = packCopy()
    const file = path.join(pack, 'measures', 'growth-award.md')
    writeFileSync(file, readFileSync(file, 'utf8').replace('confidence: A', 'confidence: B'))
    const { code, err } = await line('explain', pack, ...options, '--enterprise', 'E1')
    expect([code, err]).toEqual([1, expect.stringContaining('population.run-pack')])
  })

  it.each([
    [['--enterprise', 'E9'], 'population.enterprise-unknown', 1],
    [['--enterprise', 'E1', '--measure', 'open-data'], 'The run was not over the measure', 2],
    [['--enterprise', 'E1', '--measure', 'none'], 'There is no measure "none"', 2],
    [[], 'Name the enterprise with --enterprise', 2],
  ])('names what is not there: %j', async (args, message, exit) => {
    const { code, err } = await explain('--lang', 'en', '--run', run, '--population', population, ...args)
    expect([code, err]).toEqual([exit, expect.stringContaining(message)])
  })

  it('says that what a run did not write is not eligible', async () => {
    const { code, err } = await explain('--run', run, '--enterprise', 'E9')
    expect([code, err]).toEqual([1, expect.stringContaining('population.line-none')])
  })

  it.each([
    [[], 'Give a run and an enterprise'],
    [['--run', 'x', '--row', 'y'], 'Give a run and an enterprise'],
    [['--run', 'x', '--enterprise', 'E1', '--on', ON], '--on does not go with --run'],
    [['--row', 'E1,growth-award,eligible,5,0', '--on', ON, '--measure', 'growth-award'], '--measure does not go with --row'],
    [['--run', 'nowhere', '--enterprise', 'E1'], '"nowhere" is not the folder of a run'],
    [['--row', 'E1,growth-award,eligible,5,0'], 'Give the day of the run with --on'],
    [['--row', 'E1,growth-award,eligible,,0', '--on', ON], 'its fen is wrong'],
    [['--row', 'E1,none,eligible,5,0', '--on', ON], 'There is no measure "none"'],
  ])('refuses %j as wrong use', async (args, message) => {
    const { code, err } = await explain('--lang', 'en', ...args)
    expect([code, err]).toEqual([2, expect.stringContaining(message)])
  })
})
