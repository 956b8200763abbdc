/** `docs/pack.md` shows every column as the reader wants it. A change of `tables.ts` fails here with the lines that the page needs. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { type ColumnKind, tableNames, tables } from './tables.ts'

const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/pack.md'), 'utf8')

const kindText = (kind: ColumnKind): string => {
  if (typeof kind !== 'object') return kind
  if ('choice' in kind) return kind.choice.map((each) => `\`${each}\``).join(' ')
  return 'one' in kind ? `→ ${kind.one}` : `→ ${kind.many}, several`
}

/** A bar inside a Markdown cell would end it. */
const cell = (text: string): string => text.replaceAll('|', '\\|')

it.each(tableNames)('shows the columns of %s as they are read', (table) => {
  const rows = tables[table].map(
    ({ name, kind, required, means }) =>
      `| \`${name}\`${required ? ' *' : ''} | ${kindText(kind)} | ${cell(means.zh)} | ${cell(means.en)} |`,
  )
  const lines = [`### ${table}`, '', '| column | holds | 含义 | means |', '| --- | --- | --- | --- |', ...rows].join('\n')
  expect(page.includes(lines), `docs/pack.md should say:\n${lines}\n`).toBe(true)
})
