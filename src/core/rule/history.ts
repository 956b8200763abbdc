/** What a parameter is worth in which period, as it became known bit by bit. */
import { addDays, type Day, isIn, type Validity } from '../dates.ts'
import type { Language, Text } from '../messages.ts'
import { contentOf } from './content.ts'
import { shown } from './describe.ts'
import type { Parameter, ParameterVersion } from './tree.ts'

/** Those that hold on a day (null: before all others), in the order in which they became public; of one day of publication only the last counts. */
const holding = (parameter: Parameter | null, on: Day | null): readonly ParameterVersion[] => {
  const own = (parameter?.versions ?? []).filter(({ validity }) => (on === null ? validity.from === null : isIn(validity, on)))
  const latest = new Map(own.map((version) => [version.known ?? '', version]))
  return [...latest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, version]) => version)
}

/** The days from which on something can be otherwise; null is the open beginning. */
const startsOf = (parameters: readonly (Parameter | null)[]): readonly (Day | null)[] => {
  const days = parameters.flatMap((parameter) =>
    (parameter?.versions ?? []).flatMap(({ validity: { from, to } }) => [
      ...(from === null ? [] : [from]),
      ...(to === null ? [] : [addDays(to, 1)]),
    ]),
  )
  return [null, ...[...new Set(days)].sort()]
}

/** `35%`, `30%; 40% (published on 2024-07-01)`; null where there is no value. */
const wordsOf = (parameter: Parameter | null, versions: readonly ParameterVersion[]): Text | null => {
  if (parameter === null || versions.length === 0) return null
  const say = (language: Language): string => {
    const zh = language === 'zh'
    return versions
      .map(({ value, known }) => {
        const text = shown(value, parameter.type, language)
        if (known === null) return text
        return zh ? `${text}（${known} 公布）` : `${text} (published on ${known})`
      })
      .join(zh ? '；' : '; ')
  }
  return { zh: say('zh'), en: say('en') }
}

export type PeriodChange = { readonly period: Validity; readonly before: Text | null; readonly after: Text | null }

/** The periods in which two versions of a parameter differ; null stands for a version of the measure that does not have it. */
export const periodChanges = (before: Parameter | null, after: Parameter | null): readonly PeriodChange[] => {
  const starts = startsOf([before, after])
  const changes: (PeriodChange & { readonly content: string })[] = []
  for (const [index, from] of starts.entries()) {
    const next = starts[index + 1]
    const to = next === undefined || next === null ? null : addDays(next, -1)
    const [old, fresh] = [holding(before, from), holding(after, from)]
    const contents = [old, fresh].map((versions) => contentOf(versions.map(({ value, known }) => ({ value, known }))))
    if (contents[0] === contents[1]) continue
    const content = contents.join('\n')
    const last = changes.at(-1)
    const joins = last?.content === content && last.period.to !== null && from !== null && addDays(last.period.to, 1) === from
    const period = { from: joins ? last.period.from : from, to }
    changes.splice(joins ? -1 : changes.length, 1, { period, before: wordsOf(before, old), after: wordsOf(after, fresh), content })
  }
  return changes.map(({ period, before: old, after: fresh }) => ({ period, before: old, after: fresh }))
}
