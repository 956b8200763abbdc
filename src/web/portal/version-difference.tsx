import { type LinksFunction, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { packOfEdition } from '../../modules/edition/index.ts'
import { type MeasureDifference, measureDifference, measurePage } from '../../modules/measure/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Money } from '../parts/basic.tsx'
import { useTimes } from '../times.ts'
import { Changes, Clauses } from './difference-parts.tsx'
import { type VersionMoney, versionMoney } from './version-money.ts'
import { shortHash, WORDS } from './version-words.ts'
import css from './versions.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: css }]

/** Two versions by the hashes of packs that hold them: `A..B`. */
export const loader = ({ context, params, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who, lab } = context.get(siteContext)
    const id = params.id ?? ''
    const [from = '', to = ''] = (params.pair ?? '').split('..')
    const difference = await app.perform(who, measureDifference, { id, from, to })
    const { pack, measure, day } = await app.perform(who, measurePage, { id })
    const textIn = async (hash: string): Promise<string> => (await app.perform(who, packOfEdition, { hash })).measures.get(id)?.source ?? ''
    const texts = [await textIn(difference.before.hash), await textIn(difference.after.hash)] as const
    return { ...difference, money: await versionMoney(lab, pack, measure, texts, day, request.signal) }
  })

const Side = ({ edition }: { readonly edition: MeasureDifference['before'] }) => {
  const { say } = useSay()
  const { dayOf } = useTimes()
  return (
    <dd>
      {dayOf(edition.loadedAt)} · {say(WORDS.pack)} {edition.version} <code>{shortHash(edition.hash)}</code>
      {edition.inService && ` · ${say(WORDS.inService)}`}
    </dd>
  )
}

/** Recipients and cost on both sides over the synthetic enterprises, or why there is no number. */
const MoneyOf = ({ money: { state, on, about, sides } }: { readonly money: VersionMoney }) => {
  const { say, language } = useSay()
  if (sides === null) return <p>{say(state === 'preparing' ? WORDS.moneyPreparing : WORDS.moneyNone)}</p>
  return (
    <>
      <table className="rows">
        <caption>{fill(say(WORDS.synthetic), { on })}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{say(WORDS.recipients)}</th>
            <th scope="col">{say(WORDS.cost)}</th>
          </tr>
        </thead>
        <tbody>
          {(['before', 'after'] as const).map((side) => (
            <tr key={side}>
              <th scope="row">{say(side === 'before' ? WORDS.from : WORDS.to)}</th>
              <td data-head={say(WORDS.recipients)}>{sides[side].recipients}</td>
              <td data-head={say(WORDS.cost)}>
                <Money yuan={sides[side].yuan} language={language} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {about.map((text) => (
        <p key={text.zh} className="small quiet">
          {say(text)}
        </p>
      ))}
    </>
  )
}

export default function VersionDifferencePage() {
  const { measure, title, before, after, clauses, changes, money } = useLoaderData<typeof loader>()
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
        <MoneyOf money={money} />
        <p>{say(WORDS.moneyNote)}</p>
        <pre>{`planwright diff edition:${a} edition:${b} --population FILE.csv --on DATE --measure ${measure}`}</pre>
      </section>
      <p>
        <a href={`/api/v1/measures/${measure}/difference?from=${a}&to=${b}`}>{say(WORDS.json)}</a>
      </p>
    </>
  )
}
