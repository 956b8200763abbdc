/** The folder that a mass run was written to. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Misuse } from './command.ts'

/** The record of a run (`run.json`). */
export const recordOf = async <R>(folder: string): Promise<R> => {
  try {
    return JSON.parse(await readFile(path.join(folder, 'run.json'), 'utf8')) as R
  } catch {
    throw new Misuse({ zh: `“${folder}”不是一次运行的文件夹。`, en: `"${folder}" is not the folder of a run.` })
  }
}

/** The first cell of a line, as it is written for an id. */
export const idCell = (id: string): string => (/[",]/.test(id) ? `"${id.replaceAll('"', '""')}"` : id)
