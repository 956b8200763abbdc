// Runs on any Node >= 20 without a single package: installs what the lock file names, builds what changed, hands over to the pinned Node.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const home = path.resolve(import.meta.dirname, '..')
const inHome = (...parts) => path.join(home, ...parts)
const modules = inHome('node_modules')

class Stop extends Error {}
/** Ends with one sentence in both languages. */
const stop = (zh, en) => {
  throw new Stop(`${zh}\n${en}`)
}
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`
const hashOf = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex')
const textOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')
const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

const LOCK = inHome('.install-lock')
/** A lock older than this was left by a killed process. */
const STALE_MS = 180_000

/** One at a time: a second start waits until the first has installed and built. */
const alone = (work) => {
  for (;;) {
    try {
      closeSync(openSync(LOCK, 'wx'))
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const age = existsSync(LOCK) ? Date.now() - statSync(LOCK).mtimeMs : 0
      if (age > STALE_MS) rmSync(LOCK, { force: true })
      else sleep(200)
    }
  }
  try {
    return work()
  } finally {
    rmSync(LOCK, { force: true })
  }
}

/** The stamp lies inside node_modules, so that it goes away together with what it vouches for. */
const stamp = path.join(modules, '.planwright-lock')
const wantedModules = () => hashOf(readFileSync(inHome('package-lock.json')), process.platform, process.arch)

const install = () => {
  if (textOf(stamp) === wantedModules()) return
  const began = Date.now()
  console.log('  安装依赖包 · installing packages …')
  // No install script is needed; the system's Node only installs, the pinned one runs.
  const args = [
    'ci',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--engine-strict=false',
    '--loglevel=error',
  ]
  const npm = process.env.npm_execpath
  const options = { cwd: home, stdio: 'inherit', env: { ...process.env, npm_config_update_notifier: 'false' } }
  const { status, error } = npm?.endsWith('.js')
    ? spawnSync(process.env.npm_node_execpath ?? process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, options)
  if (status !== 0)
    stop(
      `依赖包没有装上（npm ci ${error?.message ?? status}）。请检查网络和磁盘空间后再试。`,
      `The packages were not installed (npm ci ${error?.message ?? status}). Check network and disk space, then try again.`,
    )
  writeFileSync(stamp, wantedModules())
  console.log(`  依赖包 · packages ${seconds(began)}`)
}

/** Node 24: the one from the lock file, else the person's own. */
const pinnedNode = () => {
  const own = path.join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(own)) return own
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return stop(
    `没有适合 ${process.platform}-${process.arch} 的 Node 24，请先安装 Node 24。`,
    `There is no Node 24 for ${process.platform}-${process.arch}; install Node 24 and run again.`,
  )
}

const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort()

/** Smaller copies beside each file that a browser asks for. */
const compressAssets = () => {
  for (const file of filesBelow(inHome('build/client'))) {
    if (!/\.(css|js|svg|txt)$/.test(file)) continue
    const bytes = readFileSync(file)
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
    writeFileSync(`${file}.br`, brotliCompressSync(bytes))
  }
}

const build = (node) => {
  const sources = [
    ...filesBelow(inHome('src')).filter((file) => !/\.test\.tsx?$/.test(file)),
    ...['package-lock.json', 'vite.config.ts', 'vite.islands.config.ts', 'react-router.config.ts'].map((name) => inHome(name)),
  ]
  const wanted = hashOf(...sources.flatMap((file) => [path.relative(home, file), readFileSync(file)]))
  const mark = inHome('build/.sources')
  if (textOf(mark) === wanted) return
  const began = Date.now()
  console.log('  构建 · building …')
  rmSync(mark, { force: true })
  const steps = [
    [path.join(modules, '@react-router/dev/bin.cjs'), 'build'],
    [path.join(modules, 'vite/bin/vite.js'), 'build', '--config', 'vite.islands.config.ts'],
  ]
  for (const args of steps) {
    const { status, stdout, stderr } = spawnSync(node, args, {
      cwd: home,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production' },
    })
    if (status !== 0) stop(`构建没有成功：\n${stdout}\n${stderr}`, 'The build failed.')
  }
  compressAssets()
  writeFileSync(mark, wanted)
  console.log(`  构建 · build ${seconds(began)}`)
}

/** Hands over: signals are passed on, and the child's exit code is ours. */
const run = (node, args, { env = {}, cwd = home, end = (code) => code } = {}) => {
  const child = spawn(node, args, {
    stdio: 'inherit',
    cwd,
    env: { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`, PLANWRIGHT_HOME: home, ...env },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    process.exitCode = end(code ?? (signal ? 1 : 0))
  })
}

