import type { Module } from '../../kernel/module.ts'
import { addressMessages } from './address/messages.ts'
import { addressMigrations } from './address/tables.ts'
import { factorMessages } from './factors/messages.ts'
import { factorMigrations } from './factors/tables.ts'
import { keyMessages } from './keys/messages.ts'
import { keyRoutes } from './keys/routes.ts'
import { keyMigrations } from './keys/tables.ts'
import { messages } from './messages.ts'
import { providerMessages } from './provider/messages.ts'
import { providerMigrations } from './provider/tables.ts'
import { recorded } from './recorded.ts'
import { answerReset } from './recovery.ts'
import { migrations } from './tables.ts'
import { tidyJob } from './tidy.ts'

export { changeContact, changeProfile, endOtherSessions, endOwnSession, myAccount, type OwnAccount, type OwnSession } from './account.ts'
export { createUser } from './accounts.ts'
export { addressOffer, addressWanted, confirmAddress, dropAddress, vouchForAddress } from './address/actions.ts'
export * from './contract.ts'
export { createDemoUser, demoAccountsOf, enterDemo } from './demo.ts'
export type { FactorAdded, Factors } from './factors/contract.ts'
export {
  addPasskey,
  addTotp,
  myFactors,
  newRecoveryCodes,
  offerPasskey,
  offerTotp,
  removePasskey,
  removeTotp,
  renamePasskey,
} from './factors/own.ts'
export { resetFactors } from './factors/reset.ts'
export { enterWithPasskey, giveCode, givePasskey, owesFactor, passkeySignIn, secondStep } from './factors/second.ts'
export {
  acceptSignedIn,
  type Grant,
  type Invitation,
  type Invited,
  invitationsOpen,
  invitationWith,
  inviteUser,
  openInvited,
  type Promised,
  resendInvitation,
  type Sent,
  withdrawInvitation,
} from './invitations.ts'
export { makeKey, noteKeyUse, revokeKey } from './keys/actions.ts'
export { type Key, LONGEST_DAYS } from './keys/contract.ts'
export { bearerOfKey, me, myKeys } from './keys/views.ts'
export { type Chosen, changePassword, hashOfChosen } from './passwords.ts'
export {
  type PersonEntry,
  peopleByIds,
  peopleFound,
  peopleListed,
  peopleListedWhole,
  personHeld,
  sessionsOf,
  switchAccount,
} from './people/people.ts'
export { hasProof, proveOwn } from './proof.ts'
export { arrivedThroughProvider, beginProviderSession, myProviderToken, ProviderEntrance } from './provider/enter.ts'
export { fail as failProvider } from './provider/messages.ts'
export { askReset, makeReset, resetOffer, resetPassword } from './recovery.ts'
export { networkOf } from './rules/back-off.ts'
export { bearerOfSession, beginSession, endEverySession, endSession, endSessionsOf, keepAlive, renewSession, signOut } from './sessions.ts'
export { signIn } from './sign-in.ts'

export const identity: Module = {
  name: 'identity',
  uses: [],
  migrations: [...migrations, ...addressMigrations, ...keyMigrations, ...factorMigrations, ...providerMigrations],
  messages: { ...messages, ...addressMessages, ...keyMessages, ...factorMessages, ...providerMessages },
  recorded,
  hears: { 'identity.reset-asked': answerReset },
  jobs: [tidyJob],
  routes: keyRoutes,
}
