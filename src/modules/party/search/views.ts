import { Type } from 'typebox'
import { ListWish, listed, listedByKey, listedWhole } from '../../../kernel/listing.ts'
import { view } from '../../../kernel/module.ts'
import { enterprises } from './queries.ts'

/** More than this is a population, and a run is the way to decide it. */
const MOST = 100_000
const OFFICER = { post: ['officer'] } as const

/** A part of the list of all enterprises, as a department searches it. */
export const enterpriseList = view('party.enterprise-list', OFFICER, ListWish, (look, wish) => listed(look.db, enterprises, wish))

/** Every enterprise that the filters leave, for an export. */
export const enterpriseRows = view('party.enterprise-rows', OFFICER, ListWish, (look, wish) =>
  listedWhole(look.db, enterprises, wish, MOST),
)

/** The enterprises with these codes, by code; unknown ones are left out. */
export const enterprisesNamed = view(
  'party.enterprises-named',
  OFFICER,
  Type.Object({ codes: Type.Array(Type.String({ maxLength: 18 }), { maxItems: 200 }) }),
  (look, { codes }) => listedByKey(look.db, enterprises, codes),
)
