/** The address book: every page, who may open it, and the rooms that people find in the navigation. */
import { matchRoutes } from 'react-router'
import type { Text } from '../core/messages.ts'
import type { Right } from '../kernel/right.ts'
import { languageOfPath, otherAddress } from './language.ts'

/**
 * `path` without the slash before it; `file` below this folder. A page with a `room` is the first of its room and stands in the navigation under that name. A page
 * that is `kept` depends on nothing but its address, the day and what was recorded. One with `upload` takes files from whoever may open it.
 */
export type Page = {
  readonly path: string
  readonly file: string
  readonly right: Right
  readonly room?: Text
  readonly kept?: true
  readonly upload?: true
}

const KEEPERS: Right = { post: ['administrator', 'planner'] }
const MEMBER: Right = { member: 'view' }
const AUDITOR = { post: ['auditor'] } as const
const PLANNER: Right = { post: ['planner'] }
const READERS: Right = { post: ['planner', 'officer', 'auditor'] }
const COUNTS_READERS: Right = { post: ['planner', 'auditor'] }
const ENTERS: Right = { post: ['planner', 'officer'] }
const ADMINISTRATOR: Right = { post: ['administrator'] }
const FINANCE: Right = { post: ['finance'] }

const portal = (path: string, file: string): Page => ({ path, file: `portal/${file}`, right: 'public' })
const kept = (path: string, file: string): Page => ({ ...portal(path, file), kept: true })

