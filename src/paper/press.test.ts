import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { MOST_WAITING, openPress } from './press.ts'
import { english, sample, table } from './samples/document.ts'

const file = path.join(import.meta.dirname, 'worker.ts')
const press = openPress(file)
afterAll(() => press.close())

const startOf = (printed: Awaited<ReturnType<typeof press.print>>): string =>
  'bytes' in printed ? Buffer.from(printed.bytes.subarray(0, 4)).toString('latin1') : printed.code

describe('the press', () => {
  it('makes files of both kinds in a thread of its own, one after another', async () => {
    const all = await Promise.all([press.print(sample, 'pdf'), press.print(sample, 'docx'), press.print(english, 'pdf')])
    expect(all.map(startOf)).toEqual(['%PDF', 'PK\u0003\u0004', '%PDF'])
  })

  it('lets the site go on while it sets a long table', async () => {
    let turns = 0
    const watch = setInterval(() => turns++, 1)
    await press.print({ ...sample, body: [table(600)] }, 'pdf')
    clearInterval(watch)
    expect(turns).toBeGreaterThan(3)
  })

  it('gives a document up that takes too long, and makes the next one', async () => {
    const hasty = openPress(file, 1)
    expect(await hasty.print({ ...sample, body: [table(600)] }, 'pdf')).toEqual({ code: 'paper.long' })
    await hasty.close()
    expect(startOf(await press.print(sample, 'pdf'))).toBe('%PDF')
  })

  it('takes only so many documents that wait, and more once they are made', async () => {
    const all = await Promise.all(Array.from({ length: MOST_WAITING + 2 }, () => press.print(english, 'docx')))
    expect(all.filter((each) => 'code' in each)).toEqual([{ code: 'paper.busy' }, { code: 'paper.busy' }])
    expect(startOf(await press.print(english, 'docx'))).toBe('PK\u0003\u0004')
  })

  it('says what went wrong when the program is wrong, and goes on', async () => {
    await expect(press.print({ ...sample, body: [{ kind: 'table' } as never] }, 'pdf')).rejects.toThrow('reading')
    expect(startOf(await press.print(sample, 'docx'))).toBe('PK\u0003\u0004')
  })
})
