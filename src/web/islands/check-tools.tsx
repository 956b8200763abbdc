/** What a reader can take along from a check-up: a link, a printed page, a receipt. All of it is made in the browser. */
import { Fragment, useState } from 'react'
import type { Engine } from '../../core/evidence/engine.ts'
import type { Pack } from '../../pack/pack.ts'
import { useSay } from '../language.ts'
import type { Form, LookedUp } from '../portal/check-answer.ts'
import { receiptFor } from '../portal/check-receipt.ts'
import { awardsOf } from '../portal/check-since.tsx'
import { fragmentOf } from '../portal/check-state.ts'
import type { CheckView } from '../portal/check-view.ts'

const WORDS = {
  tools: { zh: '带走', en: 'Take it along' },
  link: { zh: '复制链接', en: 'Copy a link' },
  copied: { zh: '已复制。', en: 'Copied.' },
  linkNote: {
    zh: '链接里有您的回答（在 # 之后，浏览器不会发给任何服务器）；下次打开会说明结果有什么变化。给谁看，由您决定。',
    en: 'The link holds your answers (behind #, which browsers send to no server); opened again, it says what changed. Who sees it is up to you.',
  },
  print: { zh: '打印', en: 'Print' },
  receipt: { zh: '收据', en: 'Receipt' },
  receiptNote: {
    zh: '收据可给任何人看，里面没有事实；事实文件请自己保存，核验结果时要用。',
    en: 'The receipt may be shown to anybody and holds no fact; keep the file of facts, it is needed to verify the results.',
  },
  verify: { zh: '怎样核验', en: 'How to verify' },
} as const

const download = (name: string, text: string) => ({ name, address: URL.createObjectURL(new Blob([text], { type: 'application/json' })) })

export const Tools = ({
  view,
  form,
  lookedUp,
  pack,
  today,
  engine,
}: {
  readonly view: CheckView
  readonly form: Form
  readonly lookedUp: LookedUp
  readonly pack: Pack
  readonly today: string
  readonly engine: Engine
}) => {
  const { say, to } = useSay()
  const [link, setLink] = useState<{ readonly address: string; readonly copied: boolean } | null>(null)
  const [files, setFiles] = useState<readonly { readonly name: string; readonly address: string }[]>([])
  const copy = async () => {
    const saved = { pack: pack.hash, on: view.standing.on, awards: awardsOf(view) }
    const address = location.origin + location.pathname + fragmentOf(form, today, saved)
    const copied = await (navigator.clipboard?.writeText(address) ?? Promise.reject()).then(
      () => true,
      () => false,
    )
    setLink({ address, copied })
  }
  const keep = () => {
    for (const { address } of files) URL.revokeObjectURL(address)
    const { receipt, facts } = receiptFor(pack, form, lookedUp, today, engine)
    setFiles([download('decision.json', receipt), download('decision.facts.json', facts)])
  }
  return (
    <section className="tools" aria-labelledby="tools">
      <h2 id="tools">{say(WORDS.tools)}</h2>
      <p className="row">
        <button type="button" className="second" onClick={() => void copy()}>
          {say(WORDS.link)}
        </button>
        <button type="button" className="second" onClick={() => print()}>
          {say(WORDS.print)}
        </button>
        <button type="button" className="second" onClick={keep}>
          {say(WORDS.receipt)}
        </button>
      </p>
      <div aria-live="polite">
        {link && (
          <p>
            {link.copied && <strong>{say(WORDS.copied)} </strong>}
            {say(WORDS.linkNote)}
            <input type="text" readOnly value={link.address} aria-label={say(WORDS.link)} onFocus={(event) => event.target.select()} />
          </p>
        )}
        {files.length > 0 && (
          <p>
            {files.map(({ name, address }) => (
              <Fragment key={name}>
                <a href={address} download={name}>
                  {name}
                </a>{' '}
              </Fragment>
            ))}
            {say(WORDS.receiptNote)} <a href={to('/verify')}>{say(WORDS.verify)}</a>
          </p>
        )}
      </div>
    </section>
  )
}
