import { type Static, Type } from 'typebox'
import type { Text } from '../../core/messages.ts'

/**
 * Something to tell one person. `kind` says what is told, `params` fill its sentence, `link` is the page where it can be read (a path of the site). With
 * `enterprise`, it is told only as long as that person may see the enterprise.
 */
export const NoticeInput = Type.Object({
  user: Type.String(),
  kind: Type.String(),
  params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Object({ zh: Type.String(), en: Type.String() })])),
  link: Type.String(),
  enterprise: Type.Union([Type.String(), Type.Null()]),
})
export type NoticeInput = Static<typeof NoticeInput>

/** A notice as its reader sees it. */
export type Notice = { readonly id: string; readonly text: Text; readonly link: string; readonly at: Date; readonly read: boolean }