const tool = (...parts) => path.join(modules, ...parts)

/** What the test that holds all back ends against each other has seen. */
const equality = inHome('build/equality.json')
/** Whoever reads only the last line learns how many tests passed. */
const countTests = (code) => {
  const report = inHome('build/tests.json')
  if (!existsSync(report)) return code || 1
  const { numPassedTests, numFailedTests, numPendingTests, success } = JSON.parse(readFileSync(report, 'utf8'))
  if (existsSync(equality)) console.log(JSON.parse(readFileSync(equality, 'utf8')))
  console.log(`${numPassedTests} passed, ${numFailedTests} failed${numPendingTests > 0 ? `, ${numPendingTests} skipped` : ''}`)
  return code || (success && numPassedTests > 0 ? 0 : 1)
}
const test = (node, args, env = {}) => {
  for (const file of [inHome('build/tests.json'), equality]) rmSync(file, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', '--outputFile.json=build/tests.json']
  run(node, [tool('vitest/vitest.mjs'), 'run', ...reporters, ...args], { env, end: countTests })
}

/** Each step in turn; the first that finds something ends the check. */
const check = (node) => {
  const steps = [
    [tool('@react-router/dev/bin.cjs'), 'typegen'],
    [tool('typescript/bin/tsc'), '--noEmit'],
    [tool('@biomejs/biome/bin/biome'), 'check', '.'],
    [tool('vitest/vitest.mjs'), 'run', 'src/walls.test.ts'],
  ]
  for (const args of steps) {
    const { status } = spawnSync(node, args, { cwd: home, stdio: 'inherit' })
    if (status !== 0) {
      process.exitCode = status ?? 1
      return
    }
  }
}

/** Paths a person types are meant from where they stand, not from this folder. */
const whereTyped = () => (process.env.npm_lifecycle_event === 'planwright' && process.env.INIT_CWD) || process.cwd()

const serve = (node, args) =>
  run(node, ['--enable-source-maps', inHome('build/server/index.js'), 'serve', ...args], { env: { NODE_ENV: 'production' } })

const tasks = {
  start: { builds: true, run: serve },
  dev: { run: (node, args) => run(node, [inHome('scripts/dev.mjs'), ...args]) },
  build: { builds: true, run: () => {} },
  cli: {
    builds: (args) => args[0] === 'serve' && !args.includes('--help'),
    run: (node, args) =>
      args[0] === 'serve' && !args.includes('--help')
        ? serve(node, args.slice(1))
        : run(node, [inHome('src/cli/main.ts'), ...args], { cwd: whereTyped() }),
  },
  test: { builds: true, run: test },
  fuzz: {
    builds: true,
    run: (node, args) => {
      const optionOf = (name, otherwise) => (args.includes(name) ? args[args.indexOf(name) + 1] : otherwise)
      const env = { PLANWRIGHT_FUZZ: optionOf('--requests', '100000'), PLANWRIGHT_FUZZ_SEED: optionOf('--seed', '1') }
      test(node, ['--project', 'house', 'test/fuzz.test.ts'], env)
    },
  },
  golden: { builds: true, run: (node, args) => test(node, args, { GOLDEN: '1' }) },
  check: { run: check },
  docs: { run: (node, args) => run(node, [inHome('scripts/docs.ts'), ...args]) },
  screenshots: { builds: true, run: (node, args) => run(node, [inHome('scripts/screenshots.ts'), ...args]) },
  equality: { run: (node, args) => run(node, [inHome('test/equality/main.ts'), ...args]) },
  bench: { run: (node, args) => run(node, [inHome('bench/main.ts'), ...args]) },
}

const [name = 'start', ...args] = process.argv.slice(2)
try {
  const task = tasks[name] ?? stop(`没有任务“${name}”。`, `There is no task "${name}".`)
  const builds = typeof task.builds === 'function' ? task.builds(args) : task.builds === true
  if (textOf(stamp) !== wantedModules()) alone(install)
  const node = pinnedNode()
  if (builds) alone(() => build(node))
  task.run(node, args)
} catch (error) {
  if (error instanceof Stop) console.error(`planwright: ${error.message}`)
  else if (error.code === 'ENOSPC')
    console.error('planwright: 磁盘已满，请腾出空间后再试。\nThe disk is full; free some space and try again.')
  else if (error.code === 'EACCES' || error.code === 'EROFS')
    console.error(`planwright: 没有权限写入 ${error.path ?? home}。\nNo permission to write to ${error.path ?? home}.`)
  else throw error
  process.exitCode = 1
}
