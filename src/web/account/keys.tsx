import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { keyUsesFor } from '../../app.ts'
import { fill } from '../../core/messages.ts'
import { hasProof, makeKey, myKeys } from '../../modules/identity/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads, Scroll } from '../parts/basic.tsx'
import { Choices, Done, Form, type Returned, Submit, TextField } from '../parts/form.tsx'
import { useTimes } from '../times.ts'
import css from './account.css?url'
import { KeyState } from './key-state.tsx'
import { DONE, WORDS } from './keys-words.ts'
import { ProveFirst } from './prove-first.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: css }]

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return {
      ...(await app.perform(who, myKeys, {})),
      proven: await app.perform(who, hasProof, {}),
      uses: keyUsesFor(who).map(({ run, summary }) => ({ value: run.name, text: summary })),
      done: new URL(request.url).searchParams.get('done'),
    }
  })

type Made = { readonly text: string; readonly name: string }

export const action = ({ context, request }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  return posted<ReturnType<typeof data<{ readonly made: Made }>>>(request, {
    make: async ({ text, all }) => {
      const offered = keyUsesFor(who).map(({ run }) => run.name)
      const uses = offered.filter((name) => all('uses').includes(name))
      return data<{ readonly made: Made }>({
        made: await app.perform(who, makeKey, { name: text('name'), uses, expiresOn: text('expiresOn') }),
      })
    },
  })
}

const Shown = ({ made: { text, name } }: { readonly made: Made }) => {
  const { say, to } = useSay()
  return (
    <>
      <title>{`${say(WORDS.made)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.made)}</h1>
      <p className="lead">{fill(say(WORDS.madeLead), { name })}</p>
      <code className="once">{text}</code>
      <p>
        <a href={to('/account/keys')}>{say(WORDS.back)}</a>
      </p>
    </>
  )
}

const Keys = () => {
  const { keys, today } = useLoaderData<typeof loader>()
  const { say, to } = useSay()
  const { dayOf } = useTimes()
  if (keys.length === 0) return <p>{say(WORDS.none)}</p>
  return (
    <Scroll label={say(WORDS.title)}>
      <table>
        <Heads names={[WORDS.name, WORDS.state, WORDS.used].map(say)} />
        <tbody>
          {keys.map(({ id, name, expiresOn, revokedAt, usedAt }) => (
            <tr key={id}>
              <th scope="row">
                <a href={to(`/account/keys/${id}`)}>{name}</a>
              </th>
              <td>
                <KeyState expiresOn={expiresOn} isRevoked={revokedAt !== null} today={today} />
              </td>
              <td>{usedAt === null ? say(WORDS.never) : dayOf(usedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

const Making = ({ returned }: { readonly returned: Returned | undefined }) => {
  const { uses, lastDay, proven } = useLoaderData<typeof loader>()
  const { say } = useSay()
  const hint = { zh: fill(WORDS.expiresHint.zh, { last: lastDay }), en: fill(WORDS.expiresHint.en, { last: lastDay }) }
  return (
    <section aria-labelledby="new">
      <h2 id="new">{say(WORDS.new)}</h2>
      <ProveFirst proven={proven} />
      <Form name="make" returned={returned}>
        <TextField name="name" label={WORDS.name} hint={WORDS.nameHint} />
        <Choices name="uses" label={WORDS.uses} hint={WORDS.usesHint} options={uses} many />
        <TextField name="expiresOn" label={WORDS.expiresOn} hint={hint} type="date" />
        <Submit>{say(WORDS.new)}</Submit>
      </Form>
    </section>
  )
}

export default function MyKeys() {
  const { done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { say } = useSay()
  if (answer && 'made' in answer) return <Shown made={answer.made} />
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      <Done done={done} texts={DONE} />
      <p className="lead">{say(WORDS.lead)}</p>
      <Keys />
      <Making returned={answer} />
    </>
  )
}
