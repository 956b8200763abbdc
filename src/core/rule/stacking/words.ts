/** What a relation did to an award, as a sentence with its clause. */
import type { Text } from '../../messages.ts'
import { type Fen, shownMoney } from '../../money.ts'
import type { Measure } from '../tree.ts'
import type { Award, StackStep } from './stack.ts'

export type Sentence = { readonly anchor: string; readonly text: Text }

/** Titles of measures by id, in both languages. */
export type Titles = (measure: string) => Text

const titlesOf = (ids: readonly string[], titles: Titles): Text => ({
  zh: ids.map((id) => `“${titles(id).zh}”`).join('、'),
  en: ids.map((id) => `"${titles(id).en}"`).join(', '),
})
const money = (fen: Fen): Text => ({ zh: shownMoney(fen, 'zh'), en: shownMoney(fen, 'en') })

/** The heading that the clause stands under, of the measure whose file declares it. */
const clauseOf = ({ declaredBy, anchor }: StackStep, measures: ReadonlyMap<string, Measure>): Text => {
  const section = measures.get(declaredBy)?.sections.find((each) => each.anchor === anchor)
  const zh = section?.heading ?? anchor
  return { zh, en: section?.headingEnglish ?? zh }
}

const budgetOf = (zh: string, measure: Measure | undefined): Text => {
  const parts = measure?.groups.flatMap((group) => (group.kind === 'share' ? group.parts : [])) ?? []
  return { zh, en: parts.find(({ budget }) => budget === zh)?.budgetEnglish ?? zh }
}

const sentence = (step: StackStep, titles: Titles): Text => {
  const others = titlesOf(step.because, titles)
  const [before, after] = [money(step.before), money(step.after)]
  switch (step.kind) {
    case 'highest':
      return {
        zh: `就高不重复：已取${others.zh}，本项 ${before.zh} 不另给`,
        en: `only the highest is paid: ${others.en} is taken, these ${before.en} are not paid as well`,
      }
    case 'exclusive':
      return {
        zh: `不重复享受：已取${others.zh}，本项 ${before.zh} 不另给`,
        en: `not paid together: ${others.en} is taken, these ${before.en} are not paid as well`,
      }
    case 'match':
      return {
        zh: `配套：随${others.zh}实付的金额，由 ${before.zh} 减为 ${after.zh}`,
        en: `matching what is paid under ${others.en}: ${after.en} instead of ${before.en}`,
      }
    default:
      return {
        zh: `总额封顶：轮到本项时还剩 ${money(step.left ?? 0n).zh}，由 ${before.zh} 减为 ${after.zh}`,
        en: `total cap: ${money(step.left ?? 0n).en} were left for this, so ${after.en} instead of ${before.en}`,
      }
  }
}

/** One sentence for each relation that changed the award, and one for its split over budgets. */
export const sentencesOf = (award: Award, titles: Titles, measures: ReadonlyMap<string, Measure>): readonly Sentence[] => {
  const steps = award.steps.map((step): Sentence => {
    const { zh, en } = sentence(step, titles)
    const clause = clauseOf(step, measures)
    const where =
      step.declaredBy === award.measure
        ? clause
        : { zh: `${titles(step.declaredBy).zh}·${clause.zh}`, en: `${titles(step.declaredBy).en}, ${clause.en}` }
    return {
      anchor: step.declaredBy === award.measure ? step.anchor : '',
      text: { zh: `${zh}（${where.zh}）。`, en: `${en} (${where.en}).` },
    }
  })
  if (award.shares.length === 0) return steps
  const parts = award.shares.map(({ budget, fen }) => ({ name: budgetOf(budget, measures.get(award.measure)), ...money(fen) }))
  return [
    ...steps,
    {
      anchor: '',
      text: {
        zh: `分担：${parts.map(({ name, zh }) => `${name.zh} ${zh}`).join('，')}。`,
        en: `Paid by: ${parts.map(({ name, en }) => `${name.en} ${en}`).join(', ')}.`,
      },
    },
  ]
}
