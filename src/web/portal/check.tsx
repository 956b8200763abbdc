import { type ActionFunctionArgs, data as answer, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { dayOf } from '../../core/dates.ts'
import { factLabel, factOf, readFacts } from '../../core/facts.ts'
import type { Language } from '../../core/messages.ts'
import { yuanText } from '../../core/money.ts'
import { Failure } from '../../kernel/failure.ts'
import { currentPack, type Decision, decideFacts, type Result } from '../../modules/measure/index.ts'
import { demoUscc, enterprise } from '../../modules/party/index.ts'
import type { Pack } from '../../pack/pack.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { fieldsOf, orTrouble } from '../loading.ts'
import { Money } from '../parts/basic.tsx'
import { ErrorSummary, Field, type FieldView } from '../parts/fields.tsx'
import { Answers } from './answers.tsx'

const ASKED_AT_ONCE = 6

type Problem = { readonly name: string; readonly text: string }
type Known = { readonly name: string; readonly value: string; readonly registry: string; readonly validOn: string }

const fieldOf = (key: string, pack: Pack, value: string, problem: string | null, hint: string | null): FieldView => {
  const { declaration } = factOf(key, pack.facts)!
  return {
    name: key,
    label: { zh: factLabel(key, pack.facts, 'zh'), en: factLabel(key, pack.facts, 'en') },
    question: declaration.question,
    type: declaration.type,
    unit: declaration.unit,
    values: declaration.values,
    hint,
    value,
    problem,
  }
}

const brief = (result: Result) => ({
  measure: result.measure,
  title: result.title,
  amount: result.amount,
  atMost: result.atMost,
  uncounted: result.uncounted,
  explanation: result.explanation,
  waits: result.missing.length,
  judgement: result.judgement.length,
})

/** The results in the groups a reader asks for. */
const grouped = ({ results }: Decision) => {
  const open = results.filter((result) => result.status === 'undetermined')
  const byAmount = (a: Result, b: Result): number => Number(b.atMost ?? 0) - Number(a.atMost ?? 0)
  return {
    entitled: results
      .filter((result) => result.status === 'eligible')
      .sort((a, b) => Number(b.amount) - Number(a.amount))
      .map(brief),
    decides: open
      .filter((result) => result.missing.length === 0)
      .sort(byAmount)
      .map(brief),
    possible: open
      .filter((result) => result.missing.length > 0)
      .sort(byAmount)
      .map(brief),
    not: results.filter((result) => result.status === 'ineligible').map(brief),
  }
}

const sum = (yuan: readonly (string | null)[]): string =>
  yuanText(yuan.reduce((total, each) => total + (each === null ? 0n : BigInt(each.replace('.', ''))), 0n))

const viewOf = (
  pack: Pack,
  on: string,
  values: ReadonlyMap<string, string>,
  known: readonly Known[],
  decision: Decision | null,
  problems: readonly Problem[],
  who: { uscc: string; name: string } | null,
) => {
  const wrong = new Map(problems.map((each) => [each.name, each.text]))
  const registers = new Map(known.map((each) => [each.name, `${each.registry} ${each.validOn}`]))
  const asked = (decision?.questions ?? []).filter((question) => !values.has(question.fact))
  const groups = decision && grouped(decision)
  return {
    on,
    who,
    problems,
    given: [...values]
      .filter(([name]) => factOf(name, pack.facts))
      .map(([name, value]) => fieldOf(name, pack, value, wrong.get(name) ?? null, registers.get(name) ?? null)),
    questions: asked
      .slice(0, ASKED_AT_ONCE)
      .map((question) => ({
        ...fieldOf(question.fact, pack, '', null, question.registry),
        atStake: question.atStake,
        measures: question.measures.length,
      })),
    more: asked.slice(ASKED_AT_ONCE, 60).map((question) => fieldOf(question.fact, pack, '', null, question.registry)),
    groups,
    total: decision?.total ?? null,
    left: decision?.uncounted ?? null,
    possible:
      groups &&
      sum(
        groups.decides
          .concat(groups.possible)
          .filter((each) => each.uncounted.length === 0)
          .map((each) => each.atMost),
      ),
    relations: (decision?.relations ?? []).map((each) => ({ ...each, title: pack.measures.get(each.measure)!.title })),
    example: demoUscc(1),
  }
}

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const pack = await app.perform(who, currentPack, {})
    const decision = await app.perform(who, decideFacts, { facts: {} })
    return viewOf(pack, decision.on, new Map(), [], decision, [], null)
  })

