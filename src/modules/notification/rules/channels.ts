/** Where somebody is told of what: on the site, by e-mail, both or neither. */
import { KINDS, type KindName, kindNames } from './kinds.ts'

export type Channels = { readonly site: boolean; readonly mail: boolean }
export type Settings = Readonly<Record<KindName, Channels>>

const EVERYWHERE: Channels = { site: true, mail: true }

/** What holds for each kind: mandatory ones come everywhere, others where somebody wants them, everywhere until they say otherwise. */
export const settingsOf = (chosen: readonly ({ readonly kind: string } & Channels)[]): Settings =>
  Object.fromEntries(
    kindNames.map((kind) => {
      const { site, mail } = (KINDS[kind].mandatory ? null : chosen.find((each) => each.kind === kind)) ?? EVERYWHERE
      return [kind, { site, mail }]
    }),
  ) as Settings
