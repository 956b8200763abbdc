/** Every page of a demonstration, as the person it belongs to, with rows to show: made through the site's own forms, by its demo accounts, and its command line. */
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { promisify } from 'node:util'
import { zipSync } from 'fflate'
import type { Right } from '../src/kernel/right.ts'
import { demoUscc } from '../src/modules/party/index.ts'
import { textsOf } from '../src/pack/texts.ts'
import { pages } from '../src/web/addresses.ts'
import { SESSION_COOKIE } from '../src/web/session.ts'
import { edited } from './pack.ts'

/** The demo accounts by what they are for, with the name that stands on their button. */
export const ACCOUNTS = {
  officer: '周经办',
  second: '吴复核',
  finance: '郑财务',
  auditor: '王审计',
  planner: '冯规划',
  reviewer: '何复审',
  publisher: '何复审',
  administrator: '陈管理',
  clerk: '李会计',
  boss: '赵总',
  agent: '孙代办',
} as const
export type Account = keyof typeof ACCOUNTS

/** A page: its name for pictures, the pattern of the address book it answers, its address, and whose it is; null for everybody. */
export type Stop = { readonly name: string; readonly page: string; readonly path: string; readonly who: Account | null }
export type Tour = { readonly stops: readonly Stop[]; readonly sessions: ReadonlyMap<Account, string> }

/** The enterprise that clerk, boss and agent of the demonstration act for. */
export const ENTERPRISE = demoUscc(1)
const home = path.resolve(import.meta.dirname, '..')
const wuhan = path.join(home, 'packs/wuhan')

/** The site as one person sees it. */
export type Seen = {
  readonly get: (at: string) => Promise<string>
  /** Sends a form; answers with the address it leads to, or with what the page says where it leads nowhere. */
  readonly post: (at: string, fields: Readonly<Record<string, string | File>>) => Promise<string>
}

export const seenBy = (address: string, session: string | null): Seen => {
  const headers = session === null ? {} : { cookie: `${SESSION_COOKIE}=${session}` }
  return {
    get: async (at) => (await fetch(address + at, { headers })).text(),
    post: async (at, fields) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.set(name, value)
      const isPlain = Object.values(fields).every((value) => typeof value === 'string')
      const plain = new URLSearchParams(isPlain ? (fields as Record<string, string>) : {})
      const reply = await fetch(address + at, { method: 'POST', redirect: 'manual', headers, body: isPlain ? plain : body })
      return reply.headers.get('location') ?? reply.text()
    },
  }
}

/** Signs in as a demo account; the value of the session's cookie. */
export const enter = async (address: string, account: Account): Promise<string> => {
  const page = await seenBy(address, null).get('/sign-in')
  const button = page.split('<button').find((each) => each.includes(ACCOUNTS[account])) ?? ''
  const user = /value="([0-9a-f-]{36})"/.exec(button)?.[1] ?? ''
  const reply = await fetch(`${address}/sign-in`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ do: 'demo', user }) })
  const session = new RegExp(`${SESSION_COOKIE}=([^;]+)`).exec(reply.headers.get('set-cookie') ?? '')?.[1]
  if (session === undefined) throw new Error(`${ACCOUNTS[account]} was not let in.`)
  return session
}

/** The Wuhan pack with another cap of one measure, as a ZIP to propose. */
export const reform = async (cap = '600 万元'): Promise<File> => {
  const file = 'measures/public-service-platform.md'
  const { files } = await textsOf(wuhan)
  const higher = edited(files, file, '{ 2022-06-01..2025-05-31: 500 万元 }', `{ 2022-06-01..2025-05-31: ${cap} }`)
  const text = (higher.get(file) ?? '').replace(/```cases.*?```\n/s, '')
  const entries = [...higher, [file, text] as const].map(([name, each]) => [`wuhan/${name}`, new TextEncoder().encode(each)] as const)
  return new File([zipSync(Object.fromEntries(entries))], 'wuhan.zip', { type: 'application/zip' })
}

/** Two mass runs over synthetic enterprises, by the command line. */
export const makeRuns = async (environment: Readonly<Record<string, string>>): Promise<void> => {
  for (const on of ['2023-06-30', '2024-06-30'])
    await promisify(execFile)(
      process.execPath,
      [path.join(home, 'src/cli/main.ts'), 'run', wuhan, '--population', 'synthetic:2000', '--on', on, '--out', 'db'],
      { cwd: home, env: { PATH: process.env.PATH, PLANWRIGHT_HOME: home, ...environment } },
    )
}

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
/** Facts that are disputed, and what the enterprise says they are. */
const WRONG = [
  ['营业收入', '3000 万元'],
  ['研发投入', '210 万元'],
] as const

const THIS_YEAR = String(new Date().getFullYear())
/** A list as an office keeps it; the officers of the demonstration sit in the department that leads. */
const LEAD = '市经信局'
const TASKS = `编号,类别,任务,责任单位,完成时限,公开\n演示1,数据,演示任务：开放一批公共数据集,${LEAD},2099-06-30,是\n`

