import { zipSync } from 'fflate'
import type { ActionFunctionArgs } from 'react-router'
import { exportEverything } from '../../modules/desk/index.ts'
import { siteContext } from '../context.ts'
import { orTrouble } from '../loading.ts'
import { fileAnswer } from './file-answer.ts'

/** Everything held about an enterprise as one ZIP. It is posted for, because that it was taken is recorded. */
export const action = ({ context, params }: ActionFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const { name, files } = await app.perform(who, exportEverything, { enterprise: params.enterprise ?? '' })
    // Handed-in files are compressed already; texts are small.
    return fileAnswer(name, 'application/zip', zipSync(Object.fromEntries(files), { level: 1 }))
  })
