/** What the page of one measure shows, made on the server. */
import { factLabel, factOf, readFact, shownFact } from '../../core/facts.ts'
import type { Text } from '../../core/messages.ts'
import type { CaseResult } from '../../core/rule/cases.ts'
import type { Measure } from '../../core/rule/tree.ts'
import { nameText } from '../../modules/measure/browser.ts'
import type { MeasurePage } from '../../modules/measure/index.ts'
import type { Pack } from '../../pack/pack.ts'
import { calculatorFields } from './calculator-fields.ts'

const cellOf = (name: string, written: string | undefined, pack: Pack): Text => {
  if (written === undefined || written === '') return { zh: '—', en: '—' }
  const found = factOf(name, pack.facts)
  const read = found && readFact(written, name, found.declaration)
  if (!found || !read || 'problem' in read) return { zh: written, en: written === '是' ? 'yes' : written === '否' ? 'no' : written }
  return { zh: shownFact(read.value, found.declaration, 'zh'), en: shownFact(read.value, found.declaration, 'en') }
}

/** Worked cases as one table: a column for each fact that some case names. */
const casesOf = (cases: readonly CaseResult[], measure: Measure, pack: Pack) => {
  const names = [...new Set(cases.flatMap((each) => Object.keys(each.case.facts)))]
  const headOf = (name: string): Text => {
    const judgement = measure.judgements.find((each) => each.name === name)
    if (judgement) return nameText(judgement)
    return { zh: factLabel(name, pack.facts, 'zh'), en: factLabel(name, pack.facts, 'en') }
  }
  return {
    heads: names.map((name) => ({ name, label: headOf(name) })),
    rows: cases.map((each, index) => ({
      key: index,
      cells: names.map((name) => ({ name, text: cellOf(name, each.case.facts[name], pack) })),
      on: each.on === '2199-12-31' ? null : each.on,
      status: each.case.status,
      amount: each.outcome?.amount?.toString() ?? null,
      atMost: each.case.atMost === null ? null : (each.outcome?.atMost?.toString() ?? null),
      note: each.case.note,
      passed: each.passed,
      difference: each.difference,
    })),
  }
}

/** `每个平台一次`, `每年一次`; in English the words "once per" stand before it. */
const oncePerText = (zh: string, en: string | null): Text => ({ zh: `${zh.startsWith('每') ? '' : '每个'}${zh}一次`, en: en ?? zh })

export const measureView = ({ measure, summary, law, cases, pack, day }: MeasurePage) => {
  const document = pack.documents.get(measure.document)
  return {
    summary,
    day,
    law,
    fields: calculatorFields(measure, pack),
    computable: measure.grade !== 'text',
    cases: casesOf(cases, measure, pack),
    sources: measure.sources.flatMap((id) => pack.sources.get(id) ?? []),
    oncePer: measure.oncePer === null ? null : oncePerText(measure.oncePer, measure.oncePerEnglish),
    status: document?.status ?? 'unknown',
    pack: { version: pack.version, hash: pack.hash },
    file: measure.file,
    source: measure.source,
  }
}
export type MeasureView = ReturnType<typeof measureView>
