import { createContext } from 'react-router'
import type { App } from '../app.ts'
import type { Who } from '../kernel/module.ts'
import type { LabService } from './lab.ts'

/**
 * What every loader gets: the application, who asks, the nonce of the page's scripts and styles, the address of each island's program, and the API's description for
 * its reference page.
 */
export type Site = {
  readonly app: App
  readonly who: Who
  readonly nonce: string
  readonly island: (name: string) => string | null
  /** Null where no population can be simulated. */
  readonly lab: LabService | null
  readonly openApi: Record<string, unknown>
}
export const siteContext = createContext<Site>()

/** What a form's action has made of it, so that the page's loader need not make an empty page first. */
export const answeredContext = createContext<unknown>(null)
