/** The frame of an official document; what stands in it is the page's. */
import type { ReactNode } from 'react'
import type { Text } from '../../core/messages.ts'
import { useSay } from '../language.ts'

const OWN = {
  number: { zh: '文号：', en: 'Number: ' },
  numberOpen: { zh: '（签发时编号）', en: '(given when it is issued)' },
  seal: { zh: '（印章处）', en: '(place of the seal)' },
  issuer: { zh: '签发单位：', en: 'Issued by: ' },
} as const

/** `issuer` is the post of whoever draws it up; number and seal are left to whoever issues it. */
export const Official = ({
  head,
  title,
  issuer,
  day,
  children,
}: {
  readonly head: Text
  readonly title: string
  readonly issuer: Text
  readonly day: string
  readonly children: ReactNode
}) => {
  const { say } = useSay()
  return (
    <article className="official">
      <header>
        <p className="issuer">{say(head)}</p>
        <p className="small">
          {say(OWN.number)}
          <span className="quiet">{say(OWN.numberOpen)}</span>
        </p>
      </header>
      <h1>{title}</h1>
      {children}
      <div className="signed">
        <p className="seal">{say(OWN.seal)}</p>
        <p>
          {say(OWN.issuer)}
          {say(issuer)}
        </p>
        <p>
          <time dateTime={day}>{day}</time>
        </p>
      </div>
    </article>
  )
}
