import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { mayUse } from '../../kernel/right.ts'
import { LEVELS, type Level } from '../../kernel/who.ts'
import {
  changeLevel,
  endMember,
  enterprisePeople,
  inviteAgent,
  inviteMember,
  leaveEnterprise,
  revokeDelegation,
  withdrawInvitation,
} from '../../modules/party/index.ts'
import { siteContext } from '../context.ts'
import { type Fields, posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Done } from '../parts/form.tsx'
import { DeskHead } from './head.tsx'
import { Agents, Invitations, Members, OfferedLink } from './people-parts.tsx'

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const page = await app.perform(who, enterprisePeople, { enterprise: params.enterprise ?? '' })
    const own =
      who.kind === 'person' ? { ...who, memberships: who.memberships.filter(({ enterprise }) => enterprise === page.enterprise.uscc) } : who
    return {
      page,
      mayInvite: mayUse(inviteMember.right, own, inviteMember.name),
      mayDelegate: mayUse(inviteAgent.right, own, inviteAgent.name),
      done: new URL(request.url).searchParams.get('done'),
    }
  })

const levelIn = ({ text }: Fields): Level => LEVELS.find((level) => level === text('level')) ?? 'view'

export const action = async ({ context, request, params }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  const { enterprise = '' } = params
  const here = (done: string): string => `/desk/${enterprise}/people?done=${done}`
  // The token is shown once, on the page that answers the form, and stands in no address.
  let token: string | null = null
  const answer = await posted(request, {
    'invite-member': async (fields) => {
      ;({ token } = await app.perform(who, inviteMember, { enterprise, email: fields.text('email'), level: levelIn(fields) }))
      return here('invited')
    },
    'invite-agent': async (fields) => {
      const level = (['view', 'draft', 'submit'] as const).find((each) => each === fields.text('level')) ?? 'view'
      const [email, measure, toOn] = [fields.text('email'), fields.text('measure'), fields.text('toOn')]
      ;({ token } = await app.perform(who, inviteAgent, { enterprise, email, level, measure, toOn }))
      return here('invited')
    },
    level: async (fields) => {
      await app.perform(who, changeLevel, { enterprise, user: fields.text('user'), level: levelIn(fields) })
      return here('changed')
    },
    end: async ({ text }) => {
      await app.perform(who, endMember, { enterprise, user: text('user') })
      return here('ended')
    },
    leave: async () => {
      await app.perform(who, leaveEnterprise, { enterprise })
      return '/my'
    },
    revoke: async ({ text }) => {
      await app.perform(who, revokeDelegation, { enterprise, delegation: text('delegation') })
      return here('revoked')
    },
    withdraw: async ({ text }) => {
      await app.perform(who, withdrawInvitation, { enterprise, invitation: text('invitation') })
      return here('withdrawn')
    },
  })
  return token === null ? answer : data({ token: token as string })
}

const OWN = {
  title: { zh: '谁能为这家企业办什么事？', en: 'Who may do what for this enterprise?' },
  done: {
    changed: { zh: '权限已更改，对方需要重新登录。', en: 'The level is changed; they have to sign in again.' },
    ended: { zh: '已结束，立刻生效。', en: 'Ended, at once.' },
    revoked: { zh: '委托已撤销，立刻生效。', en: 'The delegation is revoked, at once.' },
    withdrawn: { zh: '邀请已撤回。', en: 'The invitation is withdrawn.' },
  },
} as const

export default function People() {
  const { page, mayInvite, mayDelegate, done } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { say } = useSay()
  const offered = answered && 'token' in answered ? answered.token : null
  const returned = answered && 'form' in answered ? answered : null
  return (
    <>
      <DeskHead enterprise={page.enterprise} title={OWN.title} />
      <Done done={done} texts={OWN.done} />
      {offered !== null && <OfferedLink token={offered} />}
      <Members page={page} returned={returned} mayInvite={mayInvite} />
      <Agents page={page} returned={returned} mayDelegate={mayDelegate} />
      <Invitations page={page} returned={returned} mayInvite={mayInvite} />
      <p className="quiet">
        {say({
          zh: '“管理”可以邀请、调整和结束成员；“签署”以上可以委托代办人。',
          en: 'Level “administer” invites, changes and ends members; “sign” and above lets agents in.',
        })}
      </p>
    </>
  )
}
