/**
 * `npm run bench -- [NAME…] [--quick] [--record]`: how fast and how exact the engine is, on this machine, now, beside others.
 * Exit 1 when a cell or a list is wrong or a workload did not end; a goal that is missed is shown and is no error.
 */
import { execFileSync, fork, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { DATA } from './data.ts'
import { recordOf, type Section, sectionText } from './report.ts'
import { isRight } from './workload.ts'
import { peers, workloads } from './workloads.ts'

const HERE = import.meta.dirname
const RECORD = path.join(HERE, '../docs/performance.md')

/** Installs the peers that the lock file names; the stamp lies inside of what it vouches for. */
const installPeers = (): boolean => {
  const stamp = path.join(HERE, 'node_modules/.planwright-lock')
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(HERE, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true
  console.error('installing the peers …')
  // Not `npm ci`: it insists on the packages of every platform, and one peer has not published them all.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--engine-strict=false', '--loglevel=error']
  const npm = process.env.npm_execpath
  const [command, first] = npm?.endsWith('.js') ? [process.env.npm_node_execpath ?? process.execPath, [npm]] : ['npm', []]
  const { status } = spawnSync(command, [...first, ...args], { cwd: HERE, stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) return false
  writeFileSync(stamp, wanted)
  return true
}

/** Runs one workload in its own process; null if it did not end well. */
const measured = (name: string, quick: boolean, stamp: string): Promise<Section | null> =>
  new Promise((resolve) => {
    let section: Section | null = null
    const child = fork(path.join(HERE, 'child.ts'), [name, quick ? 'quick' : 'full'], { serialization: 'advanced' })
    child.on('message', (message) => {
      section = { name, stamp, ...(message as Omit<Section, 'name' | 'stamp'>) }
    })
    child.on('close', (code) => resolve(code === 0 ? section : null))
  })

const commit = (): string => {
  try {
    const git = (...args: string[]): string => execFileSync('git', args, { cwd: HERE, encoding: 'utf8' }).trim()
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', '--', '..', ':!../docs/performance.md') === '' ? '' : ' and changes'}`
  } catch {
    return 'unknown'
  }
}

const about = (quick: boolean): string =>
  [
    os.cpus()[0]?.model ?? 'unknown processor',
    `${os.availableParallelism()} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB`,
    `${os.platform()} ${os.arch()}, Node ${process.version}`,
    `commit ${commit()}`,
    new Date().toISOString().slice(0, 10),
    ...(quick ? ['small populations (`--quick`)'] : []),
  ].join(' · ')

const run = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { quick: { type: 'boolean', default: false }, record: { type: 'boolean', default: false } },
  })
  const unknown = positionals.filter((name) => !Object.hasOwn(workloads, name))
  if (unknown.length > 0) {
    console.error(
      `没有 ${unknown.join('、')}，可选：\nThere is no ${unknown.join(', ')}; choose from:\n  ${Object.keys(workloads).join(' ')}`,
    )
    return 2
  }
  let names = positionals.length > 0 ? positionals : Object.keys(workloads)
  let complete = true
  if (names.some((name) => Object.hasOwn(peers, name)) && !installPeers()) {
    console.error('其他引擎没有装上，略去。\nThe peers were not installed and are left out.')
    names = names.filter((name) => !Object.hasOwn(peers, name))
    complete = false
  }
  const stamp = about(values.quick)
  const sections: Section[] = []
  for (const name of names) {
    const section = await measured(name, values.quick, stamp)
    if (section === null) {
      console.error(`${name} did not end well.\n`)
      complete = false
      continue
    }
    sections.push(section)
    console.log(sectionText(section))
  }
  if (values.record) {
    writeFileSync(RECORD, recordOf(existsSync(RECORD) ? readFileSync(RECORD, 'utf8') : '', sections, Object.keys(workloads)))
    console.error(`written to ${path.relative(process.cwd(), RECORD)}; the populations stay in ${path.relative(process.cwd(), DATA)}`)
  }
  return complete && sections.every(({ lines }) => lines.every(isRight)) ? 0 : 1
}

process.exitCode = await run()
