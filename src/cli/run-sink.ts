/** Where the cells of a run go. */
import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import { beginRun, forgetRun, GRANTS_IN, keepRun, type RunBasis, type RunOutcome, type RunWork } from '../modules/run/index.ts'
import { COPY_END, COPY_HEADER } from '../population/copy-bytes.ts'
import type { Problem } from '../population/messages.ts'
import { fileOutput, folderOutput, type Output } from '../population/output.ts'
import { Misuse } from './command.ts'
import { type Line, OPERATOR, type Opened } from './database.ts'

export type Sink = Omit<Output, 'finish'> & {
  /** The run's number in the database, for the rows of a binary COPY; null: lines of a file are written. */
  readonly number: number | null
  readonly finish: (record: Readonly<Record<string, unknown>>, outcome: RunOutcome) => Promise<string>
}

/** A file if the name says so, otherwise a folder that holds one folder for each run. */
export const pathSink = async (out: string, run: string): Promise<Sink | { readonly problem: Problem }> => {
  const isFolder = (await stat(out).catch(() => null))?.isDirectory() ?? !out.endsWith('.csv')
  try {
    const output = isFolder ? await folderOutput(out, run) : await fileOutput(out)
    return 'problem' in output ? output : { ...output, number: null }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    throw new Misuse({ zh: `写不了“${out}”。请检查路径和权限。`, en: `Cannot write "${out}". Check the path and the permissions.` })
  }
}

/** Keeps a run on one connection; that it begins is noted on another, so that everybody sees it. */
export const keepOn = ({ app }: Opened, line: Line, work: Omit<RunWork, 'begin'>): Promise<RunOutcome> =>
  line.app.perform(OPERATOR, keepRun({ ...work, begin: (basis) => app.perform(OPERATOR, beginRun, basis) }), {})

/** Ends a run that is being written, and forgets that it was begun. */
export const abandon = async ({ app }: Opened, { connection }: Line, id: string | null): Promise<void> => {
  await connection.cut().catch(() => {})
  if (id !== null) await app.perform(OPERATOR, forgetRun, { id })
}

/** The tables of runs: the cells come as rows of a binary COPY. Refused where the run is there, or is being written. */
export const databaseSink = async (opened: Opened, basis: RunBasis): Promise<Sink> => {
  const line = await opened.line()
  const rows = new PassThrough({ highWaterMark: 1 << 22 })
  const begun = Promise.withResolvers<{ readonly number: number; readonly again: boolean }>()
  const outcome = Promise.withResolvers<RunOutcome>()
  // What goes wrong with the copying is said by `kept`.
  rows.on('error', () => {})
  const kept = keepOn(opened, line, {
    basis: async () => basis,
    fill: async (_, start) => {
      begun.resolve(start)
      await line.connection.copyIn(GRANTS_IN, rows)
      return outcome.promise
    },
  })
  kept.catch(() => {})
  const { number, again } = await Promise.race([begun.promise, kept.then(() => begun.promise)])
  const write = async (bytes: Uint8Array): Promise<void> => {
    if (!rows.write(bytes)) await Promise.race([once(rows, 'drain'), kept])
  }
  await write(COPY_HEADER)
  return {
    number,
    again,
    write,
    finish: async (_, result) => {
      outcome.resolve(result)
      rows.end(COPY_END)
      await kept
      return 'db'
    },
    discard: () => abandon(opened, line, basis.id),
  }
}
