import type { ActionFunctionArgs } from 'react-router'
import { exportWith } from '../../modules/audit/index.ts'
import { siteContext } from '../context.ts'
import { fileAnswer } from '../desk/file-answer.ts'
import { orTrouble } from '../loading.ts'
import { MOST_WALKED } from './words.ts'

/** The whole record as a bundle to check elsewhere. It is posted for, because that it was exported is recorded. */
export const action = ({ context }: ActionFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const lines: string[] = []
    await app.perform(
      who,
      exportWith((line) => void lines.push(`${line}\n`)),
      { most: MOST_WALKED },
    )
    return fileAnswer('record.jsonl', 'application/x-ndjson', lines.join(''))
  })
