/** A reform as a file that a pack can keep: what, why, the changes, and the figures it came to, with the hash of the run that gave them. */
import type { Diagnostic, Place } from '../../diagnostic.ts'
import type { Text } from '../../messages.ts'
import { findingOf, type Setting, settingsIn } from './reform.ts'

export type ReformFile = {
  readonly id: string
  readonly title: Text
  readonly settings: readonly Setting[]
  /** Edited documents, as paths below the folder of the file. */
  readonly documents: readonly string[]
  /** Null where no run was written into it yet. */
  readonly figures: ReadonlyMap<string, string> | null
}

const BLOCK = (name: string): RegExp => new RegExp(`^\`\`\`${name}[ \\t]*\\n([\\s\\S]*?)^\`\`\`[ \\t]*$`, 'm')

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

/** Reads a reform file; everything that is wrong is reported at its place. */
export const readReformFile = (
  text: string,
  file: string,
): { readonly value: ReformFile | null; readonly diagnostics: readonly Diagnostic[] } => {
  const diagnostics: Diagnostic[] = []
  const wrong = (line: number, zh: string, en: string): void => {
    const place: Place = { file, line, column: 1, end: 2 }
    diagnostics.push(findingOf('reform.file', place, { what: { zh, en } }))
  }
  const front = /^---\n([\s\S]*?)\n---\n/.exec(text)
  const keys = new Map(
    (front?.[1] ?? '').split('\n').flatMap((line) => {
      const [, key, value] = /^(\w+)\s*[:：]\s*(.+?)\s*$/.exec(line) ?? []
      return key !== undefined && value !== undefined ? [[key, value] as const] : []
    }),
  )
  for (const key of ['id', 'title', 'title_en']) if (!keys.has(key)) wrong(1, `文件头缺少 ${key}。`, `the front matter lacks ${key}.`)
  const changes = BLOCK('changes').exec(text)
  if (!changes) wrong(1, '缺少 ```changes 块。', 'there is no ```changes block.')
  const settings: Setting[] = []
  const documents: string[] = []
  const start = changes ? lineOf(text, changes.index) + 1 : 1
  for (const [index, line] of (changes?.[1] ?? '').split('\n').entries()) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue
    const path = /^document\s+(\S+)\s*$/.exec(line.trim())?.[1]
    if (path !== undefined) {
      if (path.split('/').includes('..') || path.startsWith('/'))
        wrong(start + index, '文本须在该文件的文件夹内。', 'the document must lie below the folder of the file.')
      else documents.push(path)
      continue
    }
    const read = settingsIn(line, file, start + index)
    settings.push(...read.value)
    diagnostics.push(...read.diagnostics)
  }
  const figures = BLOCK('figures').exec(text)
  const lines = figures?.[1]?.split('\n').flatMap((line) => {
    const [, key, value] = /^(\w+)\s*:\s*(.+?)\s*$/.exec(line) ?? []
    return key !== undefined && value !== undefined ? [[key, value] as const] : []
  })
  if (diagnostics.length > 0) return { value: null, diagnostics }
  const value: ReformFile = {
    id: keys.get('id')!,
    title: { zh: keys.get('title')!, en: keys.get('title_en')! },
    settings,
    documents,
    figures: lines ? new Map(lines) : null,
  }
  return { value, diagnostics }
}

/** The text with these figures, in place of those that it has. */
export const withFigures = (text: string, figures: ReadonlyMap<string, string>): string => {
  const block = `\`\`\`figures\n${[...figures].map(([key, value]) => `${key}: ${value}`).join('\n')}\n\`\`\``
  return BLOCK('figures').test(text) ? text.replace(BLOCK('figures'), () => block) : `${text.trimEnd()}\n\n${block}\n`
}

/** Figures that differ from those that the file has. */
export const differingFigures = (
  kept: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): readonly { readonly key: string; readonly kept: string; readonly now: string }[] =>
  [...new Set([...kept.keys(), ...now.keys()])].flatMap((key) => {
    const [old, own] = [kept.get(key) ?? '—', now.get(key) ?? '—']
    return old === own ? [] : [{ key, kept: old, now: own }]
  })
