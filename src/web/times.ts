/** Instants as people read them: in the business time zone, which the foot of every page names once. */
import { createContext, useContext } from 'react'

type Instant = Date | string

const shownIn = (timeZone: string, style: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', ...style })
  return (instant: Instant): string => format.format(new Date(instant))
}

const made = (timeZone: string) => ({
  dayOf: shownIn(timeZone, {}),
  minuteOf: shownIn(timeZone, { timeStyle: 'short' }),
  secondOf: shownIn(timeZone, { timeStyle: 'medium' }),
})
export type Times = ReturnType<typeof made>

/** A site has one zone, and its formats take longer to make than the header of a page. */
const zones = new Map<string, Times>()

/** How instants are written in a zone: `2024-06-30`, with `12:00` or `12:00:00` behind it. */
export const timesIn = (timeZone: string): Times => {
  const times = zones.get(timeZone) ?? made(timeZone)
  zones.set(timeZone, times)
  return times
}

/** The business time zone of everything below it. */
export const Zone = createContext<Times>(timesIn('UTC'))

/** Instants in the business time zone, on the server and in the browser alike. */
export const useTimes = (): Times => useContext(Zone)
