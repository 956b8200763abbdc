import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { checkpoints } from '../../modules/audit/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads, Scroll } from '../parts/basic.tsx'
import { useTimes } from '../times.ts'

const SHOWN = 10

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const taken = await app.perform(who, checkpoints, { newest: SHOWN })
    return {
      keys: [...new Set(taken.map(({ key }) => key))],
      rows: taken.map(({ number, at, events, lanes, root, alg, hash }) => ({ number, at, events, lanes: lanes.length, root, alg, hash })),
    }
  })

const WORDS = {
  title: { zh: '操作记录没有被改过吗？', en: 'Was the record left unchanged?' },
  lead: {
    zh: '每天把全部操作记录封存一次，签名后公布在这里。抄下任何一行，日后谁都能查出那一刻之前有没有改动、删除或补写。',
    en: 'Every day the whole record is sealed, signed and published here. Copy any line, and later anybody can tell whether something before it was changed, removed or put in.',
  },
  none: { zh: '还没有检查点。', en: 'There is no checkpoint yet.' },
  kept: { zh: '记了什么', en: 'What is kept' },
  holds: [
    {
      zh: '谁、以哪个岗位或代表哪家企业、什么时候、对什么做了什么：每一次办理，包括查看和下载。',
      en: 'Who did what to which thing, when, in which post or for which enterprise: everything that is done, viewing and downloading included.',
    },
    {
      zh: '每一条都含前一条的哈希，所以中间不能改、不能抽走。',
      en: 'Each event holds the hash of the one before, so that none can be changed or taken out in between.',
    },
    {
      zh: '内容可能涉及个人，只有审计人员能看；公布的只是哈希。',
      en: 'Contents may be about persons: only auditors see them. What is published is hashes.',
    },
  ],
  list: { zh: '最近的检查点', en: 'The latest checkpoints' },
  number: { zh: '序号', en: 'Number' },
  at: { zh: '时间', en: 'Taken' },
  events: { zh: '记录条数', en: 'Events' },
  root: { zh: '默克尔根', en: 'Merkle root' },
  hash: { zh: '检查点的哈希', en: 'Hash of the checkpoint' },
  key: { zh: '签名公钥（Ed25519）', en: 'Public key of the signatures (Ed25519)' },
  how: { zh: '自己怎样核验', en: 'How to check it yourself' },
  steps: [
    { zh: '现在抄下一行检查点，或下载全部检查点。', en: 'Copy a line below now, or download all checkpoints.' },
    { zh: '日后向审计部门索取导出的操作记录。', en: 'Later, ask the auditors for the exported record.' },
    {
      zh: '在任何一台电脑上运行下面两个程序之一：各不超过 60 行，不用本站的任何代码。它说出记录是否完整，再与您抄下的一行相比。',
      en: 'Run one of the two programs below on any computer: each has at most 60 lines and uses none of our code. It says whether the record is whole; compare it with the line you copied.',
    },
  ],
  json: { zh: '全部检查点（JSON）', en: 'All checkpoints (JSON)' },
} as const

export default function Evidence() {
  const { keys, rows } = useLoaderData<typeof loader>()
  const { say } = useSay()
  const { minuteOf } = useTimes()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <meta name="description" content={say(WORDS.lead)} />
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
                    {minuteOf(at)}
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
      <h2>{say(WORDS.how)}</h2>
      <ol>
        {WORDS.steps.map((step) => (
          <li key={step.en}>{say(step)}</li>
        ))}
      </ol>
      {keys.map((key) => (
        <pre key={key}>node audit.mjs RECORD.jsonl --key {key}</pre>
      ))}
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
      <h2>{say(WORDS.kept)}</h2>
      <ul>
        {WORDS.holds.map((each) => (
          <li key={each.en}>{say(each)}</li>
        ))}
      </ul>
    </>
  )
}
