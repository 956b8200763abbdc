import { type Static, Type } from 'typebox'

/** A pack as it was published: its texts never change, its hash names them. */
export const Edition = Type.Object({
  hash: Type.String({ description: 'SHA-256 over all texts of the pack' }),
  id: Type.String(),
  title: Type.Object({ zh: Type.String(), en: Type.String() }),
  version: Type.String(),
  loadedAt: Type.String({ format: 'date-time' }),
  inService: Type.Boolean({ description: 'exactly one edition is in service' }),
})
export type Edition = Static<typeof Edition>

/** A file as one edition has it. */
export type FileEdition = Pick<Edition, 'hash' | 'version' | 'loadedAt' | 'inService'> & { readonly text: string }
