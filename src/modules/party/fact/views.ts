import { Type } from 'typebox'
import { type Day, dayOf } from '../../../core/dates.ts'
import { type FactDeclaration, isAbout } from '../../../core/facts.ts'
import { fail as refuse } from '../../../kernel/messages.ts'
import { type Look, view } from '../../../kernel/module.ts'
import type { Level } from '../../../kernel/who.ts'
import type { Pack } from '../../../pack/pack.ts'
import { packInService } from '../../edition/index.ts'
import { Uscc } from '../contract.ts'
import { fail } from '../messages.ts'
import { enterpriseByUscc } from '../queries.ts'
import { reachOf } from '../rules/authority.ts'
import { factsOfOthers } from '../rules/department.ts'
import { type Held, held, type When } from '../rules/held.ts'
import { acceptedOf, deliveriesOf, disputesOf } from './queries.ts'

export type EnterpriseName = { readonly uscc: string; readonly name: string; readonly district: string; readonly synthetic: boolean }
export type Dispute = { readonly id: string; readonly value: string; readonly validOn: Day; readonly proposedOn: Day }

/** A fact with the pack's word about it. `disputed`: the enterprise says it is otherwise, and nobody has decided yet. */
export type HeldFact = Held & { readonly declaration: FactDeclaration; readonly disputed: Dispute | null }

/** The row of an enterprise; unknown where there is none. */
export const enterpriseRow = async (look: Look, uscc: string) =>
  (await enterpriseByUscc(look.db, uscc)) ?? fail('party.enterprise-unknown', { uscc })

/** What is held of an enterprise, of facts that the pack knows. */
export const factsHeld = async (look: Look, enterpriseId: string, pack: Pack, when: When): Promise<readonly HeldFact[]> => {
  const [deliveries, accepted, disputes] = [
    await deliveriesOf(look.db, enterpriseId),
    await acceptedOf(look.db, enterpriseId),
    await disputesOf(look.db, enterpriseId),
  ]
  const facts = held(
    deliveries.map(({ registry, valid_on, recorded_at, facts }) => ({
      registry,
      validOn: valid_on,
      recordedAt: recorded_at,
      recordedOn: look.dayOf(recorded_at),
      facts,
    })),
    accepted.map(({ id, fact, value, held_value, valid_on, at }) => ({
      id,
      fact,
      value,
      corrects: held_value,
      validOn: valid_on,
      recordedAt: at,
      recordedOn: look.dayOf(at),
    })),
    when,
  )
  return facts.flatMap((each) => {
    const declaration = pack.facts.get(each.fact)
    const open = disputes.find(({ fact }) => fact === each.fact)
    const disputed = open && { id: open.id, value: open.value, validOn: open.valid_on, proposedOn: look.dayOf(open.proposed_at) }
    return declaration ? [{ ...each, declaration, disputed: disputed ?? null }] : []
  })
}

/** Whether somebody may look at or correct a fact of an enterprise: an agent let in for one measure gets to what that measure asks. */
export const reaches = (look: Look, pack: Pack, enterprise: string, level: Level, fact: string): boolean => {
  if (look.who.kind !== 'person') return true
  const reach = reachOf(look.who.memberships, enterprise, level)
  return reach === 'all' || reach.some((id) => pack.measures.get(id)?.facts.some((key) => isAbout(key, fact)))
}

/** Whether somebody may do as much for an enterprise as a whole; an agent let in for some measures may not. */
export const reachesAll = ({ who }: Look, enterprise: string, level: Level): boolean =>
  who.kind !== 'person' || reachOf(who.memberships, enterprise, level) === 'all'
export const demandWhole = (look: Look, enterprise: string, level: Level): void => {
  if (!reachesAll(look, enterprise, level)) refuse('kernel.forbidden', {})
}

const dayGiven = (text: string | undefined, fallback: Day): Day => (text === undefined ? fallback : (dayOf(text) ?? fail('party.day', {})))

export type FactsPage = {
  readonly enterprise: EnterpriseName
  readonly when: When
  readonly today: Day
  readonly pack: Pack
  readonly facts: readonly HeldFact[]
  /** Facts that registers know of others, but not of this enterprise. */
  readonly absent: readonly FactDeclaration[]
}

/** Everything held of an enterprise, as of a day and as it was known on another; an officer sees what its own people see. */
export const factsPage = view(
  'party.facts',
  { member: 'view', post: ['officer'] },
  Type.Object({
    enterprise: Uscc,
    asOf: Type.Optional(Type.String({ maxLength: 10 })),
    known: Type.Optional(Type.String({ maxLength: 10 })),
  }),
  async (look, input): Promise<FactsPage> => {
    const row = await enterpriseRow(look, input.enterprise)
    const pack = await packInService(look)
    const when = { asOf: dayGiven(input.asOf, look.today), known: dayGiven(input.known, look.today) }
    const isReached = (fact: string): boolean => look.standing.post !== null || reaches(look, pack, row.uscc, 'view', fact)
    // An officer sees every fact, but not what the enterprise wants another department to correct.
    const isOwn = look.who.kind === 'person' && look.who.memberships.some((held) => held.enterprise === row.uscc)
    const hidden = isOwn ? [] : factsOfOthers(look.who, pack.facts)
    const facts = (await factsHeld(look, row.id, pack, when))
      .filter(({ fact }) => isReached(fact))
      .map((each) => (hidden.includes(each.fact) ? { ...each, disputed: null } : each))
    const here = new Set(facts.map(({ fact }) => fact))
    return {
      enterprise: { uscc: row.uscc, name: row.name, district: row.district, synthetic: row.synthetic },
      when,
      today: look.today,
      pack,
      facts,
      absent: [...pack.facts.values()].filter(({ name, registry }) => registry !== null && !here.has(name) && isReached(name)),
    }
  },
)

export type FactPage = {
  readonly enterprise: EnterpriseName
  readonly declaration: FactDeclaration
  /** Null: no register holds it, and no correction was accepted. */
  readonly held: HeldFact | null
  readonly today: Day
}

/** One fact with all that was ever known of it. */
export const factPage = view(
  'party.fact',
  { member: 'view' },
  Type.Object({ enterprise: Uscc, fact: Type.String({ maxLength: 100 }) }),
  async (look, input): Promise<FactPage> => {
    const { enterprise, facts, absent, today } = await factsPage.run(look, { enterprise: input.enterprise })
    const held = facts.find(({ fact }) => fact === input.fact) ?? null
    const declaration = held?.declaration ?? absent.find(({ name }) => name === input.fact)
    return declaration ? { enterprise, declaration, held, today } : fail('party.fact-unknown', { fact: input.fact })
  },
)
