import { compare, multiply, ratio } from '../exact.ts'
import { type Rounding, type RoundingMode, TO_THE_FEN } from '../money.ts'
import type { RawBlock } from './document.ts'
import type { Reporter } from './report.ts'
import { sameUnit, unitOf } from './units.ts'

const MODES: readonly RoundingMode[] = ['half-up', 'half-down', 'half-even', 'floor', 'ceiling']

/** `round=half-up(0.01)` of a rule block, the step in yuan; to the fen where nothing is said. */
export const roundingOf = (reporter: Reporter, block: RawBlock): Rounding => {
  const attribute = block.attributes.get('round')
  if (!attribute) return TO_THE_FEN
  const found = /^([a-z-]+)\((\d+(?:\.\d{1,2})?)([^)]*)\)$/.exec(attribute.value)
  const mode = MODES.find((each) => each === found?.[1])
  const unit = found && unitOf(found[3] || '元')
  const step =
    unit && compare(unit.factor, 100) >= 0
      ? multiply(unit.factor, multiply(Number(found[2]!.replace('.', '')), ratio(1n, 10n ** BigInt(found[2]!.split('.')[1]?.length ?? 0))))
      : null
  if (mode && typeof step === 'number' && step >= 1 && unit && sameUnit(unit.unit, { 元: 1 })) return { mode, step }
  const expected = { zh: `如 half-up(0.01)、floor(1)、half-even(1万元)`, en: 'such as half-up(0.01), floor(1), half-even(1万元)' }
  reporter.report('rule.attribute-value', attribute.span, { key: 'round', value: attribute.value, expected })
  return TO_THE_FEN
}
