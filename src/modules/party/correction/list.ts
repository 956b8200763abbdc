import { Type } from 'typebox'
import { ListWish, listed, listedByKey, listedWhole } from '../../../kernel/listing.ts'
import { type Look, view } from '../../../kernel/module.ts'
import { packInService } from '../../edition/index.ts'
import { factsOfOthers } from '../rules/department.ts'
import { correctionListing } from './queries.ts'

const AT_ONCE = 200
const OFFICER = { post: ['officer'] } as const

/** The corrections that are for whoever looks to see. */
const listingFor = async (look: Look) => correctionListing(factsOfOthers(look.who, (await packInService(look)).facts))

/** A part of the list of all corrections. */
export const correctionList = view('party.correction-list', OFFICER, ListWish, async (look, wish) =>
  listed(look.db, await listingFor(look), wish),
)

/** The corrections that were chosen: those with these ids, or every one that the filters leave. Refuses more than can be judged at once. */
export const correctionsChosen = view(
  'party.corrections-chosen',
  OFFICER,
  Type.Object({ ids: Type.Optional(Type.Array(Type.String({ maxLength: 36 }), { maxItems: AT_ONCE })), wish: ListWish }),
  async (look, { ids, wish }) => {
    const listing = await listingFor(look)
    return ids ? listedByKey(look.db, listing, ids) : listedWhole(look.db, listing, wish, AT_ONCE)
  },
)
