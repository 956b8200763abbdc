import type { LoaderFunctionArgs } from 'react-router'
import { ownEvidence } from '../../modules/party/index.ts'
import { siteContext } from '../context.ts'
import { orTrouble } from '../loading.ts'
import { fileAnswer } from './file-answer.ts'

/** A file that the enterprise has handed in. */
export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const file = await app.perform(who, ownEvidence, { enterprise: params.enterprise ?? '', evidence: params.evidence ?? '' })
    return fileAnswer(file.name, file.type, file.bytes)
  })
