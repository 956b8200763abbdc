import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { docxOf } from './docx.ts'
import { english, sample, table } from './samples/document.ts'

const hasOffice = spawnSync('soffice', ['--version']).error === undefined

const partsOf = async (document: typeof sample): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(Object.entries(unzipSync(await docxOf(document))).map(([name, bytes]) => [name, strFromU8(bytes)]))

/** What keeps a text from being well-formed XML; null where nothing does. */
const flawOf = (xml: string): string | null => {
  const open: string[] = []
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML does not have
  const wrong = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.exec(xml)
  if (wrong) return `${JSON.stringify(wrong[0])} at ${wrong.index}`
  for (const [, closing, name, attributes = '', single] of xml.matchAll(/<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g))
    if (closing) {
      if (open.pop() !== name) return `</${name}>${attributes}`
    } else if (!single) open.push(name ?? '')
  const between = xml.replace(/<\?[^>]*\?>/g, '').replace(/<\/?[\w:.-]+(?:\s+[\w:.-]+="[^"<]*")*\s*\/?>/g, '')
  return between.includes('<') ? between.slice(between.indexOf('<'), between.indexOf('<') + 40) : (open[0] ?? null)
}

describe('a DOCX', () => {
  it('is the same bytes for the same document', async () => {
    expect(Buffer.from(await docxOf(sample)).equals(Buffer.from(await docxOf(sample)))).toBe(true)
    expect((await partsOf(sample))['docProps/core.xml']).toContain('>2026-04-10T00:00:00Z<')
  })

  it('is well-formed, whatever its texts are', async () => {
    const text = '<w:p>&amp;]]>"\0\ufffe\ud800 甲'
    for (const document of [
      sample,
      english,
      { ...sample, title: text, head: text, issuer: text, notice: text, body: [{ ...table(1), rows: [[text, text, text, text]] }] },
    ]) {
      const parts = await partsOf(document)
      expect(
        Object.entries(parts)
          .map(([name, xml]) => [name, flawOf(xml)])
          .filter(([, flaw]) => flaw !== null),
      ).toEqual([])
    }
  })

  it('has real headings, a head of the table on every page, and what every page has to say', async () => {
    const parts = await partsOf({ ...sample, number: null })
    const text = parts['word/document.xml'] ?? ''
    for (const style of ['Title', 'Heading1', 'Heading2', 'Heading3', 'Caption']) expect(text).toContain(`<w:pStyle w:val="${style}"/>`)
    expect(text).toContain('<w:tblHeader/>')
    expect(text).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    const footers = Object.entries(parts).filter(([name]) => /^word\/footer\d/.test(name))
    expect(footers.length).toBe(2)
    for (const [, footer] of footers) expect(footer).toContain(sample.notice)
    for (const [, header] of Object.entries(parts).filter(([name]) => /^word\/header\d/.test(name))) expect(header).toContain('草稿')
  })
})

describe.skipIf(!hasOffice)('a DOCX in LibreOffice (skipped where it is not installed)', () => {
  it('opens and says what it should', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'planwright-docx-'))
    try {
      const file = path.join(folder, 'a.docx')
      writeFileSync(file, await docxOf(sample))
      const profile = `-env:UserInstallation=file://${folder}/profile`
      execFileSync('soffice', [profile, '--headless', '--convert-to', 'txt:Text', '--outdir', folder, file], { stdio: 'ignore' })
      const text = readFileSync(path.join(folder, 'a.txt'), 'utf8')
      for (const each of [sample.title, '一、总体情况', '示例市发展和改革委员会', '（印章处）']) expect(text).toContain(each)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }, 60_000)
})
