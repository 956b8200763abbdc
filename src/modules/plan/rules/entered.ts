/** Readings that were entered here, put beside those of the pack. */
import type { Day } from '../../../core/dates.ts'
import type { Text } from '../../../core/messages.ts'
import type { Pack, Reading, Source } from '../../../pack/pack.ts'
import { type KnownReading, publishedOn } from './known.ts'

/** A reading that was entered by one post and approved by another person. `order` counts approvals. */
export type EnteredReading = {
  readonly id: string
  readonly order: number
  readonly indicator: string
  readonly series: string
  readonly scope: string | null
  readonly definition: string
  readonly period: string
  readonly value: string
  readonly unit: string
  readonly precision: Reading['precision']
  readonly status: 'final' | 'provisional'
  readonly note: string | null
  readonly source: Pick<Source, 'title' | 'publisher' | 'date' | 'address' | 'confidence'> & { readonly hash: string | null }
  /** What it replaced when it was entered, and why. */
  readonly replaces: { readonly value: string; readonly reason: string } | null
  readonly enteredBy: Text
  readonly enteredOn: Day
  readonly approvedBy: Text
  /** From this day it is known. A day that somebody types never is: it could change what was known before. */
  readonly approvedOn: Day
}

/** What a source is called that came with an entered reading. */
const sourceId = (id: string): string => `entered-${id}`

/** Where a reading belongs: two of them in one place are versions of each other. */
export const placeOf = (each: { readonly indicator: string; readonly series: string; readonly period: string }): string =>
  [each.indicator, each.series, each.period].join('\n')

/** The mark of a series that was counted by a definition which is no longer the indicator's. */
export const OLD_DEFINITION = '旧定义'

/** Readings counted by another definition than today's are a series of their own, numbered in the order in which the definitions were used. */
const seriesOf = (pack: Pack, approved: readonly EnteredReading[]): ((each: EnteredReading) => string) => {
  const used = new Map<string, string[]>()
  for (const { indicator, definition } of approved) {
    const own = used.get(indicator) ?? []
    if (definition !== pack.indicators.get(indicator)?.definition.zh && !own.includes(definition)) used.set(indicator, [...own, definition])
  }
  return ({ indicator, definition, series }) => {
    const index = used.get(indicator)?.indexOf(definition) ?? -1
    return index < 0 ? series : `${series} · ${OLD_DEFINITION} ${index + 1}`
  }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const earliest = (days: readonly Day[]): Day | undefined => days.toSorted()[0]

/**
 * The pack with what was entered: every version of every reading with the day it became known and the day it was replaced. In one place an entered reading replaces
 * what was known up to its approval, and what a later edition publishes replaces it in turn.
 */
export const readingsKnown = (pack: Pack, approved: readonly EnteredReading[]): Pack => {
  if (approved.length === 0) return pack
  const inOrder = approved.toSorted((a, b) => a.order - b.order)
  const series = seriesOf(pack, inOrder)
  const entered = inOrder.map(
    (each): KnownReading => ({
      indicator: each.indicator,
      series: series(each),
      period: each.period,
      value: each.value,
      unit: each.unit,
      precision: each.precision,
      published: each.approvedOn,
      note: each.note,
      source: sourceId(each.id),
      place: { file: '', line: 0, column: 0, end: 0 },
      entered: each,
    }),
  )
  const enteredIn = Map.groupBy(entered, placeOf)
  const packIn = Map.groupBy(pack.readings, placeOf)
  const until = (reading: KnownReading): KnownReading => {
    const own = enteredIn.get(placeOf(reading)) ?? []
    const known = publishedOn(reading, pack) ?? ''
    const later = reading.entered
      ? [
          ...own.slice(own.indexOf(reading) + 1, own.indexOf(reading) + 2).map(({ published }) => published ?? ''),
          ...(packIn.get(placeOf(reading)) ?? []).map((each) => publishedOn(each, pack) ?? '').filter((day) => day > known),
        ]
      : own.map(({ published }) => published ?? '').filter((day) => day >= known)
    const replacedOn = earliest([...later, reading.replacedOn ?? []].flat())
    return replacedOn === undefined ? reading : { ...reading, replacedOn }
  }
  const sources = new Map(pack.sources)
  for (const { id, source } of inOrder) {
    const { hash: _hash, ...rest } = source
    sources.set(sourceId(id), {
      ...rest,
      id: sourceId(id),
      linkable: true,
      note: null,
      place: { file: '', line: 0, column: 0, end: 0 },
    })
  }
  // Of two series with a value for one period the one known later comes last, whichever was typed first.
  const byDay = (a: KnownReading, b: KnownReading): number => order(a.published ?? '', b.published ?? '') || order(a.series, b.series)
  return { ...pack, sources, readings: [...pack.readings, ...entered.toSorted(byDay)].map(until) }
}
