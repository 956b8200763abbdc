/** What stands above every page of the board: the way to the others, and the question. */
import { useLocation } from 'react-router'
import type { Text } from '../../core/messages.ts'
import { useSay } from '../language.ts'
import { BOARD } from './words.ts'

const PARTS = [
  ['/board', BOARD.wall],
  ['/board/agenda', BOARD.agenda],
  ['/board/brief', BOARD.brief],
  ['/board/screen', BOARD.screen],
  ['/board/tree', BOARD.tree],
  ['/board/worklist', BOARD.tasks],
  ['/board/projects', BOARD.projects],
  ['/board/readings', BOARD.readings],
  ['/board/computations', BOARD.computations],
  ['/board/bulletins', BOARD.bulletins],
] as const

/** `plain`: for whoever may open this page and not the others. */
export const BoardHead = ({ title, plain = false }: { readonly title: Text; readonly plain?: boolean }) => {
  const { say, to } = useSay()
  const { pathname } = useLocation()
  return (
    <>
      <title>{`${say(title)} · 策行 Planwright`}</title>
      {!plain && (
        <nav className="parts" aria-label={say(BOARD.parts)}>
          {PARTS.map(([path, words]) => (
            <a key={path} href={to(path)} aria-current={pathname === to(path) ? 'page' : undefined}>
              {say(words)}
            </a>
          ))}
        </nav>
      )}
      <h1>{say(title)}</h1>
    </>
  )
}

/** Chooses the day since which a page counts what has changed; it stays in the address, with what else the page keeps there. */
export const SinceForm = ({
  since,
  label = BOARD.since,
  keep = {},
}: {
  readonly since: string
  readonly label?: Text
  readonly keep?: Readonly<Record<string, string>>
}) => {
  const { say } = useSay()
  return (
    <form method="get" className="filters">
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div>
        <label htmlFor="since">{say(label)}</label>
        <input type="date" id="since" name="since" defaultValue={since} />
      </div>
      <div>
        <button type="submit">{say(BOARD.show)}</button>
      </div>
    </form>
  )
}
