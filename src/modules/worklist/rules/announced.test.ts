import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPack } from '../../../pack/read.ts'
import { announcedIn } from './announced.ts'

const read = async (folder: string) => (await readPack(path.resolve(import.meta.dirname, '../../../..', folder), '2026-11-24')).pack!
const shipped = await read('packs/wuhan')
const invented = await read('test/packs/xincheng')
const items = [...shipped.tasks.values()].filter(({ kind }) => kind === 'item').map(({ document }) => document)

describe('what documents say of the list of a year', () => {
  it('is that the list which ships has 54 tasks, none of which is public, and that the six that are here come from elsewhere', () => {
    const { lists, others } = announcedIn(shipped, 2022, items)
    expect(lists).toMatchObject([{ document: 'wh-worklist-2022', items: 54, here: 0 }])
    expect(others).toMatchObject([{ document: 'wh-motion-2022', tasks: 6 }])
  })

  it('counts as here only what comes from the list, not what offices brought', () => {
    const { lists, others } = announcedIn(invented, 2025, ['xc-worklist-2025', null, null])
    expect(lists).toMatchObject([{ items: 3, here: 1 }])
    expect(others).toEqual([])
  })

  it('is nothing for a year of which no document speaks', () => {
    expect(announcedIn(invented, 2031, [null])).toEqual({ lists: [], others: [] })
    expect(announcedIn(invented, null, [])).toEqual({ lists: [], others: [] })
  })
})
