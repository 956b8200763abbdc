/**
 * A file outside the database that has one line for every event of the record: `LANE/SEQ HASH AT EVENT`. An action is answered only when its lines are on the disk, so
 * that whoever cuts the end of the record off the database, or puts an older one in its place, leaves a journal that knows more.
 */
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import path from 'node:path'
import readline from 'node:readline'
import { sql } from 'kysely'
import { type Head, placeOf } from '../../core/evidence/chain.ts'
import type { AuditEvent } from '../../core/evidence/event.ts'
import type { Db } from '../database.ts'
import { fail } from '../messages.ts'
import { headsIn } from './checkpoints.ts'

/** What a line says of an event. */
export type JournalEntry = Pick<AuditEvent, 'lane' | 'seq' | 'hash' | 'at' | 'event'>

export type Journal = {
  readonly file: string
  /** Refuses once a line could not be written: what is not in the journal is not done. */
  readonly demand: () => void
  /** Comes back when the lines are on the disk; lines that come meanwhile go there together. */
  readonly write: (events: readonly JournalEntry[]) => Promise<void>
  /** The last line of every lane; none where there is no file yet. */
  readonly heads: () => Promise<readonly Head[]>
  readonly close: () => Promise<void>
}

const LINE = /^(\d{1,5})\/(\d{1,15}) ([0-9a-f]{64}) /
const lineOf = ({ lane, seq, hash, at, event }: JournalEntry): string => `${placeOf({ lane, seq })} ${hash} ${at} ${event}\n`

/** The file to append to. A line that was torn when the machine stopped is ended; the folder knows of a new file. */
const opened = async (file: string): Promise<FileHandle> => {
  const handle = await open(file, 'a+', 0o600)
  const { size } = await handle.stat()
  if (size === 0) {
    const folder = await open(path.dirname(file))
    await folder.sync().finally(() => folder.close())
  } else if ((await handle.read(Buffer.alloc(1), 0, 1, size - 1)).buffer[0] !== 10) await handle.appendFile('\n')
  return handle
}

const headsOf = async (file: string): Promise<readonly Head[]> => {
  const ends = new Map<number, Head>()
  try {
    for await (const line of readline.createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      const [, lane, seq, head] = LINE.exec(line) ?? []
      if (lane === undefined || seq === undefined || head === undefined) continue
      const found = { lane: Number(lane), seq: Number(seq), head }
      // Two transactions of a lane may have been written the other way round.
      if (found.seq > (ends.get(found.lane)?.seq ?? 0)) ends.set(found.lane, found)
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  return [...ends.values()].sort((one, other) => one.lane - other.lane)
}

type Waiting = { readonly text: string; readonly done: (error: unknown) => void }

export const journalIn = (file: string): Journal => {
  let handle: Promise<FileHandle> | null = null
  let waiting: Waiting[] = []
  let isWriting = false
  let isBroken = false
  const away = (): never => fail('kernel.journal-away', { file })

  const writeAll = async (): Promise<void> => {
    isWriting = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      const error = await (async () => {
        handle ??= opened(file)
        const to = await handle
        await to.appendFile(batch.map(({ text }) => text).join(''))
        await to.datasync()
      })().then(
        () => null,
        (problem: unknown) => problem,
      )
      if (error) isBroken = true
      for (const { done } of batch) done(error)
    }
    isWriting = false
  }

  return {
    file,
    demand: () => {
      if (isBroken) away()
    },
    write: (events) =>
      new Promise<void>((resolve, reject) => {
        const text = events.map(lineOf).join('')
        waiting.push({ text, done: (error) => (error ? reject(error) : resolve()) })
        if (!isWriting) void writeAll()
      }).catch(away),
    heads: () => headsOf(file),
    close: async () => {
      const last = await handle?.catch(() => null)
      handle = null
      await last?.close()
    },
  }
}

/** At a start: refuses a database that lacks what the journal has, and adds to the journal what was committed and not written before the machine stopped. */
export const settleJournal = async (db: Db, journal: Journal, now: Date): Promise<void> => {
  const heads = await journal.heads()
  const { rows } = await sql<{ lane: number; seq: bigint; head: string }>`select e.lane, e.seq, encode(e.hash, 'hex') as head
    from unnest(${heads.map(({ lane }) => lane)}::integer[], ${heads.map(({ seq }) => seq)}::bigint[]) j (lane, seq)
    join kernel_event e on e.lane = j.lane and e.seq = j.seq`.execute(db)
  const there = new Map(rows.map(({ lane, seq, head }) => [placeOf({ lane, seq: Number(seq) }), head]))
  const missing = heads.find((each) => there.get(placeOf(each)) !== each.head)
  if (missing) fail('kernel.journal-ahead', { file: journal.file, place: placeOf(missing) })
  const ends = new Map(heads.map(({ lane, seq }) => [lane, seq]))
  const behind = (await headsIn(db)).filter(({ lane, seq }) => seq > (ends.get(lane) ?? 0))
  await journal.write(
    behind.map(({ lane, seq, head }) => ({ lane, seq, hash: head, at: now.toISOString(), event: 'kernel.journal-caught-up' })),
  )
}
