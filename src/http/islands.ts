/** Where the programs of islands are, as the build named them. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

type Manifest = Readonly<Record<string, { readonly file: string; readonly name?: string; readonly isEntry?: boolean }>>

/** The address of an island's program by name; null where it was not built. */
export const islandsOf = (home: string): ((name: string) => string | null) => {
  const file = path.join(home, 'build/client/assets/islands.json')
  if (!existsSync(file)) return () => null
  const entries = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Manifest).filter(({ isEntry }) => isEntry)
  const addresses = new Map(entries.map((entry) => [entry.name, `/${entry.file}`]))
  return (name) => addresses.get(name) ?? null
}
