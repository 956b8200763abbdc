import { Type } from 'typebox'
import { ListWish, listed, listedByKey, listedWhole } from '../../../kernel/listing.ts'
import { view } from '../../../kernel/module.ts'
import { enterprises } from './queries.ts'

/** More than this is a population, and a run is the way to decide it. */
const MOST = 100_000
const AT_ONCE = 200
const OFFICER = { post: ['officer'] } as const

/** A part of the list of all enterprises, as a department searches it. */
export const enterpriseList = view('party.enterprise-list', OFFICER, ListWish, (look, wish) => listed(look.db, enterprises, wish))

/** Every enterprise that the filters leave, for an export. */
export const enterpriseRows = view('party.enterprise-rows', OFFICER, ListWish, (look, wish) =>
  listedWhole(look.db, enterprises, wish, MOST),
)

/** The enterprises that were chosen: those with these codes, or every one that the filters leave. Refuses more than can be acted on at once. */
export const enterprisesChosen = view(
  'party.enterprises-chosen',
  OFFICER,
  Type.Object({ codes: Type.Optional(Type.Array(Type.String({ maxLength: 18 }), { maxItems: AT_ONCE })), wish: ListWish }),
  (look, { codes, wish }) => (codes ? listedByKey(look.db, enterprises, codes) : listedWhole(look.db, enterprises, wish, AT_ONCE)),
)
