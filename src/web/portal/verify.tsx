import { type ActionFunctionArgs, type LinksFunction, useActionData } from 'react-router'
import { fill, type Text } from '../../core/messages.ts'
import { type Verified, type VerifyReply, verifyReceipt } from '../../modules/measure/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import formCss from './form.css?url'
import css from './verify.css?url'
import { PARTS, WORDS } from './verify-words.ts'
import { editionPath } from './version-words.ts'

export const links: LinksFunction = () => [formCss, css].map((href) => ({ rel: 'stylesheet', href }))

/** A chosen file counts before pasted text. A browser sends line ends of a text field as CR LF; a receipt has one line and one line feed. */
const textIn = async (form: FormData, name: string): Promise<string> => {
  const file = form.get(`${name}-file`)
  if (file instanceof File && file.size > 0) return file.text()
  const pasted = form.get(name)
  const text = typeof pasted === 'string' ? pasted.trim() : ''
  return text === '' ? '' : `${text}\n`
}

export const action = ({ context, request }: ActionFunctionArgs) =>
  orTrouble(async (): Promise<VerifyReply | 'missing'> => {
    const { app, who } = context.get(siteContext)
    const form = await request.formData().catch(() => new FormData())
    const [receipt, facts] = [await textIn(form, 'receipt'), await textIn(form, 'facts')]
    return receipt === '' ? 'missing' : app.perform(who, verifyReceipt, { receipt, facts })
  })

const Input = ({ name, label, hint }: { readonly name: string; readonly label: Text; readonly hint: Text }) => {
  const { say } = useSay()
  return (
    <fieldset className="field">
      <legend>{say(label)}</legend>
      <span className="hint" id={`${name}-hint`}>
        {say(hint)}
      </span>
      <input type="file" name={`${name}-file`} accept=".json,application/json" aria-label={say(label)} aria-describedby={`${name}-hint`} />
      <label htmlFor={name} className="small">
        {say(WORDS.paste)}
      </label>
      <textarea id={name} name={name} rows={4} spellCheck={false} autoComplete="off" />
    </fieldset>
  )
}

/** What came of one kind of part: all of it in a line, and whatever differs with both values. */
const PartRow = ({ part, of }: { readonly part: Verified['part']; readonly of: readonly Verified[] }) => {
  const { say } = useSay()
  const wrong = of.filter(({ holds }) => holds === false)
  const isOpen = of.every(({ holds }) => holds === null)
  const state = wrong.length > 0 ? 'wrong' : isOpen ? 'open' : 'holds'
  return (
    <tr className={state}>
      <th scope="row">
        {say(PARTS[part])} {of.length > 1 && <span className="count">{of.length}</span>}
      </th>
      <td>
        <strong>{say(WORDS[state])}</strong>
        {wrong.length > 0 && (
          <ul>
            {wrong.map((each) => (
              <li key={each.of ?? ''}>
                {each.of !== null && <p>{each.of}</p>}
                <dl>
                  <dt>{say(WORDS.stated)}</dt>
                  <dd>
                    <code>{each.stated || '—'}</code>
                  </dd>
                  <dt>{say(WORDS.found)}</dt>
                  <dd>
                    <code>{each.found || '—'}</code>
                  </dd>
                </dl>
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  )
}

const Outcome = ({ reply }: { readonly reply: VerifyReply }) => {
  const { say, to } = useSay()
  const { parts, receipt, kind } = reply
  const wrong = parts.filter(({ holds }) => holds === false).length
  const isWhole = parts.every(({ holds }) => holds === true) && reply.edition !== 'unknown'
  const verdict = kind === 'none' ? WORDS.none : wrong > 0 ? WORDS.differs : isWhole ? WORDS.whole : WORDS.some
  const root = parts.find(({ part }) => part === 'line')?.stated
  return (
    <section className="verdict" aria-labelledby="verdict">
      <h2 id="verdict">{fill(say(verdict), { count: wrong })}</h2>
      {receipt && (
        <p>
          {fill(say(WORDS.decided), {
            on: receipt.on,
            known: receipt.known,
            pack: `${receipt.pack.id} ${receipt.pack.hash.slice(0, 12)}`,
            engine: `${receipt.engine.version} ${receipt.engine.hash.slice(0, 12)}`,
          })}
        </p>
      )}
      {kind !== 'none' && (
        <table>
          <thead>
            <tr>
              <th scope="col">{say(WORDS.part)}</th>
              <th scope="col">{say(WORDS.outcome)}</th>
            </tr>
          </thead>
          <tbody>
            {[...Map.groupBy(parts, ({ part }) => part)].map(([part, of]) => (
              <PartRow key={part} part={part} of={of} />
            ))}
          </tbody>
        </table>
      )}
      {reply.edition === 'unknown' && <p>{say(WORDS.noPack)}</p>}
      {reply.edition === 'published' && parts.some(({ holds }) => holds === null) && <p>{say(WORDS.noFacts)}</p>}
      {receipt && reply.edition === 'published' && (
        <p>
          <a href={to(editionPath(receipt.pack.hash))}>{say(WORDS.published)}</a>
        </p>
      )}
      {receipt && <p className="quiet">{fill(say(WORDS.printed), { hash: receipt.hash })}</p>}
      {root !== undefined && <p className="quiet">{fill(say(WORDS.lines), { root })}</p>}
    </section>
  )
}

export default function Verify() {
  const reply = useActionData<typeof action>()
  const { say, to } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <meta name="description" content={say(WORDS.lead)} />
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">{say(WORDS.lead)}</p>
      {reply === 'missing' && (
        <div className="errors" role="alert">
          <strong>{say(WORDS.missing)}</strong>
        </div>
      )}
      {reply !== undefined && reply !== 'missing' && <Outcome reply={reply} />}
      <form method="post" action={to('/verify')} encType="multipart/form-data" className="verify">
        <Input name="receipt" label={WORDS.receipt} hint={WORDS.receiptHint} />
        <Input name="facts" label={WORDS.facts} hint={WORDS.factsHint} />
        <p>
          <button type="submit">{say(WORDS.verify)}</button>
        </p>
      </form>
      <h2>{say(WORDS.offline)}</h2>
      <p>{say(WORDS.offlineText)}</p>
      <ul>
        {['check.mjs', 'check.py'].map((name) => (
          <li key={name}>
            <a href={`/checkers/${name}`} download={name}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
