import { type LinksFunction, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { fill, type Text } from '../../core/messages.ts'
import { shown } from '../../core/rule/describe.ts'
import { measurePage, measureVersions, nameText } from '../../modules/measure/index.ts'
import { siteContext } from '../context.ts'
import { at, languageOfPath, useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { useTimes } from '../times.ts'
import formCss from './form.css?url'
import { shortHash, WORDS } from './version-words.ts'
import css from './versions.css?url'

export const links: LinksFunction = () => [formCss, css].map((href) => ({ rel: 'stylesheet', href }))

const HASH = /^[0-9a-f]{6,64}$/

/** The versions of a measure. A choice of two, as the form sends it, leads to the page that compares them. */
export const loader = ({ context, params, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const { pathname, searchParams } = new URL(request.url)
    const id = params.id ?? ''
    const [from, to] = [searchParams.get('from') ?? '', searchParams.get('to') ?? '']
    if (HASH.test(from) && HASH.test(to))
      throw redirect(at(`/measures/${encodeURIComponent(id)}/versions/${from}..${to}`, languageOfPath(pathname)))
    const { measure, summary } = await app.perform(who, measurePage, { id })
    return {
      id,
      title: summary.title,
      versions: (await app.perform(who, measureVersions, { id })).map(({ text, editions }) => ({ text, editions: [...editions] })),
      values: measure.parameters.flatMap((parameter) =>
        parameter.versions.map(({ value, validity: { from: first, to: last }, known }) => ({
          name: nameText(parameter),
          value: { zh: shown(value, parameter.type, 'zh'), en: shown(value, parameter.type, 'en') } satisfies Text,
          from: first,
          to: last,
          known,
        })),
      ),
    }
  })

type Loaded = Awaited<ReturnType<typeof loader>>
type Version = Loaded['versions'][number]

const Published = ({ versions, id }: { readonly versions: readonly Version[]; readonly id: string }) => {
  const { say, to } = useSay()
  const { dayOf } = useTimes()
  const hashOf = (version: Version): string => shortHash(version.editions[0]!.hash)
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">{say(WORDS.text)}</th>
          <th scope="col">{say(WORDS.loaded)}</th>
          <th scope="col">{say(WORDS.pack)}</th>
          <th scope="col">{say(WORDS.show)}</th>
        </tr>
      </thead>
      <tbody>
        {versions.map((version, index) => {
          const before = versions[index + 1]
          return (
            <tr key={version.text}>
              <th scope="row">
                <code>{shortHash(version.text)}</code>
              </th>
              <td data-head={say(WORDS.loaded)}>{version.editions.map(({ loadedAt }) => dayOf(loadedAt)).join(', ')}</td>
              <td data-head={say(WORDS.pack)}>
                {version.editions.map(({ hash, version: number, inService }) => (
                  <span key={hash} className="edition">
                    {number} <code>{shortHash(hash)}</code>
                    {inService && ` · ${say(WORDS.inService)}`}
                  </span>
                ))}
              </td>
              <td>
                {before ? (
                  <a href={to(`/measures/${id}/versions/${hashOf(before)}..${hashOf(version)}`)}>{say(WORDS.compare)}</a>
                ) : (
                  <span className="quiet">{say(WORDS.first)}</span>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const Choice = ({ versions, id }: { readonly versions: readonly Version[]; readonly id: string }) => {
  const { say, to } = useSay()
  const { dayOf } = useTimes()
  const options = versions.map(({ editions }) => editions[0]!)
  const select = (name: 'from' | 'to', chosen: number) => (
    <div className="field">
      <label htmlFor={name}>{say(WORDS[name])}</label>
      <select id={name} name={name} defaultValue={shortHash(options[chosen]!.hash)}>
        {options.map(({ hash, version, loadedAt }) => (
          <option key={hash} value={shortHash(hash)}>
            {`${dayOf(loadedAt)} · ${version} · ${shortHash(hash)}`}
          </option>
        ))}
      </select>
    </div>
  )
  return (
    <form method="get" action={to(`/measures/${id}/versions`)} className="versions-choice">
      <h3>{say(WORDS.any)}</h3>
      {select('from', 1)}
      {select('to', 0)}
      <button type="submit">{say(WORDS.show)}</button>
    </form>
  )
}

const Values = ({ values }: { readonly values: Loaded['values'] }) => {
  const { say } = useSay()
  if (values.length === 0) return <p className="quiet">{say(WORDS.none)}</p>
  const heads = [WORDS.parameter, WORDS.value, WORDS.since, WORDS.until, WORDS.known]
  return (
    <table className="rows">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head.zh} scope="col">
              {say(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {values.map(({ name, value, from, to, known }) => (
          <tr key={`${name.zh} ${from} ${known} ${value.zh}`}>
            <th scope="row">{say(name)}</th>
            <td data-head={say(WORDS.value)}>{say(value)}</td>
            <td data-head={say(WORDS.since)}>{from ?? '—'}</td>
            <td data-head={say(WORDS.until)}>{to ?? '—'}</td>
            <td data-head={say(WORDS.known)}>{known ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export default function VersionsPage() {
  const { id, title, versions, values } = useLoaderData<typeof loader>()
  const { say, to } = useSay()
  const heading = fill(say(WORDS.versionsOf), { title: say(title) })
  return (
    <>
      <title>{`${heading} · 策行 Planwright`}</title>
      <meta name="description" content={`${say(title)}${say(WORDS.ask)}`} />
      <p className="crumb">
        <a href={to('/measures')}>{say(WORDS.measures)}</a> › <a href={to(`/measures/${id}`)}>{say(title)}</a> ›
      </p>
      <h1>{heading}</h1>
      <p className="lead quiet">{say(WORDS.ask)}</p>
      <section aria-labelledby="published">
        <h2 id="published">{say(WORDS.published)}</h2>
        <p className="quiet">{say(WORDS.publishedNote)}</p>
        <Published versions={versions} id={id} />
        {versions.length > 1 ? <Choice versions={versions} id={id} /> : <p>{say(WORDS.single)}</p>}
      </section>
      <section aria-labelledby="values">
        <h2 id="values">{say(WORDS.dated)}</h2>
        <p className="quiet">{say(WORDS.datedNote)}</p>
        <Values values={values} />
      </section>
      <p>
        <a href={`/api/v1/measures/${id}/versions`}>{say(WORDS.json)}</a>
      </p>
    </>
  )
}
