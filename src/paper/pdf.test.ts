import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OfficialDocument } from '../core/official-document.ts'
import { clean } from './clean.ts'
import { pdfOf } from './pdf.ts'
import { english, sample, table } from './samples/document.ts'

/** Debian: apt-get install poppler-utils. */
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined

const bytesOf = (document: OfficialDocument): Buffer => {
  const printed = pdfOf(document)
  if (!('bytes' in printed)) throw new Error(printed.code)
  return Buffer.from(printed.bytes)
}
const poppler = (program: string, bytes: Buffer, ...options: readonly string[]): string =>
  execFileSync(program, [...options, '-', ...(program === 'pdftotext' ? ['-'] : [])], {
    input: bytes,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  })
const textOf = (bytes: Buffer): string => poppler('pdftotext', bytes, '-raw')
const bare = (text: string): string => text.replace(/\s/g, '')
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

describe('a PDF', () => {
  it('is the same bytes for the same document, and others for another', () => {
    const first = hashOf(bytesOf(sample))
    bytesOf(english)
    expect(hashOf(bytesOf(sample))).toBe(first)
    expect(hashOf(bytesOf({ ...sample, day: '2026-04-11' }))).not.toBe(first)
  })

  it('has tags, a title and a language for those who have it read aloud', () => {
    const text = bytesOf(sample).toString('latin1')
    expect(text).toContain('/Marked true')
    expect(text).toContain('/Lang (zh-CN)')
    expect(text).toContain('pdfuaid')
    expect(bytesOf(english).toString('latin1')).toContain('/Lang (en-GB)')
  })

  it('is set with characters that no font has as well', () => {
    expect(bytesOf({ ...sample, title: 'x\u{2fa1d}\u0e01' }).length).toBeGreaterThan(10_000)
  })

  it('is set whatever texts would be as markup, and whatever is not a character', () => {
    const hostile = fc.array(
      fc.constantFrom(
        '#',
        '$',
        '*',
        '_',
        '`',
        '@',
        '<',
        '>',
        '[',
        ']',
        '{',
        '}',
        '\\',
        '"',
        '//',
        '/*',
        '= ',
        '- ',
        '\n',
        '\0',
        '\ud800',
        '#eval("1")',
        '#read("/etc/passwd")',
        '#import "@preview/a:1.0.0"',
        '甲',
        'a',
      ),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(hostile, (pieces) => {
        const text = pieces.join('')
        const cells = { ...table(1), caption: text, rows: [[text, text, text, text]] }
        const body = [{ kind: 'heading', level: 1, text } as const, { kind: 'paragraph', text } as const, cells]
        const bytes = bytesOf({
          ...sample,
          title: `题${text}`,
          head: text,
          number: text,
          to: text,
          issuer: text,
          copies: [text],
          annexes: [text],
          notice: text,
          body,
        })
        if (hasPoppler) expect(bare(textOf(bytes))).toContain(bare(clean(text)))
      }),
      { numRuns: 25 },
    )
  })
})

describe.skipIf(!hasPoppler)('a PDF as poppler reads it (skipped where pdftotext is not installed)', () => {
  it('says everything that stands on the document, and on every page that its data are synthetic', () => {
    const bytes = bytesOf({ ...sample, number: null, body: [...sample.body, table(60)] })
    const pages = textOf(bytes).split('\f').slice(0, -1).map(bare)
    expect(pages.length).toBeGreaterThan(3)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('本文件中的数据是合成的，不是真实情况。')
      expect(page).toContain('草稿')
      expect(page).toContain(`—${index + 1}—`)
    }
    const text = pages.join('')
    for (const each of [
      '示例市发展和改革委员会文件',
      '（签发时编号）',
      '各区人民政府，各有关部门：',
      '（一）逾期的任务',
      '附件：1.进展情况表',
      '（印章处）',
      '2026年4月10日',
      '抄送：市委办公室',
    ])
      expect(text).toContain(each)
  })

  it('repeats the head of a table of forty pages on each of them', () => {
    const bytes = bytesOf({ ...sample, body: [table(1200)] })
    const pages = textOf(bytes).split('\f').slice(0, -1).map(bare)
    expect(pages.length).toBeGreaterThan(40)
    expect(pages.slice(0, -1).filter((page) => !page.includes('任务名称'))).toEqual([])
    expect(pages.join('')).toContain('1200按季度报送')
  })

  it('breaks a cell before a bracket rather than print it over the next one', () => {
    const cell = '91.4%（2026-09）'
    for (const count of [4, 5, 6, 7, 8]) {
      const columns = Array.from({ length: count }, () => ({ title: '数', align: 'left' as const }))
      const rows = [columns.map((_, index) => (index === 0 ? '甲乙丙丁戊己庚辛'.repeat(5) : cell))]
      const bytes = bytesOf({ ...sample, body: [{ ...table(1), columns, rows }] })
      const words = [
        ...poppler('pdftotext', bytes, '-bbox').matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" .*>91\.4%(.*)<\/word>/g),
      ]
      expect(words).toHaveLength(count - 1)
      const boxes = words.map(([, left, , right]) => [Number(left), Number(right)] as const)
      for (const [index, [, right]] of boxes.entries()) expect(right, `${count} columns`).toBeLessThan(boxes[index + 1]?.[0] ?? 600)
    }
  })

  it('is A4 and brings its fonts along', () => {
    const bytes = bytesOf(sample)
    const facts = poppler('pdfinfo', bytes)
    expect(facts).toMatch(/Page size: +595\.\d+ x 841\.\d+ pts \(A4\)/)
    expect(facts).toMatch(/Tagged: +yes/)
    const fonts = poppler('pdffonts', bytes).trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(0)
    expect(fonts.filter((line) => !/ yes yes yes /.test(line))).toEqual([])
  })

  it('keeps the last lines together with the signature', () => {
    for (const rows of [5, 8, 9, 10, 11, 12, 13]) {
      const pages = textOf(bytesOf({ ...sample, annexes: [], body: [table(rows), { kind: 'paragraph', text: '特此通报。' }] }))
        .split('\f')
        .map(bare)
      expect(pages.find((page) => page.includes('（印章处）'))).toContain('特此通报。')
    }
  })
})
