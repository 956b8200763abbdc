/** What stands above every page about one enterprise: who it is, that it is made up where it is, and the way to the other pages. */
import { useLocation } from 'react-router'
import type { Text } from '../../core/messages.ts'
import type { EnterpriseName } from '../../modules/party/index.ts'
import { useSay } from '../language.ts'
import { Synthetic } from '../parts/synthetic.tsx'
import { WORDS } from './words.ts'

const PARTS = [
  ['', WORDS.next],
  ['/facts', WORDS.facts],
  ['/corrections', WORDS.corrections],
  ['/check-ups', WORDS.checkUps],
  ['/receipts', WORDS.receipts],
  ['/people', WORDS.people],
] as const

export const DeskHead = ({ enterprise, title }: { readonly enterprise: EnterpriseName; readonly title: Text }) => {
  const { say, to } = useSay()
  const { pathname } = useLocation()
  const home = `/desk/${enterprise.uscc}`
  return (
    <>
      <title>{`${say(title)} · ${enterprise.name} · 策行 Planwright`}</title>
      <p className="crumb">
        <a href={to('/desk')}>{say(WORDS.desk)}</a> › <span lang="zh-CN">{enterprise.name}</span> <code>{enterprise.uscc}</code>
      </p>
      {enterprise.synthetic && <Synthetic />}
      <nav className="parts" aria-label={say(WORDS.parts)}>
        {PARTS.map(([path, words]) => (
          <a key={path} href={to(home + path)} aria-current={pathname === to(home + path) ? 'page' : undefined}>
            {say(words)}
          </a>
        ))}
      </nav>
      <h1>{say(title)}</h1>
    </>
  )
}
