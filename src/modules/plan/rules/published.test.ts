import { describe, expect, it } from 'vitest'
import { type Descriptor, faultsOf, rowFaults, type TableRow } from '../../../../test/data-package.ts'
import { xincheng } from '../../../../test/pack.ts'
import { sha256Hex } from '../../../core/evidence/sha256.ts'
import { readCsv } from '../../../pack/csv.ts'
import { packOf } from '../../../pack/read.ts'
import type { EnteredReading } from './entered.ts'
import { readingsKnown } from './entered.ts'
import { PUBLISHED_READINGS, publishedPackage, publishedReadings } from './published.ts'

const TODAY = '2026-06-30'
const { pack: bare } = packOf(await xincheng(), TODAY)
if (!bare) throw new Error('the invented city does not pass its own check')
const entered = (over: Partial<EnteredReading>): EnteredReading => ({
  id: 'a',
  order: 1,
  indicator: 'stations',
  series: '统计公报',
  scope: null,
  definition: '5G基站数 ÷ 常住人口（万人）。',
  period: '2024',
  value: '22.5',
  unit: '个/万人',
  precision: 'exact',
  status: 'provisional',
  note: '核对后更正，"以此为准"',
  source: { title: '更正公告', publisher: null, date: null, address: null, confidence: 'A', hash: 'f'.repeat(64) },
  replaces: { value: '22', reason: '漏计一个区' },
  enteredBy: { zh: '数据岗', en: 'data' },
  enteredOn: '2026-05-01',
  approvedBy: { zh: '规划岗', en: 'planner' },
  approvedOn: '2026-05-02',
  ...over,
})
const pack = readingsKnown(bare, [entered({})])

const rowsIn = (text: string): readonly TableRow[] => {
  const { head, rows } = readCsv(text, '')
  return rows.map((row) => Object.fromEntries(head.map((column, index) => [column.text, row[index]?.text ?? ''])))
}
const textOf = (file: string): string => (file === PUBLISHED_READINGS ? publishedReadings(pack, TODAY) : (pack.files.get(file) ?? ''))
const descriptor = JSON.parse(publishedPackage(pack, TODAY)) as Descriptor & {
  readonly synthetic: boolean
  readonly resources: readonly {
    readonly name: string
    readonly path: string | readonly string[]
    readonly bytes: number
    readonly hash: string
  }[]
}

describe('the published package', () => {
  it('follows Data Package 2.0, and every row its schema', () => {
    expect(faultsOf(descriptor)).toEqual([])
    const rowsOf = (name: string): readonly TableRow[] =>
      [descriptor.resources.find((each) => each.name === name)?.path ?? []].flat().flatMap((file) => rowsIn(textOf(file)))
    expect(rowFaults(descriptor, rowsOf)).toEqual([])
  })
  it('says how large each table is and what it hashes to', () => {
    for (const { path, bytes, hash } of descriptor.resources) {
      const text = [path].flat().map(textOf).join('')
      expect([bytes, hash]).toEqual([Buffer.byteLength(text), `sha256:${sha256Hex(text)}`])
    }
  })
  it('says that an invented city is synthetic', () => expect(descriptor.synthetic).toBe(true))

  it('keeps a value that was corrected beside the one that replaced it, with both trails', () => {
    const versions = rowsIn(publishedReadings(pack, TODAY)).filter(({ indicator, period }) => indicator === 'stations' && period === '2024')
    expect(versions).toMatchObject([
      { value: '22', status: 'final', replaced_on: '2026-05-02', entered_by: '', synthetic: 'true' },
      {
        value: '22.5',
        status: 'provisional',
        known_from: '2026-05-02',
        replaced_on: '',
        entered_by: '数据岗',
        approved_by: '规划岗',
        replaces_value: '22',
        replaces_reason: '漏计一个区',
        note: '核对后更正，"以此为准"',
        source_hash: 'f'.repeat(64),
      },
    ])
  })
  it('holds nothing that is not known yet', () => {
    expect(rowsIn(publishedReadings(pack, '2026-05-01'))).toHaveLength(bare.readings.length)
  })
})
