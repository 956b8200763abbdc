/** Modules as one script for a browser. */
import { build, type Rolldown } from 'vite'
import { home } from './packs.ts'

export const bundled = async (entry: string): Promise<string> => {
  const made = (await build({
    root: home,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'bundle' } },
  })) as readonly Rolldown.RolldownOutput[]
  return made[0]?.output[0].code ?? ''
}
