import { dayOf } from '../core/dates.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import { formatDiagnostic } from '../core/diagnostic.ts'
import { dayIn, timeZoneOf } from '../kernel/config.ts'
import type { Pack, ReadResult } from '../pack/pack.ts'
import { readPack } from '../pack/read.ts'
import { type Given, type Io, Misuse, paint } from './command.ts'

/** The day it is now where the rules are in force: the default day of every command. */
export const todayHere = (): string => dayIn(timeZoneOf(process.env), new Date())

/** A day given as an option, or the fallback; anything that is no day is wrong use. */
export const dayOption = (values: Given['values'], name: string, fallback: string): string => {
  const text = values[name]
  if (text === undefined) return fallback
  const day = typeof text === 'string' ? dayOf(text) : null
  if (day === null)
    throw new Misuse({
      zh: `--${name} 不是日期：“${String(text)}”。请写作 2023-06-30。`,
      en: `--${name} is no day: "${String(text)}". Write 2023-06-30.`,
    })
  return day
}

/** Places are shown from where the person stands. */
const placed = (diagnostic: Diagnostic, folder: string): Diagnostic =>
  diagnostic.place.file === folder
    ? diagnostic
    : {
        ...diagnostic,
        place: { ...diagnostic.place, file: `${folder}/${diagnostic.place.file}` },
        ...(diagnostic.other
          ? { other: { ...diagnostic.other, place: { ...diagnostic.other.place, file: `${folder}/${diagnostic.other.place.file}` } } }
          : {}),
      }

export const readAt = async (folder: string, today: string): Promise<ReadResult> => {
  const clean = folder.replace(/\/+$/, '')
  const { pack, diagnostics } = await readPack(clean, today)
  return { pack, diagnostics: diagnostics.map((each) => placed(each, clean)) }
}

export const showDiagnostics = (diagnostics: readonly Diagnostic[], io: Io): void => {
  for (const each of diagnostics) {
    const word =
      each.severity === 'error'
        ? paint(io, 'red', io.language === 'zh' ? '错误' : 'error')
        : paint(io, 'yellow', io.language === 'zh' ? '警告' : 'warning')
    io.err(`${word} ${formatDiagnostic(each, io.language)}`)
  }
}

/** The pack, or null after its findings have been shown. */
export const packOrFindings = async (folder: string, io: Io): Promise<Pack | null> => {
  const { pack, diagnostics } = await readAt(folder, todayHere())
  if (!pack)
    showDiagnostics(
      diagnostics.filter((each) => each.severity === 'error'),
      io,
    )
  return pack
}
