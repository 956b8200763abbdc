/**
 * Every page as a picture, as the person it belongs to: `npm run screenshots` fills ./screenshots with an index to look at; `-- --readme` writes the few pictures of the README.
 * `--at URL` photographs a site that runs already, `--only TEXT` the pages whose name holds the text.
 */
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, chromium, type Page } from 'playwright-core'
import { sessionCookie } from '../test/session.ts'
import { makeRuns, tourOf } from '../test/tour.ts'
import { startBuilt } from './built-site.ts'

const home = path.resolve(import.meta.dirname, '..')
const { values: options } = parseArgs({
  options: { readme: { type: 'boolean' }, at: { type: 'string' }, only: { type: 'string' } },
})

/** `session`: of the person whose page it is. */
type Shot = { readonly name: string; readonly path: string; readonly session?: string; readonly act?: (page: Page) => Promise<void> }
type Site = { readonly address: string; readonly stop: () => Promise<void> }

/** The built site on a free port, with a database of its own that is gone afterwards. */
const ownSite = async (): Promise<Site> => {
  const data = await mkdtemp(path.join(tmpdir(), 'planwright-pictures-'))
  // The database may run under another account, which must be able to pass.
  await chmod(data, 0o755)
  const gone = () => rm(data, { recursive: true, force: true })
  const site = await startBuilt({ PLANWRIGHT_DATA: data, PLANWRIGHT_DEMO: '100' }).catch(async (error: unknown) => {
    await gone()
    throw error
  })
  await makeRuns({ PLANWRIGHT_DATA: data })
  const stop = async (): Promise<void> => {
    await site.stop()
    await gone()
  }
  return { address: site.address, stop }
}

const DAY = '2023-06-30'
const answers = { 认定级别: '市级', 平台类型: '开源平台', 软硬件投资额: '2000 万元' } as const

const fill = async (page: Page, name: string, value: string): Promise<void> => {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true
  })
  const field = page.locator(`[name="${name}"]`).first()
  const kind = await field.evaluate((element) => `${element.tagName} ${element.getAttribute('type')}`, null, { timeout: 5000 })
  if (kind === 'INPUT radio') await page.locator(`[name="${name}"][value="${value}"]`).first().check()
  else if (kind.startsWith('SELECT')) await field.selectOption(value)
  else await field.fill(value)
}
/** A form that computes while it is filled in has no button, and then its answer is there already. */
const send = async (page: Page, name: string): Promise<void> => {
  const button = page.locator(`form:has([name="${name}"]) [type="submit"]`).first()
  await button.click({ timeout: 2000 }).catch(() => {})
  await page.waitForLoadState()
}

/** First the day, because the questions depend on it; then the answers. */
const answered = async (page: Page): Promise<void> => {
  await fill(page, 'on', DAY)
  await send(page, 'on')
  for (const [name, value] of Object.entries(answers)) await fill(page, name, value)
  await send(page, '认定级别')
}

/** The calculator of one measure with its answer. */
const calculated = async (page: Page): Promise<void> => {
  for (const [name, value] of Object.entries(answers)) await fill(page, name, value)
  await send(page, '认定级别')
  await page.evaluate(() => document.querySelector('form')?.closest('section')?.scrollIntoView())
}

/** A line of a run of one measure, with the facts of its enterprise. */
const explained = async (page: Page): Promise<void> => {
  await page.locator('[name=row]').fill('E1,public-service-platform,ineligible,,1')
  await page.locator('[name=on]').fill(DAY)
  await page.locator('[name=pasted]').fill(JSON.stringify({ ...answers, 认定级别: '区级' }))
  await send(page, 'row')
}

type Target = { readonly indicator: string; readonly latest: object | null }
const listed = async <T>(address: string, what: string): Promise<readonly T[]> =>
  (await (await fetch(`${address}/api/v1/${what}`)).json()) as readonly T[]

/** The public pages once; of the many indicators, measures and documents those that differ most. */
const portalOf = async (address: string): Promise<readonly Shot[]> => {
  const targets = await listed<Target>(address, 'targets')
  const measures = await listed<{ readonly id: string; readonly grade: string; readonly document: { readonly id: string } }>(
    address,
    'measures',
  )
  const known = targets.find((each) => each.latest)?.indicator
  const silent = targets.find((each) => !each.latest)?.indicator
  const model = measures.find((each) => each.id === 'public-service-platform') ?? measures[0]
  const text = measures.find((each) => each.grade === 'text')
  return [
    { name: 'home', path: '/' },
    { name: 'plan', path: '/plan' },
    ...(known ? [{ name: 'indicator', path: `/plan/${known}` }] : []),
    ...(silent ? [{ name: 'indicator-silent', path: `/plan/${silent}` }] : []),
    { name: 'measures', path: '/measures' },
    ...(model
      ? [
          { name: 'measure', path: `/measures/${model.id}` },
          { name: 'measure-versions', path: `/measures/${model.id}/versions` },
          { name: 'measure-answered', path: `/measures/${model.id}`, act: calculated },
        ]
      : []),
    ...(text ? [{ name: 'measure-text', path: `/measures/${text.id}` }] : []),
    { name: 'check', path: '/check' },
    { name: 'check-answered', path: '/check', act: answered },
    { name: 'explain', path: '/explain' },
    ...(model?.id === 'public-service-platform' ? [{ name: 'explain-answered', path: '/explain', act: explained }] : []),
    { name: 'documents', path: '/documents' },
    ...(model ? [{ name: 'document', path: `/documents/${model.document.id}` }] : []),
    { name: 'data', path: '/data' },
    { name: 'api', path: '/api' },
    { name: 'lost', path: '/nowhere' },
  ]
}

