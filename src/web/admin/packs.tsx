import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { fill, type Text } from '../../core/messages.ts'
import { MAX_FILE } from '../../kernel/files.ts'
import { editions, type Proposal, proposals, propose, proposeRollBack } from '../../modules/edition/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads, Scroll } from '../parts/basic.tsx'
import { FileField, Form, SelectField, Submit, TextArea } from '../parts/form.tsx'
import { PackHistory } from '../portal/pack-history.tsx'
import { shortHash } from '../portal/version-words.ts'
import { useTimes } from '../times.ts'
import { packFolders, sourceOf } from './pack-source.ts'
import { ORIGINS, STATES, WORDS } from './packs-words.ts'

const MOST_MB = MAX_FILE / 1024 / 1024

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who, packs } = context.get(siteContext)
    return {
      editions: await app.perform(who, editions, {}),
      proposals: await app.perform(who, proposals, {}),
      folders: await packFolders(packs),
    }
  })

export const action = ({ context, request }: ActionFunctionArgs) => {
  const { app, who, packs } = context.get(siteContext)
  const proposed = ({ id }: { readonly id: string }): string => `/admin/packs/${id}?done=proposed`
  return posted(request, {
    propose: async ({ text, file }) => {
      const source = await sourceOf(packs, file('zip'), text('folder'))
      return proposed(await app.perform(who, propose, { ...source, reason: text('reason') }))
    },
    'roll-back': async ({ text }) => proposed(await app.perform(who, proposeRollBack, { hash: text('hash'), reason: text('why') })),
  })
}

const Proposals = ({ rows, label }: { readonly rows: readonly Proposal[]; readonly label: Text }) => {
  const { say, to } = useSay()
  const { minuteOf } = useTimes()
  return (
    <Scroll label={say(label)}>
      <table className="rows">
        <caption className="unseen">{say(label)}</caption>
        <Heads names={[WORDS.proposal, WORDS.state, WORDS.who, WORDS.at, WORDS.reason].map(say)} />
        <tbody>
          {rows.map(({ id, hash, origin, state, proposed, reason }) => (
            <tr key={id}>
              <th scope="row">
                <a href={to(`/admin/packs/${id}`)}>
                  <code>{shortHash(hash)}</code>
                </a>
                <div className="small quiet">
                  {fill(say(ORIGINS[origin.kind]), { name: origin.kind === 'edition' ? shortHash(origin.name) : origin.name })}
                </div>
              </th>
              <td data-head={say(WORDS.state)}>{say(STATES[state])}</td>
              <td data-head={say(WORDS.who)}>{proposed.name ?? say(proposed.post)}</td>
              <td data-head={say(WORDS.at)} className="date">
                {minuteOf(proposed.at)}
              </td>
              <td data-head={say(WORDS.reason)}>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

export default function Packs() {
  const page = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say } = useSay()
  const { minuteOf } = useTimes()
  const current = page.editions.find(({ inService }) => inService)
  const earlier = page.editions.filter(({ inService }) => !inService)
  const open = page.proposals.filter(({ state }) => state === 'open')
  const closed = page.proposals.filter(({ state }) => state !== 'open')
  const same = (text: string): Text => ({ zh: text, en: text })
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">{say(WORDS.lead)}</p>
      <h2>{say(WORDS.inService)}</h2>
      <p>
        {current ? (
          <>
            {say(current.title)} {current.version} <code>{current.hash}</code>
          </>
        ) : (
          say(WORDS.none)
        )}
      </p>
      <h2>{say(WORDS.open)}</h2>
      {open.length === 0 ? <p>{say(WORDS.noOpen)}</p> : <Proposals rows={open} label={WORDS.open} />}
      <h2>{say(WORDS.propose)}</h2>
      <Form name="propose" returned={returned} files>
        <FileField
          name="zip"
          label={WORDS.zip}
          hint={{ zh: fill(WORDS.zipHint.zh, { most: MOST_MB }), en: fill(WORDS.zipHint.en, { most: MOST_MB }) }}
          accept=".zip,application/zip"
          optional
        />
        <SelectField
          name="folder"
          label={WORDS.folder}
          options={[{ value: '', text: WORDS.noFolder }, ...page.folders.map((name) => ({ value: name, text: same(name) }))]}
        />
        <TextArea name="reason" label={WORDS.reason} hint={WORDS.reasonHint} />
        <Submit>{say(WORDS.send)}</Submit>
      </Form>
      <h2>{say(WORDS.back)}</h2>
      {earlier.length === 0 ? (
        <p>{say(WORDS.noBack)}</p>
      ) : (
        <Form name="roll-back" returned={returned}>
          <SelectField
            name="hash"
            label={WORDS.backEdition}
            options={earlier.map(({ hash, title, version, loadedAt }) => ({
              value: hash,
              text: {
                zh: `${title.zh} ${version} · ${minuteOf(loadedAt)} · ${shortHash(hash)}`,
                en: `${title.en} ${version} · ${minuteOf(loadedAt)} · ${shortHash(hash)}`,
              },
            }))}
          />
          <TextArea name="why" label={WORDS.reason} hint={WORDS.reasonHint} />
          <Submit second>{say(WORDS.backSend)}</Submit>
        </Form>
      )}
      <h2>{say(WORDS.history)}</h2>
      <PackHistory editions={page.editions} />
      {closed.length > 0 && (
        <>
          <h2>{say(WORDS.closed)}</h2>
          <Proposals rows={closed} label={WORDS.closed} />
        </>
      )}
    </>
  )
}
