/** The events that receivers can be told of. */
import type { Text } from '../../../core/messages.ts'
import type { BulletinPublished } from '../../bulletin/index.ts'
import type { AssessmentChanged, ReadingsApproved } from '../../plan/index.ts'
import type { TaskTurnedRed } from '../../worklist/index.ts'

type Told = ReadingsApproved | AssessmentChanged | TaskTurnedRed | BulletinPublished

/**
 * Words for people, and the fields of the message that go out: names of things, nothing about people. What a receiver wants to know beyond them it asks the API for,
 * which knows what it may see.
 */
export const EVENTS = {
  'plan.readings-approved': { words: { zh: '指标数据已审核通过', en: 'readings were approved' }, fields: ['readings', 'indicators'] },
  'plan.assessment-changed': {
    words: { zh: '目标的评估结论变了', en: 'the assessment of a target changed' },
    fields: ['target', 'indicator', 'assessment', 'before', 'after'],
  },
  'worklist.task-turned-red': { words: { zh: '任务亮了红灯', en: 'a task turned red' }, fields: ['task', 'year', 'number'] },
  'bulletin.published': { words: { zh: '通报已发布', en: 'a bulletin was published' }, fields: ['bulletin'] },
} as const satisfies { readonly [M in Told as M['type']]: { readonly words: Text; readonly fields: readonly Exclude<keyof M, 'type'>[] } }

export type EventName = keyof typeof EVENTS
export const EVENT_NAMES = Object.keys(EVENTS) as readonly EventName[]

/** What administrators send to see whether a receiver is there. */
export const TEST = 'webhook.test'

/** The fields of a message that go out. */
export const dataOf = (event: EventName, message: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(EVENTS[event].fields.map((field) => [field, message[field]]))

export const CONTENT_TYPE = 'application/cloudevents+json; charset=utf-8'

/** An event as CloudEvents 1.0 has it, in JSON. `source` names this installation. */
export const cloudEvent = (event: {
  readonly id: string
  readonly source: string
  readonly type: string
  readonly at: Date
  readonly data: object
}): string =>
  JSON.stringify({
    specversion: '1.0',
    id: event.id,
    source: event.source,
    type: event.type,
    time: event.at.toISOString(),
    datacontenttype: 'application/json',
    data: event.data,
  })
