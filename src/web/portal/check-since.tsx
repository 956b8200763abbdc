/** What changed since a link was saved: measures that came, went or pay another amount, and why as far as the rules can tell. */
import { fill, type Text } from '../../core/messages.ts'
import { stateOn } from '../../modules/measure/browser.ts'
import type { Pack } from '../../pack/pack.ts'
import { useSay } from '../language.ts'
import { Money } from '../parts/basic.tsx'
import type { Saved } from './check-state.ts'
import type { CheckView } from './check-view.ts'

export type Since = {
  readonly on: string
  /** Whether the rules are those of then; otherwise any of them may have been corrected. */
  readonly sameRules: boolean
  readonly changes: readonly {
    readonly measure: string
    readonly title: Text
    readonly before: string
    readonly after: string
    readonly why: Text | null
  }[]
}

const WORDS = {
  title: { zh: '自上次（{on}）以来的变化', en: 'What changed since last time ({on})' },
  nothing: { zh: '结果与上次相同。', en: 'The answer is the same as last time.' },
  rules: { zh: '规则包在此期间更新过。', en: 'The rules were updated in the meantime.' },
  expired: { zh: '已到期', en: 'no longer in force' },
  started: { zh: '上次之后开始生效', en: 'came into force since' },
  gone: { zh: '规则包里已没有这一项', en: 'no longer among the rules' },
} as const

const titleOf = (id: string, pack: Pack): Text => {
  const measure = pack.measures.get(id)
  return { zh: measure?.title ?? id, en: measure?.titleEnglish ?? measure?.title ?? id }
}

const whyOf = (id: string, pack: Pack, before: string, now: string): Text | null => {
  const measure = pack.measures.get(id)
  if (!measure) return WORDS.gone
  const [then, today] = [stateOn(measure, before), stateOn(measure, now)]
  if (then === today) return null
  return today === 'expired' ? WORDS.expired : then === 'future' ? WORDS.started : null
}

/** The awards that a view counts, by measure. */
export const awardsOf = ({ groups }: Pick<CheckView, 'groups'>): ReadonlyMap<string, string> =>
  new Map(groups.entitled.flatMap(({ measure, award }) => (award === null ? [] : [[measure, award] as const])))

export const sinceOf = (saved: Saved, view: CheckView, pack: Pack): Since => {
  const now = awardsOf(view)
  return {
    on: saved.on,
    sameRules: pack.hash.startsWith(saved.pack),
    changes: [...new Set([...saved.awards.keys(), ...now.keys()])].flatMap((measure) => {
      const [before, after] = [saved.awards.get(measure) ?? '0.00', now.get(measure) ?? '0.00']
      return before === after
        ? []
        : [{ measure, title: titleOf(measure, pack), before, after, why: whyOf(measure, pack, saved.on, view.standing.on) }]
    }),
  }
}

export const SinceLastTime = ({ since }: { readonly since: Since }) => {
  const { say, to, language } = useSay()
  return (
    <section className="since" aria-labelledby="since">
      <h2 id="since">{fill(say(WORDS.title), { on: since.on })}</h2>
      {!since.sameRules && <p>{say(WORDS.rules)}</p>}
      {since.changes.length === 0 ? (
        <p>{say(WORDS.nothing)}</p>
      ) : (
        <ul>
          {since.changes.map((change) => (
            <li key={change.measure}>
              <a href={to(`/measures/${change.measure}`)}>{say(change.title)}</a> <Money yuan={change.before} language={language} /> →{' '}
              <strong>
                <Money yuan={change.after} language={language} />
              </strong>
              {change.why && <span className="quiet"> {say(change.why)}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