/** Does what the people of the demonstration would; what is there already stays. Answers with the addresses that only then exist, by the patterns of the address book. */
const prepare = async (as: (account: Account) => Seen): Promise<ReadonlyMap<string, string>> => {
  const [officer, clerk, boss, planner] = [as('officer'), as('clerk'), as('boss'), as('planner')]
  const desk = `/desk/${ENTERPRISE}`
  for (const [fact, value] of WRONG)
    await clerk.post(`${desk}/facts/${encodeURIComponent(fact)}`, {
      do: 'correct',
      value,
      validOn: '2024-01-01',
      reason: '与年度审计报告不一致',
      evidence: new File(['%PDF-1.7\n'], '审计报告.pdf', { type: 'application/pdf' }),
    })
  const first = async (account: Account, list: string): Promise<string> => {
    const links = (await as(account).get(list)).matchAll(/href="([^"?#]+)"/g)
    const below = list === '/audit' ? `${list}/events/` : `${list}/`
    return [...links].map(([, href = '']) => href).find((href) => href.startsWith(below) && /\d/.test(href)) ?? `nothing on ${list}`
  }
  const judged = await first('officer', '/office/corrections')
  await officer.post(judged, { do: 'judge', step: 'review', verdict: 'accept', reason: '与报告一致' })
  const ANSWERS = { 'fact:认定级别': '市级', 'fact:平台类型': '开源平台', 'fact:软硬件投资额': '2000 万元' }
  await clerk.post('/desk/keep', { do: 'keep', enterprise: ENTERPRISE, name: '2023年申报前', on: '2023-06-30', ...ANSWERS })
  const checkUp = await first('clerk', `${desk}/check-ups`)
  await clerk.post(checkUp, { do: 'receipt' })
  await planner.post('/admin/packs', { do: 'propose', zip: await reform(), reason: '补助上限提高到600万元' })
  await clerk.post('/account/keys', { do: 'make', name: '核验程序', uses: 'identity.me', expiresOn: inDays(90) })
  const invitation = {
    do: 'invite-agent',
    name: '新代办',
    email: `${randomUUID()}@example.org`,
    level: 'draft',
    measure: '',
    toOn: inDays(30),
  }
  const offered = /<code>[^<]*(\/join\/[^<]+)<\/code>/.exec(await boss.post(`${desk}/people`, invitation))?.[1]
  const list = await planner.post('/board/worklist', {
    do: 'list',
    year: THIS_YEAR,
    file: new File([TASKS], '清单.csv', { type: 'text/csv' }),
  })
  await planner.post(list, { do: 'import' })
  const task = /\/board\/worklist\/([0-9a-f-]{36})/.exec(await planner.get('/board/worklist'))?.[1] ?? 'no task'
  const lead = new RegExp(`<option[^>]*value="([0-9a-f-]{36})"[^>]*>${LEAD}`).exec(await planner.get('/board/projects'))?.[1] ?? ''
  const PROJECT = {
    do: 'add',
    number: '演示1',
    name: '演示项目',
    nameEnglish: 'Demonstration project',
    lead,
    district: '',
    investment: '1200',
    open: 'yes',
  }
  await planner.post('/board/projects', PROJECT)
  const keyProject = /\/board\/projects\/([0-9a-f-]{36})/.exec(await planner.get('/board/projects'))?.[1] ?? 'no project'
  await officer.post(`/office/projects/${keyProject}`, {
    do: 'reach',
    stage: 'signed',
    day: `${THIS_YEAR}-01-01`,
    note: '演示',
    evidence: new File(['%PDF-1.7\n'], '合同.pdf', { type: 'application/pdf' }),
  })
  const counted = `/board/computations/now?indicator=new_key_projects&period=${Number(THIS_YEAR) - 1}`
  const rows = /name="hash" value="([0-9a-f]+)"/.exec(await planner.get(counted))?.[1] ?? ''
  const computation = await planner.post(counted, { do: 'propose', hash: rows, status: 'final' })
  const report = { do: 'draft', scope: 'public', asOf: '', known: '', reason: '' }
  const plain = (at: string): string => at.split('?')[0] ?? ''
  const drafted = plain(await planner.post('/board/bulletins', { ...report, quarter: `${Number(THIS_YEAR) - 1}-Q4` }))
  const published = plain(await planner.post('/board/bulletins', { ...report, quarter: `${Number(THIS_YEAR) - 1}-Q3` }))
  const hash = /name="hash" value="([0-9a-f]+)"/.exec(await as('publisher').get(published))?.[1] ?? ''
  const bulletin = await as('publisher').post(published, { do: 'publish', hash })
  const runs = [...(await as('finance').get('/finance')).matchAll(/href="\/finance\/runs\/([0-9a-f]+)"/g)].map(([, run]) => run)
  return new Map([
    ['plan/:indicator', '/plan/core_va_share'],
    ['measures/:id', '/measures/public-service-platform'],
    ['measures/:id/versions', '/measures/public-service-platform/versions'],
    ['documents/:id', '/documents/wh-policy-2022'],
    ['join/:token', offered ?? 'no link to join'],
    ['desk/:enterprise', desk],
    ...['facts', 'corrections', 'check-ups', 'receipts', 'people'].map((each) => [`desk/:enterprise/${each}`, `${desk}/${each}`] as const),
    ['desk/:enterprise/facts/:fact', `${desk}/facts/${encodeURIComponent('严重失信')}`],
    ['desk/:enterprise/corrections/:correction', await first('clerk', `${desk}/corrections`)],
    ['desk/:enterprise/check-ups/:checkUp', checkUp],
    ['office/corrections/:correction', judged],
    ['office/tasks/:task', `/office/tasks/${task}`],
    ['board/computations/now', counted],
    ['board/computations/:computation', computation.split('?')[0] ?? ''],
    ['board/worklist/:task', `/board/worklist/${task}`],
    ['office/projects/:project', `/office/projects/${keyProject}`],
    ['board/projects/:project', `/board/projects/${keyProject}`],
    ['board/worklist/lists/:list', list],
    ['board/notices/:task', `/board/notices/${task}`],
    ['board/bulletins/:bulletin', drafted],
    ['bulletins/:bulletin', bulletin],
    ['bulletins/:bulletin/trail', `${bulletin}/trail`],
    ['supervision/:notice', await planner.post(`/board/notices/${task}`, { do: 'issue' })],
    ['office/enterprises/:enterprise', `/office/enterprises/${ENTERPRISE}`],
    ['finance/runs/:run', `/finance/runs/${runs[0]}`],
    ['finance/runs/:run/since/:other', `/finance/runs/${runs[0]}/since/${runs[1]}`],
    ['admin/packs/:id', await first('planner', '/admin/packs')],
    ['account/keys/:key', await first('clerk', '/account/keys')],
    ['audit/events/:lane/:seq', await first('auditor', '/audit')],
    ['admin/people/:person', await first('administrator', '/admin/people')],
    ['admin/departments/:department', await first('administrator', '/admin/departments')],
  ])
}

/** Pages that nobody can stand on: they lead on or are files, or want a device, a letter, a second edition or a form's answer. */
export const PASSED: ReadonlySet<string> = new Set([
  'data/*',
  'plan/:indicator/chart.svg',
  'bulletins/:bulletin.pdf',
  'bulletins/:bulletin.docx',
  'bulletins.atom',
  'bulletins.rss',
  'supervision/:notice.pdf',
  'supervision/:notice.docx',
  'measures/:id/versions/:pair',
  'office/enterprises.csv',
  'office/enterprises.xlsx',
  'audit/events.csv',
  'admin/people.csv',
  'admin/people.xlsx',
  'audit/events.xlsx',
  'board/computations/:computation/rows.json',
  'board/readings/template.csv',
  'board/readings/template.xlsx',
  'audit/objects',
  'refused',
  'unsubscribe',
  'sign-in/second',
  'sign-in/provider',
  'sign-in/provider/back',
  'reset/:token',
  'account/address/:token',
  'account/passkeys/:passkey',
])

const ROLES: Readonly<Record<string, Account>> = {
  officer: 'officer',
  finance: 'finance',
  auditor: 'auditor',
  planner: 'planner',
  administrator: 'administrator',
}

/** Pages that show more to somebody else than to the first who may. */
const BELONGS: ReadonlyMap<string, Account> = new Map([['office/corrections/:correction', 'second']])

const whose = (right: Right): Account | null => {
  if (right === 'public') return null
  if (typeof right === 'string') return 'clerk'
  return 'member' in right ? 'boss' : (ROLES[right.post?.[0] ?? ''] ?? null)
}

/** Prepares a demonstration and answers with every page of the address book; what the address book gains comes along by itself. */
export const tourOf = async (address: string): Promise<Tour> => {
  const accounts = Object.keys(ACCOUNTS) as Account[]
  const sessions = new Map<Account, string>()
  for (const account of accounts) sessions.set(account, await enter(address, account))
  const addresses = await prepare((account) => seenBy(address, sessions.get(account) ?? null))
  const stops = pages
    .filter(({ path: page }) => !PASSED.has(page))
    .map(({ path: page, right }) => ({
      name: page.replaceAll(/[:*]/g, '').replaceAll('/', '-') || 'home',
      page,
      path: addresses.get(page) ?? `/${page}`,
      who: BELONGS.get(page) ?? whose(right),
    })) satisfies readonly Stop[]
  const nowhere = stops.filter(({ path: at }) => /[:*]|undefined/.test(at) || !at.startsWith('/'))
  if (nowhere.length > 0) throw new Error(`Pages without an address: ${nowhere.map((stop) => `${stop.page} ${stop.path}`).join('; ')}`)
  return { stops, sessions }
}
