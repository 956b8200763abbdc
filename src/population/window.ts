/** The bytes of a file or a table that are at hand: they move along it as they are read. */

export type Window = {
  bytes: Uint8Array
  /** Where the file has `bytes[0]`. */
  base: number
  /** Where the row that is read next begins, and where the bytes end; a NUL follows them. */
  at: number
  filled: number
}

/** So far beyond the bytes one may look without asking where they end. */
const BEYOND = 16
const SPARE = 1 << 20

export const newWindow = (): Window => ({ bytes: new Uint8Array(BEYOND), base: 0, at: 0, filled: 0 })

/** Empties the window and moves it to a place in the file. */
export const moveTo = (window: Window, place: number): void => {
  window.base = place
  window.at = 0
  window.filled = 0
}

/** Lets go of what was read and gives room for so many further bytes. */
export const roomIn = (window: Window, length: number): Uint8Array => {
  const { bytes, at, filled } = window
  const kept = filled - at
  if (kept + length + BEYOND > bytes.length) {
    window.bytes = new Uint8Array(kept + length + SPARE)
    window.bytes.set(bytes.subarray(at, filled))
  } else if (at > 0) bytes.copyWithin(0, at, filled)
  window.base += at
  window.at = 0
  window.filled = kept
  return window.bytes.subarray(kept, kept + length)
}

/** Says that so many bytes of the room were filled. */
export const took = (window: Window, length: number): void => {
  window.filled += length
  window.bytes[window.filled] = 0
}
