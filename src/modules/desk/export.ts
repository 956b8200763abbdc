import { Type } from 'typebox'
import { csvOf } from '../../core/csv.ts'
import { sha256Of } from '../../kernel/files.ts'
import { type Act, action } from '../../kernel/module.ts'
import { packInService } from '../edition/index.ts'
import { correctionsOfEnterprise, demandWhole, enterprisePeople, enterpriseRow, factsHeld, ownEvidence, Uscc } from '../party/index.ts'
import { checkUpsOf, receiptsOf } from './queries.ts'

/** Files of one download by their names; `README` comes first and names the hash of every other. */
export type Bundle = { readonly name: string; readonly files: ReadonlyMap<string, Uint8Array> }

/** Bytes of handed-in files that one download takes along; what is beyond is named and can be downloaded by itself. */
const MOST_BYTES = 100 * 1024 * 1024

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const json = (value: unknown): Uint8Array => bytesOf(`${JSON.stringify(value, null, 2)}\n`)

const SYNTHETIC = ['这是合成的演示企业，不是任何真实的企业。', 'This is a synthetic enterprise, made for demonstration; it is nobody real.']

const readmeOf = (
  uscc: string,
  name: string,
  synthetic: boolean,
  day: string,
  files: ReadonlyMap<string, Uint8Array>,
  left: readonly string[],
) =>
  [
    `关于 ${name}（${uscc}）在本系统中保存的全部内容，${day}`,
    `Everything held here about ${name} (${uscc}), ${day}`,
    ...(synthetic ? ['', ...SYNTHETIC] : []),
    '',
    'facts.csv, facts.json    登记机关掌握的事实及其全部历史 · facts held by registers, with their history',
    'corrections.json         提出的更正及办理过程 · corrections and what became of them',
    'evidence/                为更正提交的文件 · files handed in for corrections',
    'people.json              成员、委托和邀请 · members, agents and invitations',
    'check-ups.json           保存的检查 · saved check-ups',
    'receipts/                决定收据及其事实 · receipts of decisions with their facts',
    '',
    '以下为各文件的 SHA-256（sha256sum -c 可核对） · SHA-256 of each file (for sha256sum -c):',
    '',
    ...[...files].map(([file, bytes]) => `${sha256Of(bytes)}  ${file}`),
    ...(left.length === 0 ? [] : ['', '未随附，可在更正页面单独下载 · not enclosed, to be downloaded from the correction:', ...left]),
    '',
  ].join('\n')

const factFiles = async (act: Act, enterpriseId: string, synthetic: boolean): Promise<readonly (readonly [string, Uint8Array])[]> => {
  const pack = await packInService(act)
  const facts = await factsHeld(act, enterpriseId, pack, { asOf: act.today, known: act.today })
  const rows = facts.flatMap(({ fact, standing, versions, disputed }) =>
    versions.map((version) => ({
      fact,
      value: version.value,
      source: version.source.kind === 'registry' ? version.source.name : `correction ${version.source.id}`,
      validOn: version.validOn,
      recordedAt: version.recordedAt.toISOString(),
      stands: version === standing ? 'yes' : 'no',
      disputed: disputed ? 'yes' : 'no',
    })),
  )
  const heads = ['fact', 'value', 'source', 'validOn', 'recordedAt', 'stands', 'disputed'] as const
  return [
    ['facts.json', json({ synthetic, facts: rows })],
    [
      'facts.csv',
      bytesOf(
        csvOf([...(synthetic ? SYNTHETIC.map((text) => [text]) : []), [...heads], ...rows.map((row) => heads.map((head) => row[head]))]),
      ),
    ],
  ]
}

/** The files that were handed in, as far as they fit and may be handed out; `left`: those that are not enclosed. */
const evidenceFiles = async (act: Act, enterprise: string) => {
  const files: [string, Uint8Array][] = []
  const left: string[] = []
  let bytes = 0
  for (const { evidence } of await correctionsOfEnterprise(act, enterprise))
    for (const { id, name, size, scan } of evidence) {
      const place = `evidence/${id}/${name}`
      bytes += size
      if (bytes > MOST_BYTES || (scan !== 'clean' && scan !== 'not-scanned')) left.push(place)
      else files.push([place, (await ownEvidence.run(act, { enterprise, evidence: id })).bytes])
    }
  return { files, left }
}

/** Everything held about an enterprise as files, for whoever may sign for it. That it was taken is recorded. */
export const exportEverything = action(
  'desk.export',
  { member: 'sign' },
  Type.Object({ enterprise: Uscc }),
  async (act, { enterprise }): Promise<Bundle> => {
    demandWhole(act, enterprise, 'sign')
    const row = await enterpriseRow(act, enterprise)
    const { synthetic } = row
    const { files: evidence, left } = await evidenceFiles(act, enterprise)
    const { members, delegations, invitations } = await enterprisePeople.run(act, { enterprise })
    const files = new Map<string, Uint8Array>([
      ['enterprise.json', json({ synthetic, uscc: row.uscc, name: row.name, district: row.district })],
      ...(await factFiles(act, row.id, synthetic)),
      [
        'corrections.json',
        json({ synthetic, corrections: (await correctionsOfEnterprise(act, enterprise)).map(({ declaration: _, ...each }) => each) }),
      ],
      ['people.json', json({ synthetic, members, delegations, invitations })],
      [
        'check-ups.json',
        json({
          synthetic,
          checkUps: (await checkUpsOf(act.db, row.id)).map(({ name, asked, pack_hash, decided_on, awards, total, saved_at }) => ({
            name,
            asked,
            pack: pack_hash,
            decidedOn: decided_on,
            awards,
            total,
            savedAt: saved_at.toISOString(),
          })),
        }),
      ],
      ...(await receiptsOf(act.db, row.id)).flatMap(({ hash, receipt, facts }): [string, Uint8Array][] => [
        [`receipts/${hash.slice(0, 12)}.json`, bytesOf(receipt)],
        ...(facts === null ? [] : [[`receipts/${hash.slice(0, 12)}.facts.json`, bytesOf(facts)] as [string, Uint8Array]]),
      ]),
      ...evidence,
    ])
    const readme = bytesOf(readmeOf(row.uscc, row.name, synthetic, act.today, files, left))
    await act.record('desk.exported', {
      object: ['party.enterprise', row.uscc],
      details: {
        files: files.size,
        bytes: [...files.values()].reduce((sum, { length }) => sum + length, 0),
        left: left.length,
        readme: sha256Of(readme),
      },
    })
    return { name: `${synthetic ? 'synthetic-' : ''}${row.uscc}-${act.today}.zip`, files: new Map([['README.txt', readme], ...files]) }
  },
)
