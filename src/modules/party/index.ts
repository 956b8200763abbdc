import type { Module } from '../../kernel/module.ts'
import { enterprise } from './actions.ts'
import { Enterprise } from './contract.ts'
import { recomputeDue } from './correction/due.ts'
import { scanEvidence } from './correction/scan.ts'
import { correctionsWaiting } from './correction/views.ts'
import { messages } from './messages.ts'
import { recorded } from './recorded.ts'
import { migrations } from './tables.ts'

export { enterprise, loadDemo, syntheticCount } from './actions.ts'
export * from './contract.ts'
export {
  type CorrectionMoved,
  type EvidenceHandedIn,
  judgeCorrection,
  proposeCorrection,
  withdrawCorrection,
} from './correction/actions.ts'
export { type DecidedCorrection, decidedCorrection, type OpenCorrection, openCorrection } from './correction/decided.ts'
export { type DueMoved, recomputeDue } from './correction/due.ts'
export { correctionList, correctionsChosen } from './correction/list.ts'
export {
  type Correction,
  correction,
  corrections,
  correctionsOfEnterprise,
  correctionsWaiting,
  correctionToJudge,
  type Done,
  type Download,
  type Evidence,
  evidenceToJudge,
  type Judging,
  ownEvidence,
} from './correction/views.ts'
export {
  type Dispute,
  demandWhole,
  type EnterpriseName,
  enterpriseRow,
  type FactsPage,
  factPage,
  factsHeld,
  factsPage,
  type HeldFact,
  reachesAll,
} from './fact/views.ts'
export {
  admitMember,
  changeLevel,
  endMember,
  giveBackDelegation,
  leaveEnterprise,
  revokeDelegation,
} from './member/actions.ts'
export { admitDemoPeople } from './member/demo.ts'
export { type EnterpriseGrant, firstAdminGrant, giveForEnterprise, type Offer, offerOf, type Promiser } from './member/grants.ts'
export { inviteAgent, inviteMember, resendOffer, withdrawOffer } from './member/invitations.ts'
export {
  type Delegation,
  enterprisePeople,
  type Invitation,
  type Member,
  type MyEnterprise,
  myEnterprises,
  type PeoplePage,
} from './member/views.ts'
export { personIn } from './person.ts'
export type { CorrectionState, Verdict } from './rules/correction.ts'
export type { Version } from './rules/held.ts'
export { demoUscc } from './rules/uscc.ts'
export { enterpriseList, enterpriseRows, enterprisesChosen } from './search/views.ts'
export { enterprisesNamed, memberships, membershipsOf } from './views.ts'

export const party: Module = {
  name: 'party',
  uses: ['edition', 'identity'],
  migrations,
  messages,
  recorded,
  firstJobs: [{ room: 'office', view: correctionsWaiting }],
  hears: { 'party.evidence-handed-in': scanEvidence, 'edition.in-service': recomputeDue },
  routes: [
    {
      on: 'GET /enterprises/:uscc',
      run: enterprise,
      reply: Enterprise,
      summary: { zh: '演示企业及登记机关掌握的事实', en: 'A synthetic enterprise and what the registers know of it' },
    },
  ],
}
