import { describe, expect, it } from 'vitest'
import { reformed, xincheng } from '../../../test/pack.ts'
import { freshApi } from '../../../test/site.ts'
import { publish } from '../edition/index.ts'
import type { MeasureDifference, MeasureVersion } from './contract.ts'

const MEASURE = 'research-subsidy'

describe('the versions of a measure', async () => {
  const { api, app, hash: first } = await freshApi('xincheng')
  const put = async (files: ReadonlyMap<string, string>) =>
    (await app.perform({ kind: 'operator', name: 'test' }, publish, { files: Object.fromEntries(files) })).hash
  const get = async <T>(url: string): Promise<{ readonly status: number; readonly body: T }> => {
    const reply = await api.inject({ url: `/api/v1/measures/${url}` })
    return { status: reply.statusCode, body: reply.json() as T }
  }
  const files = await xincheng()

  it('are one where it was published once, and there is nothing to compare', async () => {
    const { body } = await get<MeasureVersion[]>(`${MEASURE}/versions`)
    expect(body).toMatchObject([{ text: expect.stringMatching(/^[0-9a-f]{64}$/), editions: [{ hash: first, inService: true }] }])
    const { status, body: problem } = await get<{ code: string }>(`${MEASURE}/difference`)
    expect([status, problem.code]).toEqual([404, 'measure.version-single'])
  })

  it('stay one when only other files of the pack change', async () => {
    const descriptor = (files.get('datapackage.json') ?? '').replace(/"version": "[^"]+"/, '"version": "1.0.1"')
    await put(new Map([...files, ['datapackage.json', descriptor]]))
    const { body } = await get<MeasureVersion[]>(`${MEASURE}/versions`)
    expect(body.map(({ editions }) => editions.map(({ version }) => version))).toEqual([['1.0.1', '1.0.0']])
  })

  it('are compared in text, rule and parameters', async () => {
    const second = await put(reformed(files))
    const { body } = await get<MeasureDifference>(`${MEASURE}/difference`)
    expect([body.before.version, body.after.hash]).toEqual(['1.0.1', second])
    expect(
      body.clauses.map(({ anchor, zh, en }) => [anchor, zh.filter(({ kind }) => kind !== 'same'), en.every(({ kind }) => kind === 'same')]),
    ).toEqual([
      [
        'a1',
        [
          { kind: 'removed', text: '10%' },
          { kind: 'added', text: '12%' },
        ],
        true,
      ],
    ])
    expect(body.changes).toEqual([
      {
        kind: 'parameter',
        change: 'changed',
        name: '补助比例',
        part: { zh: '补助比例', en: 'rate' },
        period: { from: null, to: null },
        before: { zh: '10%', en: '10%' },
        after: { zh: '12%', en: '12%' },
      },
      expect.objectContaining({
        kind: 'condition',
        change: 'added',
        before: null,
        after: expect.objectContaining({ zh: '研发投入不低于 100 元' }),
      }),
    ])
    const { body: back } = await get<MeasureDifference>(`${MEASURE}/difference?from=${second.slice(0, 12)}&to=${first.slice(0, 12)}`)
    expect(back.changes.map(({ change }) => change)).toEqual(['changed', 'removed'])
    const { body: same } = await get<MeasureDifference>(`${MEASURE}/difference?from=${second}&to=${second}`)
    expect([same.clauses, same.changes]).toEqual([[], []])
  })

  it('are refused where a pack is not known or does not have the measure', async () => {
    const { status, body } = await get<{ code: string }>(`${MEASURE}/difference?from=000000&to=${first}`)
    expect([status, body.code]).toEqual([404, 'edition.unknown'])
    const without = [...files].filter(([name]) => name !== 'measures/open-data.md')
    const old = await put(new Map(without))
    await put(files)
    const { body: missing } = await get<{ code: string }>(`open-data/difference?from=${old}&to=${first}`)
    expect(missing.code).toBe('measure.version-unknown')
  })
})
