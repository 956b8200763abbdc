import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { mayUse } from '../../kernel/right.ts'
import { LEVELS, type Level } from '../../kernel/who.ts'
import {
  changeLevel,
  endMember,
  enterprisePeople,
  inviteAgent,
  inviteMember,
  leaveEnterprise,
  resendOffer,
  revokeDelegation,
  withdrawOffer,
} from '../../modules/party/index.ts'
import { siteContext } from '../context.ts'
import { type Fields, posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Done } from '../parts/form.tsx'
import { SentLink } from '../parts/sent-link.tsx'
import { type Answered, sentBy } from '../sent.ts'
import { DeskHead } from './head.tsx'
import { Agents, Invitations, Members } from './people-parts.tsx'

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

export const action = ({ context, request, params }: ActionFunctionArgs) => {
  const site = context.get(siteContext)
  const { app, who } = site
  const { enterprise = '' } = params
  const here = (done: string): string => `/desk/${enterprise}/people?done=${done}`
  const invited = ({ text }: Fields) => ({ enterprise, email: text('email'), name: text('name') })
  return posted<Answered>(request, {
    'invite-member': async (fields) =>
      sentBy(site, request, await app.perform(who, inviteMember, { ...invited(fields), level: levelIn(fields) })),
    'invite-agent': async (fields) => {
      const level = (['view', 'draft', 'submit'] as const).find((each) => each === fields.text('level')) ?? 'view'
      const [measure, toOn] = [fields.text('measure'), fields.text('toOn')]
      return sentBy(site, request, await app.perform(who, inviteAgent, { ...invited(fields), level, measure, toOn }))
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
    resend: async ({ text }) => sentBy(site, request, await app.perform(who, resendOffer, { enterprise, invitation: text('invitation') })),
    withdraw: async ({ text }) => {
      await app.perform(who, withdrawOffer, { enterprise, invitation: text('invitation') })
      return here('withdrawn')
    },
  })
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
  const returned = answered && 'form' in answered ? answered : null
  return (
    <>
      <DeskHead enterprise={page.enterprise} title={OWN.title} />
      <Done done={done} texts={OWN.done} />
      {answered && 'sent' in answered && <SentLink sent={answered.sent} />}
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
