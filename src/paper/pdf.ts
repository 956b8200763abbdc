/** A document as PDF, set by typst in this thread. */
import { createRequire } from 'node:module'
import type { OfficialDocument } from '../core/official-document.ts'
import { clean } from './clean.ts'
import { type Faces, facesFrom, families } from './fonts.ts'
import { columnShares, headSize, titleWidth } from './layout.ts'
import type { Printed } from './press.ts'
import { TEMPLATE } from './template.ts'
import { frameOf } from './words.ts'

type Typst = typeof import('@myriaddreamin/typst-ts-node-compiler')
type Compiler = ReturnType<Typst['NodeCompiler']['create']>
type Typesetter = { readonly compiler: Compiler; readonly present: ReadonlySet<string> }

/** What is handed to the template: the document, with everything that is computed from it. */
export const valuesOf = (document: OfficialDocument, faces: Faces) => ({
  ...document,
  body: document.body.map((block) => (block.kind === 'table' ? { ...block, shares: columnShares(block) } : block)),
  frame: frameOf(document),
  date: document.day.split('-').map(Number),
  headSize: headSize(document.head),
  titleWidth: titleWidth(document.title),
  faces,
})

const compile = (compiler: Compiler, source: string, values: unknown) => {
  const compiled = compiler.compile({ mainFileContent: source, inputs: { document: JSON.stringify(values) } })
  const done = compiled.result
  if (done === null) throw new Error(`typst: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`)
  return done
}

/** A family is there if Chinese characters are as wide in it as they are high, or, for Latin ones, if a letter has a width. */
const PROBE = `#let given = json(bytes(sys.inputs.document))
#context [#metadata(given.chinese.filter(name => calc.abs(measure(text(font: name, size: 10pt, fallback: false, "汉字")).width.pt() - 20) < 0.5)
  + given.latin.filter(name => measure(text(font: name, size: 10pt, fallback: false, "mm")).width.pt() > 0)) <present>]`

const presentIn = (compiler: Compiler): ReadonlySet<string> => {
  const [found] = compiler.query(compile(compiler, PROBE, families), { selector: '<present>' }) as { readonly value: string[] }[]
  return new Set(found?.value)
}

let made: Typesetter | null = null
/** The typesetter of this thread; null where it is not installed. It reads no file of anybody: its folder is one that is not there. */
const typesetter = (): Typesetter | null => {
  if (made !== null) return made
  try {
    const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler') as Typst
    const compiler = NodeCompiler.create({ workspace: '/nowhere' })
    made = { compiler, present: presentIn(compiler) }
  } catch (error) {
    if (!/MODULE_NOT_FOUND|Cannot find native binding/.test(`${(error as NodeJS.ErrnoException).code} ${error}`)) throw error
  }
  return made
}

/** PDF/UA-1 allows no character that the fonts do not have; a document with one is tagged just the same, and promises less. */
const tagged = (compiler: Compiler, compiled: ReturnType<typeof compile>): Uint8Array => {
  try {
    return compiler.pdf(compiled, { pdfStandard: 'ua-1' })
  } catch {
    return compiler.pdf(compiled)
  }
}

/** Tagged for screen readers (PDF/UA-1); its dates are the document's day, so that the same document is the same bytes. */
export const pdfOf = (given: OfficialDocument): Printed => {
  const document = clean(given)
  const own = typesetter()
  if (own === null) return { code: 'paper.no-typesetter' }
  const faces = facesFrom(own.present, document.language, JSON.stringify(document))
  if (faces === null) return { code: 'paper.no-font' }
  const bytes = tagged(own.compiler, compile(own.compiler, TEMPLATE, valuesOf(document, faces)))
  // Whatever typst remembers of a document is of no use to the next one, and can be 40 MB.
  own.compiler.evictCache(0)
  return { bytes }
}
