import { createContext } from 'react-router'
import type { App } from '../app.ts'
import type { Text } from '../core/messages.ts'
import type { Mode } from '../kernel/config.ts'
import type { Who } from '../kernel/who.ts'
import type { Device } from '../modules/identity/index.ts'
import type { Pack } from '../pack/pack.ts'
import type { Press } from '../paper/press.ts'
import type { Ask, Refusal } from '../population/lab/lab.ts'
import type { Simulation } from '../population/lab/simulation.ts'
import type { Trouble } from './loading.ts'

/** The policy lab as pages use it: a city's enterprises held in memory by somebody else, on threads of their own. */
export type LabService = {
  /** Sentences that say what the enterprises are; empty where the pack has none. */
  readonly about: (pack: Pack) => readonly Text[]
  /** Whether they are at hand; asking for them has them prepared. */
  readonly state: (pack: Pack) => Promise<'ready' | 'preparing' | 'none'>
  /** One simulation for each reform, or what is wrong with them. Rejects when the signal says that nobody wants it any more. */
  readonly simulate: (pack: Pack, ask: Ask, signal: AbortSignal) => Promise<readonly Simulation[] | Refusal>
}

/** A provider that people can sign in through; its words are checked before anybody else hears them. Refuses in words for people. */
export type SignInProvider = {
  /** As its button shows it. */
  readonly name: string
  /** Where to send somebody who is to come back to `back` and then go on to `to`, and what their browser keeps meanwhile. */
  readonly begin: (back: string, to: string) => Promise<{ readonly address: string; readonly kept: string }>
  readonly finish: (
    arrived: URL,
    kept: string,
  ) => Promise<{ readonly claims: { readonly iss: string; readonly sub: string }; readonly idToken: string; readonly to: string }>
  /** Where somebody signs out at the provider as well; null where it has no such place. */
  readonly end: (idToken: string, back: string) => Promise<string | null>
}

/**
 * What every loader gets: the application, who asks and from where, whether everything here is a demonstration, the nonce of the page's scripts and styles, the address of each island's program, and the API's description for
 * its reference page.
 */
export type Site = {
  readonly app: App
  readonly who: Who
  readonly device: Device
  /** Where people find the site: scheme, host and port. */
  readonly origin: string
  /** Null where people sign in with passwords and passkeys only. */
  readonly provider: SignInProvider | null
  readonly mode: Mode
  readonly nonce: string
  readonly island: (name: string) => string | null
  /** Whether letters go out by e-mail. */
  readonly mails: boolean
  /** Null where no population can be simulated. */
  readonly lab: LabService | null
  /** Makes PDF and DOCX of official documents. */
  readonly press: Press
  readonly openApi: Record<string, unknown>
  /** The folder of the installation in which packs lie. */
  readonly packs: string
}
export const siteContext = createContext<Site>()

/** Why the door did not let somebody into the page they asked for. */
export const refusedContext = createContext<Trouble | null>(null)

/** What a form's action has made of it, so that the page's loader need not make an empty page first. */
export const answeredContext = createContext<unknown>(null)
