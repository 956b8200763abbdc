import { type ActionFunctionArgs, data as answer, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { dayOf } from '../../core/dates.ts'
import { factLabel, factOf, readFacts } from '../../core/facts.ts'
import type { Language, Text } from '../../core/messages.ts'
import { shown } from '../../core/rule/describe.ts'
import { judgementKey } from '../../core/rule/evaluate.ts'
import type { Measure } from '../../core/rule/tree.ts'
import { Failure } from '../../kernel/failure.ts'
import { decideFacts, type MeasurePage, measurePage, type Result } from '../../modules/measure/index.ts'
import type { Pack } from '../../pack/pack.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { fieldsOf, orTrouble } from '../loading.ts'
import { Badge, Money, Sources } from '../parts/basic.tsx'
import { ErrorSummary, Field, type FieldView } from '../parts/fields.tsx'
import { Answers } from './answers.tsx'
import { gradeWords, inForceText, relationWords, serviceWords, stateWords, supportWords } from './words.ts'

const english = (own: { readonly name: string; readonly english: string | null }): Text => ({ zh: own.name, en: own.english ?? own.name })

/** What one section computes, line by line, each with the node it is. */
const computed = (measure: Measure, anchor: string) => {
  const here = <T extends { readonly anchor: string }>(list: readonly T[]): readonly T[] => list.filter((each) => each.anchor === anchor)
  return {
    parameters: here(measure.parameters).map((parameter) => ({
      name: english(parameter),
      versions: parameter.versions.map((version) => ({
        value: { zh: shown(version.value, parameter.type, 'zh'), en: shown(version.value, parameter.type, 'en') },
        from: version.validity.from,
        to: version.validity.to,
        known: version.known,
      })),
    })),
    definitions: here(measure.definitions).map((definition) => ({ name: english(definition), source: definition.source })),
    conditions: here(measure.conditions).map((condition) => ({ node: condition.node.id, source: condition.source })),
    tables: here(measure.tables).map((table) => ({ name: english(table), heads: table.heads, rows: table.rows.map((row) => row.cells) })),
    amount: [measure.amount, measure.atMost].flatMap((each, index) =>
      each?.anchor === anchor
        ? [{ key: index === 0 ? 'amount' : 'at_most', source: each.source, rounding: `${each.rounding.mode}(${each.rounding.step / 100})` }]
        : [],
    ),
    judgements: here(measure.judgements).map((judgement) => ({ name: english(judgement), by: judgement.by, text: judgement.text })),
    gaps: here(measure.gaps).map((gap) => ({ name: english(gap), text: gap.text })),
    relations: here(measure.relations).map(({ kind, detail, text }) => ({ kind, detail, text })),
  }
}

const fieldsFor = (
  measure: Measure,
  pack: Pack,
  values: ReadonlyMap<string, string>,
  problems: ReadonlyMap<string, string>,
): readonly FieldView[] => [
  ...measure.facts.map((key): FieldView => {
    const { declaration } = factOf(key, pack.facts)!
    return {
      name: key,
      label: { zh: factLabel(key, pack.facts, 'zh'), en: factLabel(key, pack.facts, 'en') },
      question: declaration.question,
      type: declaration.type,
      unit: declaration.unit,
      values: declaration.values,
      hint: declaration.registry,
      value: values.get(key) ?? '',
      problem: problems.get(key) ?? null,
    }
  }),
  ...measure.judgements.map((judgement): FieldView => {
    const key = judgementKey(measure, judgement.name)
    return {
      name: key,
      label: english(judgement),
      question: {
        zh: `${judgement.name}：${judgement.by}是否已作出肯定的判断？`,
        en: `${judgement.english ?? judgement.name}: has ${judgement.by} decided in favour?`,
      },
      type: 'yes-no',
      unit: null,
      values: [],
      hint: null,
      value: values.get(key) ?? '',
      problem: problems.get(key) ?? null,
    }
  }),
]

const viewOf = ({ measure, summary, cases, pack, day }: MeasurePage) => ({
  summary,
  day,
  sections: measure.sections.map((section) => ({
    anchor: section.anchor,
    heading: section.heading,
    clause: section.clause,
    ...computed(measure, section.anchor),
  })),
  fields: fieldsFor(measure, pack, new Map(), new Map()),
  computable: measure.grade !== 'text',
  cases: cases.map((each) => ({
    facts: Object.entries(each.case.facts).map(([name, value]) => `${name} ${value}`),
    on: each.on,
    status: each.case.status,
    amount: each.case.amount,
    note: each.case.note,
    passed: each.passed,
  })),
  sources: measure.sources.map((id) => pack.sources.get(id)!),
  oncePer: measure.oncePer,
  document: pack.documents.get(measure.document)!.title,
  source: measure.source,
})

export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return viewOf(await app.perform(who, measurePage, { id: params.id ?? '' }))
  })

