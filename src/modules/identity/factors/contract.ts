import { Type } from 'typebox'
import { DeviceInput } from '../contract.ts'

/** What somebody shows beside a password, as they see it themselves. */
export type Factors = {
  /** When the authenticator app was set up; null: none is. */
  readonly totpAt: Date | null
  readonly passkeys: readonly {
    readonly id: string
    readonly name: string
    readonly synced: boolean
    readonly addedAt: Date
    readonly usedAt: Date | null
  }[]
  readonly codesLeft: number
}

/** An authenticator app to be set up: the secret as text and as the address in a picture, and what brings it back. */
export type TotpOffer = { readonly secret: string; readonly address: string; readonly offer: string }

/** A factor was added: the session has another token, and whoever had no recovery codes has ten, to be shown this once. */
export type FactorAdded = { readonly token: string; readonly codes: readonly string[] }

const Answer = Type.String({ maxLength: 20_000 })
const Origin = Type.String({ maxLength: 200 })
const Name = Type.String({ maxLength: 80 })
const Id = Type.String({ format: 'uuid' })

/** `offer`: one made before, to be shown again. */
export const OfferTotp = Type.Object({ offer: Type.Optional(Type.String({ maxLength: 2000 })) })
export const AddTotp = Type.Object({ offer: Type.String({ maxLength: 2000 }), code: Type.String({ maxLength: 40 }) })
export const AddPasskey = Type.Object({ answer: Answer, origin: Origin, name: Name })
export const RenamePasskey = Type.Object({ passkey: Id, name: Name })
export const OnePasskey = Type.Object({ passkey: Id })
export const AtOrigin = Type.Object({ origin: Origin })
export const OneUser = Type.Object({ user: Id })
export const GivePasskey = Type.Object({ answer: Answer, origin: Origin })
export const EnterWithPasskey = Type.Object({
  answer: Answer,
  origin: Origin,
  device: DeviceInput,
  replaces: Type.Union([Type.String(), Type.Null()]),
})
export const GiveCode = Type.Object({ code: Type.String({ maxLength: 100 }), address: Type.String() })
