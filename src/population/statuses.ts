/** The statuses of a block, looked at four at a time: most cells are ineligible, which is 0, and such a cell is neither counted nor, as a rule, written. */

/** Four statuses of a measure in one number each, as far as there are four; the statuses begin where their memory does. */
export const foursOf = (status: Uint8Array): Int32Array => new Int32Array(status.buffer, status.byteOffset, status.length >> 2)

/** For each of `count` rows, 0 if the cells of all measures are ineligible. */
export const openRows = (statuses: readonly Uint8Array[], count: number): Uint8Array => {
  const rows = new Uint8Array(Math.ceil(count / 4) * 4)
  const rowFours = foursOf(rows)
  for (const status of statuses) {
    const fours = foursOf(status)
    const whole = Math.min(fours.length, rowFours.length)
    for (let four = 0; four < whole; four++) rowFours[four]! |= fours[four]!
    for (let row = whole * 4; row < count; row++) rows[row]! |= status[row]!
  }
  return rows
}
