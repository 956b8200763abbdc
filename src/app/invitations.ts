/** People come in: who invites whom, and what becomes of an invitation that is accepted, all in one transaction. */
import { Type } from 'typebox'
import type { App } from '../app.ts'
import { action, view } from '../kernel/module.ts'
import { VISITOR, type Who } from '../kernel/who.ts'
import {
  acceptSignedIn,
  arrivedThroughProvider,
  beginProviderSession,
  beginSession,
  type Chosen,
  type Device,
  DeviceInput,
  type Grant,
  hashOfChosen,
  invitationWith,
  inviteUser,
  openInvited,
  ProviderEntrance,
  renewSession,
  resendInvitation,
  type Sent,
  withdrawInvitation,
} from '../modules/identity/index.ts'
import { addDepartment, addPost, department as departmentOf, departments, type OfferedPost, postsOffered } from '../modules/office/index.ts'
import { firstAdminGrant, type Offer, offerOf } from '../modules/party/index.ts'
import { giveAll, isOfEnterprise, isPost } from './grants.ts'

const ADMINISTRATOR = { post: ['administrator'] } as const

const Invite = Type.Object({
  email: Type.String({ maxLength: 254 }),
  name: Type.String({ maxLength: 100 }),
  posts: Type.Array(Type.String({ format: 'uuid' }), { maxItems: 20 }),
  firstAdminOf: Type.Optional(Type.String({ maxLength: 40, description: 'the code of an enterprise that has no administrator yet' })),
})

/** Invites somebody, with posts or as the first administrator of an enterprise. The token of the link is answered once. */
export const invite = action('app.invite', ADMINISTRATOR, Invite, async (act, { email, name, posts, firstAdminOf }): Promise<Sent> => {
  const grants: Grant[] = posts.map((post) => ({ kind: 'post', post }))
  if (firstAdminOf) grants.push(await firstAdminGrant(act, 'firstAdminOf', firstAdminOf))
  return inviteUser(act, { email, name, grants, sender: null })
})

const OneInvitation = Type.Object({ invitation: Type.String({ maxLength: 36 }) })

/** Sends an invitation of the administration that nobody has accepted once more, with another link. */
export const resend = action(
  'app.resend-invitation',
  ADMINISTRATOR,
  OneInvitation,
  (act, { invitation }): Promise<Sent> => resendInvitation(act, invitation, null),
)

/** Takes back an invitation of the administration that nobody has accepted. */
export const withdraw = action('app.withdraw-invitation', ADMINISTRATOR, OneInvitation, (act, { invitation }) =>
  withdrawInvitation(act, invitation, null),
)

const Token = Type.String({ maxLength: 100 })

/** What an invitation offers; `hasAccount`: to the account of its address, which is there. */
export type InvitationOffer = {
  readonly email: string
  readonly name: string
  readonly invitedBy: string | null
  readonly hasAccount: boolean
  readonly posts: readonly OfferedPost[]
  readonly enterprises: readonly Offer[]
}

/** What an invitation offers to whoever has its token. */
export const invitationOffer = view(
  'app.invitation-offer',
  'public',
  Type.Object({ token: Token }),
  async (look, { token }): Promise<InvitationOffer> => {
    const { email, name, invitedBy, hasAccount, grants } = await invitationWith(look, token)
    const promised = grants.filter(isPost).map(({ post }) => post)
    return {
      email,
      name,
      invitedBy,
      hasAccount,
      posts: promised.length === 0 ? [] : (await postsOffered(look)).filter(({ id }) => promised.includes(id)),
      enterprises: await Promise.all(grants.filter(isOfEnterprise).map((grant) => offerOf(look, grant))),
    }
  },
)

/** Accepts an invitation with one’s account: the session goes on under the token that is answered. Refused where nothing can be given any more. */
export const acceptInvitation = action('app.accept-invitation', 'person', Type.Object({ token: Token }), async (act, { token }) => {
  const promised = await acceptSignedIn(act, token)
  const [user, session] = act.who.kind === 'person' ? [act.who.id, act.who.session ?? ''] : ['', '']
  const refused = await giveAll(act, { user, session }, promised)
  if (refused.length > 0 && refused.length === promised.grants.length) throw refused[0]
  return renewSession(act, session, { strong: false })
})

const Open = Type.Object({
  token: Token,
  name: Type.String({ maxLength: 100 }),
  language: Type.Enum(['zh', 'en']),
  hash: Type.String(),
  device: DeviceInput,
  replaces: Type.Union([Type.String(), Type.Null()]),
})

const open = action('app.open-account', 'operate', Open, async (act, { device, replaces, ...opening }): Promise<string> => {
  const { user, ...promised } = await openInvited(act, opening)
  await giveAll(act, { user, session: null }, promised)
  return beginSession(act, user, { strong: false, device, replaces })
})

export type Opening = Chosen & {
  readonly token: string
  readonly name: string
  readonly language: 'zh' | 'en'
  readonly device: Device
  readonly replaces: string | null
}

/** Opens the account an invitation offers, gives what it promised, and answers with the token of a session. */
export const openAccount = async (app: App, { password, again, ...opening }: Opening): Promise<string> => {
  const { email, name } = await app.perform(VISITOR, invitationOffer, { token: opening.token })
  const hash = await hashOfChosen({ password, again }, [email, name, opening.name])
  return app.perform({ kind: 'operator', name: 'join' }, open, { ...opening, hash })
}

/** Begins a session for whoever the sign-in provider says this is. Whoever was invited under the address it vouches for has an account from now on. */
export const enterThroughProvider = action('app.enter-through-provider', 'operate', ProviderEntrance, async (act, entrance) => {
  const { user, promised } = await arrivedThroughProvider(act, entrance)
  for (const each of promised) await giveAll(act, { user, session: null }, each)
  return beginProviderSession(act, user, entrance)
})

const ADMINISTRATION = { name: '系统管理', nameEnglish: 'System administration' }
const FIRST_POST = { title: '系统管理员', titleEnglish: 'System administrator', roles: ['administrator'] }

/** Invites an administrator from the command line, as a new installation needs one who invites everybody else. */
export const inviteAdministrator = async (
  app: App,
  by: string,
  invited: { readonly email: string; readonly name: string },
): Promise<{ readonly token: string }> => {
  const who: Who = { kind: 'operator', name: by }
  const known = (await app.perform(who, departments, {})).departments.find(({ name }) => name.zh === ADMINISTRATION.name)
  const { id } = known ?? (await app.perform(who, addDepartment, ADMINISTRATION))
  const { posts } = await app.perform(who, departmentOf, { department: id })
  const post =
    posts.find(({ title, closedOn }) => title.zh === FIRST_POST.title && closedOn === null) ??
    (await app.perform(who, addPost, { department: id, ...FIRST_POST }))
  return app.perform(who, invite, { ...invited, posts: [post.id] })
}
