import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../test/refused.ts'
import { checkedFile, filesIn, MAX_FILE, safeName } from './files.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'planwright-files-'))
afterAll(() => rm(folder, { recursive: true }))
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const shell = (text: string) => async (name: string) => {
  const file = path.join(folder, name)
  await writeFile(file, `#!/bin/sh\n${text}\n`, { mode: 0o755 })
  return file
}

describe('a name', () => {
  it('is safe whatever it was: no path, no control characters, never empty, not long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const safe = safeName(name)
        expect(safe).toMatch(/^[^/\\\p{Cc}"<>|:*?%;]+$/u)
        expect(safe).not.toMatch(/^\.|^$/)
        expect([...safe].length).toBeLessThanOrEqual(126)
        expect(safeName(safe)).toBe(safe)
      }),
    )
  })

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\人\\审计报告.PDF', '审计报告.pdf'],
    ['\u202egnp.exe', 'gnp.exe'],
    ['', 'file'],
  ])('of %j becomes %j', (name, safe) => expect(safeName(name)).toBe(safe))

  it('of any length costs no more than its end', () => {
    expect(safeName(`x${' '.repeat(5_000_000)}y.pdf`)).toBe('y.pdf')
  })
})

describe('a file', () => {
  const png = Uint8Array.from([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0,
  ])
  const docx = zipSync({
    '[Content_Types].xml': bytesOf(
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    'word/document.xml': bytesOf('<w:document/>'),
  })
  it.each([
    ['notice.pdf', bytesOf('%PDF-1.7\n'), 'application/pdf'],
    ['scan.png', png, 'image/png'],
    ['letter.docx', docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['list.csv', bytesOf('名称,金额\n甲,1\n'), 'text/csv'],
    ['note.txt', bytesOf('证明'), 'text/plain'],
  ])('is what its name says: %s', async (name, bytes, type) => expect(await checkedFile(name, bytes)).toEqual({ name, type }))

  it.each([
    ['empty.pdf', new Uint8Array(), 'kernel.file-empty'],
    ['large.txt', new Uint8Array(MAX_FILE + 1).fill(65), 'kernel.file-large'],
    ['run.exe', bytesOf('MZ'), 'kernel.file-ending'],
    ['page.html', bytesOf('<script>'), 'kernel.file-ending'],
    ['no-ending', bytesOf('%PDF-1.7\n'), 'kernel.file-ending'],
    ['constructor', bytesOf('x'), 'kernel.file-ending'],
    ['fake.pdf', png, 'kernel.file-content'],
    ['fake.xlsx', docx, 'kernel.file-content'],
    ['old.csv', Uint8Array.from([0xb9, 0xab, 0xcb, 0xbe]), 'kernel.file-content'],
    ['zero.txt', bytesOf('a\0b'), 'kernel.file-content'],
    ['fake.txt', bytesOf('%PDF-1.7\n'), 'kernel.file-content'],
  ])('is refused where it is not: %s', async (name, bytes, code) => {
    expect((await refusalOf(checkedFile(name, bytes))).code).toBe(code)
  })
})

describe('the store', () => {
  const files = filesIn(path.join(folder, 'store'), null)

  it('keeps the same bytes once, for its own account alone, and gives them back', async () => {
    const bytes = bytesOf('证据')
    const sha256 = await files.keep(bytes)
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(await files.keep(bytes)).toBe(sha256)
    const place = path.join(folder, 'store', sha256.slice(0, 2))
    expect(await readdir(place)).toEqual([sha256])
    expect((await stat(path.join(place, sha256))).mode & 0o777).toBe(0o600)
    expect(Buffer.from(await files.read(sha256)).equals(bytes)).toBe(true)
  })

  it('says that a file is gone, or is not what was handed in', async () => {
    expect((await refusalOf(files.read('0'.repeat(64)))).code).toBe('kernel.file-gone')
    const sha256 = await files.keep(bytesOf('as it was'))
    await writeFile(path.join(folder, 'store', sha256.slice(0, 2), sha256), 'altered')
    expect((await refusalOf(files.read(sha256))).code).toBe('kernel.file-gone')
  })

  it.each([
    ['clean', 'test -f "$2" && exit 0; exit 2'],
    ['infected', 'exit 1'],
    ['error', 'exit 2'],
  ])('says what the scanner says: %s', async (state, text) => {
    const command = await shell(text)(`scan-${state}.sh`)
    const scanned = filesIn(path.join(folder, 'store'), `${command} --quiet`)
    expect(scanned.unscanned).toBe('pending')
    expect(await scanned.scan(await scanned.keep(bytesOf('to scan')))).toBe(state)
  })

  it('says that nothing was scanned where there is no scanner, and that a missing one failed', async () => {
    expect([files.unscanned, await files.scan('0'.repeat(64))]).toEqual(['not-scanned', 'not-scanned'])
    expect(await filesIn(folder, path.join(folder, 'no-such-scanner')).scan('0'.repeat(64))).toBe('error')
  })
})