/** The calculator: facts come in the body of a form, the answer goes back with the page; nothing is kept. */
export const action = ({ context, params, request }: ActionFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const page = await app.perform(who, measurePage, { id: params.id ?? '' })
    const given = await fieldsOf(request)
    const language: Language = new URL(request.url).pathname.startsWith('/en/') ? 'en' : 'zh'
    const onText = given.get('on')?.trim() || page.day
    const values = new Map([...given].filter(([name]) => name !== 'on'))
    const judgements = new Set(page.measure.judgements.map(({ name }) => judgementKey(page.measure, name)))
    const { problems } = readFacts(Object.fromEntries(values), page.pack.facts, judgements)
    const wrong = new Map(problems.map((each) => [each.fact, each.message[language]]))
    if (dayOf(onText) === null)
      wrong.set('on', language === 'zh' ? `“${onText}”不是日期，请写作 2023-06-30。` : `"${onText}" is no date; write 2023-06-30.`)
    const fields = fieldsFor(page.measure, page.pack, values, wrong)
    const bad = [...wrong].map(([name, text]) => ({ name, text }))
    if (bad.length > 0) return answer({ fields, on: onText, result: null as Result | null, problems: bad }, { status: 400 })
    try {
      const decision = await app.perform(who, decideFacts, { facts: Object.fromEntries(values), on: onText, measure: page.measure.id })
      return answer({ fields, on: onText, result: decision.results[0] ?? null, problems: [] as { name: string; text: string }[] })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      return answer(
        { fields, on: onText, result: null as Result | null, problems: [{ name: '', text: error.text[language] }] },
        { status: 400 },
      )
    }
  })

const WORDS = {
  ask: { zh: '这一条给谁、给多少、凭什么？', en: 'Whom does this pay, how much, and on what ground?' },
  most: { zh: '最多可得', en: 'At most' },
  noLimit: { zh: '公开文本未载明上限', en: 'no limit in the public text' },
  whom: { zh: '给谁', en: 'For whom' },
  until: { zh: '有效期', en: 'Validity' },
  department: { zh: '部门', en: 'Department' },
  how: { zh: '方式', en: 'How' },
  document: { zh: '依据', en: 'Ground' },
  once: { zh: '次数', en: 'Once per' },
  side: { zh: '条款与计算', en: 'Clause and computation' },
  sideNote: {
    zh: '左边是条款（自行撰写的摘要），右边是机器据此计算的内容。',
    en: 'Left the clause (a summary in our own words), right what the machine computes from it.',
  },
  nothing: { zh: '这一条没有可计算的内容。', en: 'Nothing is computed from this.' },
  calculator: { zh: '算一算', en: 'Calculate' },
  compute: { zh: '计算', en: 'Compute' },
  on: { zh: '按哪一天计算', en: 'On which day' },
  private: {
    zh: '填写的内容只用来计算这一次，不保存、不记录。不知道的可以空着。',
    en: 'What you type is used for this one answer; it is neither kept nor logged. Leave empty what you do not know.',
  },
  wrong: { zh: '有几处需要改正：', en: 'Please correct:' },
  result: { zh: '结果', en: 'Result' },
  missing: { zh: '还缺', en: 'Still needed' },
  cases: { zh: '算例', en: 'Worked cases' },
  casesNote: { zh: '随页面一起运行；按条款手工推得。', en: 'Run with this page; worked out by hand from the clause.' },
  facts: { zh: '事实', en: 'Facts' },
  expected: { zh: '应得', en: 'Expected' },
  run: { zh: '运行结果', en: 'Now' },
  passed: { zh: '符合', en: 'passes' },
  failed: { zh: '不符', en: 'fails' },
  file: { zh: '看这一条的源文件', en: 'The file of this measure' },
  expired: { zh: '本条已于 {to} 到期；下面按 {to} 计算。', en: 'This measure ended on {to}; it is computed as of {to}.' },
  conditions: { zh: '条件', en: 'Conditions' },
  parameters: { zh: '参数', en: 'Parameters' },
  amount: { zh: '金额', en: 'Amount' },
  atMost: { zh: '上限', en: 'At most' },
  judgement: { zh: '由人判断', en: 'A person decides' },
  gaps: { zh: '公开文本没有说', en: 'Not in the public text' },
  relations: { zh: '与其他措施的关系', en: 'Relations' },
  definitions: { zh: '定义', en: 'Definitions' },
  rounding: { zh: '舍入', en: 'rounding' },
  always: { zh: '与措施同期', en: 'as long as the measure' },
  toCheck: { zh: '来源待核实，不计入合计', en: 'source to be verified; left out of totals' },
} as const

