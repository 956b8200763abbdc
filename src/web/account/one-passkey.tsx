import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { hasProof, myFactors, removePasskey, renamePasskey } from '../../modules/identity/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Confirm, Form, Submit, TextField } from '../parts/form.tsx'
import { WORDS } from './factors-words.ts'
import { ProveFirst } from './prove-first.tsx'

export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const { passkeys } = await app.perform(who, myFactors, {})
    const found = passkeys.find(({ id }) => id === params.passkey)
    if (!found) throw data(null, { status: 404 })
    return { name: found.name, proven: await app.perform(who, hasProof, {}) }
  })

export const action = ({ context, params, request }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  const passkey = params.passkey ?? ''
  return posted(request, {
    rename: async ({ text }) => {
      await app.perform(who, renamePasskey, { passkey, name: text('name') })
      return '/account/second-factor?done=passkey-renamed'
    },
    remove: async () => {
      await app.perform(who, removePasskey, { passkey })
      return '/account/second-factor?done=passkey-removed'
    },
  })
}

export default function OnePasskey() {
  const { name, proven } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say } = useSay()
  return (
    <>
      <title>{`${name} · 策行 Planwright`}</title>
      <h1>{name}</h1>
      <Form name="rename" returned={returned}>
        <TextField name="name" label={WORDS.name} value={name} />
        <Submit>{say(WORDS.rename)}</Submit>
      </Form>
      <Confirm ask={fill(say(WORDS.removeKey), { name })}>
        <ProveFirst proven={proven} />
        <Form name="remove" returned={returned}>
          <Submit>{say(WORDS.remove)}</Submit>
        </Form>
      </Confirm>
    </>
  )
}
