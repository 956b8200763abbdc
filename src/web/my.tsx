import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { mayUse } from '../kernel/right.ts'
import { myPosts } from '../modules/office/index.ts'
import { myEnterprises } from '../modules/party/index.ts'
import { pageAt } from './addresses.ts'
import { siteContext } from './context.ts'
import { roomsWaiting } from './first-jobs.ts'
import { useSay } from './language.ts'
import { orTrouble } from './loading.ts'
import { Heads } from './parts/basic.tsx'
import { Synthetic } from './parts/synthetic.tsx'
import { levelText, roleText } from './who-words.ts'

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const posts = await app.perform(who, myPosts, {})
    const counting = who.kind === 'person' ? who.posts.map(({ id }) => id) : []
    const hasEnterprises = who.kind === 'person' && who.memberships.length > 0
    return {
      name: who.kind === 'visitor' ? '' : who.name,
      rooms: await roomsWaiting(app, who),
      posts: posts.map((each) => ({ ...each, counts: each.state === 'held' && counting.includes(each.post.id) })),
      enterprises: (hasEnterprises ? await app.perform(who, myEnterprises, {}) : []).map((each) => {
        const path = `/desk/${each.uscc}`
        const found = pageAt(path)
        return { ...each, path: found && mayUse(found.page.right, who, found.page.path) ? path : null }
      }),
      hasAccount: pageAt('/account') !== null,
    }
  })

const WORDS = {
  title: { zh: '我在这里是谁，有什么要办？', en: 'Who am I here, and what is there to do?' },
  lead: { zh: '您以这个姓名登录：', en: 'You are signed in as ' },
  rooms: { zh: '要办的事', en: 'What is there to do' },
  nothing: { zh: '现在没有要办的。', en: 'Nothing waits at the moment.' },
  noRooms: {
    zh: '您还没有岗位，也没有企业请您办事，所以没有工作区。请联系您单位的管理员；企业的人由本企业的管理人员邀请。',
    en: 'You hold no post and act for no enterprise yet, so you have no rooms. Ask the administrator of your office; enterprises invite their own people.',
  },
  posts: { zh: '我的岗位', en: 'My posts' },
  post: { zh: '岗位', en: 'Post' },
  department: { zh: '部门', en: 'Department' },
  roles: { zh: '职责', en: 'Roles' },
  days: { zh: '起止', en: 'Days' },
  state: { zh: '状态', en: 'State' },
  acting: { zh: '代理', en: 'acting' },
  counts: { zh: '有效', en: 'counts' },
  coming: { zh: '尚未开始', en: 'not yet begun' },
  weak: { zh: '须用第二重验证登录后才有效', en: 'counts once you signed in with a second factor' },
  forGood: { zh: '长期', en: 'for good' },
  enterprises: { zh: '我办事的企业', en: 'Enterprises I act for' },
  code: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  level: { zh: '权限', en: 'Level' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  member: { zh: '本企业的人', en: 'its own person' },
  delegation: { zh: '代理机构', en: 'its agent' },
  only: { zh: '仅限措施', en: 'only for the measure' },
  account: { zh: '账户、密码和登录设备', en: 'Account, password and where I am signed in' },
} as const

export default function My() {
  const { name, rooms, posts, enterprises, hasAccount } = useLoaderData<typeof loader>()
  const { say, to, marks } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">
        {say(WORDS.lead)}
        <strong>{name}</strong>
        {marks.stop}
      </p>
      <h2>{say(WORDS.rooms)}</h2>
      {rooms.length === 0 && <p>{say(WORDS.noRooms)}</p>}
      {rooms.map((room) => {
        const open = room.waiting.filter(({ count }) => count > 0)
        return (
          <section key={room.path}>
            <h3>
              <a href={to(room.path)}>{say(room.room)}</a>
            </h3>
            {open.length === 0 ? (
              <p className="quiet">{say(WORDS.nothing)}</p>
            ) : (
              <ul>
                {open.map((each) => (
                  <li key={each.text.zh}>
                    <a href={to(each.page)}>{say(each.text)}</a>
                  </li>
                ))}
              </ul>
            )}
          </section>
        )
      })}
      {posts.length > 0 && (
        <section>
          <h2>{say(WORDS.posts)}</h2>
          <div className="scroll">
            <table className="rows">
              <caption className="unseen">{say(WORDS.posts)}</caption>
              <Heads names={[WORDS.post, WORDS.department, WORDS.roles, WORDS.days, WORDS.state].map(say)} />
              <tbody>
                {posts.map((each) => (
                  <tr key={each.id}>
                    <th scope="row">
                      {say(each.post.title)}
                      {each.acting && ` · ${say(WORDS.acting)}`}
                    </th>
                    <td data-head={say(WORDS.department)}>{say(each.post.department.name)}</td>
                    <td data-head={say(WORDS.roles)}>{each.post.roles.map((role) => say(roleText[role])).join(marks.comma)}</td>
                    <td data-head={say(WORDS.days)} className="date">{`${each.from} – ${each.to ?? say(WORDS.forGood)}`}</td>
                    <td data-head={say(WORDS.state)}>
                      {say(each.counts ? WORDS.counts : each.state === 'coming' ? WORDS.coming : WORDS.weak)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
      {enterprises.length > 0 && (
        <section>
          <h2>{say(WORDS.enterprises)}</h2>
          {enterprises.some(({ synthetic }) => synthetic) && <Synthetic />}
          <div className="scroll">
            <table className="rows">
              <caption className="unseen">{say(WORDS.enterprises)}</caption>
              <Heads names={[WORDS.enterprise, WORDS.code, WORDS.level].map(say)} />
              <tbody>
                {enterprises.map((each) => (
                  <tr key={each.uscc}>
                    <th scope="row">{each.path ? <a href={to(each.path)}>{each.name}</a> : each.name}</th>
                    <td data-head={say(WORDS.code)}>{each.uscc}</td>
                    <td data-head={say(WORDS.level)}>
                      {each.memberships.map(({ via, level, measure }) => (
                        <div key={`${via} ${level} ${measure?.id}`}>
                          {`${say(WORDS[via])}${marks.colon}${say(levelText[level])}`}
                          {measure !== null && ` · ${say(WORDS.only)}${marks.colon}${say(measure.title)}`}
                        </div>
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
      {hasAccount && (
        <p>
          <a href={to('/account')}>{say(WORDS.account)}</a>
        </p>
      )}
    </>
  )
}
