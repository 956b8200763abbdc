/** Modules as one script: for a browser, or for a process that has to start at once. */
import path from 'node:path'
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

/** One file that Node starts quickly, packages and all, in `folder`; answers with its path. */
export const bundledForNode = async (entry: string, folder: string): Promise<string> => {
  await build({
    root: home,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: ['pg-native'] },
    build: {
      ssr: entry,
      outDir: folder,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'bundle.mjs', codeSplitting: false } },
    },
  })
  return path.join(folder, 'bundle.mjs')
}
