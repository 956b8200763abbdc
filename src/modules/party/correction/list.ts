import { Type } from 'typebox'
import { ListWish, listed, listedByKey, listedWhole } from '../../../kernel/listing.ts'
import { view } from '../../../kernel/module.ts'
import { correctionListing } from './queries.ts'

const AT_ONCE = 200
const OFFICER = { post: ['officer'] } as const

/** A part of the list of all corrections. */
export const correctionList = view('party.correction-list', OFFICER, ListWish, (look, wish) => listed(look.db, correctionListing, wish))

/** The corrections that were chosen: those with these ids, or every one that the filters leave. Refuses more than can be judged at once. */
export const correctionsChosen = view(
  'party.corrections-chosen',
  OFFICER,
  Type.Object({ ids: Type.Optional(Type.Array(Type.String({ maxLength: 36 }), { maxItems: AT_ONCE })), wish: ListWish }),
  (look, { ids, wish }) => (ids ? listedByKey(look.db, correctionListing, ids) : listedWhole(look.db, correctionListing, wish, AT_ONCE)),
)
