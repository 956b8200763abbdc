/** What a reform comes to: numbers first, then the sentence, then the pictures with their tables. */
import { fill, type Text } from '../../core/messages.ts'
import { fenOfYuan, roughMoney, shownMoney } from '../../core/money.ts'
import { useSay } from '../language.ts'
import { Money, Scroll } from '../parts/basic.tsx'
import { DifferenceBars } from '../parts/difference-bars.tsx'
import type { LabAsk, ResultView } from './lab-view.ts'
import { WORDS } from './lab-words.ts'

const signed = (yuan: string): string => (yuan.startsWith('-') || yuan === '0.00' ? yuan : `+${yuan}`)

/** A large sum at a glance; the exact one is its title, and stands in the table to take along. */
const Rough = ({ yuan }: { readonly yuan: string }) => {
  const { language } = useSay()
  const fen = fenOfYuan(yuan) ?? 0n
  return <span title={shownMoney(fen, language)}>{roughMoney(fen, language)}</span>
}

/** A difference of money with its sign. */
const Difference = ({ yuan }: { readonly yuan: string }) => {
  const own = signed(yuan)
  return (
    <span className={own.startsWith('-') ? 'less' : own.startsWith('+') ? 'more' : ''}>
      {own.startsWith('+') ? '+' : own.startsWith('-') ? '−' : ''}
      <Rough yuan={own.replace(/^[+-]/, '')} />
    </span>
  )
}

const Count = ({ count }: { readonly count: number }) => {
  const { say, language } = useSay()
  return (
    <>
      {count.toLocaleString(language === 'zh' ? 'zh-CN' : 'en')} {say(WORDS.enterprises)}
    </>
  )
}

/** Cost and recipients on both sides; a second reform beside them. */
const Totals = ({ result, other }: { readonly result: ResultView; readonly other: ResultView | null }) => {
  const { say } = useSay()
  const money = (yuan: string) => <Rough yuan={yuan} />
  return (
    <Scroll label={say(WORDS.cost)}>
      <table className="totals">
        <thead>
          <tr>
            <td />
            <th scope="col">{say(WORDS.before)}</th>
            <th scope="col">{say(WORDS.after)}</th>
            <th scope="col">{say(WORDS.difference)}</th>
            {other && <th scope="col">{say(WORDS.other)}</th>}
          </tr>
        </thead>
        <tbody>
          <tr className="cost">
            <th scope="row">{say(WORDS.cost)}</th>
            <td>{money(result.before.yuan)}</td>
            <td>{money(result.after.yuan)}</td>
            <td>
              <Difference yuan={result.difference} />
            </td>
            {other && <td>{money(other.after.yuan)}</td>}
          </tr>
          <tr>
            <th scope="row">{say(WORDS.recipients)}</th>
            <td>
              <Count count={result.before.count} />
            </td>
            <td>
              <Count count={result.after.count} />
            </td>
            <td>
              {result.after.count - result.before.count > 0 ? '+' : ''}
              {result.after.count - result.before.count}
            </td>
            {other && (
              <td>
                <Count count={other.after.count} />
              </td>
            )}
          </tr>
        </tbody>
      </table>
    </Scroll>
  )
}

