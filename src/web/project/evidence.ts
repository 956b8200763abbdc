import type { LoaderFunctionArgs } from 'react-router'
import { projectEvidence } from '../../modules/project/index.ts'
import { siteContext } from '../context.ts'
import { fileAnswer } from '../desk/file-answer.ts'
import { orTrouble } from '../loading.ts'

/** A file that speaks for a stage of a project. */
export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const file = await app.perform(who, projectEvidence, { evidence: params.evidence ?? '' })
    return fileAnswer(file.name, file.type, file.bytes)
  })