const STATUS: Readonly<Record<string, Text>> = {
  eligible: { zh: '是', en: 'eligible' },
  ineligible: { zh: '否', en: 'not eligible' },
  undetermined: { zh: '待定', en: 'undetermined' },
}

export default function MeasureView() {
  const page = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const { say, to, language } = useSay()
  const { summary } = page
  const fields = done?.fields ?? page.fields
  const result = done?.result ?? null
  const expired = summary.state === 'expired' && summary.inForce.to
  return (
    <>
      <title>{`${say(summary.title)} · 策行 Planwright`}</title>
      <meta name="description" content={page.sections[0] ? say(page.sections[0].clause) : ''} />
      <p className="quiet">
        <a href={to('/measures')}>{language === 'zh' ? '政策措施' : 'Measures'}</a> ›
      </p>
      <h1>{say(summary.title)}</h1>
      <p className="lead quiet">{say(WORDS.ask)}</p>
      <ul className="badges">
        <Badge>{say(summary.level)}</Badge>
        <Badge>{say(supportWords[summary.support]!)}</Badge>
        <Badge {...(summary.grade === 'executable' ? { tone: 'good' as const } : {})}>{say(gradeWords[summary.grade]!)}</Badge>
        <Badge {...(summary.state === 'in-force' ? { tone: 'good' as const } : { tone: 'warn' as const })}>
          {say(stateWords[summary.state]!)}
        </Badge>
        {summary.confidence === 'C' && <Badge tone="warn">{say(WORDS.toCheck)}</Badge>}
      </ul>
      <p className="number">
        <span className="small quiet">{say(WORDS.most)} </span>
        <Money yuan={summary.atMost} language={language} none={say(WORDS.noLimit)} />
      </p>
      <dl className="facts">
        <dt>{say(WORDS.whom)}</dt>
        <dd>{say(summary.subject)}</dd>
        <dt>{say(WORDS.until)}</dt>
        <dd>{say(inForceText(summary.inForce))}</dd>
        <dt>{say(WORDS.department)}</dt>
        <dd>{say(summary.department)}</dd>
        <dt>{say(WORDS.how)}</dt>
        <dd>{say(serviceWords[summary.service]!)}</dd>
        {page.oncePer && (
          <>
            <dt>{say(WORDS.once)}</dt>
            <dd>{page.oncePer}</dd>
          </>
        )}
        <dt>{say(WORDS.document)}</dt>
        <dd>
          <a href={to(`/documents/${summary.document.id}`)}>{say(summary.document.title)}</a> {summary.document.number} · {summary.clause}
        </dd>
      </dl>
      <Sources sources={page.sources} language={language} />

      <h2>{say(WORDS.side)}</h2>
      <p className="quiet">{say(WORDS.sideNote)}</p>
      {page.sections.map((section) => {
        const empty = [
          section.parameters,
          section.definitions,
          section.conditions,
          section.tables,
          section.amount,
          section.judgements,
          section.gaps,
          section.relations,
        ].every((list) => list.length === 0)
        return (
          <section className="law" id={section.anchor} key={section.anchor}>
            <h3>
              <a href={`#${section.anchor}`}>{section.heading}</a>
            </h3>
            <div className="clause">
              <p>{say(section.clause)}</p>
            </div>
            <div className="rule">
              {empty && <p className="quiet">{say(WORDS.nothing)}</p>}
              {section.parameters.length > 0 && (
                <>
                  <strong>{say(WORDS.parameters)}</strong>
                  <ul>
                    {section.parameters.map((each) => (
                      <li key={each.name.zh}>
                        {say(each.name)}：
                        {each.versions.map((version) => (
                          <span key={version.value.zh + version.from}>
                            {say(version.value)}{' '}
                            <span className="small quiet">
                              {version.from || version.to ? `${version.from ?? ''}–${version.to ?? ''}` : say(WORDS.always)}
                            </span>{' '}
                          </span>
                        ))}
                      </li>
                    ))}
                  </ul>
                </>
              )}
              {section.definitions.length > 0 && (
                <>
                  <strong>{say(WORDS.definitions)}</strong>
                  <ul>
                    {section.definitions.map((each) => (
                      <li key={each.name.zh}>
                        {say(each.name)} = <code>{each.source}</code>
                      </li>
                    ))}
                  </ul>
                </>
              )}
              {section.conditions.length > 0 && (
                <>
                  <strong>{say(WORDS.conditions)}</strong>
                  <ul>
                    {section.conditions.map((each) => (
                      <li key={each.node} id={`${section.anchor}-${each.node}`}>
                        <code>{each.source}</code>
                      </li>
                    ))}
                  </ul>
                </>
              )}
              {section.tables.map((table) => (
                <div className="scroll" key={table.name.zh}>
                  <table>
                    <caption>{say(table.name)}</caption>
                    <thead>
                      <tr>
                        {table.heads.map((head) => (
                          <th key={head} scope="col">
                            {head}
                          </th>
                        ))}
                      </tr>
                    </thead>
                    <tbody>
                      {table.rows.map((cells) => (
                        <tr key={cells.join('|')}>
                          {cells.map((cell, index) => (
                            <td key={table.heads[index]}>{cell}</td>
                          ))}
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </div>
              ))}
              {section.amount.map((each) => (
                <p key={each.key}>
                  <strong>{say(each.key === 'amount' ? WORDS.amount : WORDS.atMost)}</strong> <code>{each.source}</code>{' '}
                  <span className="small quiet">
                    {say(WORDS.rounding)} {each.rounding} 元
                  </span>
                </p>
              ))}
              {section.judgements.length > 0 && (
                <>
                  <strong>{say(WORDS.judgement)}</strong>
                  <ul>
                    {section.judgements.map((each) => (
                      <li key={each.name.zh}>
                        {say(each.name)}（{each.by}）{language === 'zh' ? each.text : ''}
                      </li>
                    ))}
                  </ul>
                </>
              )}
              {section.gaps.length > 0 && (
                <>
                  <strong>{say(WORDS.gaps)}</strong>
                  <ul>
                    {section.gaps.map((each) => (
                      <li key={each.name.zh}>
                        {say(each.name)}
                        {language === 'zh' ? `：${each.text}` : ''}
                      </li>
                    ))}
                  </ul>
                </>
              )}
              {section.relations.length > 0 && (
                <>
                  <strong>{say(WORDS.relations)}</strong>
                  <ul>
                    {section.relations.map((each) => (
                      <li key={each.kind + each.detail}>
                        {say(relationWords[each.kind]!)} {each.detail}
                        {language === 'zh' ? `：${each.text}` : ''}
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </div>
          </section>
        )
      })}

      {page.computable && (
        <>
          <h2 id="calculator">{say(WORDS.calculator)}</h2>
          {expired && <p className="note">{say(WORDS.expired).replaceAll('{to}', expired)}</p>}
          <p className="quiet">{say(WORDS.private)}</p>
          <ErrorSummary title={say(WORDS.wrong)} problems={done?.problems ?? []} />
          {result && (
            <section className="result" id="result" aria-live="polite">
              <h3>{say(WORDS.result)}</h3>
              <p className="number">{result.explanation[0] && say(result.explanation[0].text)}</p>
              <Answers lines={result.explanation} without={['headline']} />
            </section>
          )}
          <form method="post" action={`${to(`/measures/${summary.id}`)}#calculator`} noValidate>
            {fields.map((field) => (
              <Field key={field.name} field={field} language={language} />
            ))}
            <div className="field">
              <label htmlFor="f-on">{say(WORDS.on)}</label>
              <input type="date" id="f-on" name="on" defaultValue={done?.on ?? page.day} />
            </div>
            <button type="submit">{say(WORDS.compute)}</button>
          </form>
        </>
      )}

      {page.cases.length > 0 && (
        <>
          <h2>{say(WORDS.cases)}</h2>
          <p className="quiet">{say(WORDS.casesNote)}</p>
          <div className="scroll">
            <table>
              <caption>{say(WORDS.cases)}</caption>
              <thead>
                <tr>
                  <th scope="col">{say(WORDS.facts)}</th>
                  <th scope="col">{say(WORDS.expected)}</th>
                  <th scope="col">{say(WORDS.run)}</th>
                </tr>
              </thead>
              <tbody>
                {page.cases.map((each) => (
                  <tr key={each.facts.join() + each.status + each.on}>
                    <td>
                      {each.facts.join(language === 'zh' ? '，' : ', ') || '—'}
                      <div className="small quiet">
                        {each.on === '2199-12-31' ? '' : each.on} {each.note}
                      </div>
                    </td>
                    <td>
                      {say(STATUS[each.status]!)} {each.amount}
                    </td>
                    <td>
                      {each.passed ? (
                        <span className="lamp met">{say(WORDS.passed)}</span>
                      ) : (
                        <span className="lamp missed">{say(WORDS.failed)}</span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      <details>
        <summary>{say(WORDS.file)}</summary>
        <pre>{page.source}</pre>
      </details>
      <p>
        <a href={`/api/v1/measures/${summary.id}`}>JSON</a>
      </p>
    </>
  )
}
