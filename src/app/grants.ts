/** What invitations promise: identity keeps the promise, the modules that it belongs to say what it is and fulfil it. */
import { Failure } from '../kernel/failure.ts'
import { fail as refuse } from '../kernel/messages.ts'
import type { Act, Look } from '../kernel/module.ts'
import type { Grant, Promised } from '../modules/identity/index.ts'
import { givePost, postsOf } from '../modules/office/index.ts'
import { type EnterpriseGrant, giveForEnterprise } from '../modules/party/index.ts'

export type PostGrant = { readonly kind: 'post'; readonly post: string }

export const isPost = (grant: Grant): grant is PostGrant => grant.kind === 'post'
export const isOfEnterprise = (grant: Grant): grant is EnterpriseGrant => grant.kind === 'member' || grant.kind === 'delegation'

/** Whoever gets something, and the session of theirs that goes on. */
type Receiver = { readonly user: string; readonly session: string | null }

/** Whether whoever promised something administers this site today, or is the operator. */
const administers = async (look: Look, by: string | null): Promise<boolean> =>
  by === null || (await postsOf(look, by)).some(({ roles }) => roles.includes('administrator'))

const give = async (act: Act, { user, session }: Receiver, grant: Grant, by: string | null): Promise<void> => {
  const promiser = { by, administers: await administers(act, by) }
  if (isPost(grant)) {
    if (!promiser.administers) refuse('kernel.forbidden', {})
    await givePost(act, { post: grant.post, person: user }, { by, session })
  } else if (isOfEnterprise(grant)) await giveForEnterprise(act, user, grant, promiser)
  else throw new Error(`nobody gives ${grant.kind}`)
}

/** Gives everything that was promised. What cannot be given any more, as a post that was closed, is left out, recorded and answered. */
export const giveAll = async (act: Act, receiver: Receiver, { grants, invitedBy }: Promised): Promise<readonly Failure[]> => {
  const refused: Failure[] = []
  for (const grant of grants)
    try {
      await give(act, receiver, grant, invitedBy)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      refused.push(error)
      await act.record('app.grant-not-given', { object: ['identity.user', receiver.user], details: { grant, why: error.code } })
    }
  return refused
}
