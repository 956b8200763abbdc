import { type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { compareAgain, type Doing, publishProposal, withdrawProposal } from '../../modules/edition/index.ts'
import { here, proposalPage } from '../../modules/measure/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Confirm, Done, Form, Submit, TextArea } from '../parts/form.tsx'
import { shortHash } from '../portal/version-words.ts'
import css from '../portal/versions.css?url'
import { useTimes } from '../times.ts'
import { FileDifferences, Findings, MeasureDifferences, MoneyDifference } from './pack-parts.tsx'
import { DONE, OBSTACLES, ORIGINS, STATES, WORDS } from './packs-words.ts'
import { proposalMoney } from './proposal-money.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: css }]

export const loader = ({ context, params, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who, lab } = context.get(siteContext)
    const { documents, base, ...page } = await app.perform(who, proposalPage, { id: params.id ?? '' })
    const isCurrent = base !== null && page.proposal.state === 'open' && page.proposal.obstacle !== 'edition.moved'
    const { today } = await app.perform(who, here, {})
    return {
      ...page,
      money: isCurrent ? await proposalMoney(lab, base, documents, today, request.signal) : null,
      done: new URL(request.url).searchParams.get('done'),
    }
  })

export const action = ({ context, params, request }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  const id = params.id ?? ''
  const done = (what: keyof typeof DONE): string => `/admin/packs/${id}?done=${what}`
  return posted(request, {
    publish: async () => {
      await app.perform(who, publishProposal, { id })
      return done('published')
    },
    compare: async () => {
      await app.perform(who, compareAgain, { id })
      return done('compared')
    },
    withdraw: async ({ text }) => {
      await app.perform(who, withdrawProposal, { id, reason: text('reason') })
      return done('withdrawn')
    },
  })
}

const By = ({ doing }: { readonly doing: Doing }) => {
  const { say } = useSay()
  const { minuteOf } = useTimes()
  return (
    <dd>
      {doing.name ?? say(WORDS.nobody)} · {say(doing.post)} · {minuteOf(doing.at)}
    </dd>
  )
}

export default function ProposedPack() {
  const { proposal, files, measures, money, otherCity, done } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say, to } = useSay()
  const { origin, state, about, hash, base, reason, findings, obstacle } = proposal
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const changesCity = otherCity && fill(say(WORDS.otherCity), { from: say(otherCity.from), to: say(otherCity.to) })
  const name = about ? `${say(about.title)} ${about.version}` : shortHash(hash)
  return (
    <>
      <title>{`${name} · ${say(WORDS.one)} · 策行 Planwright`}</title>
      <p className="crumb">
        <a href={to('/admin/packs')}>{say(WORDS.title)}</a> ›
      </p>
      <h1>{say(WORDS.one)}</h1>
      <Done done={done} texts={DONE} />
      {changesCity && <p className="note warn">{changesCity}</p>}
      <dl className="facts">
        <dt>{say(WORDS.proposal)}</dt>
        <dd>{name}</dd>
        <dt>{say(WORDS.state)}</dt>
        <dd>{say(STATES[state])}</dd>
        <dt>{say(WORDS.origin)}</dt>
        <dd>{fill(say(ORIGINS[origin.kind]), { name: origin.name })}</dd>
        <dt>{say(WORDS.reason)}</dt>
        <dd>{reason}</dd>
        <dt>{say(WORDS.who)}</dt>
        <By doing={proposal.proposed} />
        {proposal.decided && (
          <>
            <dt>{say(WORDS.decider)}</dt>
            <By doing={proposal.decided} />
          </>
        )}
        <dt>{say(WORDS.hash)}</dt>
        <dd>
          <code>{hash}</code>
        </dd>
        <dt>{say(WORDS.compared)}</dt>
        <dd>
          <code>{base ?? '—'}</code>
        </dd>
      </dl>
      {state === 'open' && obstacle && <p className="note warn">{say(OBSTACLES[obstacle])}</p>}
      <h2>{say(WORDS.findings)}</h2>
      <Findings findings={findings} />
      <h2>{say(WORDS.measures)}</h2>
      <MeasureDifferences measures={measures} />
      {money && (
        <>
          <h2>{say(WORDS.money)}</h2>
          <MoneyDifference money={money} />
        </>
      )}
      <h2>{say(WORDS.files)}</h2>
      <FileDifferences files={files} />
      {state === 'open' && (
        <>
          <h2>{say(WORDS.publish)}</h2>
          {obstacle === null && errors === 0 && (
            <Confirm ask={say(WORDS.publishAsk)}>
              {changesCity && <p className="note warn">{changesCity}</p>}
              <p>{say(WORDS.publishLead)}</p>
              <Form name="publish" returned={returned}>
                <Submit>{say(WORDS.publish)}</Submit>
              </Form>
            </Confirm>
          )}
          {obstacle === 'edition.moved' && (
            <Form name="compare" returned={returned}>
              <Submit>{say(WORDS.again)}</Submit>
            </Form>
          )}
          <Confirm ask={say(WORDS.withdrawAsk)}>
            <Form name="withdraw" returned={returned}>
              <TextArea name="reason" label={WORDS.reason} />
              <Submit second>{say(WORDS.withdraw)}</Submit>
            </Form>
          </Confirm>
        </>
      )}
    </>
  )
}
