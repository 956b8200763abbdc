/** Writes the generated documentation: `npm run docs`. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { reference } from './reference.ts'

for (const [name, content] of reference) {
  writeFileSync(path.resolve(import.meta.dirname, '../docs', name), content())
  console.log(`docs/${name}`)
}
