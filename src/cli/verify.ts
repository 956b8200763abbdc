import { readFile } from 'node:fs/promises'
import type { Text } from '../core/messages.ts'
import { openedFrom, type Verification, type Verified, verify, verifyForm } from '../modules/measure/index.ts'
import { type Command, type Io, Misuse, paint } from './command.ts'
import { packOrFindings } from './pack.ts'
import { engineHere } from './receipt.ts'

const PARTS: Readonly<Record<Verified['part'], Text>> = {
  form: { zh: '文件逐字节是一份收据', en: 'the file is a receipt, byte for byte' },
  hash: { zh: '收据自身的哈希', en: 'the receipt’s own hash' },
  pack: { zh: '规则包', en: 'the pack' },
  engine: { zh: '计算程序', en: 'the program' },
  rule: { zh: '条款文件', en: 'the file of the measure' },
  parameters: { zh: '当日参数', en: 'the parameters of the day' },
  fact: { zh: '事实', en: 'the fact' },
  result: { zh: '结果', en: 'the result' },
  total: { zh: '合计', en: 'the total' },
  line: { zh: '运行中的一行', en: 'the line of the run' },
}

const textIn = async (file: string): Promise<string> => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file))
  } catch {
    throw new Misuse({ zh: `读不到“${file}”，或它不是 UTF-8 文件。`, en: `Cannot read "${file}", or it is not UTF-8.` })
  }
}

const factsIn = async (file: string) =>
  openedFrom(await textIn(file)) ??
  (() => {
    throw new Misuse({ zh: `“${file}”不是收据旁边的事实文件。`, en: `"${file}" is not the facts file of a receipt.` })
  })()

/** One line for each part that differs or could not be looked at, one for all others together. */
const show = ({ parts, receipt, inclusion }: Verification, io: Io): void => {
  const zh = io.language === 'zh'
  const name = ({ part, of }: Verified): string => `${PARTS[part][io.language]}${of === null ? '' : zh ? `“${of}”` : ` "${of}"`}`
  if (receipt === null && inclusion === null) {
    io.out(paint(io, 'red', zh ? '这不是一份收据。' : 'This is no receipt.'))
    return
  }
  for (const each of parts.filter(({ holds }) => holds === false)) {
    io.out(`${paint(io, 'red', '✗')} ${name(each)}`)
    io.out(`    ${zh ? '收据上' : 'stated'}  ${each.stated || '—'}`)
    io.out(`    ${zh ? '重新算' : 'found'}   ${each.found || '—'}`)
  }
  const counted = (holds: boolean | null): string => {
    const kinds = Map.groupBy(
      parts.filter((each) => each.holds === holds),
      ({ part }) => part,
    )
    return [...kinds]
      .map(([part, list]) => `${PARTS[part][io.language]}${list.length > 1 ? ` × ${list.length}` : ''}`)
      .join(zh ? '、' : ', ')
  }
  const [right, open] = [counted(true), counted(null)]
  if (right !== '') io.out(`${paint(io, 'green', '✓')} ${right}`)
  if (open !== '')
    io.out(`${paint(io, 'yellow', '？')} ${zh ? `没有核验（需要 --facts）：${open}` : `not verified (needs --facts): ${open}`}`)
}

export const command: Command = {
  name: 'verify',
  operands: ['RECEIPT'],
  means: { zh: '核验一份收据：重新计算，指出哪一部分不同', en: 'verify a receipt: compute again and say which part differs' },
  options: {
    pack: { type: 'string', value: 'DIR', means: { zh: '作出决定的规则包', en: 'the pack that decided' } },
    facts: { type: 'string', value: 'FILE.facts.json', means: { zh: '收据旁边的事实文件', en: 'the facts file beside the receipt' } },
    json: { type: 'boolean', means: { zh: '以 JSON 输出', en: 'print JSON' } },
  },
  run: async ({ positionals: [file = ''], values }, io) => {
    if (typeof values.facts === 'string' && typeof values.pack !== 'string')
      throw new Misuse({ zh: '核验结果还需要 --pack。', en: 'To verify results, give --pack as well.' })
    const text = await textIn(file)
    const opened = typeof values.facts === 'string' ? await factsIn(values.facts) : null
    const pack = typeof values.pack === 'string' ? await packOrFindings(values.pack, io) : null
    if (typeof values.pack === 'string' && pack === null) return 1
    const verification = pack === null ? verifyForm(text) : verify(text, pack, engineHere(), opened)
    if (values.json) io.out(JSON.stringify(verification, null, 2))
    else show(verification, io)
    return verification.parts.every(({ holds }) => holds !== false) ? 0 : 1
  },
}
