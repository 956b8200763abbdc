import type { LoaderFunctionArgs } from 'react-router'
import { taskEvidence } from '../../modules/worklist/index.ts'
import { siteContext } from '../context.ts'
import { fileAnswer } from '../desk/file-answer.ts'
import { orTrouble } from '../loading.ts'

/** A file that speaks for a report of a task. */
export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const file = await app.perform(who, taskEvidence, { evidence: params.evidence ?? '' })
    return fileAnswer(file.name, file.type, file.bytes)
  })
