import { abs } from './abs.ts'
import { addMonths } from './add-months.ts'
import { ceiling } from './ceiling.ts'
import { contains } from './contains.ts'
import { countTrue } from './count-true.ts'
import { day } from './day.ts'
import { days } from './days.ts'
import { endsWith } from './ends-with.ts'
import { floor } from './floor.ts'
import type { RuleFunction } from './function.ts'
import { max } from './max.ts'
import { min } from './min.ts'
import { modulo } from './modulo.ts'
import { month } from './month.ts'
import { months } from './months.ts'
import { round } from './round.ts'
import { startsWith } from './starts-with.ts'
import { stringLength } from './string-length.ts'
import { substring } from './substring.ts'
import { sum } from './sum.ts'
import { weekday } from './weekday.ts'
import { year } from './year.ts'
import { years } from './years.ts'

/** Every function of the language by its name. */
export const functions: ReadonlyMap<string, RuleFunction> = new Map(
  [
    abs,
    addMonths,
    ceiling,
    contains,
    countTrue,
    day,
    days,
    endsWith,
    floor,
    max,
    min,
    modulo,
    month,
    months,
    round,
    startsWith,
    stringLength,
    substring,
    sum,
    weekday,
    year,
    years,
  ].map((each) => [each.name, each]),
)
