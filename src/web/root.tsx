import type { ReactNode } from 'react'
import {
  isRouteErrorResponse,
  Links,
  type LinksFunction,
  type LoaderFunctionArgs,
  Meta,
  Outlet,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from 'react-router'
import { fill } from '../core/messages.ts'
import { VISITOR } from '../kernel/who.ts'
import { currentPack } from '../modules/measure/index.ts'
import { unreadCount } from '../modules/notification/index.ts'
import { siteContext } from './context.ts'
import { roomsOf } from './first-jobs.ts'
import { languageOfPath, otherAddress, Reader, sayIn, useSay } from './language.ts'
import type { Trouble } from './loading.ts'
import { INVENTED } from './parts/synthetic.tsx'
import site from './style/site.css?url'
import { timesIn, Zone } from './times.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: site }]

export const loader = async ({ context }: LoaderFunctionArgs) => {
  const { app, who, origin } = context.get(siteContext)
  const { timeZone } = app
  const person = who.kind === 'person' ? who.name : null
  // A header that cannot count is still a header.
  const unread = person === null ? 0 : await app.perform(who, unreadCount, {}).catch(() => 0)
  try {
    const { title, city, hash, version, licence, synthetic } = await app.perform(VISITOR, currentPack, {})
    return { origin, timeZone, person, unread, rooms: roomsOf(who), pack: { title, city, hash, version, licence, synthetic } }
  } catch {
    return { origin, timeZone, person, unread, rooms: roomsOf(who), pack: null }
  }
}

const WORDS = {
  skip: { zh: '跳到正文', en: 'Skip to the content' },
  home: { zh: '首页', en: 'Home' },
  plan: { zh: '规划', en: 'Plan' },
  worklist: { zh: '年度任务', en: 'Tasks' },
  measures: { zh: '政策措施', en: 'Measures' },
  check: { zh: '我的企业能拿多少', en: 'What can we get?' },
  lab: { zh: '政策实验室', en: 'Lab' },
  documents: { zh: '文件', en: 'Documents' },
  data: { zh: '数据', en: 'Data' },
  bulletins: { zh: '通报', en: 'Bulletins' },
  feed: { zh: '通报、评估变化和新文件', en: 'Bulletins, changed assessments and new documents' },
  verify: { zh: '核验决定', en: 'Verify a decision' },
  evidence: { zh: '操作记录', en: 'The record' },
  other: { zh: 'English', en: '中文' },
  pack: { zh: '数据包', en: 'Pack' },
  licence: { zh: '许可', en: 'Licence' },
  about: {
    zh: '本站的条款为自行撰写的摘要，以正式文件为准。',
    en: 'Clauses here are summaries in our own words; the official documents prevail.',
  },
  times: { zh: '时间按 {zone} 时区显示', en: 'Times are those of {zone}' },
  signIn: { zh: '登录', en: 'Sign in' },
  notices: { zh: '通知', en: 'Notices' },
  unread: { zh: '{count} 条未读', en: '{count} not read' },
  rooms: { zh: '我的工作区', en: 'My rooms' },
  main: { zh: '主导航', en: 'Main' },
  lost: { zh: '没有这个页面', en: 'There is no such page' },
  lostText: {
    zh: '网址可能写错了，或者这一页已经改名。',
    en: 'The address may be mistyped, or the page may have another name now.',
  },
  failed: { zh: '程序出错了', en: 'The program failed' },
  failedText: {
    zh: '已记录。请稍后再试；您填写的内容没有保存。',
    en: 'This was noted. Try again later; what you typed was not kept.',
  },
  back: { zh: '可以从这里找起', en: 'Places to start from' },
  authority: { zh: '谁可以做什么？', en: 'Who may do what?' },
  refused: { zh: '这个请求办不到', en: 'This request cannot be met' },
} as const

const HTML_LANGUAGE = { zh: 'zh-CN', en: 'en' } as const

const AREAS = [
  ['/plan', WORDS.plan],
  ['/worklist', WORDS.worklist],
  ['/measures', WORDS.measures],
  ['/check', WORDS.check],
  ['/lab', WORDS.lab],
  ['/documents', WORDS.documents],
  ['/data', WORDS.data],
] as const

const isWithin = (pathname: string, path: string): boolean => pathname === path || pathname.startsWith(`${path}/`)

/** The innermost of the rooms that a page lies in. */
const roomAt = (pathname: string, rooms: readonly string[]): string | undefined =>
  rooms.filter((room) => isWithin(pathname, room)).sort((one, other) => other.length - one.length)[0]

export const Layout = ({ children }: { readonly children: ReactNode }) => {
  const { pathname } = useLocation()
  const language = languageOfPath(pathname)
  const other = language === 'zh' ? 'en' : 'zh'
  const { say, to, marks } = sayIn(language)
  const data = useRouteLoaderData<typeof loader>('root')
  const here = roomAt(pathname, data?.rooms.map(({ path }) => to(path)) ?? [])
  return (
    <html lang={HTML_LANGUAGE[language]}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
        <link rel="alternate" type="application/atom+xml" title={say(WORDS.feed)} href={to('/bulletins.atom')} />
        <link rel="alternate" type="application/rss+xml" title={`${say(WORDS.feed)} (RSS)`} href={to('/bulletins.rss')} />
        {data &&
          ([language, other] as const).map((each) => (
            <link
              key={each}
              rel="alternate"
              hrefLang={HTML_LANGUAGE[each]}
              href={`${data.origin}${each === language ? pathname : otherAddress(pathname)}`}
            />
          ))}
      </head>
      <body>
        <a className="skip" href="#content">
          {say(WORDS.skip)}
        </a>
        <header className="site">
          <a className="name" href={to('/')}>
            策行 <span>Planwright</span>
          </a>
          <nav aria-label={say(WORDS.main)}>
            {AREAS.map(([path, words]) => (
              <a key={path} href={to(path)} aria-current={isWithin(pathname, to(path)) ? 'page' : undefined}>
                {say(words)}
              </a>
            ))}
          </nav>
          <div className="own">
            {data && data.person !== null && (
              <a href={to('/notifications')}>
                {say(WORDS.notices)}
                {data.unread > 0 && <strong>{`${marks.open}${fill(say(WORDS.unread), { count: data.unread })}${marks.close}`}</strong>}
              </a>
            )}
            {data && (
              <a className="person" href={to(data.person === null ? '/sign-in' : '/my')}>
                {data.person ?? say(WORDS.signIn)}
              </a>
            )}
            <a className="other" href={otherAddress(pathname)} lang={HTML_LANGUAGE[other]}>
              {say(WORDS.other)}
            </a>
          </div>
        </header>
        {data?.pack?.synthetic && <aside className="invented">{say(INVENTED)}</aside>}
        {data && data.rooms.length > 0 && (
          <nav className="rooms" aria-label={say(WORDS.rooms)}>
            {data.rooms.map(({ path, room }) => (
              <a key={path} href={to(path)} aria-current={to(path) === here ? 'page' : undefined}>
                {say(room)}
              </a>
            ))}
          </nav>
        )}
        <main id="content">
          <Reader value={language}>
            <Zone value={timesIn(data?.timeZone ?? 'UTC')}>{children}</Zone>
          </Reader>
        </main>
        <footer className="site">
          {data?.pack && (
            <p>
              {`${say(WORDS.pack)}${marks.colon}${say(data.pack.title)} ${data.pack.version}`} <code>{data.pack.hash.slice(0, 12)}</code>
              {` · ${say(WORDS.licence)}${marks.colon}${data.pack.licence}`}
            </p>
          )}
          <p>
            {say(WORDS.about)} {data && `${fill(say(WORDS.times), { zone: data.timeZone })}${marks.stop}`}{' '}
            <a href={to('/bulletins')}>{say(WORDS.bulletins)}</a> · <a href={to('/verify')}>{say(WORDS.verify)}</a> ·{' '}
            <a href={to('/evidence')}>{say(WORDS.evidence)}</a> · <a href={to('/api')}>API</a>
          </p>
        </footer>
      </body>
    </html>
  )
}

const Root = () => <Outlet />
export default Root

const isTrouble = (value: unknown): value is Trouble => typeof value === 'object' && value !== null && 'text' in value && 'kind' in value

export const ErrorBoundary = () => {
  const error = useRouteError()
  const { say, to } = useSay()
  const trouble = isRouteErrorResponse(error) && isTrouble(error.data) ? error.data : null
  const lost = isRouteErrorResponse(error) && error.status === 404
  const title = say(lost ? WORDS.lost : trouble ? WORDS.refused : WORDS.failed)
  return (
    <>
      <title>{`${title} · 策行 Planwright`}</title>
      <h1>{title}</h1>
      <p className="lead">{say(trouble ? trouble.text : lost ? WORDS.lostText : WORDS.failedText)}</p>
      {trouble && (
        <p className="small quiet">
          <code>{trouble.code}</code>
        </p>
      )}
      {trouble?.kind === 'forbidden' && (
        <p>
          <a href={to('/authority')}>{say(WORDS.authority)}</a>
        </p>
      )}
      <h2>{say(WORDS.back)}</h2>
      <ul>
        {[['/', WORDS.home] as const, ...AREAS].map(([path, words]) => (
          <li key={path}>
            <a href={to(path)}>{say(words)}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