/** Those, and every other page of a demonstration as whoever it belongs to. */
const pagesOf = async (address: string): Promise<readonly Shot[]> => {
  const portal = await portalOf(address)
  const shown = new Set(portal.map(({ path: at }) => at))
  const { stops, sessions } = await tourOf(address)
  const others = stops.filter(({ path: at }) => !shown.has(at))
  return [
    ...portal,
    ...others.map(({ name, path: at, who }) => {
      const session = who === null ? undefined : sessions.get(who)
      return { name, path: at, ...(session === undefined ? {} : { session }) }
    }),
  ]
}

const LOOKS = { light: { colorScheme: 'light' }, dark: { colorScheme: 'dark' } } as const
const DEVICES = { desk: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } } as const
const LANGUAGES = { zh: '', en: '/en' } as const

const photograph = async (
  browser: Browser,
  address: string,
  shot: Shot,
  to: string,
  look: { language: keyof typeof LANGUAGES; look: keyof typeof LOOKS; device: keyof typeof DEVICES; whole: boolean },
): Promise<void> => {
  const context = await browser.newContext({ viewport: DEVICES[look.device], ...LOOKS[look.look] })
  try {
    if (shot.session !== undefined) await context.addCookies([sessionCookie(address, shot.session)])
    const page = await context.newPage()
    await page.goto(`${address}${LANGUAGES[look.language]}${shot.path}`)
    await shot.act?.(page)
    await page.screenshot({ path: to, fullPage: look.whole })
  } finally {
    await context.close()
  }
}

const sheet = (rows: readonly { readonly name: string; readonly files: readonly string[] }[]): string => `<!doctype html>
<meta charset="utf-8"><title>Planwright: every page</title>
<style>body{font:14px system-ui;margin:1rem;background:#888}img{width:15rem;vertical-align:top;margin:0 .5rem .5rem 0;border:1px solid #444}</style>
${rows.map((row) => `<h2>${row.name}</h2>\n${row.files.map((file) => `<a href="${file}"><img loading="lazy" src="${file}" alt="${file}"></a>`).join('\n')}`).join('\n')}
`

const everyPage = async (browser: Browser, address: string): Promise<string> => {
  const folder = path.join(home, 'screenshots')
  await mkdir(folder, { recursive: true })
  const shots = (await pagesOf(address)).filter((shot) => shot.name.includes(options.only ?? ''))
  const rows: { name: string; files: string[] }[] = []
  for (const shot of shots) {
    const files: string[] = []
    for (const language of Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[])
      for (const device of Object.keys(DEVICES) as (keyof typeof DEVICES)[])
        for (const look of Object.keys(LOOKS) as (keyof typeof LOOKS)[]) {
          const file = `${shot.name}.${language}.${device}.${look}.png`
          await photograph(browser, address, shot, path.join(folder, file), { language, look, device, whole: true })
          files.push(file)
        }
    rows.push({ name: shot.name, files })
    console.log(`  ${shot.name}`)
  }
  const index = path.join(folder, 'index.html')
  await writeFile(index, sheet(rows))
  return index
}

const README = {
  home: 'home',
  measure: 'measure',
  'measure-answered': 'answer',
  'check-answered': 'check',
  'office-corrections-correction': 'correction',
  audit: 'audit',
} as const

const forReadme = async (browser: Browser, address: string): Promise<string> => {
  const folder = path.join(home, 'docs/pictures')
  await mkdir(folder, { recursive: true })
  for (const shot of await pagesOf(address)) {
    const name = README[shot.name as keyof typeof README]
    if (name && shot.name.includes(options.only ?? ''))
      await photograph(browser, address, shot, path.join(folder, `${name}.png`), {
        language: 'zh',
        look: 'light',
        device: 'desk',
        whole: false,
      })
  }
  return folder
}

const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find((each) => each && existsSync(each))
if (!executablePath) {
  console.error('没有找到 Chromium，请安装（Debian：apt-get install chromium），或用 CHROMIUM 指定。')
  console.error('Chromium was not found; install it (Debian: apt-get install chromium), or name it in CHROMIUM.')
  process.exit(1)
}
const site: Site = options.at ? { address: options.at, stop: async () => {} } : await ownSite()
const browser = await chromium.launch({
  executablePath,
  args: ['--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
})
try {
  const made = await (options.readme ? forReadme : everyPage)(browser, site.address)
  console.log(`\n  ${path.relative(process.cwd(), made) || made}\n`)
} finally {
  await browser.close()
  await site.stop()
}
