import { type Static, Type } from 'typebox'

export const Enterprise = Type.Object({
  uscc: Type.String({ description: 'unified social credit code' }),
  name: Type.String(),
  district: Type.String(),
  synthetic: Type.Boolean({ description: 'true: made up for demonstration, resembles nobody' }),
  facts: Type.Array(
    Type.Object({ name: Type.String(), value: Type.String(), registry: Type.String(), validOn: Type.String({ format: 'date' }) }),
  ),
})
export type Enterprise = Static<typeof Enterprise>
