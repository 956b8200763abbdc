import { fill } from '../../core/messages.ts'
import { useSay } from '../language.ts'
import { WORDS } from './keys-words.ts'

/** Whether a key still works, and until when. */
export const KeyState = ({
  expiresOn,
  isRevoked,
  today,
}: {
  readonly expiresOn: string
  readonly isRevoked: boolean
  readonly today: string
}) => {
  const { say } = useSay()
  if (isRevoked) return <span className="quiet">{say(WORDS.revoked)}</span>
  return expiresOn < today ? (
    <span className="quiet">{fill(say(WORDS.expired), { on: expiresOn })}</span>
  ) : (
    <span>{fill(say(WORDS.live), { on: expiresOn })}</span>
  )
}
