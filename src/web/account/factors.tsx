import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { canHavePasskeys } from '../../kernel/passkey.ts'
import {
  addPasskey,
  addTotp,
  type FactorAdded,
  hasProof,
  myFactors,
  newRecoveryCodes,
  offerPasskey,
  offerTotp,
  removeTotp,
} from '../../modules/identity/index.ts'
import { dormantPosts } from '../../modules/office/index.ts'
import { answeredContext, siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { localPath } from '../local-path.ts'
import { Confirm, Done, Form, Submit, TextField } from '../parts/form.tsx'
import { Qr } from '../parts/qr.tsx'
import { cookieOf, goOnWith } from '../session.ts'
import { useTimes } from '../times.ts'
import css from './account.css?url'
import { DONE, WORDS } from './factors-words.ts'
import { NoPasskeys, PasskeyForm } from './passkey-form.tsx'
import { ProveFirst } from './prove-first.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: css }]

const hereIn = (request: Request) => new URL(request.url)

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who, origin, nonce, island } = context.get(siteContext)
    const factors = await app.perform(who, myFactors, {})
    const offer = context.get(answeredContext)
    const passkeysWork = canHavePasskeys(origin)
    return {
      factors,
      totp: factors.totpAt === null ? await app.perform(who, offerTotp, typeof offer === 'string' ? { offer } : {}) : null,
      ask: passkeysWork ? { options: await app.perform(who, offerPasskey, { origin }), script: island('passkey'), nonce } : null,
      origin,
      proven: await app.perform(who, hasProof, {}),
      waiting: (await app.perform(who, dormantPosts, {})).map(({ title }) => title),
      done: hereIn(request).searchParams.get('done'),
      to: localPath(hereIn(request).searchParams.get('to'), ''),
    }
  })

type Shown = { readonly codes: readonly string[] }

/** With new recovery codes the page shows them, else it goes on; in both cases with the session's new token. */
const goOn = (request: Request, { token, codes }: FactorAdded, done: keyof typeof DONE) => {
  const { pathname, searchParams } = hereIn(request)
  return codes.length > 0
    ? data<Shown>({ codes }, { headers: { 'set-cookie': cookieOf(token) } })
    : goOnWith(token, localPath(searchParams.get('to'), `${pathname}?done=${done}`))
}

export const action = ({ context, request }: ActionFunctionArgs) => {
  const { app, who, origin } = context.get(siteContext)
  return posted<ReturnType<typeof data<Shown>>>(request, {
    totp: async ({ text }) => {
      // If the code is wrong, the page shows the same picture again.
      context.set(answeredContext, text('offer'))
      return goOn(request, await app.perform(who, addTotp, { offer: text('offer'), code: text('code') }), 'totp-added')
    },
    passkey: async ({ text }) =>
      goOn(request, await app.perform(who, addPasskey, { answer: text('answer'), name: text('name'), origin }), 'passkey-added'),
    'remove-totp': async () => {
      await app.perform(who, removeTotp, {})
      return '/account/second-factor?done=totp-removed'
    },
    codes: async () => data<Shown>({ codes: await app.perform(who, newRecoveryCodes, {}) }),
  })
}

const Codes = ({ codes, to }: Shown & { readonly to: string }) => {
  const { say } = useSay()
  return (
    <>
      <title>{`${say(WORDS.shown)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.shown)}</h1>
      <p className="lead">{say(WORDS.shownLead)}</p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <a href={to}>{say(WORDS.goOn)}</a>
      </p>
    </>
  )
}

const App = ({ returned }: { readonly returned: Parameters<typeof Form>[0]['returned'] }) => {
  const { factors, totp } = useLoaderData<typeof loader>()
  const { say } = useSay()
  const { dayOf } = useTimes()
  return (
    <section aria-labelledby="app">
      <h2 id="app">{say(WORDS.app)}</h2>
      {totp ? (
        <>
          <p>{say(WORDS.appHow)}</p>
          <Qr text={totp.address} label={say(WORDS.picture)} />
          <p>
            {say(WORDS.secret)} <code>{totp.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </p>
          <Form name="totp" returned={returned}>
            <input type="hidden" name="offer" value={totp.offer} />
            <TextField name="code" label={WORDS.code} hint={WORDS.codeHint} inputMode="numeric" autoComplete="one-time-code" />
            <Submit>{say(WORDS.setUp)}</Submit>
          </Form>
        </>
      ) : (
        <>
          <p>{factors.totpAt && fill(say(WORDS.appSet), { on: dayOf(factors.totpAt) })}</p>
          <Confirm ask={say(WORDS.removeApp)}>
            <Form name="remove-totp" returned={returned}>
              <Submit>{say(WORDS.remove)}</Submit>
            </Form>
          </Confirm>
        </>
      )}
    </section>
  )
}

const Passkeys = ({ returned }: { readonly returned: Parameters<typeof Form>[0]['returned'] }) => {
  const { factors, ask, origin } = useLoaderData<typeof loader>()
  const { say, to, marks } = useSay()
  const { dayOf } = useTimes()
  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">{say(WORDS.passkeys)}</h2>
      <p>{say(WORDS.passkeysHow)}</p>
      {factors.passkeys.length > 0 && (
        <ul>
          {factors.passkeys.map(({ id, name, synced, addedAt, usedAt }) => (
            <li key={id}>
              <a href={to(`/account/passkeys/${id}`)}>{name}</a>
              {marks.colon}
              {fill(say(WORDS.added), { on: dayOf(addedAt) })} · {usedAt ? fill(say(WORDS.used), { on: dayOf(usedAt) }) : say(WORDS.unused)}
              {synced && ` · ${say(WORDS.synced)}`}
            </li>
          ))}
        </ul>
      )}
      {ask ? (
        <PasskeyForm name="passkey" does="make" ask={ask} returned={returned} submit={say(WORDS.addPasskey)}>
          <TextField name="name" label={WORDS.name} hint={WORDS.nameHint} />
        </PasskeyForm>
      ) : (
        <NoPasskeys origin={origin} />
      )}
    </section>
  )
}

const RecoveryCodes = ({ returned }: { readonly returned: Parameters<typeof Form>[0]['returned'] }) => {
  const { factors } = useLoaderData<typeof loader>()
  const { say } = useSay()
  return (
    <section aria-labelledby="recovery">
      <h2 id="recovery">{say(WORDS.codes)}</h2>
      <p>{fill(say(WORDS.codesLeft), { count: factors.codesLeft })}</p>
      <Confirm ask={say(WORDS.newCodes)}>
        <p>{say(WORDS.newCodesAsk)}</p>
        <Form name="codes" returned={returned}>
          <Submit>{say(WORDS.newCodes)}</Submit>
        </Form>
      </Confirm>
    </section>
  )
}

export default function SecondFactor() {
  const { factors, waiting, proven, done, to } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { say, to: at } = useSay()
  if (answer && 'codes' in answer) return <Codes codes={answer.codes} to={to || at('/account/second-factor')} />
  const hasFactor = factors.totpAt !== null || factors.passkeys.length > 0
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      <Done done={done} texts={DONE} />
      <p className="lead">{say(WORDS.lead)}</p>
      {waiting.length > 0 && <p>{fill(say(WORDS.wanted), { posts: waiting.map(say).join('、') })}</p>}
      <ProveFirst proven={proven} />
      {to !== '' && !hasFactor && waiting.length === 0 && (
        <p>
          <a href={to}>{say(WORDS.later)}</a>
        </p>
      )}
      <App returned={answer} />
      <Passkeys returned={answer} />
      {hasFactor && <RecoveryCodes returned={answer} />}
    </>
  )
}