export const action = ({ context, request }: ActionFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const language: Language = new URL(request.url).pathname.startsWith('/en/') ? 'en' : 'zh'
    const pack = await app.perform(who, currentPack, {})
    const form = await fieldsOf(request)
    const today = (await app.perform(who, decideFacts, { facts: {}, measure: [...pack.measures.keys()][0]! })).on
    const on = form.get('on')?.trim() || today
    const uscc = form.get('uscc')?.trim() ?? ''
    const values = new Map([...form].filter(([name, value]) => name !== 'on' && name !== 'uscc' && value.trim() !== ''))
    const problems: Problem[] = []
    let known: readonly Known[] = []
    let subject: { uscc: string; name: string } | null = null
    if (dayOf(on) === null)
      problems.push({
        name: 'on',
        text: language === 'zh' ? `“${on}”不是日期，请写作 2023-06-30。` : `"${on}" is no date; write 2023-06-30.`,
      })
    if (uscc !== '') {
      try {
        const found = await app.perform(who, enterprise, { uscc })
        known = found.facts.filter((each) => pack.facts.has(each.name))
        subject = { uscc: found.uscc, name: found.name }
        // What the visitor types goes before what a register says.
        for (const each of known) if (!form.has(each.name)) values.set(each.name, each.value)
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        problems.push({ name: 'uscc', text: error.text[language] })
      }
    }
    const { problems: wrong } = readFacts(Object.fromEntries(values), pack.facts)
    problems.push(...wrong.map((each) => ({ name: each.fact, text: each.message[language] })))
    const bad = new Set(problems.map((each) => each.name))
    const good = Object.fromEntries([...values].filter(([name]) => !bad.has(name) && factOf(name, pack.facts)))
    const decision = await app.perform(who, decideFacts, { facts: good, on: dayOf(on) ?? today })
    return answer(viewOf(pack, on, values, known, decision, problems, subject), { status: problems.length > 0 ? 400 : 200 })
  })

const WORDS = {
  title: { zh: '我的企业能拿多少，还缺什么？', en: 'What can my enterprise get, and what is missing?' },
  private: {
    zh: '填写的内容只用来算这一次，不保存、不记录，也不会出现在网址里。不知道的可以空着，随时可以补。',
    en: 'What you type is used for this one answer; it is neither kept nor logged and never part of an address. Leave empty what you do not know yet.',
  },
  now: { zh: '现在就能得', en: 'Entitled now' },
  possible: { zh: '如果条件都满足，最多还可得', en: 'Possible at most, if everything is met' },
  left: { zh: '来源或有效期待核实，未计入', en: 'Left out: source or validity to be verified' },
  relations: { zh: '措施之间的限制尚未从合计中扣除：', en: 'Limits between measures are not yet deducted from the total:' },
  questions: { zh: '接下来问这几个问题', en: 'Next questions' },
  questionsNote: {
    zh: '按能决定的金额排序；只问还能改变结果的。',
    en: 'Sorted by the money they decide; only what can still change an answer.',
  },
  more: { zh: '更多问题', en: 'More questions' },
  given: { zh: '已填写', en: 'Answered' },
  compute: { zh: '计算', en: 'Compute' },
  on: { zh: '按哪一天计算', en: 'On which day' },
  code: { zh: '或用信用代码开始', en: 'Or start from a credit code' },
  codeNote: { zh: '只有虚构的演示企业可查，例如', en: 'Only made-up demonstration enterprises can be looked up, such as' },
  uscc: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  entitled: { zh: '可以得到', en: 'Entitled' },
  decides: { zh: '条件已符合，等人判断或公开文本不全', en: 'Conditions met; a person decides, or the public text is incomplete' },
  if: { zh: '还要看这些', en: 'Entitled if…' },
  not: { zh: '不符合，因为', en: 'Not entitled, because' },
  none: { zh: '没有。', en: 'None.' },
  wrong: { zh: '有几处需要改正，其余已照算：', en: 'Please correct these; the rest was computed:' },
  atMost: { zh: '最多', en: 'at most' },
  demo: { zh: '演示企业（虚构）', en: 'Demonstration enterprise (made up)' },
  stake: { zh: '涉及', en: 'concerns' },
} as const

