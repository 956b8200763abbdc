/** Official documents to take along, as PDF or DOCX. */
import type { OfficialDocument } from '../core/official-document.ts'
import { failing } from '../kernel/failure.ts'
import { fail as failKernel } from '../kernel/messages.ts'
import { paperMessages } from '../paper/messages.ts'
import { FORMS, type Form, LONGEST_SECONDS, type Press } from '../paper/press.ts'
import { fileAnswer } from './desk/file-answer.ts'

const fail = failing(paperMessages)

const TYPES: Readonly<Record<Form, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** The form that an address names, such as `pdf`; there is none but these. */
export const formOf = (text: string | undefined): Form => FORMS.find((form) => form === text) ?? failKernel('kernel.not-there', {})

/** Named by title and number, without what file systems do not take. */
const nameOf = ({ title, number }: OfficialDocument, form: Form): string =>
  `${[title, number]
    .filter((each) => each !== null)
    .join(' ')
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 120)}.${form}`

/** The document as a file; refuses in words where the machine cannot make it. */
export const paperAnswer = async (press: Press, document: OfficialDocument, form: Form): Promise<Response> => {
  const printed = await press.print(document, form)
  if ('bytes' in printed) return fileAnswer(nameOf(document, form), TYPES[form], printed.bytes)
  return printed.code === 'paper.long' ? fail('paper.long', { seconds: LONGEST_SECONDS }) : fail(printed.code, {})
}
