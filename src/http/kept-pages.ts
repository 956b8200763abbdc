/**
 * Public pages are the same for everybody until something changes, and every change leaves a record: a page is kept under its address for as long as nothing was
 * recorded and the day is the same. Only the nonce differs; it is put in anew each time.
 */
import { gzipSync } from 'node:zlib'

/** All kept pages together take at most this much memory. */
const MOST_BYTES = 48 * 1024 * 1024
const LONGEST_ADDRESS = 300

type Kept = { readonly html: string; readonly nonce: string | null; readonly gzip: Buffer | null; readonly bytes: number }

export type KeptPages = {
  /** The page as it is now, with this nonce in it; null if it has to be made. */
  readonly find: (url: string, state: string, nonce: string) => { readonly html: string; readonly gzip: Buffer | null } | null
  readonly keep: (url: string, state: string, html: string, nonce: string) => void
}

export const keptPages = (): KeptPages => {
  let current = ''
  let held = 0
  const pages = new Map<string, Kept>()
  const at = (state: string): void => {
    if (state === current) return
    pages.clear()
    held = 0
    current = state
  }
  return {
    find: (url, state, nonce) => {
      at(state)
      const kept = pages.get(url)
      if (!kept) return null
      // Whoever was asked for last goes last.
      pages.delete(url)
      pages.set(url, kept)
      return { html: kept.nonce === null ? kept.html : kept.html.replaceAll(kept.nonce, nonce), gzip: kept.gzip }
    },
    keep: (url, state, html, nonce) => {
      if (state !== current || url.length > LONGEST_ADDRESS) return
      const hasNonce = html.includes(nonce)
      const gzip = hasNonce ? null : gzipSync(html)
      const bytes = html.length * 2 + (gzip?.length ?? 0)
      pages.set(url, { html, nonce: hasNonce ? nonce : null, gzip, bytes })
      held += bytes
      for (const [oldest, { bytes: freed }] of pages) {
        if (held <= MOST_BYTES) break
        pages.delete(oldest)
        held -= freed
      }
    },
  }
}
