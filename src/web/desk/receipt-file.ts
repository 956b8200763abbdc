import { data, type LoaderFunctionArgs } from 'react-router'
import { receiptFiles } from '../../modules/desk/index.ts'
import { siteContext } from '../context.ts'
import { orTrouble } from '../loading.ts'
import { fileAnswer } from './file-answer.ts'

/** A receipt, or the facts beside it, byte for byte. */
export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const { enterprise = '', receipt = '', part } = params
    const found = await app.perform(who, receiptFiles, { enterprise, receipt })
    const name = `decision-${found.hash.slice(0, 12)}`
    if (part === 'receipt') return fileAnswer(`${name}.json`, 'application/json', found.receipt)
    if (part === 'facts' && found.facts !== null) return fileAnswer(`${name}.facts.json`, 'application/json', found.facts)
    throw data(null, { status: 404 })
  })
