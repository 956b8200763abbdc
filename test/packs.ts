import path from 'node:path'

/** The folder of this installation. */
export const home = path.resolve(import.meta.dirname, '..')
/** The invented city, and the one that ships. */
export const packs = { xincheng: path.join(home, 'test/packs/xincheng'), wuhan: path.join(home, 'packs/wuhan') } as const
export type PackName = keyof typeof packs
