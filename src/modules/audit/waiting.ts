/** What waits for auditors. */
import { Type } from 'typebox'
import { type View, view, type Waiting } from '../../kernel/module.ts'
import { AUDITOR } from './contract.ts'
import { recordState } from './views.ts'

const Nothing = Type.Object({})
const OLD_MS = 7 * 86_400_000

/** Whether the whole record should be walked: it never was, a week ago, or something was found. */
export const recordWaiting: View<typeof Nothing, Waiting> = view('audit.record-waiting', AUDITOR, Nothing, async (look) => {
  const { last } = await recordState.run(look, {})
  const day = last && look.dayOf(new Date(last.at))
  const findings = last?.report.findings.length ?? 0
  const isOld = last === null || look.now.getTime() - Date.parse(last.at) > OLD_MS
  return {
    count: findings + Number(isOld),
    text:
      last === null
        ? { zh: '操作记录还没有核验过', en: 'The record was never verified' }
        : findings > 0
          ? {
              zh: `操作记录在 ${day} 核验时有 ${findings} 处不符`,
              en: `The record differed in ${findings} places when it was verified on ${day}`,
            }
          : { zh: `操作记录上次核验于 ${day}，当时完整`, en: `The record was last verified on ${day}, and was whole` },
    page: '/audit',
  }
})