export default function Check() {
  const loaded = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const view = done ?? loaded
  const { say, to, language } = useSay()
  type Group = NonNullable<typeof view.groups>['not']
  const list = (title: { zh: string; en: string }, items: Group, open: boolean, amount: (each: Group[number]) => string | null) => (
    <details open={open}>
      <summary>
        {say(title)}（{items.length}）
      </summary>
      {items.length === 0 && <p>{say(WORDS.none)}</p>}
      {items.map((each) => (
        <article className="result" key={each.measure}>
          <h3>
            <a href={to(`/measures/${each.measure}`)}>{say(each.title)}</a>
            {amount(each) && (
              <>
                {' '}
                <Money yuan={amount(each)} language={language} />
              </>
            )}
          </h3>
          <Answers lines={each.explanation} />
        </article>
      ))}
    </details>
  )
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <meta name="description" content={say(WORDS.private)} />
      <h1>{say(WORDS.title)}</h1>
      <p className="quiet">{say(WORDS.private)}</p>
      <ErrorSummary title={say(WORDS.wrong)} problems={view.problems} />
      {view.who && (
        <p className="note">
          {say(WORDS.demo)}：{view.who.name} <code>{view.who.uscc}</code>
        </p>
      )}
      <dl className="three" aria-live="polite">
        <div>
          <dt>{say(WORDS.now)}</dt>
          <dd>
            <Money yuan={view.total} language={language} />
          </dd>
        </div>
        <div>
          <dt>{say(WORDS.possible)}</dt>
          <dd>
            <Money yuan={view.possible} language={language} />
          </dd>
        </div>
        {view.left && view.left !== '0.00' && (
          <div>
            <dt>{say(WORDS.left)}</dt>
            <dd>
              <Money yuan={view.left} language={language} />
            </dd>
          </div>
        )}
      </dl>
      {view.relations.length > 0 && (
        <details>
          <summary>{say(WORDS.relations)}</summary>
          <ul>
            {view.relations.map((each) => (
              <li key={each.measure + each.kind + each.detail}>
                {each.title}：{each.text}
              </li>
            ))}
          </ul>
        </details>
      )}
      <form method="post" action={to('/check')} noValidate>
        <h2>{say(WORDS.questions)}</h2>
        <p className="quiet">{say(WORDS.questionsNote)}</p>
        {view.questions.map((field) => (
          <Field
            key={field.name}
            field={{
              ...field,
              hint: `${language === 'zh' ? `${say(WORDS.stake)} ${field.measures} 项` : `${say(WORDS.stake)} ${field.measures}`}`,
            }}
            language={language}
          />
        ))}
        {view.more.length > 0 && (
          <details>
            <summary>
              {say(WORDS.more)}（{view.more.length}）
            </summary>
            {view.more.map((field) => (
              <Field key={field.name} field={field} language={language} />
            ))}
          </details>
        )}
        {view.given.length > 0 && (
          <details open={view.problems.length > 0}>
            <summary>
              {say(WORDS.given)}（{view.given.length}）
            </summary>
            {view.given.map((field) => (
              <Field key={field.name} field={field} language={language} />
            ))}
          </details>
        )}
        <div className="field">
          <label htmlFor="f-on">{say(WORDS.on)}</label>
          <input type="date" id="f-on" name="on" defaultValue={view.on} />
        </div>
        <button type="submit">{say(WORDS.compute)}</button>
      </form>
      {view.groups && (
        <>
          {list(WORDS.entitled, view.groups.entitled, true, (each) => each.amount)}
          {list(WORDS.decides, view.groups.decides, view.groups.decides.length < 8, (each) => each.atMost)}
          {list(WORDS.if, view.groups.possible, false, (each) => each.atMost)}
          {list(WORDS.not, view.groups.not, false, () => null)}
        </>
      )}
      <h2>{say(WORDS.code)}</h2>
      <form method="post" action={to('/check')} noValidate>
        <div className="field">
          <label htmlFor="f-uscc">
            {say(WORDS.uscc)}{' '}
            <span className="hint">
              {say(WORDS.codeNote)} {view.example}
            </span>
          </label>
          <input id="f-uscc" name="uscc" type="text" maxLength={18} autoComplete="off" />
        </div>
        <input type="hidden" name="on" value={view.on} />
        <button type="submit">{say(WORDS.compute)}</button>
      </form>
    </>
  )
}
