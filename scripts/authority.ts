/** The table of authority: what each kind of asker may do, judged by the one function that judges in the site. */
import type { Text } from '../src/core/messages.ts'
import { mayUse, permitted, type Right } from '../src/kernel/right.ts'
import { LEVELS, type Level, type Person, ROLES, type Role, VISITOR, type Who } from '../src/kernel/who.ts'
import { files, type Page, pages } from '../src/web/addresses.ts'
import { levelText, roleText } from '../src/web/who-words.ts'
import { rights, routes } from './declared.ts'

/** An enterprise for which clerks and agents of the table act. */
const OWN = '91000000000000001N'

const person = (over: Partial<Person>): Person => ({
  kind: 'person',
  id: '',
  name: '',
  session: '',
  key: null,
  posts: [],
  memberships: [],
  ...over,
})
const clerk = (level: Level): Person => person({ memberships: [{ enterprise: OWN, level, via: 'member', measure: null }] })
const holder = (role: Role): Person =>
  person({ posts: [{ id: '', title: { zh: '', en: '' }, department: '', departmentName: '', roles: [role], acting: false }] })

/** Whoever may ask, by the column of the table. */
export const askers: readonly { readonly text: Text; readonly who: Who }[] = [
  { text: { zh: '访客', en: 'visitor' }, who: VISITOR },
  { text: { zh: '登录', en: 'signed in' }, who: person({}) },
  {
    text: { zh: '代理机构', en: 'agent' },
    who: person({ memberships: [{ enterprise: OWN, level: 'submit', via: 'delegation', measure: null }] }),
  },
  ...ROLES.map((role) => ({ text: roleText[role], who: holder(role) })),
  { text: { zh: '命令行', en: 'operator' }, who: { kind: 'operator', name: '' } },
]

/** The lowest level of an enterprise's own people that is enough; null if none is. */
const lowestLevel = (right: Right, name: string): Level | null =>
  LEVELS.find((level) => typeof permitted(right, clerk(level), name, OWN) !== 'string') ?? null

const cells = (right: Right, name: string): readonly string[] => {
  const level = lowestLevel(right, name)
  const [visitor, signedIn, ...others] = askers.map(({ who }) => (mayUse(right, who, name) ? '✓' : ''))
  // Those who are signed in anyway need no level.
  const own = signedIn ? '✓' : level === null ? '' : `${levelText[level].zh} ${level}`
  return [visitor ?? '', signedIn ?? '', own, ...others]
}

const HEADS = [
  ...askers.slice(0, 2).map(({ text }) => text),
  { zh: '企业的人，自', en: 'clerk, from' },
  ...askers.slice(2).map(({ text }) => text),
]

type Line = { readonly name: string; readonly right: Right; readonly key: string }

const table = (what: Text, lines: readonly Line[]): readonly string[] => [
  `| ${what.zh} ${what.en} | ${HEADS.map(({ zh, en }) => `${zh} ${en}`).join(' | ')} |`,
  `| --- |${HEADS.map(() => ' --- |').join('')}`,
  ...lines.map(({ name, right, key }) => `| \`${name}\` | ${cells(right, key).join(' | ')} |`),
]

const WINGS: Readonly<Record<string, Text>> = {
  portal: { zh: '公共门户', en: 'Portal' },
  account: { zh: '账户', en: 'Account' },
  desk: { zh: '企业工作台', en: 'Desk of enterprises' },
  office: { zh: '部门工作台', en: 'Department desk' },
  board: { zh: '规划看板', en: 'Planning board' },
  finance: { zh: '财政', en: 'Finance' },
  audit: { zh: '审计', en: 'Audit' },
  admin: { zh: '管理', en: 'Administration' },
}
const OTHER: Text = { zh: '各处', en: 'Everywhere' }

/** Groups in the order in which they are met. */
const grouped = <T>(list: readonly T[], by: (each: T) => string): readonly (readonly [string, readonly T[]])[] =>
  [...new Set(list.map(by))].map((key) => [key, list.filter((each) => by(each) === key)])

const wingOf = ({ file }: Page): string => (file.includes('/') ? (file.split('/')[0] ?? '') : '')

const pageTables = (): readonly string[] =>
  grouped([...pages, ...files], wingOf).flatMap(([wing, list]) => {
    const { zh, en } = WINGS[wing] ?? OTHER
    const lines = list.map(({ path, right }) => ({ name: `/${path}`, right, key: path }))
    return [`### ${zh} · ${en}`, '', ...table({ zh: '地址', en: 'Address' }, lines), '']
  })

const useTables = (): readonly string[] => {
  const list = [...rights].map(([name, right]) => ({ name, right, key: name })).sort((a, b) => (a.name < b.name ? -1 : 1))
  return grouped(list, ({ name }) => name.split('.')[0] ?? '').flatMap(([module, lines]) => [
    `### ${module}`,
    '',
    ...table({ zh: '名称', en: 'Name' }, lines),
    '',
  ])
}

const routeTable = (): readonly string[] =>
  table(
    { zh: '接口', en: 'Route' },
    routes.map(({ on, run }) => ({ name: on, right: run.right, key: run.name })),
  )

/** The page of the documentation. */
export const authority = (): string =>
  [
    '<!-- Generated from the source by `npm run docs`; edit the source. -->',
    '# 权限 · Authority',
    '',
    '谁可以做什么，由每个页面、接口、查看和办理各自声明一次，由一个函数判断（[决定 12](decisions/0012-who-may.md)）。“企业的人，自”一栏写的是在该企业里最低要有的权限，每一级包含前面各级；',
    '代理机构最高到“提交”。经办看得到全部企业和更正：事实和更正目前不属于哪个部门。对企业的人，别的企业的行不存在。财政、审计、管理员的岗位只有用第二重验证登录才有效。',
    '',
    'Each page, route, view and action declares once who may use it, and one function judges ([decision 12](decisions/0012-who-may.md)). “clerk, from” names the lowest level in the enterprise',
    'that is enough; each level includes those before it, and an agent has `submit` at most. Officers see all enterprises and corrections: facts and corrections belong to no department',
    'yet. To the people of an enterprise, rows of others do not exist. Posts of finance, audit and administration count only in a session with a second factor.',
    '',
    'Somebody who is not signed in is led to sign in (pages) or answered 401 (API); 403 says that post or level do not allow it, 404 that there is no such row for whoever asks.',
    '',
    '## 页面 · Pages',
    '',
    ...pageTables(),
    '## 接口 · API',
    '',
    'Below `/api/v1`. A program brings a key of a person; it may do what that person may do at that moment and the key was made for.',
    '',
    ...routeTable(),
    '',
    '## 查看和办理 · Views and actions',
    '',
    ...useTables(),
  ].join('\n')
