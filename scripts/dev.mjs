// Development: database, pages and API in one process; an edit is seen at the next request.
import { readFileSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { createServer } from 'vite'

const home = path.resolve(import.meta.dirname, '..')
const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'))
const closing = []

const vite = await createServer({ server: { middlewareMode: true, hmr: false, ws: false }, appType: 'custom' })
closing.push(() => vite.close())
const { runner } = vite.environments.ssr
const load = (name) => runner.import(name)

/** Opens the database once; edits of pages and modules do not touch it. */
const ground = async () => {
  const [{ configOf }, { keepDatabase }, { migrate, openDatabase }, { allMigrations }] = await Promise.all(
    ['/src/kernel/config.ts', '/src/http/keep.ts', '/src/kernel/database.ts', '/src/app.ts'].map(load),
  )
  const config = configOf(process.env, home)
  const { url, release } = await keepDatabase(config)
  closing.push(release)
  const database = await openDatabase(url)
  closing.push(database.close)
  await migrate(database.db, allMigrations())
  return { config, db: database.db }
}

const PARTS = ['/src/app.ts', '/src/http/server.ts', '/src/http/start.ts', 'virtual:react-router/server-build']
let seen = []
let lab
let site

/** The site as the sources are now: built again only when one of its parts was edited. */
const siteNow = async ({ config, db }) => {
  const parts = await Promise.all(PARTS.map(load))
  if (site && parts.every((part, index) => part === seen[index])) return site
  const [{ appOf, load: publish }, { siteOf }, { packToPublish }, build] = parts
  await site?.close()
  const [{ engineOf }, { labOf }, { sealOf }, { secretsOf }] = await Promise.all(
    ['/src/kernel/engine.ts', '/src/http/lab.ts', '/src/kernel/seal.ts', '/src/kernel/secret.ts'].map(load),
  )
  const app = appOf({ db, timeZone: config.timeZone, now: () => new Date(), engine: engineOf(home), seal: sealOf(secretsOf(config)) })
  const folder = packToPublish(config)
  if (folder !== null) await publish(app, folder, 'dev').catch((error) => console.error(error.text?.zh ?? error, error.text?.en ?? ''))
  lab ??= labOf(home, config.labEnterprises)
  site = await siteOf(app, build, {
    home,
    version,
    requestsPerMinute: config.requestsPerMinute,
    lab,
    island: (name) => `/src/web/islands/${name}.tsx`,
  })
  await site.ready()
  seen = parts
  return site
}

const end = async () => {
  await lab?.close()
  await site?.close()
  for (const close of closing.reverse()) await close()
}

try {
  const base = await ground()
  vite.middlewares.use(async (request, response) => {
    try {
      const { routing } = await siteNow(base)
      routing(request, response)
    } catch (error) {
      vite.ssrFixStacktrace(error)
      console.error(error)
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(error.stack)
    }
  })
  const server = http.createServer(vite.middlewares)
  closing.push(() => new Promise((done) => server.close(done)))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end())
  await siteNow(base)
  server.listen(base.config.port, base.config.host, () => {
    console.log(`\n  策行 Planwright  http://${base.config.host}:${server.address().port}  (dev)\n`)
  })
} catch (error) {
  console.error(error.text ? `\n  ${error.text.zh}\n  ${error.text.en}` : error)
  process.exitCode = 1
  await end()
}
