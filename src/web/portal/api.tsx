import { type LinksFunction, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { Text } from '../../core/messages.ts'
import { currentPack } from '../../modules/measure/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import css from './api.css?url'
import { type ApiOperation, apiView, type FieldLine } from './api-view.ts'
import { SdmxLines } from './sdmx-lines.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: css }]

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who, openApi, origin } = context.get(siteContext)
    return { origin, operations: apiView(openApi, await app.perform(who, currentPack, {}), origin) }
  })

const WORDS = {
  title: { zh: '接口怎么用？', en: 'How is the API used?' },
  about: {
    zh: '除注明要密钥的以外，人人可用，无需账号。/decide 和 /explain 收到的事实只用来算这一次，不保存、不记录。金额是元，写作带两位小数的文字；日期写作 2023-06-30。',
    en: 'Everything but what says that it wants a key is open to everybody, without an account. The facts sent to /decide and /explain are used for that one answer and neither kept nor logged. Money is yuan as text with two decimals; days are written 2023-06-30.',
  },
  key: {
    zh: '要密钥：在“我的密钥”新建一个，用途选这一项，存入环境变量 PLANWRIGHT_KEY。',
    en: 'Wants a key: make one for this use under “My keys”, and keep it in the variable PLANWRIGHT_KEY.',
  },
  myKeys: { zh: '我的密钥', en: 'My keys' },
  machine: { zh: '给机器读的同一份说明：', en: 'The same reference for machines:' },
  problems: {
    zh: '出错时的回答是 application/problem+json（RFC 9457），带 code、params 和双语文字；code 的含义不变，程序可以依靠它。',
    en: 'Errors are application/problem+json (RFC 9457) with a code, its params and words; the meaning of a code never changes, so programs may rely on it.',
  },
  contents: { zh: '目录', en: 'Contents' },
  example: { zh: '例子', en: 'Example' },
  parameters: { zh: '参数', en: 'Parameters' },
  body: { zh: '请求体（JSON）', en: 'Body (JSON)' },
  reply: { zh: '回答', en: 'Answer' },
  name: { zh: '名称', en: 'Name' },
  where: { zh: '位置', en: 'In' },
  type: { zh: '类型', en: 'Type' },
  means: { zh: '含义', en: 'Meaning' },
  required: { zh: '必填', en: 'required' },
  errors: { zh: '可能的错误', en: 'Possible errors' },
} as const

const GROUPS: Readonly<Record<string, Text>> = {
  edition: { zh: '数据包', en: 'Packs' },
  identity: { zh: '账户', en: 'Accounts' },
  party: { zh: '企业', en: 'Enterprises' },
  audit: { zh: '留痕', en: 'The record' },
  worklist: { zh: '工作清单', en: 'Work list' },
  measure: { zh: '政策措施', en: 'Measures' },
  plan: { zh: '规划与指标', en: 'Plan and indicators' },
  site: { zh: '本站', en: 'This site' },
}
const PLACES: Readonly<Record<string, Text>> = { path: { zh: '路径', en: 'path' }, query: { zh: '查询', en: 'query' } }

/** Descriptions of fields are part of the contract and written in English. */
const Fields = ({ title, lines }: { readonly title: Text; readonly lines: readonly (FieldLine & { readonly where?: string })[] }) => {
  const { say } = useSay()
  const placed = lines.some((line) => line.where)
  return (
    <table className="api">
      <caption>{say(title)}</caption>
      <thead>
        <tr>
          <th scope="col">{say(WORDS.name)}</th>
          {placed && <th scope="col">{say(WORDS.where)}</th>}
          <th scope="col">{say(WORDS.type)}</th>
          <th scope="col">{say(WORDS.means)}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.path}>
            <th scope="row" className={`depth${line.depth}`}>
              <code>{line.name}</code>
            </th>
            {placed && <td>{line.where && say(PLACES[line.where] ?? { zh: line.where, en: line.where })}</td>}
            <td className="type">{line.type}</td>
            <td>
              {line.required && placed && <span className="quiet">{say(WORDS.required)} </span>}
              <span lang="en">{line.means}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Operation = ({ each }: { readonly each: ApiOperation }) => {
  const { say, to } = useSay()
  return (
    <section id={each.id} className="operation">
      <h3>
        <code>
          {each.method} {each.path}
        </code>
      </h3>
      <p>{say(each.summary)}</p>
      {each.wantsKey && (
        <p>
          {say(WORDS.key)} <a href={to('/account/keys')}>{say(WORDS.myKeys)}</a>
        </p>
      )}
      <pre className="example">{each.example}</pre>
      {each.parameters.length > 0 && <Fields title={WORDS.parameters} lines={each.parameters} />}
      {each.input.length > 0 && <Fields title={WORDS.body} lines={each.input} />}
      {each.reply.length > 0 && (
        <details>
          <summary>
            {say(WORDS.reply)} <span className="quiet">{each.replyType}</span>
          </summary>
          <Fields title={WORDS.reply} lines={each.reply} />
        </details>
      )}
      <p className="small quiet">
        {say(WORDS.errors)} {each.problems.join(' · ')}
      </p>
    </section>
  )
}

export default function Api() {
  const { origin, operations } = useLoaderData<typeof loader>()
  const { say } = useSay()
  const groups = [...new Set(operations.map((each) => each.group))]
  const titleOf = (group: string): string => say(GROUPS[group] ?? { zh: group, en: group })
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <meta name="description" content={say(WORDS.about)} />
      <h1>{say(WORDS.title)}</h1>
      <p>{say(WORDS.about)}</p>
      <p>{say(WORDS.problems)}</p>
      <p>
        {say(WORDS.machine)} <a href="/api/v1/openapi.json">OpenAPI 3.1</a> · <a href="#sdmx">SDMX</a>
      </p>
      <nav aria-labelledby="contents">
        <h2 id="contents">{say(WORDS.contents)}</h2>
        <ul className="contents">
          {operations.map((each) => (
            <li key={each.id}>
              <a href={`#${each.id}`}>
                <code>
                  {each.method} {each.path.replace('/api/v1', '')}
                </code>
              </a>{' '}
              {say(each.summary)}
            </li>
          ))}
        </ul>
      </nav>
      {groups.map((group) => (
        <section key={group}>
          <h2>{titleOf(group)}</h2>
          {operations
            .filter((each) => each.group === group)
            .map((each) => (
              <Operation key={each.id} each={each} />
            ))}
        </section>
      ))}
      <SdmxLines origin={origin} />
    </>
  )
}
