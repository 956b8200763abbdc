#!/usr/bin/env node
// Checks an exported record of Planwright without Planwright · 在没有策行的电脑上核验导出的操作记录: node audit.mjs RECORD.jsonl [--key PUBLIC-KEY-HEX]
// An event: hash = H(canonical JSON (RFC 8785) of its other members); in its lane seq counts from 1, and prev is the hash of the one before (first: 64 zeros).
// Its contents: before, after, details = H(["SALT","PART",TEXT]); gone only where an event audit.erased names the place. A checkpoint: hash = H(canonical JSON
// without hash and signature), Ed25519 over the same text, root = Merkle tree (RFC 6962) over lanes, heads that the lanes then had. Exit: 0 whole, 1 not, 2 wrong use.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

const [file, option, trusted] = process.argv.slice(2)
if (!file || (option && (option !== '--key' || !trusted))) process.exit(console.error('node audit.mjs RECORD.jsonl [--key HEX]') ?? 2)
const H = (alg, ...parts) => parts.reduce((hash, part) => hash.update(part), createHash(/^(sha256|sm3)$/.test(alg) ? alg : '?')).digest()
const hex = (alg, text) => H(alg, text).toString('hex')
const byName = ([a], [b]) => (a < b ? -1 : 1)
const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value)
const sorted = (_name, value) => (isObject(value) ? Object.fromEntries(Object.entries(value).sort(byName)) : value)
const canonical = (value) => JSON.stringify(value, sorted)
const root = (alg, leaves) => {
  if (leaves.length < 2) return leaves[0] ?? H(alg)
  const part = 2 ** (31 - Math.clz32(leaves.length - 1))
  return H(alg, Buffer.of(1), root(alg, leaves.slice(0, part)), root(alg, leaves.slice(part)))
}
const [findings, ends, wanted, gone, erased] = [[], new Map(), new Map(), new Set(), new Set()]
const checkpoint = ({ hash, signature, ...body }, before) => {
  const text = Buffer.from(canonical(body))
  const leaves = body.lanes.map((lane) => H(body.alg, Buffer.of(0), canonical(lane)))
  const follows = body.number === (before?.number ?? 0) + 1 && body.previous === (before?.hash ?? null)
  const key = createPublicKey({ key: Buffer.from(`302a300506032b6570032100${body.key}`, 'hex'), format: 'der', type: 'spki' })
  const signed = verify(null, text, key, Buffer.from(signature, 'hex')) && body.key === (trusted ?? body.key)
  if (!follows || hash !== hex(body.alg, text) || body.root !== root(body.alg, leaves).toString('hex'))
    findings.push(`检查点 checkpoint ${body.number}`)
  if (!signed) findings.push(`签名 signature of checkpoint ${body.number}`)
  for (const { lane, to, head: end } of body.lanes) wanted.set(`${lane}/${to}`, (wanted.get(`${lane}/${to}`) ?? end) === end ? end : '?')
}
const take = ({ event: { hash, ...body }, contents }) => {
  const [place, last] = [`${body.lane}/${body.seq}`, ends.get(body.lane) ?? { seq: 0, hash: '0'.repeat(64) }]
  if (body.seq !== last.seq + 1 || body.prev !== last.hash) findings.push(`接不上前一条 does not follow: ${place}`)
  if (hash !== hex(body.alg, canonical(body))) findings.push(`被改过 changed: ${place}`)
  const parts = ['before', 'after', 'details'].map((part) => [body[part], part, contents?.[part] ?? null])
  const differs = ([stated, part, text]) => stated !== (text === null ? null : hex(body.alg, `["${contents.salt}","${part}",${text}]`))
  if (contents && parts.some(differs)) findings.push(`内容被改过 contents changed: ${place}`)
  if (!contents && parts.some(([stated]) => stated !== null)) gone.add(place)
  if (body.event === 'audit.erased' && body.object[0] === 'kernel.event') erased.add(body.object[1])
  if ((wanted.get(place) ?? hash) !== hash) findings.push(`与检查点不同 not as at a checkpoint: ${place}`)
  wanted.delete(place)
  ends.set(body.lane, { seq: body.seq, hash })
}
const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]()
const head = JSON.parse((await lines.next()).value)
if (head.format !== 'planwright.record.1') process.exit(console.error('不是导出的记录 no exported record') ?? 2)
for (const [at, each] of head.checkpoints.entries()) checkpoint(each, head.checkpoints[at - 1])
for await (const line of lines) take(JSON.parse(line))
for (const place of wanted.keys()) findings.push(`检查点时有，现在没有 there at a checkpoint, gone now: ${place}`)
for (const place of gone) if (!erased.has(place)) findings.push(`内容没有了，也没有删除记录 contents gone, no erasure recorded: ${place}`)
for (const { lane, seq, head: end } of head.heads)
  if (seq > 0 && (ends.get(lane)?.hash !== end || ends.get(lane).seq !== seq)) findings.push(`链尾不对 lane ends elsewhere: ${lane}`)
for (const each of findings.slice(0, 20)) console.log(`✗ ${each}`)
const events = [...ends.values()].reduce((sum, { seq }) => sum + seq, 0)
console.log(`${findings.length > 0 ? '✗' : '✓'} ${events} 条记录 events, ${head.checkpoints.length} 个检查点 checkpoints`)
process.exitCode = findings.length > 0 ? 1 : 0
