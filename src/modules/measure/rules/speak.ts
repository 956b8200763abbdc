/** Parts of a rule in both languages. */
import type { Facts } from '../../../core/facts.ts'
import type { Language, Text } from '../../../core/messages.ts'
import { type Rounding, type RoundingMode, shownMoney } from '../../../core/money.ts'
import type { When } from '../../../core/rule/outcome.ts'
import type { Speaker } from '../../../core/rule/phrase.ts'
import { runOf } from '../../../core/rule/run.ts'
import type { Measure } from '../../../core/rule/tree.ts'
import type { Pack } from '../../../pack/pack.ts'

/** Says the same thing twice: once in each language. */
export type Both = (say: (speaker: Speaker) => string) => Text

/** Speaks of a measure with the values it has for these facts; without facts it speaks of the rule itself. */
export const speaking = (measure: Measure, facts: Facts | null, when: When, pack: Pack): Both => {
  const run = runOf(measure, facts ?? new Map(), when)
  const speaker = (language: Language): Speaker => ({ run, catalogue: pack.facts, language, bare: facts === null })
  const [zh, en] = [speaker('zh'), speaker('en')]
  return (say) => ({ zh: say(zh), en: say(en) })
}

/** The name of a part as the reader calls it. */
export const nameText = (own: { readonly name: string; readonly english: string | null }): Text => ({
  zh: own.name,
  en: own.english ?? own.name,
})

/** An explanation as the reader reads it. */
export const saidText = (own: { readonly text: string; readonly textEnglish: string | null }): Text => ({
  zh: own.text,
  en: own.textEnglish ?? own.text,
})

const MODES: Readonly<Record<RoundingMode, Text>> = {
  'half-up': { zh: '四舍五入', en: 'rounded half up' },
  'half-down': { zh: '五舍六入', en: 'rounded half down' },
  'half-even': { zh: '四舍六入五成双', en: 'rounded half to even' },
  floor: { zh: '舍去零头', en: 'rounded down' },
  ceiling: { zh: '零头进一', en: 'rounded up' },
}
const STEPS: Readonly<Record<number, Text>> = {
  1: { zh: '分', en: 'the fen (0.01 yuan)' },
  100: { zh: '元', en: 'the yuan' },
  1000000: { zh: '万元', en: 'ten thousand yuan' },
}

/** `四舍五入到分`, `rounded half up to the fen (0.01 yuan)`. */
export const roundingText = ({ mode, step }: Rounding): Text => {
  const to = STEPS[step] ?? { zh: ` ${shownMoney(BigInt(step), 'zh')}的整数倍`, en: `multiples of ${shownMoney(BigInt(step), 'en')}` }
  return { zh: `${MODES[mode].zh}到${to.zh}`, en: `${MODES[mode].en} to ${to.en}` }
}
