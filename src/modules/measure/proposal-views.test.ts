import { describe, expect, it } from 'vitest'
import { reformed, xincheng } from '../../../test/pack.ts'
import { packs } from '../../../test/packs.ts'
import { postFor, somebody } from '../../../test/people.ts'
import { freshApp } from '../../../test/site.ts'
import { textsOf } from '../../pack/texts.ts'
import { compareAgain, propose } from '../edition/index.ts'
import { proposalPage } from './index.ts'

const { app, database } = await freshApp()
const person = await somebody(database)
const planner = { ...person, posts: [await postFor(database, person, ['planner'])] }
const first = await xincheng()
const proposed = async (files: ReadonlyMap<string, string>) => {
  const { id } = await app.perform(planner, propose, {
    files: Object.fromEntries(files),
    origin: { kind: 'folder', name: 'next' },
    reason: '试',
  })
  return app.perform(planner, proposalPage, { id })
}

describe('what a proposal would change', () => {
  it('is said of clauses, rule and parameters, and of every file', async () => {
    const { measures, files, documents } = await proposed(reformed(first))
    expect(files.map(({ path, change }) => [path, change])).toEqual([['measures/research-subsidy.md', 'changed']])
    expect(measures).toMatchObject([{ id: 'research-subsidy', change: 'changed' }])
    expect(measures![0]!.clauses[0]!.zh.filter(({ kind }) => kind !== 'same').map(({ text }) => text)).toEqual(['10%', '12%'])
    expect(measures![0]!.changes.map(({ kind }) => kind).toSorted()).toEqual(['condition', 'parameter'])
    expect(documents.map(({ file }) => file)).toEqual(['measures/research-subsidy.md'])
  })

  it('names measures that would come or go', async () => {
    const file = 'measures/open-data.md'
    const { measures, files } = await proposed(new Map([...first].filter(([name]) => name !== file)))
    expect([files.map(({ path, change }) => [path, change]), measures?.map(({ id, change }) => [id, change])]).toEqual([
      [[file, 'removed']],
      [['open-data', 'removed']],
    ])
  })

  it('of a pack with errors is still said of its files', async () => {
    const { measures, files, proposal } = await proposed(new Map([...first, ['sources.csv', 'nonsense\n']]))
    expect([measures, proposal.about, files.map(({ path }) => path)]).toEqual([null, null, ['sources.csv']])
    await app.perform(planner, compareAgain, { id: proposal.id })
  })

  it('is said of the city where the pack is of another one', async () => {
    expect((await proposed(new Map([...first].slice(0, -1)))).otherCity).toBe(null)
    const { files } = await textsOf(packs.sample)
    expect((await proposed(files)).otherCity).toMatchObject({ to: { zh: '示例市' } })
  })
})
