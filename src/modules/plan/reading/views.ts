import { Type } from 'typebox'
import type { Text } from '../../../core/messages.ts'
import { FIRST_SHOWN, type View, view, type Waiting } from '../../../kernel/module.ts'
import type { Indicator } from '../../../pack/pack.ts'
import { fail } from '../messages.ts'
import type { Due } from '../rules/deadlines.ts'
import { periodCode } from '../rules/periods.ts'
import { isTypedSeries } from '../rules/proposed.ts'
import { indicatorsOf, type Template, templateOf } from '../rules/template.ts'
import { type CheckedRow, checkedRows, personIn } from './checked.ts'
import { ENTERS, PLANNER, TypedReadings } from './contract.ts'
import { dueAmong, enterable } from './enterable.ts'
import { packWithReadings } from './known.ts'
import { readingsOfIndicator, returnedTo, waitingCount } from './queries.ts'
import { type ReadingVersion, versionsOf } from './versions.ts'

/** What the person who asks has to enter: what is due or late, the earliest first. */
export const readingsDue = view(
  'plan.readings-due',
  ENTERS,
  Type.Object({}),
  async (look): Promise<readonly Due[]> => dueAmong(await enterable(look), look.today),
)

/** Every version of an indicator's readings that was ever entered, the newest first. */
export const readingVersions = view(
  'plan.reading-versions',
  ENTERS,
  Type.Object({ indicator: Type.String({ maxLength: 100 }) }),
  async (look, { indicator }): Promise<readonly ReadingVersion[]> => {
    if (!(await packWithReadings(look)).indicators.has(indicator)) fail('plan.indicator-unknown', { indicator })
    return versionsOf(look, await readingsOfIndicator(look.db, indicator))
  },
)

/** What each row would become, and what is wrong with it; nothing is kept. */
export const previewReadings = view(
  'plan.preview-readings',
  ENTERS,
  TypedReadings,
  async (look, { rows }): Promise<readonly CheckedRow[]> => (await checkedRows(look, rows)).rows,
)

export type ReadingsTemplate = { readonly readings: Template; readonly indicators: Template; readonly synthetic: boolean }
/** Tables to fill in and to look things up in, for whoever enters readings with a spreadsheet. */
export const readingsTemplate = view(
  'plan.readings-template',
  ENTERS,
  Type.Object({ language: Type.Union([Type.Literal('zh'), Type.Literal('en')]) }),
  async (look, { language }): Promise<ReadingsTemplate> => {
    const own = await enterable(look)
    return {
      readings: templateOf(own, look.today, language),
      indicators: indicatorsOf(own, language),
      synthetic: (await packWithReadings(look)).synthetic,
    }
  },
)

export type EnterableIndicator = { readonly indicator: Indicator; readonly series: readonly string[] }
/** The indicators that the person who asks may enter readings of, each with its scopes. */
export const enterableIndicators = view(
  'plan.enterable-indicators',
  ENTERS,
  Type.Object({}),
  async (look): Promise<readonly EnterableIndicator[]> => {
    const series = Map.groupBy((await packWithReadings(look)).readings, ({ indicator }) => indicator)
    return (await enterable(look)).map(({ indicator }) => ({
      indicator,
      series: [...new Set((series.get(indicator.id) ?? []).map((each) => each.series))].filter(isTypedSeries),
    }))
  },
)

const Nothing = Type.Object({})
/** How many readings wait for a second person. */
export const readingsWaiting: View<typeof Nothing, Waiting> = view('plan.readings-waiting', PLANNER, Nothing, async (look) => {
  const count = await waitingCount(look.db)
  return {
    count,
    text: { zh: `${count} 个数等待审核`, en: `${count} ${count === 1 ? 'reading waits' : 'readings wait'} for approval` },
    page: '/board/readings',
  }
})

/** How many readings the person who asks has to enter: returned to them, and due; those returned come first. */
export const readingsToEnter: View<typeof Nothing, Waiting> = view('plan.readings-to-enter', ENTERS, Nothing, async (look) => {
  const due = dueAmong(await enterable(look), look.today)
  const late = due.filter((each) => each.late).length
  const returned = await returnedTo(look.db, personIn(look).id)
  const { indicators } = await packWithReadings(look)
  const named = (name: Text, period: string, zh = '', en = ''): Text => ({
    zh: `${name.zh} · ${periodCode(period, 'zh')}${zh}`,
    en: `${name.en} · ${periodCode(period, 'en')}${en}`,
  })
  const first = [
    ...returned.map(({ id, indicator, period }) => ({
      text: named(indicators.get(indicator)?.name ?? { zh: indicator, en: indicator }, period, '（被退回）', ' (returned)'),
      page: `/board/readings/new?again=${id}`,
      due: null,
      isLate: false,
    })),
    ...due.map((each) => ({
      text: named(each.indicator.name, each.period),
      page: `/board/readings/new?indicator=${each.indicator.id}&period=${each.period}`,
      due: each.dueOn,
      isLate: each.late,
    })),
  ]
  return {
    count: first.length,
    text: {
      zh: `${due.length} 个数到期未报${late > 0 ? `，其中 ${late} 个逾期` : ''}；${returned.length} 个被退回`,
      en: `${due.length} ${due.length === 1 ? 'reading is' : 'readings are'} due${late > 0 ? `, ${late} of them late` : ''}; ${returned.length} returned`,
    },
    page: '/board/readings/mine',
    first: first.slice(0, FIRST_SHOWN),
  }
})
