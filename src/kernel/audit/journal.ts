/**
 * Files outside the database that have one line for every event of the record: `LANE/SEQ HASH AT EVENT`. An action is answered only when its lines are on the disk, so
 * that whoever cuts the end of the record off the database, or puts an older one in its place, leaves a journal that knows more.
 */
import { access, constants } from 'node:fs/promises'
import { sql } from 'kysely'
import { type Head, placeOf } from '../../core/evidence/chain.ts'
import type { AuditEvent } from '../../core/evidence/event.ts'
import type { Db } from '../database.ts'
import { Failure } from '../failure.ts'
import { fail } from '../messages.ts'
import { headsIn } from './checkpoints.ts'
import { type Opened, openedFor, readFiles } from './journal-files.ts'

/** What a line says of an event. */
export type JournalEntry = Pick<AuditEvent, 'lane' | 'seq' | 'hash' | 'at' | 'event'>

export type Journal = {
  readonly folder: string
  /** Refuses once a line could not be written: what is not in the journal is not done. */
  readonly demand: () => void
  /** Comes back when the lines are on the disk; lines that come meanwhile go there together. */
  readonly write: (events: readonly JournalEntry[]) => Promise<void>
  /** The last line of every lane; none where there is no file yet. Refuses a folder from which a file is missing or in which one was altered. */
  readonly heads: () => Promise<readonly Head[]>
  readonly close: () => Promise<void>
}

const LINE = /^(\d{1,5})\/(\d{1,15}) ([0-9a-f]{64}) /
const lineOf = ({ lane, seq, hash, at, event }: JournalEntry): string => `${placeOf({ lane, seq })} ${hash} ${at} ${event}\n`

const headsOf = async (folder: string): Promise<readonly Head[]> => {
  const ends = new Map<number, Head>()
  await readFiles(folder, (line) => {
    const [, lane, seq, head] = LINE.exec(line) ?? []
    if (lane === undefined || seq === undefined || head === undefined) return
    const found = { lane: Number(lane), seq: Number(seq), head }
    // Two transactions of a lane may have been written the other way round.
    if (found.seq > (ends.get(found.lane)?.seq ?? 0)) ends.set(found.lane, found)
  })
  return [...ends.values()].sort((one, other) => one.lane - other.lane)
}

type Waiting = { readonly events: readonly JournalEntry[]; readonly done: (error: unknown) => void }

/** The journal in a folder, which has to be there: a disk that is not in its place is no reason to begin anew. */
export const journalIn = (folder: string): Journal => {
  let opened: Opened | null = null
  let waiting: Waiting[] = []
  let isWriting = false
  let isBroken = false
  const away = (): never => fail('kernel.journal-away', { folder })
  const close = async (): Promise<void> => {
    const last = opened
    opened = null
    await last?.handle.close()
  }

  const put = async (events: readonly JournalEntry[]): Promise<void> => {
    const day = events.at(-1)?.at.slice(0, 10)
    if (day === undefined) return access(folder, constants.W_OK)
    if (opened !== null && opened.name < day) await close()
    opened ??= await openedFor(folder, day)
    await opened.handle.appendFile(events.map(lineOf).join(''))
    await opened.handle.datasync()
  }

  const writeAll = async (): Promise<void> => {
    isWriting = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      const error = await put(batch.flatMap(({ events }) => events)).then(
        () => null,
        (problem: unknown) => problem,
      )
      if (error) isBroken = true
      for (const { done } of batch) done(error)
    }
    isWriting = false
  }

  return {
    folder,
    demand: () => {
      if (isBroken) away()
    },
    write: (events) =>
      new Promise<void>((resolve, reject) => {
        waiting.push({ events, done: (error) => (error ? reject(error) : resolve()) })
        if (!isWriting) void writeAll()
      }).catch(away),
    heads: () => headsOf(folder).catch((error: unknown) => (error instanceof Failure ? Promise.reject(error) : away())),
    close,
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
  if (missing) fail('kernel.journal-ahead', { folder: journal.folder, place: placeOf(missing) })
  const ends = new Map(heads.map(({ lane, seq }) => [lane, seq]))
  const behind = (await headsIn(db)).filter(({ lane, seq }) => seq > (ends.get(lane) ?? 0))
  await journal.write(
    behind.map(({ lane, seq, head }) => ({ lane, seq, hash: head, at: now.toISOString(), event: 'kernel.journal-caught-up' })),
  )
}
