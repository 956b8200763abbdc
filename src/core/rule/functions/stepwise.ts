import { add, compare, type Exact, subtract } from '../../exact.ts'
import { type RoundingMode, roundTo } from '../../money.ts'
import { EVERYTHING } from '../interval.ts'
import { isMoney } from '../units.ts'
import { alikeNumbers } from './alike.ts'
import { misfit, type RuleFunction } from './function.ts'

const NO_STEP = misfit(
  0,
  '不是金额或比例的数（金额和比例须写步长，如 1 元、1%）',
  'a number that is no money and no percentage, which need a step such as 1 元 or 1%',
)

/**
 * A function that goes to whole steps: `floor(增量, 1000 万元)` is 每满 1000 万元. The step must be positive, otherwise there is
 * no result. Without one it goes to whole numbers of the unit: `floor(月数)`; of money and percentages nobody knows which those would be.
 */
export const stepwise = (name: string, mode: RoundingMode, zh: string, en: string): RuleFunction => ({
  name,
  arity: [1, 2],
  type: (args) => {
    const [x, step] = args
    return step === undefined && x!.kind === 'number' && (x!.percent || isMoney(x!.unit)) ? NO_STEP : alikeNumbers(args)
  },
  defaults: [1],
  value: ([x, step]) => (compare(step as Exact, 0) > 0 ? roundTo(x as Exact, mode, step as Exact) : undefined),
  bounds: ([x, step]) => {
    const reach = step!.high
    if (reach === null || compare(reach, 0) <= 0) return EVERYTHING
    // A whole step at most in either direction; floor never goes up and ceiling never down, and floor of what is not negative is not negative.
    const down = mode === 'ceiling' || (mode === 'floor' && x!.low === 0) ? 0 : reach
    const up = mode === 'floor' ? 0 : reach
    return { low: x!.low === null ? null : subtract(x!.low, down), high: x!.high === null ? null : add(x!.high, up) }
  },
  size: ([x, step]) => ({ top: x!.top + step!.bottom + step!.top + 1, bottom: step!.bottom }),
  phrase: ([x, step]) => ({ zh: `${x} 按每 ${step} ${zh}`, en: `${x} ${en} ${step}` }),
})
