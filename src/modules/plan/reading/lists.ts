/** Long lists of readings, a page at a time: those that wait for a second person, and what somebody entered. */
import { Type } from 'typebox'
import { type Listing, type ListPart, ListWish, listed, listedWhole } from '../../../kernel/listing.ts'
import { type Look, view } from '../../../kernel/module.ts'
import { fail } from '../messages.ts'
import { personIn } from './checked.ts'
import { ENTERS, MOST_READINGS, PLANNER } from './contract.ts'
import { ownList, readingsByIds, returnedTo, waitingList } from './queries.ts'
import { type ReadingVersion, versionsOf } from './versions.ts'

/** A page of a list, with what its rows say in full. */
export type ReadingList = { readonly part: ListPart; readonly readings: readonly ReadingVersion[] }

const shown = async (look: Look, listing: Listing, wish: ListWish): Promise<ReadingList> => {
  const part = await listed(look.db, listing, wish)
  const ids = part.rows.map(({ key }) => key)
  const rows = new Map((await readingsByIds(look.db, ids)).map((row) => [row.id, row]))
  return {
    part,
    readings: await versionsOf(
      look,
      ids.flatMap((id) => rows.get(id) ?? []),
    ),
  }
}

/** Readings that wait for a second person, the oldest first. */
export const waitingReadings = view('plan.waiting-readings', PLANNER, ListWish, (look, wish) =>
  shown(look, waitingList(look.timeZone), wish),
)

/** The ids of all that wait and that the filters leave, for deciding on them together. */
export const waitingIds = view('plan.waiting-ids', PLANNER, ListWish, async (look, wish) =>
  (await listedWhole(look.db, waitingList(look.timeZone), wish, MOST_READINGS)).map(({ key }) => key),
)

/** What the person who asks entered, the newest first, and what became of it. */
export const myReadings = view('plan.my-readings', ENTERS, ListWish, (look, wish) =>
  shown(look, ownList(personIn(look).id, look.timeZone), wish),
)

/** A reading that was returned to the person who asks and not entered again yet, to be mended. */
export const returnedReading = view(
  'plan.returned-reading',
  ENTERS,
  Type.Object({ reading: Type.String({ maxLength: 36 }) }),
  async (look, { reading }): Promise<ReadingVersion> => {
    const row = (await returnedTo(look.db, personIn(look).id)).find(({ id }) => id === reading) ?? fail('plan.reading-unknown', {})
    return (await versionsOf(look, [row]))[0]!
  },
)
