import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readPack } from './read.ts'
import { decode, textsOf } from './texts.ts'

const TODAY = '2026-11-24'
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
/** The bytes of 公开. */
const OPEN_IN_GB18030 = [0xb9, 0xab, 0xbf, 0xaa]

describe('bytes', () => {
  it('of UTF-8 are read without their byte-order mark, with line breaks made one', () => {
    expect(decode(utf8('\uFEFFa,公开\r\nb\rc\n'))).toEqual({ text: 'a,公开\nb\nc\n', encoding: 'utf-8' })
  })

  it('of GB18030 are read and named as such', () => {
    expect(decode(Uint8Array.from([...utf8('a,'), ...OPEN_IN_GB18030]))).toEqual({ text: 'a,公开', encoding: 'gb18030' })
  })

  it('of neither are refused', () => {
    expect(decode(Uint8Array.from([0x61, 0xff, 0xff]))).toBeNull()
  })

  it('of damaged UTF-8 keep their good characters and show where it broke', () => {
    const bytes = utf8('公共数据开放目录')
    bytes[4] = 0x20
    expect(decode(bytes)?.encoding).toBe('utf-8')
    expect(decode(bytes)?.text).toMatch(/^公\ufffd+ \ufffd+数据开放目录$/)
  })
})

describe('a folder', () => {
  let folder = ''
  const at = (name: string): string => path.join(folder, name)
  const codes = async (): Promise<string[]> =>
    (await readPack(folder, TODAY)).diagnostics.map(({ code, place, severity }) => `${severity} ${code} ${place.file}:${place.line}`)

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'pack-'))
    cpSync(path.resolve(import.meta.dirname, '../../test/packs/xincheng'), folder, { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('is read whole', async () => {
    expect(await codes()).toEqual([])
  })

  it('may have tables as Windows programs save them', async () => {
    writeFileSync(at('departments.csv'), '\uFEFFname,name_en,note\r\n市数据局,Data Bureau,\r\n市经信局,Industry Bureau,\r\n')
    expect((await readPack(folder, TODAY)).pack?.departments.get('市数据局')?.label.en).toBe('Data Bureau')
  })

  it('may have a table in GB18030, which is read with a warning', async () => {
    const rows = [...utf8('name,name_en,note\n'), ...OPEN_IN_GB18030, ...utf8(',Open,\n')]
    writeFileSync(at('departments.csv'), Uint8Array.from(rows))
    const { diagnostics } = await readPack(folder, TODAY)
    expect(diagnostics.find((each) => each.code === 'pack.not-utf8')?.severity).toBe('warning')
    expect((await textsOf(folder)).files.get('departments.csv')).toContain('公开,Open,')
  })

  it('is refused with a table of neither encoding', async () => {
    writeFileSync(at('departments.csv'), Uint8Array.from([...utf8('name,name_en,note\n'), 0xff, 0xff, 0x0a]))
    expect(await codes()).toEqual(['error pack.encoding departments.csv:1'])
  })

  it('is refused with a damaged table, at the line that is damaged', async () => {
    const bytes = utf8('name,name_en,note\n市数据局,Data Bureau,\n市经信局,Industry Bureau,\n')
    bytes[utf8('name,name_en,note\n市数据局,Data Bureau,\n').length] = 0x20
    writeFileSync(at('departments.csv'), bytes)
    expect(await codes()).toContain('error pack.character departments.csv:3')
  })

  it.each([
    ['departments.csv', 16],
    ['measures/open-data.md', 1],
    ['datapackage.json', 1],
  ])('is refused with %s above %i MB', async (name, megabytes) => {
    truncateSync(at(name), megabytes * 1024 * 1024 + 1)
    expect(await codes()).toEqual([`error pack.file-large ${name}:1`])
  })

  it('is refused with a table of NUL bytes', async () => {
    truncateSync(at('departments.csv'), 4096)
    expect(await codes()).toContain('error pack.character departments.csv:5')
  })

  it('is refused with a link that leads out of it', async () => {
    symlinkSync(path.resolve(import.meta.dirname, '../../README.md'), at('outside.md'))
    expect(await codes()).toEqual(['error pack.file-outside outside.md:1'])
  })

  it('is refused with a link that leads nowhere, or back to itself', async () => {
    symlinkSync(at('nothing.csv'), at('lost.csv'))
    symlinkSync(at('loop.csv'), at('loop.csv'))
    expect(await codes()).toEqual(['error pack.file-unreadable loop.csv:1', 'error pack.file-unreadable lost.csv:1'])
  })

  it('is not read further with too many files', async () => {
    const { files, diagnostics } = await textsOf(folder, 5)
    expect(files.size).toBe(0)
    expect(diagnostics.map((each) => each.code)).toEqual(['pack.files-many'])
  })

  it('is passed over where it is hidden or holds other files', async () => {
    mkdirSync(at('.git'))
    writeFileSync(at('.git/config.json'), '{')
    writeFileSync(at('picture.png'), Uint8Array.from([0xff, 0xff]))
    expect(await codes()).toEqual([])
  })

  it.each([
    ['does not exist', 'nothing'],
    ['is a file', 'README.md'],
  ])('that %s is reported', async (_what, name) => {
    const { pack, diagnostics } = await readPack(at(name), TODAY)
    expect(pack).toBeNull()
    expect(diagnostics.map((each) => each.code)).toEqual(['pack.folder'])
  })
})
