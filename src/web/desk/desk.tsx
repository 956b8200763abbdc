import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { giveBackDelegation, myEnterprises } from '../../modules/party/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Confirm, Done, Form, Submit } from '../parts/form.tsx'
import { Synthetic } from '../parts/synthetic.tsx'
import { levelText } from '../who-words.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return { enterprises: await app.perform(who, myEnterprises, {}), done: new URL(request.url).searchParams.get('done') }
  })

export const action = ({ context, request }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  return posted(request, {
    'give-back': async ({ text }) => {
      await app.perform(who, giveBackDelegation, { delegation: text('delegation') })
      return '/my'
    },
  })
}

const WORDS = {
  title: { zh: '我能为哪些企业办事？', en: 'Which enterprises can I act for?' },
  member: { zh: '本企业的人', en: 'its own person' },
  delegation: { zh: '受委托', en: 'its agent' },
  until: { zh: '到', en: 'until' },
  all: { zh: '所有措施', en: 'all measures' },
  giveBack: { zh: '交回这项委托', en: 'Give this delegation back' },
  giveBackNote: { zh: '立刻生效，您需要重新登录。', en: 'At once; you will have to sign in again.' },
  more: {
    zh: '少了一家？企业由本企业的管理员邀请成员，或由系统管理员登记，不能自行认领。',
    en: 'Is one missing? Enterprises invite their own people, or an administrator of the site enters them; they cannot be claimed here.',
  },
  done: {
    accepted: { zh: '已接受邀请。', en: 'The invitation is accepted.' },
    left: { zh: '您已离开这家企业。', en: 'You have left the enterprise.' },
  },
} as const

export default function Desk() {
  const { enterprises, done } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say, to, marks } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      <Done done={done} texts={WORDS.done} />
      {enterprises.some(({ synthetic }) => synthetic) && <Synthetic />}
      {enterprises.map(({ uscc, name, memberships }) => (
        <section key={uscc}>
          <h2>
            <a href={to(`/desk/${uscc}`)} lang="zh-CN">
              {name}
            </a>{' '}
            <code>{uscc}</code>
          </h2>
          <ul>
            {memberships.map(({ level, via, measure, delegation }) => (
              <li key={delegation?.id ?? via}>
                {say(WORDS[via])}
                {marks.colon}
                {say(levelText[level])}
                {delegation && ` · ${measure ? say(measure.title) : say(WORDS.all)} · ${say(WORDS.until)} ${delegation.toOn}`}
                {delegation && (
                  <Confirm ask={say(WORDS.giveBack)}>
                    <Form name="give-back" returned={returned}>
                      <input type="hidden" name="delegation" value={delegation.id} />
                      <p>{say(WORDS.giveBackNote)}</p>
                      <Submit second>{say(WORDS.giveBack)}</Submit>
                    </Form>
                  </Confirm>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="quiet">{say(WORDS.more)}</p>
    </>
  )
}
