import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { Text } from '../../core/messages.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'

type Operation = {
  readonly 'x-summary': Text
  readonly parameters: readonly {
    readonly name: string
    readonly in: string
    readonly required: boolean
    readonly schema: { readonly type?: string; readonly description?: string }
  }[]
  readonly requestBody?: unknown
}

export const loader = ({ context }: LoaderFunctionArgs) => {
  const { openApi } = context.get(siteContext)
  const paths = openApi.paths as Record<string, Record<string, Operation>>
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      summary: operation['x-summary'],
      body: operation.requestBody !== undefined,
      parameters: operation.parameters.map((each) => ({
        name: each.name,
        where: each.in,
        required: each.required,
        type: each.schema.type ?? '',
        means: each.schema.description ?? '',
      })),
    })),
  )
}

const EXAMPLE = `curl -s http://127.0.0.1:4620/api/v1/decide -H 'content-type: application/json' \\
  -d '{"on":"2023-06-30","measure":"public-service-platform","facts":{"认定级别":"市级","平台类型":"开源平台","软硬件投资额":"2000 万元"}}'`

const WORDS = {
  title: { zh: '接口怎么用？', en: 'How is the API used?' },
  about: {
    zh: '全部接口只读，无需账号；/decide 收到的事实不保存、不记录。金额是元，写作十进制文字；错误是 application/problem+json，带 code。',
    en: 'Everything is open for reading without an account; the facts sent to /decide are neither kept nor logged. Money is yuan as decimal text; errors are application/problem+json with a code.',
  },
  example: { zh: '例子', en: 'Example' },
  parameter: { zh: '参数', en: 'Parameter' },
  where: { zh: '位置', en: 'In' },
  type: { zh: '类型', en: 'Type' },
  means: { zh: '含义', en: 'Meaning' },
  body: { zh: '请求体：JSON', en: 'Body: JSON' },
} as const

export default function Api() {
  const operations = useLoaderData<typeof loader>()
  const { say } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <meta name="description" content={say(WORDS.about)} />
      <h1>{say(WORDS.title)}</h1>
      <p>{say(WORDS.about)}</p>
      <p>
        <a href="/api/v1/openapi.json">OpenAPI 3.1</a>
      </p>
      <h2>{say(WORDS.example)}</h2>
      <pre>{EXAMPLE}</pre>
      {operations.map((each) => (
        <section key={each.method + each.path}>
          <h2>
            <code>
              {each.method} {each.path}
            </code>
          </h2>
          <p>{say(each.summary)}</p>
          {each.body && <p className="quiet">{say(WORDS.body)}</p>}
          {each.parameters.length > 0 && (
            <div className="scroll">
              <table>
                <caption className="quiet">{each.path}</caption>
                <thead>
                  <tr>
                    {[WORDS.parameter, WORDS.where, WORDS.type, WORDS.means].map((head) => (
                      <th key={head.en} scope="col">
                        {say(head)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {each.parameters.map((parameter) => (
                    <tr key={parameter.name}>
                      <th scope="row">
                        <code>{parameter.name}</code>
                        {parameter.required ? ' *' : ''}
                      </th>
                      <td>{parameter.where}</td>
                      <td>{parameter.type}</td>
                      <td>{parameter.means}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </section>
      ))}
    </>
  )
}
