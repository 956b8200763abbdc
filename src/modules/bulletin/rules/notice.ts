/** A supervision notice (督办单): what a department owes of a task, as it stood when the notice was issued. */
import type { Day } from '../../../core/dates.ts'
import { fill, type Language, type Text } from '../../../core/messages.ts'
import type { OfficialDocument } from '../../../core/official-document.ts'
import { owedText } from '../../worklist/index.ts'
import type { Body } from './body.ts'
import type { Issue } from './document.ts'
import { noticeOf } from './document.ts'
import { NONE, tellerIn } from './parts.ts'

type Owed = { readonly key: string; readonly kind: string; readonly due: Day }

const NOTICE_FORMAT = 'planwright-notice 1'

export type NoticeFacts = {
  readonly city: Text
  readonly synthetic: boolean
  readonly day: Day
  readonly task: { readonly id: string; readonly year: number; readonly number: string; readonly title: Text; readonly content: Text }
  readonly lead: Text
  readonly due: Day | null
  readonly late: readonly Owed[]
  readonly next: readonly Owed[]
}
export type NoticeContent = NoticeFacts & { readonly format: typeof NOTICE_FORMAT; readonly body: { readonly zh: Body; readonly en: Body } }

const WORDS = {
  head: { zh: '{city}督办单', en: 'Supervision notice of {city}' },
  title: { zh: '关于任务“{task}”的督办单', en: 'Supervision notice on the task "{task}"' },
  late: {
    zh: '下列任务由你单位牵头，现有 {count} 项应报未报。请尽快补报；确需延期的，写明理由提出申请。',
    en: 'You lead the task below; {count} of the things it owes are late. Report on them without delay, or ask for more time with a reason.',
  },
  inTime: {
    zh: '下列任务由你单位牵头，现在没有逾期。请按时报送。',
    en: 'You lead the task below; nothing of it is late now. Please report in time.',
  },
  task: { zh: '任务', en: 'Task' },
  owes: { zh: '任务所欠', en: 'What the task owes' },
  isLate: { zh: '已逾期', en: 'late' },
  isNext: { zh: '待报送', en: 'to come' },
  file: { zh: '督办台账', en: 'the file of the task' },
} as const

const bodyIn = (facts: NoticeFacts, language: Language): Body => {
  const { say, paragraph, table } = tellerIn(language)
  const { task, late, next, due } = facts
  const name = `${task.number} ${say(task.title)}`
  const row = (state: Text) => (each: Owed) => ({ origin: 'task', cells: [say(owedText(each)), each.due, say(state)] })
  const rows = [...late.map(row(WORDS.isLate)), ...next.map(row(WORDS.isNext))]
  return {
    title: fill(say(WORDS.title), { task: name }),
    blocks: [
      paragraph(late.length > 0 ? fill(say(WORDS.late), { count: late.length }) : say(WORDS.inTime)),
      table(WORDS.task, ['task', 'content', 'due'], [{ origin: 'task', cells: [name, say(task.content) || NONE, due ?? NONE] }]),
      ...(rows.length === 0 ? [] : [table(WORDS.owes, ['owed', 'due', 'status'], rows)]),
    ],
  }
}

export const noticeContentOf = (facts: NoticeFacts): NoticeContent => ({
  format: NOTICE_FORMAT,
  ...facts,
  body: { zh: bodyIn(facts, 'zh'), en: bodyIn(facts, 'en') },
})

/** Addressed to the lead department; the second copy goes to the file. */
export const noticeDocumentOf = (content: NoticeContent, { number, issuer, day }: Issue, language: Language): OfficialDocument => ({
  language,
  head: fill(WORDS.head[language], { city: content.city[language] }),
  number: number === null ? null : number[language],
  title: content.body[language].title,
  to: content.lead[language],
  body: content.body[language].blocks,
  annexes: [],
  issuer: issuer[language],
  day,
  copies: [WORDS.file[language]],
  notice: noticeOf(number === null, content.synthetic, language),
})
