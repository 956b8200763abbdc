/** The generated part of the documentation, as a pure function of the source: `docs` writes it, a test compares it. */
import { house } from '../src/app.ts'
import { factMessages } from '../src/core/fact-messages.ts'
import { caseMessages } from '../src/core/feel/case.ts'
import { feelMessages } from '../src/core/feel/messages.ts'
import type { Text } from '../src/core/messages.ts'
import { ruleMessages } from '../src/core/rule/messages.ts'
import { reformMessages } from '../src/core/rule/reform/messages.ts'
import { sqlMessages } from '../src/core/rule/sql/messages.ts'
import { backupMessages } from '../src/kernel/backup/messages.ts'
import { kernelMessages } from '../src/kernel/messages.ts'
import { packMessages } from '../src/pack/messages.ts'
import { paperMessages } from '../src/paper/messages.ts'
import { populationMessages } from '../src/population/messages.ts'
import { authority } from './authority.ts'

const GENERATED = '<!-- Generated from the source by `npm run docs`; edit the source. -->'

type Group = {
  readonly title: string
  readonly means: string
  readonly messages: Readonly<Record<string, Text & { readonly kind?: string }>>
}

const groups: readonly Group[] = [
  { title: 'rule', means: 'A measure file is wrong. Reported with place and clause, all at once.', messages: ruleMessages },
  { title: 'reform', means: 'A change of the law that is to be simulated is wrong. See [lab.md](lab.md).', messages: reformMessages },
  {
    title: 'feel',
    means: 'Why a case of the DMN kit is refused, or a line of a file of cases cannot be read. See [conformance.md](conformance.md).',
    messages: { ...feelMessages, ...caseMessages },
  },
  { title: 'sql', means: 'A measure cannot be put into a query for PostgreSQL.', messages: sqlMessages },
  { title: 'pack', means: 'A pack is wrong, or something in it deserves a second look.', messages: packMessages },
  { title: 'fact', means: 'A fact that somebody gave cannot be read.', messages: factMessages },
  {
    title: 'population',
    means: 'A population, or a run over it, is wrong. Rows are reported with line and column.',
    messages: populationMessages,
  },
  { title: 'paper', means: 'A document cannot be put on paper.', messages: paperMessages },
  { title: 'kernel', means: 'The machine: start, database, requests as such.', messages: kernelMessages },
  {
    title: 'backup',
    means: 'A backup cannot be made, or is not to be trusted. See [operations.md](operations.md).',
    messages: backupMessages,
  },
  ...house
    .filter((module) => Object.keys(module.messages).length > 0)
    .map((module) => ({ title: module.name, means: `Requests to the module ${module.name}.`, messages: module.messages })),
]

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const section = ({ title, means, messages }: Group): string => {
  const kinds = Object.values(messages).some((each) => each.kind !== undefined)
  const head = kinds ? '| code | kind | 中文 | English |\n| --- | --- | --- | --- |' : '| code | 中文 | English |\n| --- | --- | --- |'
  const rows = Object.entries(messages).map(
    ([code, { kind, zh, en }]) => `| \`${code}\` |${kinds ? ` ${kind ?? ''} |` : ''} ${cell(zh)} | ${cell(en)} |`,
  )
  return [`## ${title}`, means, '', head, ...rows].join('\n')
}

/** Every code that a program may rely on, with its words in both languages. */
const codes = (): string =>
  [
    GENERATED,
    '# Codes',
    '',
    'A code is `room.what-is-wrong`. It means one thing for ever and is never used again for another. Words in braces are parameters.',
    'Requests answer with `application/problem+json`; the kinds are `invalid` (400), `forbidden` (403), `unknown` (404), `conflict` (409), `refused` (422),',
    '`limited` (429: too often, try again later) and `unavailable` (503).',
    '',
    groups.map(section).join('\n\n'),
    '',
  ].join('\n')

/** File below `docs/` → its content. */
export const reference: ReadonlyMap<string, () => string> = new Map([
  ['codes.md', codes],
  ['authority.md', authority],
])
