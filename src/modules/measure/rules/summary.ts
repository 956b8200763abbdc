import type { Day } from '../../../core/dates.ts'
import { fenOfYuan, yuanText } from '../../../core/money.ts'
import { decide } from '../../../core/rule/evaluate.ts'
import type { Measure } from '../../../core/rule/tree.ts'
import type { Pack } from '../../../pack/pack.ts'
import type { ListMeasures, MeasureSummary } from '../contract.ts'

/** Where a measure stands on a day. */
export const stateOn = (measure: Measure, on: Day): 'in-force' | 'expired' | 'future' | 'unknown' | 'draft' => {
  if (measure.draft) return 'draft'
  if (measure.inForce.to !== null && on > measure.inForce.to) return 'expired'
  if (measure.inForce.from !== null && on < measure.inForce.from) return 'future'
  return measure.inForce.fromUnknown ? 'unknown' : 'in-force'
}

/** The day a reader means who gives none: today, or the last day in force if that has passed, or the first if it is still to come. */
export const sensibleDay = (measure: Measure, today: Day): Day => {
  const { from, to } = measure.inForce
  return to !== null && today > to ? to : from !== null && today < from ? from : today
}

/** The most anybody can get, found with no fact known: null if no limit is known. */
const mostOf = (measure: Measure, today: Day): bigint | null => {
  const on = sensibleDay(measure, today)
  return decide(measure, new Map(), { on, known: on < (measure.known ?? '') ? measure.known! : on }).atMost
}

export const summaryOf = (measure: Measure, pack: Pack, on: Day): MeasureSummary => {
  const document = pack.documents.get(measure.document)!
  const most = mostOf(measure, on)
  return {
    id: measure.id,
    title: { zh: measure.title, en: measure.titleEnglish ?? measure.title },
    subject: { zh: measure.subject, en: measure.subjectEnglish ?? measure.subject },
    document: { id: document.id, title: document.title, number: document.number },
    part: measure.part,
    clause: measure.clause,
    department: pack.departments.get(measure.department)!.label,
    level: pack.districts.get(measure.level)!.label,
    support: measure.support,
    service: measure.service,
    grade: measure.grade,
    confidence: measure.confidence,
    draft: measure.draft,
    inForce: measure.inForce,
    state: stateOn(measure, on),
    atMost: most === null ? null : yuanText(most),
    tasks: [...measure.tasks],
  }
}

const amount = (text: string | null): bigint => (text === null ? -1n : (fenOfYuan(text) ?? -1n))

/** Still open first, the next to end on top; then those without an end; then the ended, the latest on top. */
const closingOrder = (a: Day | null, b: Day | null, on: Day): number => {
  const group = (day: Day | null): number => (day === null ? 1 : day >= on ? 0 : 2)
  if (group(a) !== group(b)) return group(a) - group(b)
  if (a === b || a === null || b === null) return 0
  return a < b === a >= on ? -1 : 1
}

/** The list as a reader filtered and sorted it. Text search looks into both languages. */
export const selected = (
  all: readonly MeasureSummary[],
  measures: Pack['measures'],
  wish: ListMeasures,
  on: Day,
): readonly MeasureSummary[] => {
  const words = (wish.q ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const matches = (each: MeasureSummary): boolean => {
    const measure = measures.get(each.id)!
    const text = [
      each.id,
      each.title.zh,
      each.title.en,
      each.subject.zh,
      each.subject.en,
      each.department.zh,
      each.department.en,
      each.document.title.zh,
      each.document.number ?? '',
      ...measure.sections.map((section) => section.clause.zh),
    ]
      .join(' ')
      .toLowerCase()
    return (
      words.every((word) => text.includes(word)) &&
      (!wish.level || measure.level === wish.level) &&
      (!wish.department || measure.department === wish.department) &&
      (!wish.support || each.support === wish.support) &&
      (!wish.grade || each.grade === wish.grade) &&
      (!wish.task || each.tasks.includes(wish.task)) &&
      (!wish.document || each.document.id === wish.document) &&
      (!wish.state || each.state === wish.state)
    )
  }
  const orders: Readonly<Record<string, (a: MeasureSummary, b: MeasureSummary) => number>> = {
    amount: (a, b) => (amount(b.atMost) > amount(a.atMost) ? 1 : amount(b.atMost) < amount(a.atMost) ? -1 : 0),
    closing: (a, b) => closingOrder(a.inForce.to, b.inForce.to, on),
    title: (a, b) => (a.title.zh < b.title.zh ? -1 : 1),
  }
  const found = all.filter(matches)
  const sort = wish.sort ?? ''
  return Object.hasOwn(orders, sort) ? found.sort(orders[sort]) : found
}
