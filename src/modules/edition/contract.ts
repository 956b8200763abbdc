import { type Static, Type } from 'typebox'
import type { Diagnostic } from '../../core/diagnostic.ts'
import type { Text } from '../../core/messages.ts'

const Words = Type.Object({ zh: Type.String(), en: Type.String() })

/** One time in which an edition was in force. Who stands behind it is said by posts: the public need not know persons. */
export const Term = Type.Object({
  since: Type.String({ format: 'date-time' }),
  until: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], { description: 'null: it is in force' }),
  how: Type.Union([Type.Literal('loaded'), Type.Literal('published'), Type.Literal('rolled-back')], {
    description: 'loaded by the operator, or published or put back by two people',
  }),
  proposedBy: Type.Union([Words, Type.Null()], { description: 'post of who proposed it; null where the operator loaded it' }),
  publishedBy: Type.Union([Words, Type.Null()], { description: 'post of who published it' }),
})
export type Term = Static<typeof Term>

/** A pack as it was published: its texts never change, its hash names them. */
export const Edition = Type.Object({
  hash: Type.String({ description: 'SHA-256 over all texts of the pack' }),
  id: Type.String(),
  title: Words,
  version: Type.String(),
  loadedAt: Type.String({ format: 'date-time' }),
  inService: Type.Boolean({ description: 'exactly one edition is in service' }),
  terms: Type.Array(Term, { description: 'from when to when it was in force, the latest first' }),
})
export type Edition = Static<typeof Edition>

/** A file as one edition has it. */
export type FileEdition = Pick<Edition, 'hash' | 'version' | 'loadedAt' | 'inService'> & { readonly text: string }

/** Where the texts of a proposal come from: uploaded as a ZIP of this name, a folder of the installation, or the edition of this hash. */
export const Origin = Type.Object({
  kind: Type.Union([Type.Literal('upload'), Type.Literal('folder')]),
  name: Type.String({ minLength: 1, maxLength: 200 }),
})
export type Origin = Static<typeof Origin>

/** Who did something in which post; `name` is null where the account is gone. */
export type Doing = { readonly by: string; readonly name: string | null; readonly post: Text; readonly at: string }

/** Texts that somebody wants in force. */
export type Proposal = {
  readonly id: string
  readonly hash: string
  /** The edition in force it was compared with; null before the first. */
  readonly base: string | null
  readonly origin: { readonly kind: 'upload' | 'folder' | 'edition'; readonly name: string }
  readonly reason: string
  readonly state: 'open' | 'published' | 'withdrawn'
  readonly proposed: Doing
  readonly decided: Doing | null
}

/** Why a proposal cannot be published now by whoever asks. */
export type Obstacle = 'edition.proposal-closed' | 'edition.same-person' | 'edition.moved'

/** A proposal with everything that its check found. */
export type CheckedProposal = Proposal & {
  readonly about: { readonly title: Text; readonly version: string } | null
  readonly findings: readonly Diagnostic[]
  readonly obstacle: Obstacle | null
}
