import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { files, pages } from '../addresses.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { Heads } from '../parts/basic.tsx'
import { rightText } from '../who-words.ts'

export const loader = ({ context }: LoaderFunctionArgs) => {
  const routes = context.get(siteContext).app.modules.flatMap((module) => module.routes)
  return {
    pages: [...pages, ...files].map(({ path, right }) => ({ name: `/${path}`, who: rightText(right) })),
    routes: routes.map(({ on, run }) => ({ name: on, who: rightText(run.right) })),
  }
}

const WORDS = {
  title: { zh: '谁可以做什么？', en: 'Who may do what?' },
  lead: {
    zh: '每个页面和接口只声明一次谁可以用，由同一个函数判断。经办看得到全部企业和更正；对企业的人，别的企业的行不存在。财政、审计、管理员的岗位须用第二重验证登录才有效。',
    en: 'Each page and route declares once who may use it, and one function judges. Officers see all enterprises and corrections; to the people of an enterprise, rows of others do not exist. Posts of finance, audit and administration count once a second factor was given.',
  },
  pages: { zh: '页面', en: 'Pages' },
  routes: { zh: '接口，在 /api/v1 之下', en: 'Routes, below /api/v1' },
  name: { zh: '地址', en: 'Address' },
  who: { zh: '谁', en: 'Who' },
} as const

export default function Authority() {
  const data = useLoaderData<typeof loader>()
  const { say } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <meta name="description" content={say(WORDS.lead)} />
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">{say(WORDS.lead)}</p>
      {(['pages', 'routes'] as const).map((group) => (
        <section key={group}>
          <h2>{say(WORDS[group])}</h2>
          <table className="rows">
            <caption className="unseen">{say(WORDS[group])}</caption>
            <Heads names={[WORDS.name, WORDS.who].map(say)} />
            <tbody>
              {data[group].map(({ name, who }) => (
                <tr key={name}>
                  <th scope="row">
                    <code>{name}</code>
                  </th>
                  <td data-head={say(WORDS.who)}>{say(who)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  )
}