export const pages: readonly Page[] = [
  kept('', 'home.tsx'),
  kept('plan', 'plan.tsx'),
  kept('plan/:indicator', 'indicator.tsx'),
  portal('plan/:indicator/chart.svg', 'indicator-chart.ts'),
  kept('measures', 'measures.tsx'),
  kept('measures/:id', 'measure.tsx'),
  kept('measures/:id/versions', 'versions.tsx'),
  portal('measures/:id/versions/:pair', 'version-difference.tsx'),
  kept('check', 'check.tsx'),
  kept('explain', 'explain.tsx'),
  portal('lab', 'lab.tsx'),
  kept('verify', 'verify.tsx'),
  kept('worklist', 'worklist.tsx'),
  kept('projects', 'projects.tsx'),
  kept('bulletins', 'bulletins.tsx'),
  kept('bulletins/:bulletin', 'bulletin.tsx'),
  kept('bulletins/:bulletin/trail', 'bulletin-trail.tsx'),
  portal('bulletins/:bulletin.pdf', 'bulletin-paper.ts'),
  portal('bulletins/:bulletin.docx', 'bulletin-paper.ts'),
  portal('bulletins.atom', 'bulletin-feed.ts'),
  portal('bulletins.rss', 'bulletin-feed.ts'),
  kept('documents', 'documents.tsx'),
  kept('documents/:id', 'document.tsx'),
  kept('data', 'data.tsx'),
  portal('data/*', 'download.ts'),
  kept('api', 'api.tsx'),
  portal('authority', 'authority.tsx'),
  portal('refused', 'refused.tsx'),
  { path: 'desk', file: 'desk/desk.tsx', right: MEMBER, room: { zh: '企业工作台', en: 'Enterprise desk' } },
  { path: 'desk/keep', file: 'desk/keep.tsx', right: MEMBER },
  { path: 'desk/:enterprise', file: 'desk/enterprise.tsx', right: MEMBER },
  { path: 'desk/:enterprise/facts', file: 'desk/facts.tsx', right: MEMBER },
  { path: 'desk/:enterprise/facts/:fact', file: 'desk/fact.tsx', right: MEMBER, upload: true },
  { path: 'desk/:enterprise/corrections', file: 'desk/corrections.tsx', right: MEMBER },
  { path: 'desk/:enterprise/corrections/:correction', file: 'desk/correction.tsx', right: MEMBER },
  { path: 'desk/:enterprise/check-ups', file: 'desk/check-ups.tsx', right: MEMBER },
  { path: 'desk/:enterprise/check-ups/:checkUp', file: 'desk/check-up.tsx', right: MEMBER },
  { path: 'desk/:enterprise/receipts', file: 'desk/receipts.tsx', right: MEMBER, upload: true },
  { path: 'desk/:enterprise/people', file: 'desk/people.tsx', right: MEMBER },
  { path: 'office', file: 'office/home.tsx', right: { post: ['officer'] }, room: { zh: '部门工作台', en: 'Department desk' } },
  { path: 'office/corrections', file: 'office/corrections.tsx', right: { post: ['officer'] } },
  { path: 'office/corrections/:correction', file: 'office/correction.tsx', right: { post: ['officer'] } },
  { path: 'office/enterprises', file: 'office/enterprises.tsx', right: { post: ['officer'] } },
  { path: 'office/enterprises/:enterprise', file: 'office/enterprise.tsx', right: { post: ['officer'] } },
  { path: 'office/enterprises.csv', file: 'office/enterprises-file.ts', right: { post: ['officer'] } },
  { path: 'office/enterprises.xlsx', file: 'office/enterprises-file.ts', right: { post: ['officer'] } },
  { path: 'office/tasks', file: 'office/tasks.tsx', right: { post: ['officer'] } },
  { path: 'office/tasks/:task', file: 'office/task.tsx', right: { post: ['officer'] }, upload: true },
  { path: 'office/projects', file: 'office/projects.tsx', right: { post: ['officer'] } },
  { path: 'office/projects/:project', file: 'office/project.tsx', right: { post: ['officer'] }, upload: true },
  { path: 'sign-in', file: 'account/sign-in.tsx', right: 'public' },
  { path: 'sign-in/second', file: 'account/second.tsx', right: 'public' },
  { path: 'sign-in/passkey', file: 'account/passkey.tsx', right: 'public' },
  { path: 'sign-in/provider', file: 'account/provider.tsx', right: 'public' },
  { path: 'sign-in/provider/back', file: 'account/provider.tsx', right: 'public' },
  { path: 'sign-in/forgotten', file: 'account/forgotten.tsx', right: 'public' },
  { path: 'reset/:token', file: 'account/reset.tsx', right: 'public' },
  { path: 'join/:token', file: 'account/join.tsx', right: 'public' },
  { path: 'sign-out', file: 'account/sign-out.tsx', right: 'public' },
  { path: 'notifications', file: 'account/notifications.tsx', right: 'person' },
  { path: 'unsubscribe', file: 'account/unsubscribe.tsx', right: 'public' },
  { path: 'account', file: 'account/account.tsx', right: 'person' },
  { path: 'account/proof', file: 'account/proof.tsx', right: 'person' },
  { path: 'account/profile', file: 'account/profile.tsx', right: 'person' },
  { path: 'account/address/:token', file: 'account/address.tsx', right: 'person' },
  { path: 'account/password', file: 'account/password.tsx', right: 'person' },
  { path: 'my', file: 'my.tsx', right: 'person' },
  { path: 'board', file: 'board/targets.tsx', right: PLANNER, room: { zh: '规划看板', en: 'Planning board' } },
  { path: 'board/agenda', file: 'board/agenda.tsx', right: PLANNER },
  { path: 'board/brief', file: 'board/brief.tsx', right: PLANNER },
  { path: 'board/screen', file: 'board/screen.tsx', right: PLANNER },
  { path: 'board/tree', file: 'board/tree.tsx', right: PLANNER },
  { path: 'board/readings', file: 'board/readings.tsx', right: PLANNER },
  { path: 'board/readings/mine', file: 'board/my-readings.tsx', right: ENTERS },
  { path: 'board/readings/new', file: 'board/new-reading.tsx', right: ENTERS },
  { path: 'board/readings/upload', file: 'board/upload-readings.tsx', right: ENTERS, upload: true },
  { path: 'board/projects', file: 'board/projects.tsx', right: PLANNER },
  { path: 'board/projects/import', file: 'board/project-list.tsx', right: PLANNER, upload: true },
  { path: 'board/projects/:project', file: 'board/project.tsx', right: PLANNER },
  { path: 'board/readings/template.csv', file: 'board/readings-template.ts', right: ENTERS },
  { path: 'board/readings/template.xlsx', file: 'board/readings-template.ts', right: ENTERS },
  { path: 'board/computations', file: 'board/computations.tsx', right: COUNTS_READERS },
  { path: 'board/computations/now', file: 'board/computation-now.tsx', right: COUNTS_READERS },
  { path: 'board/computations/:computation', file: 'board/computation.tsx', right: COUNTS_READERS },
  { path: 'board/computations/:computation/rows.json', file: 'board/computation-file.ts', right: COUNTS_READERS },
  { path: 'board/worklist', file: 'board/worklist.tsx', right: PLANNER, upload: true },
  { path: 'board/worklist/:task', file: 'board/task.tsx', right: PLANNER },
  { path: 'board/worklist/lists/:list', file: 'board/task-list.tsx', right: PLANNER },
  { path: 'board/notices/:task', file: 'board/notice.tsx', right: PLANNER },
  { path: 'board/bulletins', file: 'board/bulletins.tsx', right: PLANNER },
  { path: 'board/bulletins/:bulletin', file: 'board/bulletin.tsx', right: PLANNER },
  { path: 'supervision/:notice', file: 'worklist/notice.tsx', right: READERS },
  { path: 'supervision/:notice.pdf', file: 'worklist/notice-paper.ts', right: READERS },
  { path: 'supervision/:notice.docx', file: 'worklist/notice-paper.ts', right: READERS },
  { path: 'admin/jobs', file: 'admin/jobs.tsx', right: ADMINISTRATOR },
  { path: 'finance', file: 'finance/runs.tsx', right: FINANCE, room: { zh: '财政', en: 'Finance' } },
  { path: 'finance/runs/:run', file: 'finance/run.tsx', right: FINANCE },
  { path: 'finance/runs/:run/since/:other', file: 'finance/difference.tsx', right: FINANCE },
  { path: 'admin/packs', file: 'admin/packs.tsx', right: KEEPERS, room: { zh: '数据包', en: 'Packs' }, upload: true },
  { path: 'admin/backups', file: 'admin/backups.tsx', right: ADMINISTRATOR },
  { path: 'admin/webhooks', file: 'admin/webhooks.tsx', right: ADMINISTRATOR },
  { path: 'admin/packs/:id', file: 'admin/pack.tsx', right: KEEPERS },
  { path: 'account/second-factor', file: 'account/factors.tsx', right: 'person' },
  { path: 'account/passkeys/:passkey', file: 'account/one-passkey.tsx', right: 'person' },
  { path: 'account/keys', file: 'account/keys.tsx', right: 'person' },
  { path: 'account/keys/:key', file: 'account/one-key.tsx', right: 'person' },
  portal('evidence', 'evidence.tsx'),
  { path: 'audit', file: 'audit/events.tsx', right: AUDITOR, room: { zh: '审计', en: 'Audit' } },
  { path: 'audit/events.csv', file: 'audit/events-file.ts', right: AUDITOR },
  { path: 'audit/events.xlsx', file: 'audit/events-file.ts', right: AUDITOR },
  { path: 'audit/events/:lane/:seq', file: 'audit/event.tsx', right: AUDITOR },
  { path: 'audit/objects', file: 'audit/object.tsx', right: AUDITOR },
  { path: 'audit/duties', file: 'audit/duties.tsx', right: AUDITOR },
  { path: 'admin', file: 'admin/home.tsx', right: ADMINISTRATOR, room: { zh: '管理', en: 'Administration' } },
  { path: 'admin/people', file: 'admin/people.tsx', right: ADMINISTRATOR },
  { path: 'admin/people.csv', file: 'admin/people-file.ts', right: ADMINISTRATOR },
  { path: 'admin/people.xlsx', file: 'admin/people-file.ts', right: ADMINISTRATOR },
  { path: 'admin/people/:person', file: 'admin/person.tsx', right: ADMINISTRATOR },
  { path: 'admin/invitations', file: 'admin/invitations.tsx', right: ADMINISTRATOR },
  { path: 'admin/departments', file: 'admin/departments.tsx', right: ADMINISTRATOR },
  { path: 'admin/departments/:department', file: 'admin/department.tsx', right: ADMINISTRATOR },
]

