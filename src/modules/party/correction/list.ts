import { Type } from 'typebox'
import type { FactDeclaration } from '../../../core/facts.ts'
import { type ListRow, ListWish, listed, listedByKey, listedWhole } from '../../../kernel/listing.ts'
import { type Look, view } from '../../../kernel/module.ts'
import { packInService } from '../../edition/index.ts'
import { correctionListing } from './queries.ts'
import { judgeIn } from './views.ts'

const AT_ONCE = 200
const OFFICER = { post: ['officer'] } as const

/** The corrections that are for whoever looks to see. */
const listingFor = async (look: Look) => correctionListing(await judgeIn(look))

/** What the facts in some rows are, by their names; nothing of one that the pack in service does not have. */
const factsOf = async (look: Look, rows: readonly ListRow[]): Promise<Readonly<Record<string, FactDeclaration>>> => {
  const { facts } = await packInService(look)
  const found = rows.flatMap(({ fact }) => {
    const declaration = facts.get(fact ?? '')
    return declaration ? [[declaration.name, declaration] as const] : []
  })
  return Object.fromEntries(found)
}

/** A part of the list of all corrections, with the facts in it. */
export const correctionList = view('party.correction-list', OFFICER, ListWish, async (look, wish) => {
  const part = await listed(look.db, await listingFor(look), wish)
  return { ...part, facts: await factsOf(look, part.rows) }
})

/** The corrections that were chosen: those with these ids, or every one that the filters leave. Refuses more than can be judged at once. */
export const correctionsChosen = view(
  'party.corrections-chosen',
  OFFICER,
  Type.Object({ ids: Type.Optional(Type.Array(Type.String({ maxLength: 36 }), { maxItems: AT_ONCE })), wish: ListWish }),
  async (look, { ids, wish }) => {
    const listing = await listingFor(look)
    const rows = await (ids ? listedByKey(look.db, listing, ids) : listedWhole(look.db, listing, wish, AT_ONCE))
    return { rows, facts: await factsOf(look, rows) }
  },
)
