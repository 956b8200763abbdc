import type { Text } from '../../core/messages.ts'
import type { Explained } from '../../modules/measure/browser.ts'
import { useSay } from '../language.ts'

/** An outcome in words: what, why, what is missing, what to beware of. */
export const Answers = ({ lines, without = [] }: { readonly lines: readonly Explained[]; readonly without?: readonly string[] }) => {
  const { say } = useSay()
  const mark = (line: Explained): string => (line.holds === true ? 'yes' : line.holds === false ? 'no' : line.holds === null ? 'open' : '')
  return (
    <ul className="answers">
      {lines
        .filter((line) => !without.includes(line.kind) && line.kind !== 'missing')
        .map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one explanation keep their order
          <li key={index} className={mark(line)}>
            {say(line.text as Text)}
          </li>
        ))}
    </ul>
  )
}
