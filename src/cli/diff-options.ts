/** What a comparison is asked to do. */
import type { When } from '../core/rule/outcome.ts'
import type { Measure } from '../core/rule/tree.ts'
import { considered } from '../modules/measure/index.ts'
import type { Pack } from '../pack/pack.ts'
import { type Given, Misuse, type Option } from './command.ts'
import { dayOption } from './pack.ts'
import { runOptions, workersOf } from './run-options.ts'
import { whenOf } from './when.ts'

export type DiffAsk = {
  readonly file: string
  /** A folder, or `edition:HASH`. */
  readonly packs: readonly [before: string, after: string]
  readonly whens: readonly [before: When, after: When]
  readonly only: readonly string[] | null
  readonly out: string | null
  readonly threads: number
  readonly json: boolean
}

export const diffAskOf = ({ positionals: [pack = '', other = pack], values }: Given): DiffAsk => {
  if (typeof values.population !== 'string')
    throw new Misuse({ zh: '请用 --population 给出企业数据。', en: 'Give the population with --population.' })
  if (typeof values.on !== 'string') throw new Misuse({ zh: '请用 --on 给出决定日。', en: 'Give the day of the decision with --on.' })
  const before = whenOf(values)
  const on = dayOption(values, 'other-on', before.on)
  // Knowledge follows the day unless it was given: for the other law, or else for both.
  const after = { on, known: dayOption(values, 'other-known', dayOption(values, 'known', on)) }
  if (pack === other && before.on === after.on && before.known === after.known)
    throw new Misuse({
      zh: '两边相同：请给出第二个包，或 --other-on，或 --other-known。',
      en: 'Both sides are the same: give a second pack, --other-on or --other-known.',
    })
  return {
    file: values.population,
    packs: [pack, other],
    whens: [before, after],
    only: typeof values.measure === 'string' ? values.measure.split(',').map((id) => id.trim()) : null,
    out: typeof values.out === 'string' ? values.out : null,
    threads: workersOf(values.workers),
    json: values.json === true,
  }
}

/** The measures that a run over each of the two would decide. One of them need not have a measure that is named. */
export const measuresOfBoth = (
  packs: readonly [Pack, Pack],
  { whens, only }: DiffAsk,
): readonly [readonly Measure[], readonly Measure[]] => {
  for (const id of only ?? [])
    if (!packs.some(({ measures }) => measures.has(id))) throw new Misuse({ zh: `没有措施“${id}”。`, en: `There is no measure "${id}".` })
  const own = (pack: Pack, when: When): readonly Measure[] =>
    only === null ? considered(pack, when) : [...pack.measures.values()].filter(({ id }) => only.includes(id))
  return [own(packs[0], whens[0]), own(packs[1], whens[1])]
}

export const diffOptions = {
  population: {
    type: 'string',
    value: 'FILE|DIR|synthetic',
    means: { zh: 'CSV 文件或列文件夹（见 docs/run.md）', en: 'CSV file or folder of columns (docs/run.md)' },
  },
  on: { type: 'string', value: 'DATE', means: { zh: '决定日', en: 'day of the decision' } },
  'other-on': {
    type: 'string',
    value: 'DATE',
    means: { zh: '另一边的决定日（默认相同）', en: 'that of the other side (default: the same)' },
  },
  known: runOptions.known,
  'other-known': {
    type: 'string',
    value: 'DATE',
    means: { zh: '另一边按哪一天已公布的规定', en: 'law of the other side as known on that day' },
  },
  measure: runOptions.measure,
  out: { type: 'string', value: 'FILE.csv', means: { zh: '把每一处不同写到文件', en: 'write every cell that differs to a file' } },
  workers: runOptions.workers,
  json: runOptions.json,
} as const satisfies Readonly<Record<string, Option>>
