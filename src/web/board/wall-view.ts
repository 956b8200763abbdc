/** Assessments as the pages of the board show them, in both languages. */
import {
  type Assessment,
  type Change,
  caveatOf,
  isAtRisk,
  lampOf,
  periodCode,
  periodText,
  probabilityText,
  publishedOn,
  reported,
  shownNumber,
  speedText,
  summaryOf,
  verdictOf,
  type Wall,
} from '../../modules/plan/index.ts'
import type { Pack } from '../../pack/pack.ts'
import { both, chartsOf, targetView } from '../portal/target-view.ts'
import { yearViews } from '../portal/year-view.ts'

/** How a promise stood before it changed; null where there was none. */
const beforeOf = (before: Assessment | null) => {
  if (before === null) return null
  const { latest, indicator } = before
  return {
    lamp: lampOf(before),
    verdict: verdictOf(before),
    caveat: caveatOf(before),
    now: latest && {
      value: both((language) => reported(latest, indicator, language)),
      when: both((language) => periodText(latest.period, language)),
    },
  }
}

const readOf = (latest: NonNullable<Assessment['latest']>, pack: Pack) => ({
  period: both((language) => periodCode(latest.period, language)),
  published: publishedOn(latest, pack),
})

/** A promise with what it needs from here and what has become of it. */
const rowOf = (each: Assessment, change: Change | undefined, pack: Pack) => {
  const { needed, indicator, fan, ratio, latest } = each
  const last = fan.at(-1)
  return {
    ...targetView(each, pack),
    kind: each.target.kind,
    risky: isAtRisk(each),
    needed: needed && both((language) => speedText(needed, indicator, language)),
    ratio: ratio && shownNumber(ratio),
    chance: last && { text: probabilityText(last.attain), percent: `${(last.attain * 100).toFixed(0)}%` },
    read: latest && readOf(latest, pack),
    change: change ? { kinds: change.kinds, turnedRed: change.turnedRed, before: beforeOf(change.before) } : null,
  }
}
export type WallRow = ReturnType<typeof rowOf>

/** The numbers of the wall, its rows without pictures. */
export const rowsOf = ({ assessments, changes, pack }: Wall): readonly WallRow[] => {
  const changed = new Map(changes.map((change) => [change.after, change]))
  return assessments.map((each) => rowOf(each, changed.get(each), pack))
}

export const wallView = (page: Wall) => {
  const { asOf, since, order, assessments } = page
  const rows = rowsOf(page)
  return {
    asOf,
    since,
    order,
    summary: summaryOf(assessments),
    years: yearViews(
      assessments.filter(({ target }) => target.kind === 'annual'),
      { pack: page.pack, asOf, known: asOf },
    ).toSorted((a, b) => (a.year < b.year ? 1 : -1)),
    rows: rows.map((row, index) => ({ ...row, chart: assessments[index] ? chartsOf(assessments[index], page) : null })),
  }
}
