/** What a backup says of itself. */
import { createReadStream } from 'node:fs'
import path from 'node:path'
import type { Head } from '../../core/evidence/chain.ts'
import { fail } from './messages.ts'
import { collected, MANIFEST, type Part, SEALED, type Stages, soundParts } from './parts.ts'
import type { SequenceState, TableShape } from './schema.ts'
import { opening } from './seal.ts'

export type Manifest = {
  readonly format: 1
  /** The program that wrote it. */
  readonly version: string
  /** The instant whose state it holds. */
  readonly takenAt: string
  readonly migrations: readonly string[]
  readonly tables: readonly (TableShape & { readonly part: Part; readonly rows: number })[]
  readonly sequences: readonly SequenceState[]
  readonly files: readonly Part[]
  /** Where the record's lanes end. */
  readonly heads: readonly Head[]
}

/** A backup whose every byte was held against its hash, and whose parts can be opened. */
export type SoundBackup = {
  readonly manifest: Manifest
  /** The bytes of a part as they were before encryption. */
  readonly stages: (part: string) => Stages
}

/** Reads a backup and checks it. `passphrase` must be given exactly where it is encrypted. */
export const soundBackup = async (folder: string, passphrase: string | null): Promise<SoundBackup> => {
  const parts = await soundParts(folder)
  const isSealed = parts.has(MANIFEST + SEALED)
  if (!isSealed && !parts.has(MANIFEST)) fail('backup.none', { folder })
  if (isSealed && passphrase === null) fail('backup.key-needed', {})
  if (!isSealed && passphrase !== null) fail('backup.key-without-use', {})
  const open = passphrase === null ? null : opening(passphrase)
  const stages: SoundBackup['stages'] = (part) => {
    const bytes = createReadStream(path.join(folder, part))
    return open ? [bytes, open(part.slice(0, -SEALED.length))] : [bytes]
  }
  const manifest = JSON.parse((await collected(stages(isSealed ? MANIFEST + SEALED : MANIFEST))).toString('utf8')) as Manifest
  const listed = [...manifest.tables.map(({ part }) => part), ...manifest.files]
  const missing = listed.find(({ part }) => !parts.has(part))
  if (missing) fail('backup.damaged', { part: missing.part })
  return { manifest, stages }
}
