/** What is shown of a correction to the enterprise and to officers alike. */
import { fill } from '../../core/messages.ts'
import type { Correction } from '../../modules/party/index.ts'
import { useSay } from '../language.ts'
import { shownValue } from './shown.ts'
import { scanText, stepText, verdictText, WORDS } from './words.ts'

/** The day it is due with the working days that are left, and whether holidays still to be arranged may move it. */
export const Due = ({ dueOn, daysLeft, provisional }: Pick<Correction, 'dueOn' | 'daysLeft' | 'provisional'>) => {
  const { say, marks } = useSay()
  const words = daysLeft > 0 ? WORDS.daysLeft : daysLeft === 0 ? WORDS.today : WORDS.late
  return (
    <span className={daysLeft < 0 ? 'late' : undefined}>
      {dueOn}
      {marks.open}
      {fill(say(words), { count: Math.abs(daysLeft) })}
      {provisional && `${marks.comma}${say(WORDS.provisional)}`}
      {marks.close}
    </span>
  )
}

/** What is held, and what the enterprise says it is. */
export const BothSides = ({ correction }: { readonly correction: Correction }) => {
  const { say, language } = useSay()
  const { held, declaration } = correction
  const OWN = {
    held: { zh: '提出时登记的内容', en: 'What was held when it was proposed' },
    said: { zh: '企业说应为', en: 'What the enterprise says it is' },
  } as const
  return (
    <dl className="facts">
      <dt>{say(OWN.held)}</dt>
      <dd>
        {held ? (
          <>
            <strong>{shownValue(held.value, declaration, language)}</strong>{' '}
            <span className="quiet">{[held.registry, held.validOn].filter(Boolean).join(' · ')}</span>
          </>
        ) : (
          <span className="quiet">{say(WORDS.nothing)}</span>
        )}
      </dd>
      <dt>{say(OWN.said)}</dt>
      <dd>
        <strong>{shownValue(correction.value, declaration, language)}</strong>{' '}
        <span className="quiet">
          {say(WORDS.validOn)} {correction.validOn}
        </span>
      </dd>
      <dt>{say(WORDS.reason)}</dt>
      <dd className="typed">{correction.reason}</dd>
    </dl>
  )
}

const kilobytes = (size: number): string => `${Math.max(1, Math.round(size / 1024))} kB`

/** The files, each a download with its hash; `at` is where they are fetched from. */
export const EvidenceList = ({ evidence, at }: { readonly evidence: Correction['evidence']; readonly at: string }) => {
  const { say } = useSay()
  return evidence.length === 0 ? (
    <p className="quiet">{say(WORDS.noEvidence)}</p>
  ) : (
    <ul>
      {evidence.map(({ id, name, size, sha256, scan }) => (
        <li key={id}>
          {scan === 'clean' || scan === 'not-scanned' ? <a href={`${at}/${id}`}>{name}</a> : name}{' '}
          <span className="quiet small">
            {kilobytes(size)} · {say(scanText[scan])} · SHA-256 <code>{sha256.slice(0, 12)}</code>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Who did what when. `named`: officers are shown by their names, which are for colleagues; the enterprise reads what they did. */
export const History = ({ done, named }: { readonly done: Correction['done']; readonly named: boolean }) => {
  const { say, marks } = useSay()
  return (
    <ol className="plain">
      {done.map((each) => (
        <li key={each.step}>
          {each.on} {say(stepText[each.step])}
          {(named || each.step === 'propose' || each.step === 'withdraw') && ` · ${each.who}`}
          {each.verdict && `${marks.colon}${say(verdictText[each.verdict])}`}
          {each.step !== 'propose' && each.reason !== '' && <span className="typed quiet"> {each.reason}</span>}
        </li>
      ))}
    </ol>
  )
}
