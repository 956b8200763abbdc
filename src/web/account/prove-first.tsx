import { useLocation } from 'react-router'
import { useSay } from '../language.ts'

const WORDS = {
  first: {
    zh: '您登录已有一段时间。在这里更改之前，请先确认是您本人。',
    en: 'You signed in a while ago. Before you change anything here, show that it is really you.',
  },
  go: { zh: '确认是我', en: 'Show that it is me' },
} as const

/** Leads to where somebody shows once more that it is really them, and back to this page; nothing for whoever has just done so. */
export const ProveFirst = ({ proven }: { readonly proven: boolean }) => {
  const { say, to } = useSay()
  const { pathname } = useLocation()
  if (proven) return null
  return (
    <p className="note">
      {say(WORDS.first)} <a href={`${to('/account/proof')}?to=${encodeURIComponent(pathname)}`}>{say(WORDS.go)}</a>
    </p>
  )
}
