/** Invitations to an account with what comes with it: identity keeps the promise, the modules that it belongs to fulfil it in the same transaction. */
import { Type } from 'typebox'
import type { App } from '../app.ts'
import { Failure } from '../kernel/failure.ts'
import { type Act, action } from '../kernel/module.ts'
import { VISITOR, type Who } from '../kernel/who.ts'
import {
  accountOffer,
  beginSession,
  type Chosen,
  type Device,
  DeviceInput,
  type Grant,
  hashOfChosen,
  inviteUser,
  redeemInvitation,
} from '../modules/identity/index.ts'
import { addDepartment, addPost, assign, department as departmentOf, departments, postsOf } from '../modules/office/index.ts'

const Invite = Type.Object({
  email: Type.String({ maxLength: 254 }),
  name: Type.String({ maxLength: 100 }),
  posts: Type.Array(Type.String({ format: 'uuid' }), { maxItems: 20 }),
})

/** Invites somebody to an account with posts. The token of the link is answered once. */
export const invite = action('app.invite', { post: ['administrator'] }, Invite, (act, { email, name, posts }) =>
  inviteUser(act, { email, name, grants: posts.map((post) => ({ kind: 'post', post })) }),
)

/** Whether whoever promised something may still give it: an administrator of today, or the operator. */
const mayStillGive = async (act: Act, by: string | null): Promise<boolean> =>
  by === null || (await postsOf(act, by)).some(({ roles }) => roles.includes('administrator'))

const notGiven = (act: Act, user: string, post: string, why: string): Promise<void> =>
  act.record('app.grant-not-given', { object: ['identity.user', user], details: { post, why } })

/** Gives a post that was promised; one that was closed meanwhile is left out, and the record says so. */
const givePost = async (act: Act, user: string, post: string): Promise<void> => {
  try {
    await assign.run(act, { post, person: user })
  } catch (error) {
    if (!(error instanceof Failure && (error.kind === 'conflict' || error.kind === 'unknown'))) throw error
    await notGiven(act, user, post, error.code)
  }
}

const give = async (act: Act, user: string, { kind, post }: Grant, by: string | null): Promise<void> => {
  if (kind !== 'post' || typeof post !== 'string') throw new Error(`nobody gives ${kind}`)
  await ((await mayStillGive(act, by)) ? givePost(act, user, post) : notGiven(act, user, post, 'kernel.forbidden'))
}

const Join = Type.Object({
  token: Type.String({ maxLength: 100 }),
  name: Type.String({ maxLength: 100 }),
  language: Type.Enum(['zh', 'en']),
  hash: Type.String(),
  device: DeviceInput,
  replaces: Type.Union([Type.String(), Type.Null()]),
})

const join = action('app.join', 'operate', Join, async (act, { token, name, language, hash, device, replaces }): Promise<string> => {
  const { user, grants, invitedBy } = await redeemInvitation(act, { token, name, language, hash })
  for (const grant of grants) await give(act, user, grant, invitedBy)
  return beginSession(act, user, { strong: false, device, replaces })
})

export type Joining = Chosen & {
  readonly token: string
  readonly name: string
  readonly language: 'zh' | 'en'
  readonly device: Device
  readonly replaces: string | null
}

/** Opens the account an invitation offers, gives what it promised, and answers with the token of a session. */
export const acceptInvitation = async (app: App, { password, again, ...joining }: Joining): Promise<string> => {
  const { email, name } = await app.perform(VISITOR, accountOffer, { token: joining.token })
  const hash = await hashOfChosen({ password, again }, [email, name, joining.name])
  return app.perform({ kind: 'operator', name: 'join' }, join, { ...joining, hash })
}

const ADMINISTRATION = { name: '系统管理', nameEnglish: 'System administration' }
const ADMINISTRATOR = { title: '系统管理员', titleEnglish: 'System administrator', roles: ['administrator'] }

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
    posts.find(({ title, closedOn }) => title.zh === ADMINISTRATOR.title && closedOn === null) ??
    (await app.perform(who, addPost, { department: id, ...ADMINISTRATOR }))
  return app.perform(who, invite, { ...invited, posts: [post.id] })
}