const Moves = ({ result }: { readonly result: ResultView }) => {
  const { say } = useSay()
  const moves: readonly (readonly [Text, number, string | null])[] = [
    [WORDS.winners, result.winners.count, result.winners.yuan],
    [WORDS.losers, result.losers.count, result.losers.yuan],
    [WORDS.same, result.unchanged, null],
    [WORDS.entering, result.entering, null],
    [WORDS.leaving, result.leaving, null],
  ]
  return (
    <dl className="moves">
      {moves.map(([name, count, yuan]) => (
        <div key={name.zh}>
          <dt>{say(name)}</dt>
          <dd>
            <Count count={count} /> {yuan !== null && count > 0 && <Difference yuan={yuan} />}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const Reasons = ({ what, turn }: { readonly what: Text; readonly turn: ResultView['measures'][number]['entering'] }) => {
  const { say, marks } = useSay()
  if (turn.count === 0) return null
  return (
    <p>
      {say(what)} <Count count={turn.count} /> <Difference yuan={turn.yuan} />
      {turn.why.length > 0 && (
        <span className="quiet">
          {marks.colon}
          {turn.why.map(({ text, count }) => `${say(text)}${marks.open}${count}${marks.close}`).join(marks.comma)}
        </span>
      )}
    </p>
  )
}

const Measures = ({ measures }: Pick<ResultView, 'measures'>) => {
  const { say, to, language } = useSay()
  if (measures.length === 0) return null
  return (
    <section aria-labelledby="by-measure">
      <h3 id="by-measure">{say(WORDS.byMeasure)}</h3>
      {measures.map((each) => (
        <div key={each.id} className="changed">
          <h4>
            <a href={to(`/measures/${each.id}`)}>{say(each.title)}</a>
          </h4>
          <p>
            <Money yuan={each.before?.yuan ?? null} language={language} /> → <Money yuan={each.after?.yuan ?? null} language={language} />
          </p>
          <Reasons what={WORDS.entering} turn={each.entering} />
          <Reasons what={WORDS.leaving} turn={each.leaving} />
        </div>
      ))}
    </section>
  )
}

const Group = ({ group }: { readonly group: ResultView['groups'][number] }) => {
  const { say, language } = useSay()
  const title = fill(say(WORDS.by), { name: say(group.name) })
  const label = (value: Text | null): string => say(value ?? WORDS.unknown)
  return (
    <section>
      <h3>{title}</h3>
      <DifferenceBars
        title={title}
        rows={group.values.map((each) => ({ label: label(each.label), yuan: each.difference }))}
        language={language}
      />
      <details>
        <summary>{say(WORDS.table)}</summary>
        <Scroll label={title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say(group.name)}</th>
                <th scope="col">{say(WORDS.before)}</th>
                <th scope="col">{say(WORDS.after)}</th>
                <th scope="col">{say(WORDS.difference)}</th>
                <th scope="col">{say(WORDS.winners)}</th>
                <th scope="col">{say(WORDS.losers)}</th>
              </tr>
            </thead>
            <tbody>
              {group.values.map((each) => (
                <tr key={each.label?.zh ?? ''}>
                  <th scope="row">{label(each.label)}</th>
                  <td className="n">
                    <Money yuan={each.before.yuan} language={language} />
                  </td>
                  <td className="n">
                    <Money yuan={each.after.yuan} language={language} />
                  </td>
                  <td className="n">
                    <Difference yuan={each.difference} />
                  </td>
                  <td className="n">{each.winners.count}</td>
                  <td className="n">{each.losers.count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </details>
    </section>
  )
}

const Bands = ({ bands }: Pick<ResultView, 'bands'>) => {
  const { say } = useSay()
  const range = (from: string | null, to: string | null) => (
    <>
      {from === null ? '…' : <Difference yuan={from} />} – {to === null ? '…' : <Difference yuan={to} />}
    </>
  )
  if (bands.length === 0) return null
  return (
    <section aria-labelledby="bands">
      <h3 id="bands">{say(WORDS.bands)}</h3>
      <table>
        <tbody>
          {bands.map((band) => (
            <tr key={`${band.from}${band.to}`}>
              <th scope="row">{range(band.from, band.to)}</th>
              <td className="n">
                <Count count={band.count} />
              </td>
              <td className="n">
                <Difference yuan={band.yuan} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Largest = ({ largest }: Pick<ResultView, 'largest'>) => {
  const { say, to, language, marks } = useSay()
  if (largest.length === 0) return null
  return (
    <div>
      <h3>{say(WORDS.largest)}</h3>
      <Scroll label={say(WORDS.largest)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say(WORDS.enterprise)}</th>
              <th scope="col">{say(WORDS.difference)}</th>
              <th scope="col">{say(WORDS.measure)}</th>
              <th scope="col">{say(WORDS.why)}</th>
            </tr>
          </thead>
          <tbody>
            {largest.map((each) => (
              <tr key={each.enterprise}>
                <th scope="row">{each.enterprise}</th>
                <td className="n">
                  <Difference yuan={each.yuan} />
                </td>
                <td>
                  {each.measures.map((own) => (
                    <p key={own.id}>
                      <a href={to(`/measures/${own.id}`)}>{say(own.title)}</a> <Money yuan={own.before} language={language} /> →{' '}
                      <Money yuan={own.after} language={language} />
                    </p>
                  ))}
                </td>
                <td className="small">{each.measures.flatMap((own) => own.why.map(say)).join(marks.comma)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </div>
  )
}

export const LabResult = ({
  result,
  other,
  took,
  ask,
  isEdited,
}: {
  readonly result: ResultView
  readonly other: ResultView | null
  readonly took: number
  readonly ask: LabAsk
  readonly isEdited: boolean
}) => {
  const { say, language } = useSay()
  const [before, after] = [result.before.uncounted, result.after.uncounted]
  return (
    <>
      <Totals result={result} other={other} />
      <Moves result={result} />
      <p className="reform">
        <strong>{say(WORDS.reform)}</strong>{' '}
        {result.words.length === 0 ? say(WORDS.unchanged) : result.words.map(say).join(language === 'zh' ? '；' : '; ')}
      </p>
      {(before !== '0.00' || after !== '0.00') && (
        <p className="small quiet">
          {say(WORDS.uncounted)} <Rough yuan={before} /> → <Rough yuan={after} />
        </p>
      )}
      <p className="small quiet">
        {fill(say(WORDS.took), { enterprises: result.enterprises.toLocaleString('en'), ms: took })}
        {!isEdited && (
          <>
            {' '}
            {say(WORDS.link)}{' '}
            <a href={`/lab/result.csv?${new URLSearchParams({ m: ask.measure, on: ask.on, r: ask.reform })}`}>{say(WORDS.csv)}</a>
          </>
        )}
      </p>
      <Measures measures={result.measures} />
      {result.groups.map((group) => (
        <Group key={group.name.zh} group={group} />
      ))}
      <Bands bands={result.bands} />
      <Largest largest={result.largest} />
    </>
  )
}
