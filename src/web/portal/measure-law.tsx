/** Clause beside computation: left what the text says, right in words what is computed from it. Numbers of the one light those of the other. */
import type { Text } from '../../core/messages.ts'
import type { LawSection } from '../../modules/measure/index.ts'
import { useSay } from '../language.ts'
import { relationWords } from './words.ts'

const WORDS = {
  side: { zh: '条款与计算', en: 'Clause and computation' },
  note: {
    zh: '左边是条款（自行撰写的摘要），右边是据此计算的内容。条款里的数字与参数互相对应：指到一边，另一边亮起。',
    en: 'Left the clause (a summary in our own words), right what is computed from it. Numbers in the clause lead to the parameter they set: point at one and the other lights up.',
  },
  nothing: { zh: '这一条没有可计算的内容。', en: 'Nothing is computed from this.' },
  parameters: { zh: '参数', en: 'Parameters' },
  conditions: { zh: '须同时满足', en: 'All of these must hold' },
  definitions: { zh: '定义', en: 'Definitions' },
  amount: { zh: '金额', en: 'Amount' },
  at_most: { zh: '最多', en: 'At most' },
  judgements: { zh: '由人判断', en: 'Decided by a person' },
  gaps: { zh: '公开文本未载明', en: 'Not in the public text' },
  relations: { zh: '与其他措施的关系', en: 'Relations to other measures' },
  source: { zh: '规则原文', en: 'The rule as written' },
  always: { zh: '不限日期', en: 'at all times' },
  applies: { zh: '情形', en: 'Case' },
  gives: { zh: '结果', en: 'Result' },
} as const

/** Numbers that a clause and a parameter share get the same class; the style sheet knows this many. */
const MARKS = 16

const marksOf = (law: readonly LawSection[]): ReadonlyMap<string, string> => {
  const ids = law.flatMap((section) => [
    ...section.parameters.map((each) => each.id),
    ...section.tables.flatMap((table) => table.rows.map((row) => row.id)),
  ])
  return new Map(ids.map((id, index) => [id, index < MARKS ? `m m${index}` : 'm']))
}

const domId = (id: string): string => `n-${encodeURIComponent(id)}`

type Marks = ReadonlyMap<string, string>

const Clause = ({ section, marks }: { readonly section: LawSection; readonly marks: Marks }) => {
  const { language } = useSay()
  let at = 0
  return (
    <blockquote className="clause">
      {section.clause[language].map((piece) => {
        at += piece.text.length
        return piece.of === null ? (
          piece.text
        ) : (
          <a key={at} className={marks.get(piece.of)} href={`#${domId(piece.of)}`}>
            {piece.text}
          </a>
        )
      })}
    </blockquote>
  )
}

const Block = ({ title, children }: { readonly title: Text; readonly children: React.ReactNode }) => {
  const { say } = useSay()
  return (
    <>
      <h4>{say(title)}</h4>
      {children}
    </>
  )
}

const Parameters = ({ section, marks }: { readonly section: LawSection; readonly marks: Marks }) => {
  const { say } = useSay()
  return (
    <Block title={WORDS.parameters}>
      <ul>
        {section.parameters.map((each) => (
          <li key={each.id} id={domId(each.id)} className={marks.get(each.id)}>
            {say(each.name)}
            {each.versions.map((version) => (
              <span key={version.value.zh + version.from} className="version">
                {' '}
                <strong>{say(version.value)}</strong>{' '}
                <span className="small quiet">
                  {version.from || version.to ? `${version.from ?? ''} – ${version.to ?? ''}` : say(WORDS.always)}
                </span>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Block>
  )
}

const Table = ({ table, marks }: { readonly table: LawSection['tables'][number]; readonly marks: Marks }) => {
  const { say } = useSay()
  return (
    <table>
      <caption>{say(table.name)}</caption>
      <thead>
        <tr>
          <th scope="col">{say(WORDS.applies)}</th>
          <th scope="col" className="n">
            {say(WORDS.gives)}
          </th>
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.id} id={domId(row.id)} className={marks.get(row.id)}>
            <td>{say(row.when)}</td>
            <td className="n">{say(row.value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Rule = ({ section, marks }: { readonly section: LawSection; readonly marks: Marks }) => {
  const { say, language } = useSay()
  const colon = language === 'zh' ? '：' : ': '
  const empty =
    section.source === '' ||
    [
      section.parameters,
      section.definitions,
      section.conditions,
      section.tables,
      section.amounts,
      section.judgements,
      section.gaps,
      section.relations,
    ].every((list) => list.length === 0)
  if (empty) return <p className="quiet">{say(WORDS.nothing)}</p>
  return (
    <>
      {section.parameters.length > 0 && <Parameters section={section} marks={marks} />}
      {section.definitions.length > 0 && (
        <Block title={WORDS.definitions}>
          <ul>
            {section.definitions.map((each) => (
              <li key={each.id} id={domId(each.id)}>
                {say(each.name)} = {say(each.text)}
              </li>
            ))}
          </ul>
        </Block>
      )}
      {section.conditions.length > 0 && (
        <Block title={WORDS.conditions}>
          <ul>
            {section.conditions.map((each) => (
              <li key={each.id} id={domId(each.id)}>
                {say(each.text)}
              </li>
            ))}
          </ul>
        </Block>
      )}
      {section.tables.map((table) => (
        <Table key={table.name.zh} table={table} marks={marks} />
      ))}
      {section.amounts.map((each) => (
        <Block key={each.kind} title={WORDS[each.kind]}>
          <p>
            {say(each.text)}
            <br />
            <span className="small quiet">{say(each.rounding)}</span>
          </p>
        </Block>
      ))}
      {section.judgements.length > 0 && (
        <Block title={WORDS.judgements}>
          <ul>
            {section.judgements.map((each) => (
              <li key={each.name.zh}>
                {say(each.name)} · {say(each.by)}
                {colon}
                {say(each.text)}
              </li>
            ))}
          </ul>
        </Block>
      )}
      {section.gaps.length > 0 && (
        <Block title={WORDS.gaps}>
          <ul>
            {section.gaps.map((each) => (
              <li key={each.name.zh}>
                {say(each.name)}
                {colon}
                {say(each.text)}
              </li>
            ))}
          </ul>
        </Block>
      )}
      {section.relations.length > 0 && (
        <Block title={WORDS.relations}>
          <ul>
            {section.relations.map((each) => (
              <li key={each.kind + each.detail.zh}>
                {say(relationWords[each.kind]!)}
                {say(each.detail) && (language === 'zh' ? `（${each.detail.zh}）` : ` (${each.detail.en})`)}
                {colon}
                {say(each.text)}
              </li>
            ))}
          </ul>
        </Block>
      )}
      <details>
        <summary className="small">{say(WORDS.source)}</summary>
        <pre lang="zh-CN">{section.source}</pre>
      </details>
    </>
  )
}

export const MeasureLaw = ({ law }: { readonly law: readonly LawSection[] }) => {
  const { say } = useSay()
  const marks = marksOf(law)
  return (
    <section className="side-by-side">
      <h2>{say(WORDS.side)}</h2>
      <p className="quiet">{say(WORDS.note)}</p>
      {law.map((section) => (
        <section className="pair" id={section.anchor} key={section.anchor}>
          <h3>
            <a href={`#${section.anchor}`}>{say(section.heading)}</a>
          </h3>
          <Clause section={section} marks={marks} />
          <div className="computed">
            <Rule section={section} marks={marks} />
          </div>
        </section>
      ))}
    </section>
  )
}
