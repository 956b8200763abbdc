/** The pages of a room: what each is called, what is done there, and the way from one to the other. */
import { useLocation } from 'react-router'
import type { Text } from '../../core/messages.ts'
import { useSay } from '../language.ts'

export type Place = readonly [path: string, name: Text, what: Text]

const HOME: Text = { zh: '概况', en: 'Overview' }

/** Stands above every page of a room; the page one is below is marked as well. */
export const PartsNav = ({ label, home, places }: { readonly label: Text; readonly home: string; readonly places: readonly Place[] }) => {
  const { say, to } = useSay()
  const { pathname } = useLocation()
  const link = (path: string, name: Text, isHere: boolean) => (
    <a key={path} href={to(path)} aria-current={isHere ? 'page' : undefined}>
      {say(name)}
    </a>
  )
  return (
    <nav className="parts" aria-label={say(label)}>
      {link(home, HOME, pathname === to(home))}
      {places.map(([path, name]) => link(path, name, pathname === to(path) || pathname.startsWith(`${to(path)}/`)))}
    </nav>
  )
}

/** The same as a list that says what each page is for. */
export const PlaceList = ({ places }: { readonly places: readonly Place[] }) => {
  const { say, to, marks } = useSay()
  return (
    <ul>
      {places.map(([path, name, what]) => (
        <li key={path}>
          <a href={to(path)}>{say(name)}</a>
          {`${marks.colon}${say(what)}`}
        </li>
      ))}
    </ul>
  )
}
