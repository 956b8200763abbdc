/** What has become of promises since a day. */
import { useSay } from '../language.ts'
import { Lamp } from '../parts/basic.tsx'
import type { WallRow } from './wall-view.ts'
import { BOARD, changeText } from './words.ts'

type Changed = WallRow & { readonly change: NonNullable<WallRow['change']> }
export const changedRows = (rows: readonly WallRow[]): readonly Changed[] =>
  rows.filter((row): row is Changed => row.change !== null).toSorted((a, b) => Number(b.change.turnedRed) - Number(a.change.turnedRed))

type Judged = Pick<WallRow, 'verdict' | 'caveat'>
type Value = NonNullable<WallRow['now']>

/** A value as it was and as it is, each with its period. */
export const Moved = ({ before, now }: { readonly before: Value | null; readonly now: Value }) => {
  const { say, marks } = useSay()
  const dated = ({ when }: Value) => `${marks.open}${say(when)}${marks.close}`
  return (
    <span>
      {before && `${say(before.value)}${dated(before)} → `}
      <strong>{say(now.value)}</strong>
      {dated(now)}
    </span>
  )
}

/** Each promise that changed, with how it stood and how it stands; those that turned red first. */
export const Changes = ({ rows }: { readonly rows: readonly WallRow[] }) => {
  const { say, to, marks } = useSay()
  const changed = changedRows(rows)
  // Where the verdict is the same as it was, the reason is what changed.
  const judged = ({ verdict, caveat }: Judged, other: Judged) =>
    say(verdict) + (say(verdict) === say(other.verdict) && caveat ? `${marks.open}${say(caveat)}${marks.close}` : '')
  if (changed.length === 0) return <p>{say(BOARD.unchanged)}</p>
  return (
    <ul className="plain changes">
      {changed.map(({ change, ...row }) => (
        <li key={row.key}>
          <a href={to(`/plan/${row.id}`)}>{say(row.name)}</a> <span className="quiet">{`${say(row.code)} ${say(row.promise)}`}</span>
          {marks.colon}
          {change.turnedRed && <strong className="late">{`${say(BOARD.red)}${marks.comma}`}</strong>}
          {change.kinds.map((kind) => say(changeText[kind])).join(marks.comma)}
          {marks.stop}{' '}
          {change.before && change.kinds.includes('verdict') && (
            <>
              <Lamp category={change.before.lamp}>{judged(change.before, row)}</Lamp>
              {' → '}
              <Lamp category={row.lamp}>{judged(row, change.before)}</Lamp>{' '}
            </>
          )}
          {change.kinds.includes('value') && row.now && <Moved before={change.before?.now ?? null} now={row.now} />}
        </li>
      ))}
    </ul>
  )
}
