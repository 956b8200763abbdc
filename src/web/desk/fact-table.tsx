/** What is held of an enterprise, each fact with its source, the day it holds and the day it was recorded. */
import type { HeldFact } from '../../modules/party/index.ts'
import { useSay } from '../language.ts'
import { Heads, Scroll } from '../parts/basic.tsx'
import { shownValue } from './shown.ts'
import { WORDS } from './words.ts'

const Row = ({ held, home }: { readonly held: HeldFact; readonly home: string | null }) => {
  const { say, language, marks } = useSay()
  const { fact, standing, register, declaration, disputed } = held
  return (
    <tr>
      <th scope="row">
        {home === null ? say(declaration.label) : <a href={`${home}/facts/${encodeURIComponent(fact)}`}>{say(declaration.label)}</a>}{' '}
        {disputed && <span className="badge warn">{say(WORDS.disputed)}</span>}
      </th>
      <td data-head={say(WORDS.value)}>
        {shownValue(standing.value, declaration, language)}
        {disputed && (
          <span className="more quiet">
            {`${say(WORDS.enterpriseSays)}${marks.colon}${shownValue(disputed.value, declaration, language)}`}
          </span>
        )}
      </td>
      <td data-head={say(WORDS.source)}>
        {standing.source.kind === 'registry' ? standing.source.name : say(WORDS.corrected)}
        {standing.source.kind === 'correction' && register?.source.kind === 'registry' && (
          <span className="more quiet">
            {register.source.name}: {shownValue(register.value, declaration, language)}
          </span>
        )}
      </td>
      <td className="date" data-head={say(WORDS.validOn)}>
        {standing.validOn}
      </td>
      <td className="date" data-head={say(WORDS.recordedOn)}>
        {standing.recordedOn}
      </td>
    </tr>
  )
}

/** `home`: the address of the enterprise's desk, for whoever may go on to a fact's own page. */
export const FactTable = ({ facts, home }: { readonly facts: readonly HeldFact[]; readonly home: string | null }) => {
  const { say } = useSay()
  return (
    <Scroll label={say(WORDS.facts)}>
      <table className="rows">
        <Heads names={[WORDS.fact, WORDS.value, WORDS.source, WORDS.validOn, WORDS.recordedOn].map(say)} />
        <tbody>
          {facts.map((held) => (
            <Row key={held.fact} held={held} home={home} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
