import {
  type ActionFunctionArgs,
  data as answer,
  type LinksFunction,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router'
import { fill, type Language } from '../../core/messages.ts'
import { measurePage } from '../../modules/measure/index.ts'
import { type ContributingTask, contributing } from '../../modules/worklist/index.ts'
import { siteContext } from '../context.ts'
import type { Delivered } from '../islands/calculator.tsx'
import { languageOfPath, useSay } from '../language.ts'
import { fieldsOf, orTrouble } from '../loading.ts'
import { Badge, Money, Sources } from '../parts/basic.tsx'
import { Island } from '../parts/island.tsx'
import { calculationOf } from './calculator-answer.ts'
import { Contributing, type Named, planTasksOf } from './contributing.tsx'
import formCss from './form.css?url'
import css from './measure.css?url'
import { type Calculation, Calculator } from './measure-calculator.tsx'
import { MeasureCases } from './measure-cases.tsx'
import { MeasureLaw } from './measure-law.tsx'
import { type MeasureView, measureView } from './measure-view.ts'
import { gradeWords, inForceText, serviceWords, stateWords, supportWords } from './words.ts'

export const links: LinksFunction = () => [formCss, css].map((href) => ({ rel: 'stylesheet', href }))

export const loader = ({ context, params, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who, island, nonce } = context.get(siteContext)
    const page = await app.perform(who, measurePage, { id: params.id ?? '' })
    return {
      page: measureView(page),
      contributing: {
        tasks: await app.perform(who, contributing, { measure: page.measure.id }),
        plan: planTasksOf(page.pack, page.measure.tasks),
      },
      rules: `/rules/${page.pack.hash}/${page.measure.id}`,
      language: languageOfPath(new URL(request.url).pathname),
      script: island('calculator'),
      nonce,
    }
  })

/** The calculator: facts come in the body of a form, the answer goes back with the page; nothing is kept. */
export const action = ({ context, params, request }: ActionFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const { measure, pack, day } = await app.perform(who, measurePage, { id: params.id ?? '' })
    const reply = calculationOf(pack, measure, await fieldsOf(request), day, languageOfPath(new URL(request.url).pathname))
    return answer(reply, { status: reply.problems.length > 0 ? 400 : 200 })
  })

const WORDS = {
  ask: { zh: '这一条给谁、给多少、凭什么？', en: 'Whom does this pay, how much, and on what ground?' },
  measures: { zh: '政策措施', en: 'Measures' },
  most: { zh: '最多可得', en: 'At most' },
  noLimit: { zh: '公开文本未载明上限', en: 'no limit in the public text' },
  whom: { zh: '给谁', en: 'For whom' },
  until: { zh: '有效期', en: 'Validity' },
  department: { zh: '部门', en: 'Department' },
  how: { zh: '方式', en: 'How' },
  document: { zh: '依据', en: 'Ground' },
  once: { zh: '次数', en: 'Once per' },
  expired: {
    zh: '本条已于 {to} 到期；下面按 {to} 计算，可以改成别的日子。',
    en: 'This ended on {to}; computed as of {to}, which you can change.',
  },
  noCalculator: {
    zh: '公开文本没有可计算的金额或条件，所以这一条只列出内容，不能计算。',
    en: 'The public text holds no amount or condition that could be computed, so this measure is shown but not calculated.',
  },
  toCheck: { zh: '来源待核实', en: 'source to be verified' },
  serves: { zh: '它服务的任务', en: 'The tasks it serves' },
  versions: { zh: '版本', en: 'Versions' },
  versionsNote: {
    zh: '本站在用的是数据包 {version}（{hash}）里的文本。',
    en: 'In service is the text of pack {version} ({hash}).',
  },
  allVersions: {
    zh: '历次发布的版本、两个版本的不同、参数的历次取值',
    en: 'Versions published so far, what changed between them, values over time',
  },
  file: { zh: '看这一条的源文件', en: 'The file of this measure' },
} as const

const Head = ({ page }: { readonly page: MeasureView }) => {
  const { say, to, language } = useSay()
  const { summary } = page
  return (
    <>
      <p className="crumb">
        <a href={to('/measures')}>{say(WORDS.measures)}</a> ›
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
      <div className="head">
        <p className="number">
          <span className="small quiet">{say(WORDS.most)}</span>
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
              <dd>{say(page.oncePer)}</dd>
            </>
          )}
          <dt>{say(WORDS.document)}</dt>
          <dd>
            <a href={to(`/documents/${summary.document.id}`)}>{say(summary.document.title)}</a>{' '}
            <span lang="zh-CN">
              {summary.document.number} · {summary.clause}
            </span>
          </dd>
        </dl>
      </div>
      <Sources sources={page.sources} language={language} />
    </>
  )
}

type Loaded = {
  readonly page: MeasureView
  readonly contributing: { readonly tasks: readonly ContributingTask[]; readonly plan: readonly Named[] }
  readonly rules: string
  readonly language: Language
  readonly script: string | null
  readonly nonce: string
}

export default function MeasurePage() {
  const { page, contributing: served, rules, language, script, nonce }: Loaded = useLoaderData<typeof loader>()
  const done: Calculation | undefined = useActionData<typeof action>()
  const { say, to } = useSay()
  const { summary } = page
  const expired = summary.state === 'expired' ? summary.inForce.to : null
  const clause = page.law[0]?.clause
  const wrong = done?.problems.length ?? 0
  const delivered: Delivered = {
    rules,
    measure: summary.id,
    day: page.day,
    language,
    computed: done !== undefined,
    note: expired && fill(say(WORDS.expired), { to: expired }),
    action: `${to(`/measures/${summary.id}`)}#calculator`,
  }
  return (
    <>
      <title>{`${wrong > 0 ? `(${wrong}) ` : ''}${say(summary.title)} · 策行 Planwright`}</title>
      <meta
        name="description"
        content={clause ? say({ zh: clause.zh.map((each) => each.text).join(''), en: clause.en.map((each) => each.text).join('') }) : ''}
      />
      <Head page={page} />
      <MeasureLaw law={page.law} />
      {page.computable ? (
        <Island name="calculator-island" script={script} nonce={nonce} when="reached" data={delivered}>
          <Calculator
            calculation={done ?? { fields: page.fields, on: page.day, known: '', result: null, steps: [], ways: [], problems: [] }}
            computed={delivered.computed}
            note={delivered.note}
            action={delivered.action}
          />
        </Island>
      ) : (
        <p className="note">{say(WORDS.noCalculator)}</p>
      )}
      <MeasureCases cases={page.cases} />
      <Contributing title={WORDS.serves} {...served} />
      <section aria-labelledby="versions">
        <h2 id="versions">{say(WORDS.versions)}</h2>
        <p>{fill(say(WORDS.versionsNote), { version: page.pack.version, hash: page.pack.hash.slice(0, 12) })}</p>
        <p>
          <a href={to(`/measures/${summary.id}/versions`)}>{say(WORDS.allVersions)}</a>
        </p>
        <details>
          <summary>
            {say(WORDS.file)} <code>{page.file}</code>
          </summary>
          <pre lang="zh-CN">{page.source}</pre>
        </details>
        <p>
          <a href={`/api/v1/measures/${summary.id}`}>JSON</a>
        </p>
      </section>
    </>
  )
}
