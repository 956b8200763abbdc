import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { checkpoints } from '../../modules/audit/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads, Scroll } from '../parts/basic.tsx'
import { useTimes } from '../times.ts'

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const taken = await app.perform(who, checkpoints, {})
    return {
      keys: [...new Set(taken.map(({ key }) => key))],
      rows: taken.map(({ number, at, events, lanes, root, alg, hash }) => ({ number, at, events, lanes: lanes.length, root, alg, hash })),
    }
  })

const WORDS = {
  title: { zh: '操作记录没有被改过吗？', en: 'Was the record left unchanged?' },
  lead: {
    zh: '每一次办理都记入哈希链。检查点把某一刻的全部记录固定下来：用本站的私钥签名，公布在这里。抄下任何一个，日后就能证明那一刻之前的记录没有被改动、删除或补写。',
    en: 'Everything that is done is chained by hashes. A checkpoint fixes the whole record as it was at one moment, signed with the key of this site and published here. Copy any of them, and later you can show whether anything before it was changed, removed or put in.',
  },
  none: { zh: '还没有检查点。', en: 'There is no checkpoint yet.' },
  list: { zh: '检查点', en: 'Checkpoints' },
  number: { zh: '序号', en: 'Number' },
  at: { zh: '时间', en: 'Taken' },
  events: { zh: '记录条数', en: 'Events' },
  root: { zh: '默克尔根', en: 'Merkle root' },
  hash: { zh: '检查点的哈希', en: 'Hash of the checkpoint' },
  key: { zh: '签名公钥（Ed25519）', en: 'Public key of the signatures (Ed25519)' },
  how: { zh: '怎样核验', en: 'How to check' },
  steps: [
    {
      zh: '审计人员用 planwright audit export 导出全部记录。',
      en: 'Auditors export the whole record with planwright audit export.',
    },
    {
      zh: '在任何一台电脑上，用下面两个程序之一核验导出的文件；它们各不超过 60 行，不用本站的任何代码。',
      en: 'On any computer, one of the two programs below checks the file; each has at most 60 lines and uses none of our code.',
    },
    {
      zh: '用 --key 给出上面的公钥，并把文件里的检查点与这里公布的、或您抄下的相比。',
      en: 'Give it the public key above with --key, and compare the checkpoints in the file with those published here, or with your own copy.',
    },
  ],
  json: { zh: '检查点（JSON）', en: 'Checkpoints (JSON)' },
} as const

export default function Evidence() {
  const { keys, rows } = useLoaderData<typeof loader>()
  const { say } = useSay()
  const { secondOf } = useTimes()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">{say(WORDS.lead)}</p>
      <h2>{say(WORDS.list)}</h2>
      {rows.length === 0 ? (
        <p>{say(WORDS.none)}</p>
      ) : (
        <Scroll label={say(WORDS.list)}>
          <table className="rows">
            <caption className="unseen">{say(WORDS.list)}</caption>
            <Heads names={[WORDS.number, WORDS.at, WORDS.events, WORDS.root, WORDS.hash].map(say)} />
            <tbody>
              {rows.map(({ number, at, events, root, alg, hash }) => (
                <tr key={number}>
                  <th scope="row">{number}</th>
                  <td data-head={say(WORDS.at)} className="date">
                    {secondOf(at)}
                  </td>
                  <td data-head={say(WORDS.events)}>{events.toLocaleString('en')}</td>
                  <td data-head={say(WORDS.root)}>
                    <code>{root}</code>
                  </td>
                  <td data-head={say(WORDS.hash)}>
                    <code>{hash}</code> <span className="small quiet">{alg}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {keys.length > 0 && (
        <>
          <h2>{say(WORDS.key)}</h2>
          <ul>
            {keys.map((key) => (
              <li key={key}>
                <code>{key}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{say(WORDS.how)}</h2>
      <ol>
        {WORDS.steps.map((step) => (
          <li key={step.en}>{say(step)}</li>
        ))}
      </ol>
      <ul>
        {['audit.mjs', 'audit.py'].map((name) => (
          <li key={name}>
            <a href={`/checkers/${name}`} download={name}>
              {name}
            </a>
          </li>
        ))}
        <li>
          <a href="/api/v1/evidence/checkpoints">{say(WORDS.json)}</a>
        </li>
      </ul>
    </>
  )
}
