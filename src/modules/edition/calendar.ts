/** The calendar of the pack in service: what is arranged for a year, and which years are. */
import { type Static, Type } from 'typebox'
import { addDays } from '../../core/dates.ts'
import { workingDaysBetween } from '../../core/working-days.ts'
import { view } from '../../kernel/module.ts'
import type { Source } from '../../pack/pack.ts'
import { packInService } from './packs.ts'

const Words = Type.Object({ zh: Type.String(), en: Type.String() })

export const CalendarYear = Type.Object({
  year: Type.Integer(),
  arranged: Type.Boolean({ description: 'false: no arrangement of this year is known; Monday to Friday counts, provisionally' }),
  workingDays: Type.Integer({ description: 'how many days of the year are working days' }),
  days: Type.Array(
    Type.Object({
      day: Type.String({ format: 'date' }),
      kind: Type.Union([Type.Literal('holiday'), Type.Literal('working-day')], {
        description: 'off, or a day of a weekend that is worked',
      }),
      name: Words,
      source: Type.Object({ id: Type.String(), title: Type.String(), address: Type.Union([Type.String(), Type.Null()]) }),
    }),
    { description: 'days of this year that are not what their weekday says, in order' },
  ),
  calendar: Type.String({ description: 'SHA-256 of the calendar: due dates name the one they were computed by' }),
})
export type CalendarYear = Static<typeof CalendarYear>

export const calendarYear = view(
  'edition.calendar',
  'public',
  Type.Object({ year: Type.String({ pattern: '^(19\\d\\d|20\\d\\d|21\\d\\d)$', description: 'from 1900 to 2199' }) }),
  async (look, { year }): Promise<CalendarYear> => {
    const { calendar, sources } = await packInService(look)
    return {
      year: Number(year),
      arranged: calendar.years.includes(Number(year)),
      workingDays: workingDaysBetween(calendar, addDays(`${year}-01-01`, -1), `${year}-12-31`),
      days: [...calendar.days.values()]
        .filter(({ day }) => day.startsWith(year))
        .map(({ day, kind, name, source }) => {
          const known = sources.get(source)
          return { day, kind, name, source: { id: source, title: known?.title ?? source, address: known?.linkable ? known.address : null } }
        }),
      calendar: calendar.hash,
    }
  },
)

/** A year with how many days are off and how many of its weekends are worked, and the notices that arrange it. */
export type ArrangedYear = { readonly year: number; readonly off: number; readonly worked: number; readonly sources: readonly Source[] }

/** Every year that is arranged, the latest first. */
export const arrangedYears = view('edition.arranged-years', 'public', Type.Object({}), async (look): Promise<readonly ArrangedYear[]> => {
  const { calendar, sources } = await packInService(look)
  const days = [...calendar.days.values()]
  return calendar.years.toReversed().map((year) => {
    const own = days.filter((each) => each.year === year)
    return {
      year,
      off: own.filter(({ kind }) => kind === 'holiday').length,
      worked: own.filter(({ kind }) => kind === 'working-day').length,
      sources: [...new Set(own.map(({ source }) => source))].flatMap((id) => sources.get(id) ?? []),
    }
  })
})
