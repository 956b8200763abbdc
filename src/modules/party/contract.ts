import { type Static, Type } from 'typebox'

/** The code of an enterprise, by which a right is judged. */
export const Uscc = Type.String({ pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$' })

export const Enterprise = Type.Object({
  uscc: Type.String({ description: 'unified social credit code' }),
  name: Type.String(),
  district: Type.String(),
  synthetic: Type.Boolean({ description: 'true: made up for demonstration, resembles nobody' }),
  facts: Type.Array(
    Type.Object({
      name: Type.String(),
      value: Type.String(),
      registry: Type.String({ description: 'the register that delivered it; 更正 for a correction that was accepted' }),
      validOn: Type.String({ format: 'date' }),
      disputed: Type.Boolean({ description: 'true: the enterprise says it is otherwise, and nobody has decided yet' }),
    }),
  ),
})
export type Enterprise = Static<typeof Enterprise>
