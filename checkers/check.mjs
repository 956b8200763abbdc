#!/usr/bin/env node
// Checks a receipt of Planwright on a computer without Planwright: one file, nothing but Node (18 or later).
// 在没有策行的电脑上核验收据：只要 Node（18 以上）和这一个文件。
//
//   node check.mjs RECEIPT.json [--facts RECEIPT.facts.json] [--root HEX] [--hash HEX]
//
// RECEIPT.json is the receipt of one decision (planwright.receipt.1) or of lines of a mass run (planwright.inclusion.1).
//   --facts  the facts with their salts: checks that the receipt was made from them, and from no others
//   --hash   the hash of the receipt as it was printed on the decision
//   --root   the root of the run as it was published
// Without --hash or --root the file is only consistent in itself: whoever can rewrite all of it can make another consistent one.
// Exit code: 0 everything holds, 1 something does not, 2 wrong use.
//
// What is checked, so that anybody can write this again:
//   canonical JSON is RFC 8785; hashes are SHA-256 in lower-case hex; texts are hashed as UTF-8
//   the file is the canonical JSON of its value and one line feed
//   hash    = SHA-256 of the canonical JSON of all other members
//   result  = SHA-256 of the canonical JSON of {measures: [{id, status, amount, award, mask} ...], total}
//   facts   = for each fact SHA-256 of the canonical JSON of [salt, name, value]
//   a line  = leaf of a Merkle tree (RFC 6962: leaf SHA-256(0x00, line), node SHA-256(0x01, left, right)), at its index among run.grants.lines
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const sha256 = (...parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** RFC 8785. */
const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
}
const hashOf = (value) => sha256(canonical(value)).toString('hex')

const without = (value, name) => Object.fromEntries(Object.entries(value).filter(([each]) => each !== name))

const findings = []
const check = (zh, en, stated, found) => findings.push({ zh, en, stated, found, holds: stated === found })

/** What both kinds of receipt have: their own bytes and their own hash. */
const checkForm = (bytes, value) => {
  const whole = `${canonical(value)}\n`
  check('文件逐字节符合规范', 'the file is canonical, byte for byte', sha256(bytes).toString('hex'), sha256(whole).toString('hex'))
  check('收据自身的哈希', 'the receipt’s own hash', value.hash, hashOf(without(value, 'hash')))
}

const checkDecision = (receipt) => {
  const measures = receipt.measures.map(({ id, status, amount, award, mask }) => ({ id, status, amount, award, mask }))
  check('结果的哈希', 'the hash of the result', receipt.result, hashOf({ measures, total: receipt.total }))
}

/** Every fact of the receipt is shown, and every shown fact is in it. */
const checkFacts = (receipt, opened) => {
  const stated = new Map(receipt.facts.map(({ name, hash }) => [name, hash]))
  const shown = new Map(opened.map(({ name, value, salt }) => [name, hashOf([salt, name, value])]))
  for (const name of new Set([...stated.keys(), ...shown.keys()]))
    check(`事实“${name}”`, `the fact "${name}"`, stated.get(name) ?? '—', shown.get(name) ?? '—')
}

/** The root that a leaf leads to; null if the path does not fit the place. */
const rootFrom = (leaf, index, count, path) => {
  if (!Number.isInteger(index) || index < 0 || index >= count) return null
  if (count === 1) return path.length === 0 ? leaf : null
  if (path.length === 0) return null
  let part = 1
  while (part * 2 < count) part *= 2
  const [below, beside] = [path.slice(0, -1), path[path.length - 1]]
  const isLeft = index < part
  const own = isLeft ? rootFrom(leaf, index, part, below) : rootFrom(leaf, index - part, count - part, below)
  if (own === null) return null
  return isLeft ? sha256(Buffer.of(1), own, beside) : sha256(Buffer.of(1), beside, own)
}

const checkLines = ({ run, lines }) => {
  for (const { line, index, path } of lines) {
    const leaf = sha256(Buffer.of(0), line)
    const root = rootFrom(
      leaf,
      index,
      run.grants.lines,
      path.map((hex) => Buffer.from(hex, 'hex')),
    )
    check(`运行中的一行“${line}”`, `the line "${line}"`, run.grants.root, root === null ? '—' : root.toString('hex'))
  }
}

const wrongUse = (zh, en) => {
  console.error(`${zh}\n${en}`)
  process.exit(2)
}

const read = (file) => {
  try {
    return readFileSync(file)
  } catch {
    return wrongUse(`读不到“${file}”。`, `Cannot read "${file}".`)
  }
}
const parse = (bytes) => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return null
  }
}

const options = {}
const files = []
const args = process.argv.slice(2)
for (let at = 0; at < args.length; at++) {
  if (args[at].startsWith('--')) options[args[at].slice(2)] = args[++at]
  else files.push(args[at])
}
if (files.length !== 1 || Object.keys(options).some((name) => !['facts', 'root', 'hash'].includes(name)))
  wrongUse(
    '用法：node check.mjs 收据.json [--facts 事实.json] [--root HEX] [--hash HEX]',
    'usage: node check.mjs RECEIPT.json [--facts FILE] [--root HEX] [--hash HEX]',
  )

const bytes = read(files[0])
const value = parse(bytes)
const isKnown = ['planwright.receipt.1', 'planwright.inclusion.1'].includes(value?.format)
try {
  if (!isKnown) check('格式', 'the format', String(value?.format), 'planwright.receipt.1 / planwright.inclusion.1')
  else {
    checkForm(bytes, value)
    if (value.format === 'planwright.receipt.1') checkDecision(value)
    else checkLines(value)
    if (options.facts !== undefined) checkFacts(value, parse(read(options.facts)).facts)
    if (options.hash !== undefined) check('印在决定上的哈希', 'the hash as printed', options.hash.toLowerCase(), value.hash)
    if (options.root !== undefined) check('公布的根', 'the root as published', options.root.toLowerCase(), String(value.run?.grants?.root))
  }
} catch {
  check('结构', 'the structure', '—', 'broken')
}

for (const { zh, en, stated, found, holds } of findings) {
  console.log(`${holds ? '✓' : '✗'} ${zh} · ${en}`)
  if (!holds) console.log(`    收据上 stated  ${stated}\n    重新算 found   ${found}`)
}
if (isKnown && options.hash === undefined && options.root === undefined)
  console.log(
    '？ 没有给出 --hash 或 --root：只能说明文件自身一致。 · Neither --hash nor --root was given: the file is consistent in itself, no more.',
  )
process.exit(findings.every(({ holds }) => holds) ? 0 : 1)
