/** Which readings there are to enter, and which are due. */
import type { Look } from '../../../kernel/module.ts'
import { type Due, dueOf } from '../rules/deadlines.ts'
import { readingsAsOf } from '../rules/known.ts'
import type { Enterable } from '../rules/template.ts'
import { enteringPost } from './checked.ts'
import { packWithReadings } from './known.ts'
import { waitingPlaces } from './queries.ts'

/** Every indicator with its readings as they stand today, and the periods of those that wait. */
export const everyIndicator = async (look: Look): Promise<readonly Enterable[]> => {
  const pack = await packWithReadings(look)
  const waiting = Map.groupBy(await waitingPlaces(look.db), ({ indicator }) => indicator)
  return [...pack.indicators.values()].map((indicator) => ({
    indicator,
    readings: readingsAsOf(pack, indicator.id, look.today, look.today),
    waiting: (waiting.get(indicator.id) ?? []).map(({ period }) => period),
  }))
}

/** Those that the person who asks may enter readings of. */
export const enterable = async (look: Look): Promise<readonly Enterable[]> => {
  const postFor = await enteringPost(look)
  return (await everyIndicator(look)).filter(({ indicator }) => postFor(indicator) !== null)
}

/** What is due of them on a day, the earliest first. */
export const dueAmong = (enterables: readonly Enterable[], today: string): readonly Due[] =>
  enterables
    .flatMap(({ indicator, readings, waiting }) => dueOf(indicator, readings, waiting, today))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
