/** Where the texts of a proposal come from: a ZIP that somebody hands in, or a folder of the installation. */
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { unzipped } from '../../kernel/zip.ts'
import { type Origin, refuseFindings } from '../../modules/edition/index.ts'
import { textsIn, textsOf } from '../../pack/texts.ts'

const BOUNDS = { files: 5000, bytes: 64 * 1024 * 1024, ratio: 200 }

export type Source = { readonly files: Record<string, string>; readonly origin: Origin }

/** Folders below the installation's packs, by name. */
export const packFolders = async (packs: string): Promise<readonly string[]> =>
  (await readdir(packs, { withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort()

/** Texts that could not be read would otherwise be missing without a word. */
const sound = ({ files, diagnostics }: Awaited<ReturnType<typeof textsOf>>): Record<string, string> => {
  if (diagnostics.some(({ severity }) => severity === 'error')) refuseFindings(diagnostics)
  return Object.fromEntries(files)
}

/** The ZIP, or else the folder; nothing where neither is given. */
export const sourceOf = async (packs: string, zip: File | null, folder: string): Promise<Source> => {
  if (zip) {
    const files = sound(textsIn(unzipped(new Uint8Array(await zip.arrayBuffer()), BOUNDS)))
    return { files, origin: { kind: 'upload', name: zip.name.slice(-200) || 'zip' } }
  }
  const isThere = (await packFolders(packs)).includes(folder)
  return { files: isThere ? sound(await textsOf(path.join(packs, folder))) : {}, origin: { kind: 'folder', name: folder || '-' } }
}
