/** What measures read and the synthetic population does not say. */
import { keysOf } from '../../core/rule/sql/layout.ts'
import type { Pack } from '../pack.ts'
import type { Reporter } from '../report.ts'

/** Warns once for each fact or judgement that a measure in use reads and no row of the table `population` is about. */
export const checkPopulation = ({ population, measures }: Pack, { report }: Reporter): void => {
  if (population === null) return
  const known = new Set(population.columns.map(({ key }) => key))
  for (const measure of measures.values()) {
    if (measure.grade === 'text' || measure.draft) continue
    const { facts, judgements } = keysOf([measure])
    for (const name of [...facts, ...judgements]) {
      if (known.has(name)) continue
      known.add(name)
      report('pack.population-unread', measure.places.id!, { measure: measure.id, name }, { severity: 'warning' })
    }
  }
}
