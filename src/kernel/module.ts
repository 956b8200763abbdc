import type { Static, TObject, TSchema } from 'typebox'
import type { Engine } from '../core/evidence/engine.ts'
import type { HashName } from '../core/evidence/event.ts'
import type { FailureText, Text } from '../core/messages.ts'
import type { Journal } from './audit/journal.ts'
import type { Signer } from './audit/key.ts'
import type { Db, Migration } from './database.ts'
import type { Files } from './files.ts'
import type { Message } from './jobs/message.ts'
import type { OperationQuery, Operations } from './operation.ts'
import type { Recorded } from './recorded.ts'
import type { Right, Standing } from './right.ts'
import type { Seal } from './seal.ts'
import type { Webhooks } from './webhook.ts'
import type { Who } from './who.ts'

/**
 * What a view may touch: a read-only snapshot of the database, the day, who asks and in which capacity. `now` is an instant, `today` a day in the business time
 * zone `timeZone`, `dayOf` the day of an instant there, `engine` the program that runs, as receipts name it, `files` what people have handed in, `seal` what makes
 * secrets unreadable in the database, `webhooks` the receivers of events that the settings name,
 * `operations` what can be counted of what the modules record.
 */
export type Look = {
  readonly db: Db
  readonly now: Date
  readonly today: string
  readonly dayOf: (instant: Date) => string
  readonly timeZone: string
  readonly who: Who
  readonly standing: Standing
  readonly engine: Engine
  readonly files: Files
  readonly seal: Seal
  /** The hash function of the record, and who signs checkpoints of it; null where no key is named. */
  readonly hash: HashName
  readonly signer: Signer | null
  /** Where the record is written outside of the database as well; null: nowhere. */
  readonly journal: Journal | null
  readonly webhooks: Webhooks
  readonly operations: Operations
}

/**
 * What was done to which thing. `before` and `after` are the thing as it was and as it is (null: not there); `details` whatever else a reader of the record should
 * find. All three can be erased for the sake of a person; that they were there, and their hash, remains.
 */
export type Deed = {
  readonly object: readonly [type: string, id: string]
  readonly before?: unknown
  readonly after?: unknown
  readonly details?: Readonly<Record<string, unknown>>
}

/** What an action may touch: as a view, but the transaction is open for writing and must leave a record. */
export type Act = Look & {
  readonly record: (event: string, deed: Deed) => Promise<void>
  /** Tells every module that hears this type, after commit and not before the instant that is given; nobody if the action fails. */
  readonly emit: <M extends Message>(message: M, when?: { readonly notBefore?: Date }) => void
  /** Notes that the person acts in a role in a matter; refuses whoever already acted there in a role that excludes it. */
  readonly duty: (role: string, matter: readonly [scope: string, id: string]) => Promise<void>
}

export type View<I extends TSchema = TSchema, R = unknown> = {
  readonly kind: 'view'
  readonly name: string
  readonly right: Right
  readonly input: I
  // A method, so that a view of any input is a `View`: whoever calls one goes through `perform`, which checks the input against `input`.
  run(look: Look, input: Static<I>): Promise<R>
}
export type Action<I extends TSchema = TSchema, R = unknown> = {
  readonly kind: 'action'
  readonly name: string
  readonly right: Right
  readonly input: I
  run(act: Act, input: Static<I>): Promise<R>
}

/** A read for a door. */
export const view = <I extends TSchema, R>(
  name: string,
  right: Right,
  input: I,
  run: (look: Look, input: Static<I>) => Promise<R>,
): View<I, R> => ({
  kind: 'view',
  name,
  right,
  input,
  run,
})
/** One use case that changes something. It is refused at commit unless it recorded what it did. */
export const action = <I extends TSchema, R>(
  name: string,
  right: Right,
  input: I,
  run: (act: Act, input: Static<I>) => Promise<R>,
): Action<I, R> => ({
  kind: 'action',
  name,
  right,
  input,
  run,
})

/** The one way to use views and actions, as a door holds it. */
export type Perform = <I extends TSchema, R>(who: Who, use: View<I, R> | Action<I, R>, input: Static<I>) => Promise<R>

/**
 * An address as data. `on` is `'GET /measures/:id'` below `/api/v1`; path, query and body parameters become the one input of `run`.
 * `reply` is the schema of the JSON answer; `summary` is the sentence of the reference page.
 */
export type Route = {
  /** The most bytes of a body; as much as any other where it is left out. More is read only from whoever may use it. */
  readonly largest?: number
  readonly on: `${'GET' | 'POST'} /${string}`
  readonly run: View | Action
  readonly reply: TSchema
  readonly summary: { readonly zh: string; readonly en: string }
}

/** What is done by the calendar: `cron` in five fields, in the business time zone. One occurrence is run once; what was missed while nothing ran is made up for once. */
export type Job = { readonly name: string; readonly cron: string; readonly run: Action }

/** One thing that waits: what it is, the page where it is done, and the day it is due; null where there is none. */
export type WaitingThing = { readonly text: Text; readonly page: string; readonly due: string | null; readonly isLate: boolean }
/**
 * What waits for somebody: how many, the sentence that says so, and the page where it begins. `first`: at most `FIRST_SHOWN` of them, the most urgent first, where the
 * room lists them on its first page. `synthetic`: there are enterprises among them that nobody has.
 */
export type Waiting = {
  readonly count: number
  readonly text: Text
  readonly page: string
  readonly first?: readonly WaitingThing[]
  readonly synthetic?: boolean
}
export const FIRST_SHOWN = 5
/** Something to do in a room, which is named by the address of its first page; shown to whoever may use the view. */
export type FirstJob = { readonly room: string; readonly view: View<TObject, Waiting> }

/** One thing that shows whether all is well; what is not is said in `value`. */
export type Condition = { readonly name: Text; readonly value: Text; readonly isWell: boolean }

/** A module as a plain object. `hears`: the type of a message and the action it becomes the input of, once for each message. */
export type Module = {
  readonly name: string
  readonly uses: readonly string[]
  readonly migrations: readonly Migration[]
  readonly messages: Record<string, FailureText>
  readonly routes: readonly Route[]
  /** What it records, in words; nothing for a module that only reads. */
  readonly recorded?: Recorded
  readonly hears?: Readonly<Record<string, Action>>
  readonly jobs?: readonly Job[]
  readonly firstJobs?: readonly FirstJob[]
  readonly health?: View<TObject, readonly Condition[]>
  /** What of its records can be counted as an indicator. */
  readonly operations?: readonly OperationQuery[]
}
