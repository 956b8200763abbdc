/** What a page answers once an invitation was sent. */
import { data } from 'react-router'
import type { Sent } from '../modules/identity/index.ts'
import type { Site } from './context.ts'
import { at, languageOfPath } from './language.ts'
import type { SentTo } from './parts/sent-link.tsx'

/** Where letters go out, the link is only in the letter: whoever has it reads that address. Else it is shown once, on the page that answers the form, and stands in no address. */
export const sentBy = ({ mails, origin }: Site, request: Request, { email, token }: Sent) =>
  data<{ readonly sent: SentTo }>({
    sent: { email, link: mails ? null : origin + at(`/join/${token}`, languageOfPath(new URL(request.url).pathname)) },
  })
export type Answered = ReturnType<typeof sentBy>
