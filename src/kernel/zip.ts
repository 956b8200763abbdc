/** Archives that people hand in: opened within bounds, and only what lies where it says. */
import { unzipSync } from 'fflate'
import { fail } from './messages.ts'

/** The most files, bytes they may come to unpacked, and times they may be larger than packed. */
export type ZipBounds = { readonly files: number; readonly bytes: number; readonly ratio: number }

/** Small files may be packed much tighter than any bound on the ratio. */
const SMALL = 64 * 1024

const isPlain = (name: string): boolean =>
  name !== '' && !/^[/\\]|^[A-Za-z]:|[\\\0]/.test(name) && !name.split('/').some((part) => part === '..' || part === '.')

/** The files of a ZIP by path, folders left out. Refuses what is no ZIP, is too much, or would lie outside of its folder. */
export const unzipped = (archive: Uint8Array, bounds: ZipBounds): ReadonlyMap<string, Uint8Array> => {
  const sizes = new Map<string, number>()
  let total = 0
  const look = ({ name, size, originalSize }: { readonly name: string; readonly size: number; readonly originalSize: number }): boolean => {
    if (!isPlain(name)) return fail('kernel.zip-path', { path: name.slice(0, 200) })
    if (name.endsWith('/')) return false
    if (sizes.has(name)) return fail('kernel.zip-path', { path: name.slice(0, 200) })
    total += originalSize
    sizes.set(name, originalSize)
    if (sizes.size > bounds.files || total > bounds.bytes) return fail('kernel.zip-large', { files: bounds.files, bytes: bounds.bytes })
    if (originalSize > SMALL && originalSize > size * bounds.ratio)
      return fail('kernel.zip-large', { files: bounds.files, bytes: bounds.bytes })
    return true
  }
  let found: Readonly<Record<string, Uint8Array>>
  try {
    found = unzipSync(archive, { filter: look })
  } catch (error) {
    if (error instanceof Error && error.name === 'Failure') throw error
    return fail('kernel.zip-broken', {})
  }
  // What is longer than it says was cut off at what it says.
  if (Object.entries(found).some(([name, bytes]) => bytes.length !== sizes.get(name))) fail('kernel.zip-broken', {})
  return new Map(Object.entries(found))
}