/** Files and answers for programs, in one language only; they are no pages, but who may have them is declared just the same. */
export const files: readonly Page[] = [
  { path: 'desk/:enterprise/everything', file: 'desk/everything.ts', right: { member: 'sign' } },
  { path: 'desk/:enterprise/evidence/:evidence', file: 'desk/evidence.ts', right: MEMBER },
  { path: 'desk/:enterprise/receipts/:receipt/:part', file: 'desk/receipt-file.ts', right: MEMBER },
  { path: 'office/evidence/:evidence', file: 'office/evidence.ts', right: { post: ['officer'] } },
  { path: 'projects/evidence/:evidence', file: 'project/evidence.ts', right: READERS },
  { path: 'worklist/evidence/:evidence', file: 'worklist/evidence.ts', right: READERS },
  portal('bulletins/:bulletin.json', 'bulletin-json.ts'),
  portal('rules/:hash/:id?', 'rules.ts'),
  portal('lab/answer', 'lab-json.ts'),
  portal('lab/result.csv', 'lab-csv.ts'),
  { path: 'audit/record.jsonl', file: 'audit/record-jsonl.ts', right: AUDITOR },
  { path: 'finance/runs/:run/totals.csv', file: 'finance/totals-csv.ts', right: FINANCE },
]

const routes = [...pages, ...files].map((page) => ({ path: `/${page.path}`, page }))

type Found = { readonly page: Page; readonly params: Readonly<Record<string, string | undefined>> } | null

const matched = (pathname: string): Found => {
  const [match] = matchRoutes(routes, languageOfPath(pathname) === 'en' ? otherAddress(pathname) : pathname) ?? []
  return match ? { page: (match.route as (typeof routes)[number]).page, params: match.params } : null
}

/** The router ranks all routes anew each time, and every request asks several times. */
const known = new Map<string, Found>()
const [MOST_KNOWN, LONGEST_KNOWN] = [1000, 200]

/** The page at an address in either language, with the parts of the address that it names; null where there is none. */
export const pageAt = (pathname: string): Found => {
  const found = known.get(pathname)
  if (found !== undefined) return found
  const page = matched(pathname)
  if (known.size >= MOST_KNOWN) known.clear()
  if (pathname.length <= LONGEST_KNOWN) known.set(pathname, page)
  return page
}

/** The first page of each room. */
export const rooms: readonly (Page & { readonly room: Text })[] = pages.filter(
  (page): page is Page & { readonly room: Text } => page.room !== undefined,
)
