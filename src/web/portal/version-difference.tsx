import { type LinksFunction, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { type MeasureDifference, measureDifference } from '../../modules/measure/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { dayOfTime, shortHash, WORDS } from './version-words.ts'
import css from './versions.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: css }]

/** Two versions by the hashes of packs that hold them: `A..B`. */
export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const [from = '', to = ''] = (params.pair ?? '').split('..')
    return app.perform(who, measureDifference, { id: params.id ?? '', from, to })
  })

type Change = MeasureDifference['changes'][number]

const Clauses = ({ clauses }: { readonly clauses: MeasureDifference['clauses'] }) => {
  const { say, language } = useSay()
  if (clauses.length === 0) return <p className="quiet">{say(WORDS.sameClauses)}</p>
  return (
    <>
      <p className="quiet">{say(WORDS.clausesNote)}</p>
      {clauses.map(({ anchor, heading, ...pieces }) => {
        let at = 0
        return (
          <div key={anchor}>
            <h3>{say(heading)}</h3>
            <blockquote className="clause">
              {pieces[language].map(({ kind, text }) => {
                at++
                if (kind === 'removed') return <del key={at}>{text}</del>
                return kind === 'added' ? <ins key={at}>{text}</ins> : text
              })}
            </blockquote>
          </div>
        )
      })}
    </>
  )
}

/** Before and after beside each other; what is there once only says so. */
const Changes = ({ changes, first }: { readonly changes: readonly Change[]; readonly first: 'part' | 'period' }) => {
  const { say } = useSay()
  const { absent, moved } = WORDS
  const side = (change: Change, which: 'before' | 'after') => {
    const text = change[which]
    if (text === null) return <span className="quiet">{say(absent)}</span>
    if (change.change === 'moved') return `${say(text)} ${say(moved)}`
    return which === 'before' ? <del>{say(text)}</del> : <ins>{say(text)}</ins>
  }
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">{say(first === 'part' ? WORDS.part : WORDS.parameter)}</th>
          {first === 'period' && <th scope="col">{say(WORDS.period)}</th>}
          <th scope="col">{say(WORDS.from)}</th>
          <th scope="col">{say(WORDS.to)}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={`${change.kind} ${change.name} ${change.period?.from} ${change.before?.zh} ${change.after?.zh}`}>
            <th scope="row">{say(change.part)}</th>
            {change.period && (
              <td data-head={say(WORDS.period)}>
                {(change.period.from ?? change.period.to) ? `${change.period.from ?? ''} – ${change.period.to ?? ''}` : say(WORDS.always)}
              </td>
            )}
            <td data-head={say(WORDS.from)}>{side(change, 'before')}</td>
            <td data-head={say(WORDS.to)}>{side(change, 'after')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Side = ({ edition }: { readonly edition: MeasureDifference['before'] }) => {
  const { say } = useSay()
  return (
    <dd>
      {dayOfTime(edition.loadedAt)} · {say(WORDS.pack)} {edition.version} <code>{shortHash(edition.hash)}</code>
      {edition.inService && ` · ${say(WORDS.inService)}`}
    </dd>
  )
}

export default function VersionDifferencePage() {
  const { measure, title, before, after, clauses, changes } = useLoaderData<typeof loader>()
  const { say, to } = useSay()
  const heading = fill(say(WORDS.difference), { title: say(title) })
  const parameters = changes.filter(({ kind }) => kind === 'parameter')
  const rule = changes.filter(({ kind }) => kind !== 'parameter')
  const [a, b] = [shortHash(before.hash), shortHash(after.hash)]
  return (
    <>
      <title>{`${heading} · 策行 Planwright`}</title>
      <p className="crumb">
        <a href={to('/measures')}>{say(WORDS.measures)}</a> › <a href={to(`/measures/${measure}`)}>{say(title)}</a> ›{' '}
        <a href={to(`/measures/${measure}/versions`)}>{say(WORDS.versions)}</a> ›
      </p>
      <h1>{heading}</h1>
      <p className="lead quiet">{say(WORDS.differenceAsk)}</p>
      <dl className="facts">
        <dt>{say(WORDS.from)}</dt>
        <Side edition={before} />
        <dt>{say(WORDS.to)}</dt>
        <Side edition={after} />
      </dl>
      <section aria-labelledby="clauses">
        <h2 id="clauses">{say(WORDS.clauses)}</h2>
        <Clauses clauses={clauses} />
      </section>
      <section aria-labelledby="rule">
        <h2 id="rule">{say(WORDS.rule)}</h2>
        {rule.length > 0 ? <Changes changes={rule} first="part" /> : <p className="quiet">{say(WORDS.sameRule)}</p>}
      </section>
      <section aria-labelledby="parameters">
        <h2 id="parameters">{say(WORDS.parameters)}</h2>
        {parameters.length > 0 ? <Changes changes={parameters} first="period" /> : <p className="quiet">{say(WORDS.sameParameters)}</p>}
      </section>
      <section aria-labelledby="money">
        <h2 id="money">{say(WORDS.money)}</h2>
        <p>{say(WORDS.moneyNote)}</p>
        <pre>{`planwright diff edition:${a} edition:${b} --population FILE.csv --on DATE --measure ${measure}`}</pre>
      </section>
      <p>
        <a href={`/api/v1/measures/${measure}/difference?from=${a}&to=${b}`}>{say(WORDS.json)}</a>
      </p>
    </>
  )
}
