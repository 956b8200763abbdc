/**
 * A table people live in: filters, order, pages, columns, rows to choose across pages and to act on. Everything is in the address, and all of it works without a
 * script.
 */
import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { fill, type Text } from '../../core/messages.ts'
import { useSay } from '../language.ts'
import { Scroll } from './basic.tsx'
import { Filters } from './list-filters.tsx'

/** `folded`: shown only when asked for. `filter`: how it can be narrowed; `choices` are its values where it is one of few. */
export type ListColumnView = {
  readonly name: string
  readonly label: Text
  readonly filter?: 'text' | 'choice' | 'range'
  readonly choices?: readonly { readonly value: string; readonly text: Text }[]
  readonly sortable?: boolean
  readonly folded?: boolean
  readonly numeric?: boolean
}

export type Asked = {
  readonly sort: string | undefined
  readonly at: string | undefined
  readonly size: number | undefined
  /** How many rows a page can have, and how many it has where nobody asks. */
  readonly sizes: { readonly offered: readonly number[]; readonly usual: number }
  readonly filters: Readonly<Record<string, string>>
  readonly shown: readonly string[]
  readonly chosen: readonly string[]
  /** Every row that fits is meant, not only those that are ticked. */
  readonly everything: boolean
}

type Row = Readonly<Record<string, string | null>> & { readonly key: string }
type Part = {
  readonly rows: readonly Row[]
  readonly total: number
  readonly sort: string
  readonly next: string | null
  readonly previous: string | null
}

const WORDS = {
  total: { zh: '共 {count} 行', en: '{count} rows' },
  take: { zh: '下载这些行：', en: 'Download these rows: ' },
  none: { zh: '没有符合条件的行。请减少筛选条件。', en: 'No row fits. Take a filter away.' },
  next: { zh: '下一页', en: 'Next page' },
  previous: { zh: '上一页', en: 'Previous page' },
  choose: { zh: '选择', en: 'Choose' },
  chosen: { zh: '已选 {count} 行，包括其他页上的 {others} 行', en: '{count} rows are chosen, {others} of them on other pages' },
  everything: { zh: '对符合条件的全部 {count} 行', en: 'For all {count} rows that fit' },
  up: { zh: '升序', en: 'ascending' },
  down: { zh: '降序', en: 'descending' },
} as const

/** The fields of an address that say the same as `asked`. */
const fieldsOf = ({ sort, size, filters, shown }: Asked, columns: readonly ListColumnView[]): readonly (readonly [string, string])[] => [
  ...(sort ? [['sort', sort] as const] : []),
  ...(size ? [['size', String(size)] as const] : []),
  ...Object.entries(filters).flatMap(([name, value]) => {
    if (columns.find((column) => column.name === name)?.filter !== 'range') return [[name, value] as const]
    const [from = '', to = ''] = value.split('..')
    return [[`${name}-from`, from] as const, [`${name}-to`, to] as const]
  }),
  ...(columns
    .filter(({ folded }) => !folded)
    .map(({ name }) => name)
    .join() === shown.join()
    ? []
    : shown.map((name) => ['show', name] as const)),
]

/** The same list, with some of what is asked for changed. */
const addressOf = (
  path: string,
  asked: Asked,
  columns: readonly ListColumnView[],
  more: readonly (readonly [string, string])[] = [],
): string => {
  const query = new URLSearchParams([...fieldsOf(asked, columns), ...more].map(([name, value]) => [name, value])).toString()
  return query === '' ? path : `${path}?${query}`
}

const Head = ({
  column,
  part,
  asked,
  columns,
}: {
  readonly column: ListColumnView
  readonly part: Part
  readonly asked: Asked
  readonly columns: readonly ListColumnView[]
}) => {
  const { say } = useSay()
  const { pathname } = useLocation()
  const { name, label, sortable = true, numeric } = column
  const descends = part.sort === `-${name}`
  const sorted = descends ? 'descending' : part.sort === name ? 'ascending' : undefined
  const mark = sorted === undefined ? null : <span aria-hidden="true"> {descends ? '↓' : '↑'}</span>
  return (
    <th scope="col" {...(sorted ? { 'aria-sort': sorted } : {})} {...(numeric ? { className: 'n' } : {})}>
      {sortable ? (
        <a href={addressOf(pathname, { ...asked, sort: sorted === 'ascending' ? `-${name}` : name }, columns)}>
          {say(label)}
          {mark}
        </a>
      ) : (
        say(label)
      )}
    </th>
  )
}

/** A form where there is something to press; a form without a button would be a promise nobody keeps. */
const Frame = ({ acts, children }: { readonly acts: boolean; readonly children: ReactNode }) =>
  acts ? (
    <form method="post" className="list">
      {children}
    </form>
  ) : (
    <div className="list">{children}</div>
  )

