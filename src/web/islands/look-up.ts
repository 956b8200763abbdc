/** What registers know of an enterprise: the credit code goes to the server, and nothing else does. */
import type { Language, Text } from '../../core/messages.ts'
import type { Enterprise } from '../../modules/party/browser.ts'
import { type LookedUp, NOT_LOOKED_UP } from '../portal/check-answer.ts'

const AWAY: Text = { zh: '现在查不到登记信息，请稍后再试。', en: 'Registers cannot be reached now; try again later.' }

export const lookUp = async (uscc: string, language: Language): Promise<LookedUp> => {
  const code = uscc.trim()
  if (code === '') return NOT_LOOKED_UP
  try {
    const reply = await fetch(`/api/v1/enterprises/${encodeURIComponent(code)}?lang=${language}`)
    const body = (await reply.json()) as Enterprise | { readonly title: string }
    return 'title' in body ? { found: null, problem: { zh: body.title, en: body.title } } : { found: body, problem: null }
  } catch {
    return { found: null, problem: AWAY }
  }
}
