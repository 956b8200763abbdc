/** A backup that was made; every part of it was held against its hash when it was finished. */
export type Backup = {
  readonly id: string
  readonly takenAt: string
  /** Where it lies on the machine. */
  readonly folder: string
  readonly tables: number
  readonly rows: number
  readonly files: number
  readonly bytes: number
  readonly seconds: number
  readonly encrypted: boolean
  readonly checkedAt: string
}
