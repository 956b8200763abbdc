/** What a list is narrowed by, how many rows a page has and which columns it shows: a form whose answers all stand in the address. */
import { useLocation } from 'react-router'
import { fill } from '../../core/messages.ts'
import { useSay } from '../language.ts'
import type { Asked, ListColumnView } from './list.tsx'

const WORDS = {
  filters: { zh: '筛选', en: 'Filters' },
  all: { zh: '全部', en: 'all' },
  from: { zh: '{label}，从', en: '{label}, from' },
  to: { zh: '{label}，到', en: '{label}, to' },
  columns: { zh: '显示的列', en: 'Columns' },
  size: { zh: '每页行数', en: 'Rows on a page' },
  show: { zh: '查看', en: 'Show' },
  clear: { zh: '清除筛选', en: 'Clear the filters' },
} as const

const Filter = ({ column, value }: { readonly column: ListColumnView; readonly value: string }) => {
  const { say } = useSay()
  const { name, label, filter, numeric, choices = [] } = column
  if (filter === 'range') {
    const [from = '', to = ''] = value.split('..')
    return (
      <>
        {(
          [
            ['from', from],
            ['to', to],
          ] as const
        ).map(([side, own]) => (
          <label key={side}>
            {fill(say(WORDS[side]), { label: say(label) })}
            <input type={numeric ? 'text' : 'date'} name={`${name}-${side}`} defaultValue={own} autoComplete="off" />
          </label>
        ))}
      </>
    )
  }
  const id = `filter-${name}`
  return (
    <div>
      <label htmlFor={id}>{say(label)}</label>
      {filter === 'choice' ? (
        <select id={id} name={name} defaultValue={value}>
          <option value="">{say(WORDS.all)}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {say(choice.text)}
            </option>
          ))}
        </select>
      ) : (
        <input id={id} type="search" name={name} defaultValue={value} autoComplete="off" />
      )}
    </div>
  )
}

export const Filters = ({ asked, columns }: { readonly asked: Asked; readonly columns: readonly ListColumnView[] }) => {
  const { say } = useSay()
  const { pathname } = useLocation()
  return (
    <form method="get" className="filters" aria-label={say(WORDS.filters)}>
      {asked.sort && <input type="hidden" name="sort" value={asked.sort} />}
      {columns
        .filter(({ filter }) => filter)
        .map((column) => (
          <Filter key={column.name} column={column} value={asked.filters[column.name] ?? ''} />
        ))}
      <label>
        {say(WORDS.size)}
        <select name="size" defaultValue={String(asked.size ?? asked.sizes.usual)}>
          {asked.sizes.offered.map((size) => (
            <option key={size}>{size}</option>
          ))}
        </select>
      </label>
      <details className="columns">
        <summary>{say(WORDS.columns)}</summary>
        <div className="choices">
          {columns.map(({ name, label }) => (
            <label key={name}>
              <input type="checkbox" name="show" value={name} defaultChecked={asked.shown.includes(name)} /> {say(label)}
            </label>
          ))}
        </div>
      </details>
      <p className="act">
        <button type="submit">{say(WORDS.show)}</button> <a href={pathname}>{say(WORDS.clear)}</a>
      </p>
    </form>
  )
}
