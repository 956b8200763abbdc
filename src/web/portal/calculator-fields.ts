/** What the calculator of a measure asks. */
import { compare, type Exact } from '../../core/exact.ts'
import { readFact } from '../../core/facts.ts'
import { itemOf } from '../../core/list-facts.ts'
import { judgementKey } from '../../core/rule/evaluate.ts'
import type { Measure } from '../../core/rule/tree.ts'
import { nameText } from '../../modules/measure/browser.ts'
import type { Pack } from '../../pack/pack.ts'
import type { FieldView } from '../parts/fields.tsx'
import { factField } from './fact-field.ts'

const NOTHING: ReadonlyMap<string, string> = new Map()

/** Whether the form has a field: of an item of a list once the number of items says that there is one. */
const isAsked = (key: string, pack: Pack, values: ReadonlyMap<string, string>): boolean => {
  const found = itemOf(key, pack.facts)
  if (!found || values.get(key)) return true
  const { count } = found.list
  const read = readFact(values.get(count.name) ?? '', count.name, count)
  return 'value' in read && compare(read.value as Exact, found.item) >= 0
}

/** The questions of the calculator: the facts the measure reads, then the judgements it waits for. */
export const calculatorFields = (
  measure: Measure,
  pack: Pack,
  values: ReadonlyMap<string, string> = NOTHING,
  problems: ReadonlyMap<string, string> = NOTHING,
): readonly FieldView[] => [
  ...measure.facts
    .filter((key) => isAsked(key, pack, values))
    .map((key) => factField(key, pack, { value: values.get(key) ?? '', problem: problems.get(key) ?? null })),
  ...measure.judgements.map((judgement): FieldView => {
    const name = judgementKey(measure, judgement.name)
    const by = pack.departments.get(judgement.by)?.label ?? { zh: judgement.by, en: judgement.by }
    const label = nameText(judgement)
    return {
      name,
      label,
      question: { zh: `${label.zh}：${by.zh}是否已作出肯定的判断？`, en: `${label.en}: has ${by.en} decided in favour?` },
      type: 'yes-no',
      unit: null,
      values: [],
      hint: null,
      value: values.get(name) ?? '',
      problem: problems.get(name) ?? null,
    }
  }),
]
