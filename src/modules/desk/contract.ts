import { type Static, Type } from 'typebox'

/** What a check-up asks: facts as people write them, and what is looked at. */
export const Asked = Type.Object({
  facts: Type.Record(Type.String({ maxLength: 100 }), Type.String({ maxLength: 200 }), { maxProperties: 1000 }),
  on: Type.String({ maxLength: 10 }),
  known: Type.Optional(Type.String({ maxLength: 10 })),
  area: Type.Optional(Type.String({ maxLength: 50 })),
  task: Type.Optional(Type.String({ maxLength: 60 })),
  unverified: Type.Optional(Type.Boolean()),
})
export type Asked = Static<typeof Asked>

/** Yuan by measure: what is paid under each that is granted. */
export type Awards = Readonly<Record<string, string>>
