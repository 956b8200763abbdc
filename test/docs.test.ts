import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { reference } from '../scripts/reference.ts'

const home = path.resolve(import.meta.dirname, '..')
const textOf = (file: string): string => readFileSync(path.join(home, file), 'utf8')

it.each([...reference])('keeps docs/%s as the source has it', (name, content) => {
  expect(textOf(`docs/${name}`), 'run `npm run docs`').toBe(content())
})

const markdown = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(path.join(home, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]

it.each(markdown)('links only to what exists in %s', (file) => {
  const links = [...textOf(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)/g)].map((found) => found[1]!)
  const missing = links.filter((link) => {
    try {
      readFileSync(path.join(home, path.dirname(file), link))
      return false
    } catch (error) {
      return (error as NodeJS.ErrnoException).code !== 'EISDIR'
    }
  })
  expect(missing).toEqual([])
})
