/** An official document on the screen, and on paper from there: head, number, title, text, place of the seal. */
import type { Text } from '../../core/messages.ts'
import type { OfficialBlock, OfficialDocument, OfficialTable } from '../../core/official-document.ts'
import { useSay } from '../language.ts'
import { Scroll } from './basic.tsx'

const WORDS = {
  number: { zh: '文号：', en: 'Number: ' },
  numberOpen: { zh: '（签发时编号）', en: '(given when it is issued)' },
  to: { zh: '{to}：', en: 'To {to}:' },
  seal: { zh: '（印章处）', en: '(place of the seal)' },
  issuer: { zh: '签发单位：', en: 'Issued by: ' },
  copies: { zh: '抄送：', en: 'Copies: ' },
  origin: { zh: '从何而来？', en: 'Where from?' },
} as const satisfies Readonly<Record<string, Text>>

const hasNumber = (text: string): boolean => /\d/.test(text)

/** Which cells of a row lead to its trail: those with a number, or the first where there is none. */
const leads = (cells: readonly string[], index: number): boolean => {
  const numbers = cells.slice(1).some(hasNumber)
  return numbers ? index > 0 && hasNumber(cells[index] ?? '') : index === 0
}

const Table = ({ table, trail }: { readonly table: OfficialTable; readonly trail: string | null }) => {
  const cell = (row: readonly string[], at: number, origin: string | undefined) => {
    const text = row[at] ?? ''
    return trail !== null && origin !== undefined && leads(row, at) ? <a href={`${trail}#${origin}`}>{text}</a> : text
  }
  return (
    <Scroll label={table.caption}>
      <table className="rows">
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map(({ title, align }) => (
              <th key={title} scope="col" className={align === 'right' ? 'n' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => {
            const origin = table.origins?.[index]
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows may say the same, and stay in their order
              <tr key={index}>
                {table.columns.map(({ title, align }, at) =>
                  at === 0 ? (
                    <th key={title} scope="row">
                      {cell(row, at, origin)}
                    </th>
                  ) : (
                    <td key={title} data-head={title} className={align === 'right' ? 'n' : undefined}>
                      {cell(row, at, origin)}
                    </td>
                  ),
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scroll>
  )
}

const Block = ({ block, trail }: { readonly block: OfficialBlock; readonly trail: string | null }) => {
  const { say } = useSay()
  if (block.kind === 'table') return <Table table={block} trail={trail} />
  if (block.kind === 'heading') {
    const Heading = `h${block.level + 1}` as 'h2' | 'h3' | 'h4'
    return <Heading>{block.text}</Heading>
  }
  return (
    <p>
      {block.text}
      {trail !== null && block.origin !== undefined && (
        <>
          {' '}
          <a className="origin" href={`${trail}#${block.origin}`}>
            {say(WORDS.origin)}
          </a>
        </>
      )}
    </p>
  )
}

/** `trail`: the page that tells where each number comes from; null where there is none. */
export const Official = ({ document, trail = null }: { readonly document: OfficialDocument; readonly trail?: string | null }) => {
  const { say } = useSay()
  const { head, number, title, to, body, annexes, issuer, day, copies, notice } = document
  return (
    <article className="official">
      {notice !== null && <p className="note">{notice}</p>}
      <header>
        <p className="issuer">{head}</p>
        <p className="small">
          {say(WORDS.number)}
          {number ?? <span className="quiet">{say(WORDS.numberOpen)}</span>}
        </p>
      </header>
      <h1>{title}</h1>
      {to !== null && <p>{say(WORDS.to).replace('{to}', to)}</p>}
      {body.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a document stay in their order
        <Block key={index} block={block} trail={trail} />
      ))}
      {annexes.length > 0 && (
        <ol>
          {annexes.map((annex) => (
            <li key={annex}>{annex}</li>
          ))}
        </ol>
      )}
      <div className="signed">
        <p className="seal">{say(WORDS.seal)}</p>
        <p>
          {say(WORDS.issuer)}
          {issuer}
        </p>
        <p>
          <time dateTime={day}>{day}</time>
        </p>
      </div>
      {copies.length > 0 && <p className="copies">{`${say(WORDS.copies)}${copies.join(document.language === 'zh' ? '、' : ', ')}`}</p>}
    </article>
  )
}
