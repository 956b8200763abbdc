/** Observations as SDMX-CSV: 2.0, and 1.0 for clients that ask for it. */
import { lineOf } from '../cells.ts'
import { type Head, named } from './message.ts'
import type { Observation } from './observations.ts'
import type { Selection } from './query.ts'
import { AGENCY, COMPONENTS, type Component, codeListsOf, flowOf, VERSION } from './vocabulary.ts'

export type Labels = 'id' | 'both'

/** What begins every line: which data these are, and in 2.0 what to do with them. */
const OPENING = {
  '2.0.0': { head: ['STRUCTURE', 'STRUCTURE_ID', 'ACTION'], line: (flow: string) => ['dataflow', `${AGENCY}:${flow}(${VERSION})`, 'I'] },
  '1.0.0': { head: ['DATAFLOW'], line: (flow: string) => [`${AGENCY}:${flow}(${VERSION})`] },
} as const
export type CsvVersion = keyof typeof OPENING

/** `labels` both: `INDICATOR: Indicator` above `gdp: Gross domestic product`. */
export const sdmxCsvOf = (
  { pack, language }: Pick<Head, 'pack' | 'language'>,
  selection: Selection,
  version: CsvVersion,
  labels: Labels,
): string => {
  const { attributes, hasValues } = selection
  const columns = COMPONENTS.filter(
    (each) =>
      each.role === 'dimension' ||
      (each.role === 'time' && selection.hasObservations) ||
      (each.role === 'measure' && hasValues) ||
      attributes.includes(each),
  )
  const lists = codeListsOf(pack)
  const labelled = (id: string, name: string | undefined): string => (labels === 'both' && name ? `${id}: ${name}` : id)
  const cell = ({ id, list }: Component, { cells }: Observation): string => {
    const text = cells[id] ?? ''
    const names = list === null ? undefined : lists.get(list)?.codes.get(text)
    return labelled(text, names && named(names, language).name)
  }
  const { head, line } = OPENING[version]
  const opening = line(flowOf(pack))
  const lines = selection.observations.map((each) => lineOf([...opening, ...columns.map((column) => cell(column, each))]))
  // Without observations the lines of a series are all alike.
  const told = selection.hasObservations ? lines : [...new Set(lines)]
  return `${[lineOf([...head, ...columns.map(({ id, name }) => labelled(id, name[language]))]), ...told].join('\n')}\n`
}
