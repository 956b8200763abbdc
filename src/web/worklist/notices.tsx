/** Supervision notices that were issued on a task. */
import type { NoticeEntry } from '../../modules/bulletin/index.ts'
import { useSay } from '../language.ts'

const OWN = { issued: { zh: '已发出的督办单', en: 'Notices that were issued' } } as const

export const Notices = ({ notices }: { readonly notices: readonly NoticeEntry[] }) => {
  const { say, to, marks } = useSay()
  if (notices.length === 0) return null
  return (
    <p>
      {`${say(OWN.issued)}${marks.colon}`}
      {notices.map(({ id, number, issuedOn }, index) => (
        <span key={id}>
          {index > 0 && marks.comma}
          <a href={to(`/supervision/${id}`)}>{`${say(number)}${marks.open}${issuedOn}${marks.close}`}</a>
        </span>
      ))}
    </p>
  )
}
