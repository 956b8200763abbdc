import path from 'node:path'

/** The folder of this installation. */
export const home = path.resolve(import.meta.dirname, '..')
/** The invented city of the tests, and the packs that ship. */
export const packs = {
  xincheng: path.join(home, 'test/packs/xincheng'),
  wuhan: path.join(home, 'packs/wuhan'),
  sample: path.join(home, 'packs/sample'),
} as const
export type PackName = keyof typeof packs
