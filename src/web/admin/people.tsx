import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { people } from '../../modules/office/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads } from '../parts/basic.tsx'
import { AdminParts } from './parts.tsx'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const asked = new URL(request.url).searchParams
    const [search, after] = [asked.get('search') ?? '', asked.get('after')]
    return {
      search,
      ...(await app.perform(who, people, { search: search.slice(0, 100), ...(after ? { after: after.slice(0, 36) } : {}) })),
    }
  })

const WORDS = {
  title: { zh: '谁有账户，任什么岗位？', en: 'Who has an account, and which posts?' },
  search: { zh: '姓名、邮箱、手机或工号', en: 'Name, e-mail, mobile or staff number' },
  find: { zh: '查找', en: 'Find' },
  none: { zh: '没有找到。请换一个词，或清空后查看全部。', en: 'Nobody was found. Try another word, or leave it empty to see everybody.' },
  name: { zh: '姓名', en: 'Name' },
  email: { zh: '邮箱', en: 'E-mail' },
  staff: { zh: '工号', en: 'Staff number' },
  posts: { zh: '岗位', en: 'Posts' },
  state: { zh: '账户', en: 'Account' },
  on: { zh: '启用', en: 'on' },
  off: { zh: '已停用', en: 'switched off' },
  demo: { zh: '演示', en: 'demonstration' },
  acting: { zh: '代理', en: 'acting' },
  next: { zh: '下一页', en: 'Next page' },
} as const

export default function People() {
  const { search, people: rows, next } = useLoaderData<typeof loader>()
  const { say, to, marks } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <AdminParts />
      <h1>{say(WORDS.title)}</h1>
      <form method="get" className="filters">
        <div>
          <label htmlFor="search">{say(WORDS.search)}</label>
          <input id="search" name="search" type="search" defaultValue={search} maxLength={100} />
        </div>
        <button type="submit">{say(WORDS.find)}</button>
      </form>
      {rows.length === 0 ? (
        <p>{say(WORDS.none)}</p>
      ) : (
        <div className="scroll">
          <table className="rows">
            <caption className="unseen">{say(WORDS.title)}</caption>
            <Heads names={[WORDS.name, WORDS.email, WORDS.staff, WORDS.posts, WORDS.state].map(say)} />
            <tbody>
              {rows.map((each) => (
                <tr key={each.id}>
                  <th scope="row">
                    <a href={to(`/admin/people/${each.id}`)}>{each.name}</a>
                  </th>
                  <td data-head={say(WORDS.email)}>{each.email ?? '—'}</td>
                  <td data-head={say(WORDS.staff)}>{each.staffNumber ?? '—'}</td>
                  <td data-head={say(WORDS.posts)}>
                    {each.posts
                      .map(
                        ({ post, acting }) =>
                          `${say(post.department.name)} ${say(post.title)}${acting ? `${marks.open}${say(WORDS.acting)}${marks.close}` : ''}`,
                      )
                      .join(marks.comma) || '—'}
                  </td>
                  <td data-head={say(WORDS.state)}>
                    {say(each.disabled ? WORDS.off : WORDS.on)}
                    {each.demo && ` · ${say(WORDS.demo)}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {next !== null && (
        <p>
          <a href={`${to('/admin/people')}?search=${encodeURIComponent(search)}&after=${next}`}>{say(WORDS.next)}</a>
        </p>
      )}
    </>
  )
}
