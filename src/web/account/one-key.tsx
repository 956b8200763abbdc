import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { keyUsesFor } from '../../app.ts'
import { myKeys, revokeKey } from '../../modules/identity/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Confirm, Form, Submit } from '../parts/form.tsx'
import { KeyState } from './key-state.tsx'
import { WORDS } from './keys-words.ts'

export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const { keys, today } = await app.perform(who, myKeys, {})
    const key = keys.find(({ id }) => id === params.key)
    if (!key) throw data(null, { status: 404 })
    const offered = keyUsesFor(who)
    const uses = key.uses.map((name) => ({ name, summary: offered.find(({ run }) => run.name === name)?.summary ?? null }))
    return { name: key.name, expiresOn: key.expiresOn, isRevoked: key.revokedAt !== null, today, uses }
  })

export const action = ({ context, params, request }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  return posted(request, {
    revoke: async () => {
      await app.perform(who, revokeKey, { key: params.key ?? '' })
      return '/account/keys?done=revoked'
    },
  })
}

export default function OneKey() {
  const { name, uses, ...state } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say, to } = useSay()
  return (
    <>
      <title>{`${name} · 策行 Planwright`}</title>
      <h1>{name}</h1>
      <p className="lead">
        <KeyState {...state} />
      </p>
      <h2>{say(WORDS.uses)}</h2>
      <ul>
        {uses.map((use) => (
          <li key={use.name}>
            {use.summary && `${say(use.summary)} `}
            <code>{use.name}</code>
          </li>
        ))}
      </ul>
      {!state.isRevoked && (
        <Confirm ask={say(WORDS.revokeAsk)}>
          <p>{say(WORDS.revokeLead)}</p>
          <Form name="revoke" returned={returned}>
            <Submit>{say(WORDS.revoke)}</Submit>
          </Form>
        </Confirm>
      )}
      <p>
        <a href={to('/account/keys')}>{say(WORDS.back)}</a>
      </p>
    </>
  )
}
