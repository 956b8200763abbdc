/** What waits for somebody in each of their rooms, as the modules know it. */
import type { App } from '../app.ts'
import { Failure } from '../kernel/failure.ts'
import type { Waiting } from '../kernel/module.ts'
import { mayUse } from '../kernel/right.ts'
import type { Who } from '../kernel/who.ts'
import { rooms } from './addresses.ts'

/** The rooms somebody may enter. */
export const roomsOf = (who: Who) =>
  rooms.filter(({ right, path }) => mayUse(right, who, path)).map(({ path, room }) => ({ path: `/${path}`, room }))

/** What waits in one room; what cannot be told at the moment, such as before a pack is in service, is left out. */
export const waitingIn = async (app: App, who: Who, room: string): Promise<readonly Waiting[]> => {
  const views = app.modules.flatMap(({ firstJobs = [] }) => firstJobs).filter((job) => `/${job.room}` === room)
  const found = await Promise.all(
    views
      .filter(({ view }) => mayUse(view.right, who, view.name))
      .map(({ view }) =>
        app.perform(who, view, {}).catch((error: unknown) => {
          if (error instanceof Failure) return null
          throw error
        }),
      ),
  )
  return found.filter((each) => each !== null)
}

/** Every room of somebody with what waits there. */
export const roomsWaiting = (app: App, who: Who) =>
  Promise.all(roomsOf(who).map(async (each) => ({ ...each, waiting: await waitingIn(app, who, each.path) })))
