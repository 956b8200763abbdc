/** The record on the command line: checkpoints, verification, export, erasure. */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import readline from 'node:readline'
import { bundleReport } from '../core/evidence/bundle.ts'
import type { ChainReport } from '../core/evidence/chain.ts'
import { findingText } from '../core/evidence/chain-words.ts'
import { chainTools } from '../kernel/audit/walk.ts'
import { checkpoint, eraseEvent, exportWith, verifyRecord } from '../modules/audit/index.ts'
import { type Command, type Given, type Io, Misuse, paint } from './command.ts'
import { OPERATOR, withApp } from './database.ts'

/** Says what was counted and what does not hold; the exit code says whether it does. */
const show = (report: ChainReport, key: string | null, io: Io): number => {
  const zh = io.language === 'zh'
  const strangers = key === null ? [] : report.keys.filter((each) => each !== key)
  io.out(
    zh
      ? `${report.lanes} 条链，${report.events} 条记录；核对内容 ${report.contents} 份，已删除 ${report.erased} 份；检查点 ${report.checkpoints} 个`
      : `${report.lanes} lanes, ${report.events} events; contents compared ${report.contents}, erased ${report.erased}; checkpoints ${report.checkpoints}`,
  )
  for (const each of report.keys) io.out(`${zh ? '签名公钥' : 'signed with'} ${each}`)
  for (const each of report.findings) io.out(`${paint(io, 'red', '✗')} ${findingText(each)[io.language]}`)
  for (const each of strangers)
    io.out(`${paint(io, 'red', '✗')} ${zh ? `有检查点由另一把钥匙签名：${each}` : `checkpoints were signed with another key: ${each}`}`)
  const isWhole = report.findings.length === 0 && strangers.length === 0
  if (isWhole) io.out(`${paint(io, 'green', '✓')} ${zh ? '记录完整' : 'the record is whole'}`)
  return isWhole ? 0 : 1
}

const linesOf = (file: string): AsyncIterable<string> =>
  readline.createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })

const verify = async (file: string | undefined, key: string | null, io: Io): Promise<number> => {
  if (file === undefined) return show(await withApp((app) => app.perform(OPERATOR, verifyRecord, {})), key, io)
  const report = await bundleReport(chainTools, linesOf(file)).catch((error: NodeJS.ErrnoException) => {
    if (error.syscall === undefined) throw error
    throw new Misuse({ zh: `读不到“${file}”。`, en: `Cannot read "${file}".` })
  })
  if (report) return show(report, key, io)
  throw new Misuse({ zh: `“${file}”不是导出的记录。`, en: `"${file}" is no exported record.` })
}

const exported = async (file: string, io: Io): Promise<number> => {
  const out = await open(file, 'w')
  try {
    let waiting: string[] = []
    const flush = async (): Promise<void> => {
      const text = waiting.join('')
      waiting = []
      await out.write(text)
    }
    const write = async (line: string): Promise<void> => {
      waiting.push(`${line}\n`)
      if (waiting.length >= 1000) await flush()
    }
    const count = await withApp((app) => app.perform(OPERATOR, exportWith(write), {}))
    await flush()
    io.out(io.language === 'zh' ? `${count} 条记录 → ${file}` : `${count} events → ${file}`)
    return 0
  } finally {
    await out.close()
  }
}

const taken = (io: Io): Promise<number> =>
  withApp(async (app) => {
    const { number, events, root, key } = await app.perform(OPERATOR, checkpoint, {})
    io.out(
      `${io.language === 'zh' ? `检查点 ${number}：${events} 条记录` : `checkpoint ${number}: ${events} events`}\nroot ${root}\nkey  ${key}`,
    )
    return 0
  })

const erase = async (place: string | undefined, reason: string | undefined, io: Io): Promise<number> => {
  const [, lane, seq] = /^(\d{1,5})\/(\d{1,15})$/.exec(place ?? '') ?? []
  if (lane === undefined || reason === undefined)
    throw new Misuse({ zh: 'erase 需要“链/序号”和 --reason。', en: 'erase takes LANE/SEQ and --reason.' })
  await withApp((app) => app.perform(OPERATOR, eraseEvent, { lane: Number(lane), seq: Number(seq), reason }))
  io.out(
    io.language === 'zh'
      ? `已删除 ${place} 的内容；记录和哈希仍在。`
      : `The contents of ${place} are erased; the event and its hashes remain.`,
  )
  return 0
}

const run = ({ positionals: [what, operand], values }: Given, io: Io): Promise<number> => {
  const option = (name: string): string | undefined => (typeof values[name] === 'string' ? values[name] : undefined)
  const out = option('out')
  if (what === 'verify') return verify(operand, option('key') ?? null, io)
  if (what === 'checkpoint' && operand === undefined) return taken(io)
  if (what === 'export' && operand === undefined && out !== undefined) return exported(out, io)
  if (what === 'erase') return erase(operand, option('reason'), io)
  throw new Misuse({
    zh: '用法：audit verify [文件] · audit export --out 文件 · audit checkpoint · audit erase 链/序号 --reason 原因',
    en: 'usage: audit verify [FILE] · audit export --out FILE · audit checkpoint · audit erase LANE/SEQ --reason TEXT',
  })
}

export const command: Command = {
  name: 'audit',
  operands: ['verify|export|checkpoint|erase', '[FILE|LANE/SEQ]'],
  means: {
    zh: '操作记录：核验（数据库或导出文件）、导出、做检查点、删除一条的内容',
    en: 'the record: verify it (in the database or exported), export it, take a checkpoint, erase the contents of an event',
  },
  options: {
    out: { type: 'string', value: 'FILE', means: { zh: '导出到哪个文件', en: 'the file to export to' } },
    key: {
      type: 'string',
      value: 'HEX',
      means: { zh: '公布的公钥；检查点须由它签名', en: 'the public key as published; checkpoints must be signed with it' },
    },
    reason: { type: 'string', value: 'TEXT', means: { zh: '删除的原因，会记下来', en: 'why contents are erased, which is recorded' } },
  },
  settings: {
    PLANWRIGHT_SIGNING_KEY: {
      zh: '签名检查点的 Ed25519 私钥（PEM），或用 _FILE 指定文件',
      en: 'Ed25519 private key that signs checkpoints (PEM), or _FILE for a file',
    },
    PLANWRIGHT_JOURNAL: {
      zh: '数据库之外的日志文件夹；verify 与它核对',
      en: 'the folder outside of the database with a line for every event; verify compares with it',
    },
    PLANWRIGHT_HASH: { zh: '新记录的哈希算法：sha256（默认）或 sm3', en: 'hash function of new events: sha256 (default) or sm3' },
  },
  run,
}