export type ListProps = {
  /** What the list is of, for whoever does not see it. */
  readonly label: Text
  readonly columns: readonly ListColumnView[]
  readonly part: Part
  readonly asked: Asked
  /** What a cell shows; its text where nothing is given. */
  readonly cell?: (row: Row, column: string) => ReactNode
  /** What a row is called when it is chosen. */
  readonly name: (row: Row) => string
  /** Why a row cannot be chosen; null where it can. */
  readonly unchosen?: (row: Row) => string | null
  /** Where the same rows are a file; `.csv` and `.xlsx` follow. */
  readonly file?: string
  /** What can be done with the chosen rows: buttons named `do`. */
  readonly acts?: ReactNode
}

export const List = ({ label, columns, part, asked, cell, name, unchosen, file, acts }: ListProps) => {
  const { say, language } = useSay()
  const own = columns.filter((column) => asked.shown.includes(column.name))
  const here = new Set(part.rows.map(({ key }) => key))
  const elsewhere = asked.chosen.filter((key) => !here.has(key))
  const count = part.total.toLocaleString(language)
  const shown = asked.shown.map((each) => ['show', each] as const)
  const taken = (ending: string): string => addressOf(`${file}${ending}`, { ...asked, at: undefined }, columns, shown)
  return (
    <>
      <Filters asked={asked} columns={columns} />
      <p className="found">
        {fill(say(WORDS.total), { count })}
        {file && part.total > 0 && (
          <>
            {` · ${say(WORDS.take)}`}
            <a href={taken('.csv')}>CSV</a> · <a href={taken('.xlsx')}>Excel</a>
          </>
        )}
      </p>
      {part.rows.length === 0 ? (
        <p>{say(WORDS.none)}</p>
      ) : (
        <Frame acts={acts !== undefined || part.next !== null || part.previous !== null}>
          {fieldsOf(asked, columns).map(([field, value]) => (
            <input key={`${field}=${value}`} type="hidden" name={field} value={value} />
          ))}
          {elsewhere.map((key) => (
            <input key={key} type="hidden" name="chosen" value={key} />
          ))}
          <Scroll label={say(label)}>
            <table className="rows">
              <thead>
                <tr>
                  {acts && (
                    <th scope="col">
                      <span className="unseen">{say(WORDS.choose)}</span>
                    </th>
                  )}
                  {own.map((column) => (
                    <Head key={column.name} column={column} part={part} asked={asked} columns={columns} />
                  ))}
                </tr>
              </thead>
              <tbody>
                {part.rows.map((row) => (
                  <tr key={row.key}>
                    {acts && (
                      <td className="choose">
                        {unchosen?.(row) ? (
                          <span className="small quiet">{unchosen(row)}</span>
                        ) : (
                          <input
                            type="checkbox"
                            name="chosen"
                            value={row.key}
                            defaultChecked={asked.chosen.includes(row.key)}
                            aria-label={`${say(WORDS.choose)} ${name(row)}`}
                          />
                        )}
                      </td>
                    )}
                    {own.map((column) => (
                      <td key={column.name} data-head={say(column.label)} {...(column.numeric ? { className: 'n' } : {})}>
                        {cell?.(row, column.name) ?? row[column.name] ?? '—'}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          <p className="pages">
            {part.previous !== null && (
              <button type="submit" className="second" formMethod="get" name="at" value={part.previous}>
                ← {say(WORDS.previous)}
              </button>
            )}{' '}
            {part.next !== null && (
              <button type="submit" className="second" formMethod="get" name="at" value={part.next}>
                {say(WORDS.next)} →
              </button>
            )}
          </p>
          {acts && (
            <div className="acts">
              {elsewhere.length > 0 && <p>{fill(say(WORDS.chosen), { count: asked.chosen.length, others: elsewhere.length })}</p>}
              <label>
                <input type="checkbox" name="everything" value="yes" /> {fill(say(WORDS.everything), { count })}
              </label>
              <p className="act">{acts}</p>
            </div>
          )}
        </Frame>
      )}
    </>
  )
}

export type OutcomeView = { readonly key: string; readonly ok: boolean; readonly text: Text }

/** What came of each row that was acted on: how many went well, and every row with its own result. */
export const Outcomes = ({
  title,
  outcomes,
  name,
}: {
  readonly title: Text
  readonly outcomes: readonly OutcomeView[]
  readonly name: (key: string) => ReactNode
}) => {
  const { say } = useSay()
  const good = outcomes.filter(({ ok }) => ok).length
  return (
    <section className="outcomes" aria-label={say(title)} role="status">
      <h2>
        {say(title)} <span className="count">{`${good} / ${outcomes.length}`}</span>
      </h2>
      <Scroll label={say(title)}>
        <table className="rows">
          <tbody>
            {outcomes.map(({ key, ok, text }) => (
              <tr key={key}>
                <th scope="row">{name(key)}</th>
                <td className={ok ? undefined : 'wrong'}>
                  <span aria-hidden="true">{ok ? '✓' : '✗'}</span> {say(text)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
