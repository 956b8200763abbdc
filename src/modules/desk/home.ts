import { Type } from 'typebox'
import { view, type Waiting } from '../../kernel/module.ts'
import { packInService } from '../edition/index.ts'
import {
  type Correction,
  correctionsOfEnterprise,
  type Delegation,
  type EnterpriseName,
  enterprisePeople,
  enterpriseRow,
  personIn,
  reachesAll,
  Uscc,
} from '../party/index.ts'
import { type CheckUp, checkUpsHeld } from './check-ups.ts'
import { checkUpsOf } from './queries.ts'

/** What happens next for an enterprise, and by when. */
export type DeskHome = {
  readonly enterprise: EnterpriseName
  readonly open: readonly Correction[]
  /** Delegations that end within thirty days. */
  readonly ending: readonly Delegation[]
  /** Saved check-ups whose answer is another today, or can no longer be given. */
  readonly changed: readonly CheckUp[]
  readonly whole: boolean
}

const SOON_MS = 30 * 24 * 3_600_000

export const deskHome = view(
  'desk.home',
  { member: 'view' },
  Type.Object({ enterprise: Uscc }),
  async (look, { enterprise }): Promise<DeskHome> => {
    const { id, uscc, name, district, synthetic } = await enterpriseRow(look, enterprise)
    const soon = look.dayOf(new Date(look.now.getTime() + SOON_MS))
    const whole = reachesAll(look, enterprise, 'view')
    const { delegations } = await enterprisePeople.run(look, { enterprise })
    const checkUps = whole ? await checkUpsHeld(look, id) : []
    return {
      enterprise: { uscc, name, district, synthetic },
      open: (await correctionsOfEnterprise(look, enterprise)).filter(({ state }) => state === 'proposed' || state === 'reviewed'),
      ending: delegations.filter(({ toOn }) => toOn <= soon),
      changed: checkUps.filter(({ now }) => now === null || now.changes.length > 0),
      whole,
    }
  },
)

/** The clerk's first job: saved check-ups that were answered under rules which are no longer those in service. */
export const checkUpsOutdated = view('desk.outdated', { member: 'view' }, Type.Object({}), async (look): Promise<Waiting> => {
  const codes = [...new Set(personIn(look).memberships.map(({ enterprise }) => enterprise))].filter((code) =>
    reachesAll(look, code, 'view'),
  )
  const { hash } = await packInService(look)
  const rows = await Promise.all(codes.map(async (code) => checkUpsOf(look.db, (await enterpriseRow(look, code)).id)))
  const count = rows.flat().filter(({ pack_hash }) => pack_hash !== hash).length
  return {
    count,
    text: {
      zh: `${count} 次保存的检查用的是以前的规则，请再看一遍`,
      en: `${count} saved ${count === 1 ? 'check-up was' : 'check-ups were'} answered under earlier rules: look again`,
    },
    page: '/desk',
  }
})
