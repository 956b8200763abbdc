/** The cases of the DMN kit, where they lie beside the project: they are never copied into it. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { casesOf } from '../src/core/feel/case.ts'
import { tallyOf } from '../src/core/feel/tally.ts'

const KIT = path.resolve(import.meta.dirname, '../../shared/conformance/feel/visible.jsonl')
const isThere = existsSync(KIT)

describe.skipIf(!isThere)(isThere ? 'the cases of the kit' : `the cases of the kit (skipped: there is no ${KIT})`, () => {
  it('give the value of FEEL wherever the language takes them', () => {
    const { cases, problems } = casesOf(readFileSync(KIT, 'utf8'))
    expect(problems).toEqual([])
    const { passed, wrong } = tallyOf(cases)
    expect(wrong.map(({ case: { line, text }, verdict }) => ({ line, text, ...verdict }))).toEqual([])
    expect(passed.length).toBeGreaterThanOrEqual(90)
  })
})
