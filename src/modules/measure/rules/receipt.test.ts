import path from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson, type Json } from '../../../core/evidence/canonical.ts'
import { textOfFact } from '../../../core/fact-text.ts'
import { factOf, readFact, readFacts } from '../../../core/facts.ts'
import type { Pack } from '../../../pack/pack.ts'
import { readPack } from '../../../pack/read.ts'
import type { Receipt, ReceiptFact } from '../contract.ts'
import { considered, judgementKeys } from './check.ts'
import { hashOfReceipt, openedFacts, receiptOf, receiptText } from './receipt.ts'
import { openedFrom, verify, verifyForm } from './verify.ts'

const WHEN = { on: '2024-06-30', known: '2024-06-30' }
const ENGINE = { version: '1.0.0', hash: 'e'.repeat(64) }

let pack: Pack
let receipt: Receipt
let opened: readonly ReceiptFact[]
const asked = () => ({ measures: considered(pack, WHEN), when: WHEN, unverified: false })

beforeAll(async () => {
  const read = await readPack(path.resolve('test/packs/xincheng'), '2026-03-01')
  pack = read.pack!
  const given = Object.assign({}, ...asked().measures.map(({ cases }) => cases[0]?.facts ?? {})) as Record<string, string>
  const { facts } = readFacts(given, pack.facts, judgementKeys(pack))
  opened = openedFacts(facts, pack, (name) => `salt of ${name}`)
  receipt = receiptOf(pack, asked(), facts, opened, ENGINE)
})

const differing = (text: string): readonly string[] =>
  verify(text, pack, ENGINE, opened)
    .parts.filter(({ holds }) => holds === false)
    .map(({ part, of }) => (of === null ? part : `${part} ${of}`))

/** Every place in a receipt where a value stands. */
const placesOf = (value: Json, at: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] =>
  Array.isArray(value)
    ? value.flatMap((each, index) => placesOf(each, [...at, index]))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, each]) => placesOf(each, [...at, name]))
      : [at]
const changedAt = (value: Json, [step, ...rest]: readonly (string | number)[], to: (old: Json) => Json): Json => {
  if (step === undefined) return to(value)
  if (Array.isArray(value)) return value.with(Number(step), changedAt(value[Number(step)] as Json, rest, to))
  const object = value as { readonly [name: string]: Json }
  return { ...object, [step]: changedAt(object[step]!, rest, to) }
}
const other = (old: Json): Json =>
  typeof old === 'number'
    ? old + 1
    : typeof old === 'boolean'
      ? !old
      : old === null
        ? '1.00'
        : `${String(old).slice(0, -1)}${String(old).endsWith('x') ? 'y' : 'x'}`

describe('a receipt', () => {
  it('verifies as it was written, in every part', () => {
    const { parts } = verify(receiptText(receipt), pack, ENGINE, opened)
    expect(parts.filter(({ holds }) => holds !== true)).toEqual([])
    expect(new Set(parts.map(({ part }) => part)).size).toBe(9)
  })
  it('holds no fact, only what nobody can guess', () => {
    for (const { value } of opened.filter(({ value }) => value.length > 3)) expect(receiptText(receipt)).not.toContain(value)
  })
  it('does not verify after any byte is changed', () => {
    const bytes = new TextEncoder().encode(receiptText(receipt))
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = bytes.slice()
        changed[at]! ^= by
        const text = new TextDecoder('utf-8').decode(changed)
        expect(verifyForm(text).parts.every(({ holds }) => holds === true)).toBe(false)
      }),
      { numRuns: 600 },
    )
  })
  it('names the part that differs, wherever a value is changed and even if the hash is made to fit', () => {
    const places = placesOf(receipt as Json).filter(([name]) => name !== 'hash')
    for (const place of places) {
      const changed = changedAt(receipt as Json, place, other) as Receipt
      expect(differing(`${canonicalJson(changed as Json)}\n`), place.join('.')).not.toEqual([])
      const forged = { ...changed, hash: hashOfReceipt(changed) }
      const found = differing(receiptText(forged))
      // The name of the pack and the version of the engine are names; what they name is in the hashes beside them.
      if (['pack.id', 'engine.version'].includes(place.join('.'))) continue
      expect(found, place.join('.')).not.toEqual([])
    }
  })
  it('says so when it is written in another order or with white space', () => {
    expect(differing(JSON.stringify(receipt))).toContain('form')
    expect(differing(`${JSON.stringify(receipt, null, 2)}\n`)).toEqual(['form'])
  })
  it('is no receipt with a member more, fewer or of another kind', () => {
    const { total: _total, ...fewer } = receipt
    for (const value of [fewer, { ...receipt, more: 1 }, { ...receipt, total: 1 }, [], null, { ...receipt, format: 'another' }])
      expect(verifyForm(canonicalJson(value as Json)).receipt).toBeNull()
    expect(verifyForm('not JSON').receipt).toBeNull()
  })
  it('cannot say that results hold while the facts are not shown', () => {
    const { parts } = verify(receiptText(receipt), pack, ENGINE, null)
    expect(parts.filter(({ part, of }) => part === 'result' && of !== null).every(({ holds }) => holds === null)).toBe(true)
    expect(parts.some(({ holds }) => holds === false)).toBe(false)
  })
  it('names the fact that is not the one it was made from', () => {
    const [first, ...rest] = opened
    const lied = [{ ...first!, value: `${first!.value}0` }, ...rest]
    const found = verify(receiptText(receipt), pack, ENGINE, lied).parts.filter(({ holds }) => holds === false)
    expect(found.map(({ part, of }) => [part, of])).toContainEqual(['fact', first!.name])
    const fewer = verify(receiptText(receipt), pack, ENGINE, rest).parts.filter(({ holds }) => holds === false)
    expect(fewer.map(({ part, of }) => [part, of])).toContainEqual(['fact', first!.name])
  })
})

describe('opened facts', () => {
  it('are read from a file, each name once', () => {
    expect(openedFrom(JSON.stringify({ facts: opened }))).toEqual(opened)
    expect(openedFrom(JSON.stringify({ facts: [...opened, opened[0]] }))).toBeNull()
    for (const text of ['', '[]', '{}', '{"facts":[1]}', '{"facts":[{"name":"a"}]}']) expect(openedFrom(text)).toBeNull()
  })
})

describe('the text of a fact', () => {
  it('reads back to the same value, whatever its type and unit', () => {
    const declarations = [...pack.facts.values()].filter(({ list }) => list === null)
    fc.assert(
      fc.property(fc.nat(declarations.length - 1), fc.bigInt(0n, 10n ** 12n), fc.nat(6), (index, digits, places) => {
        const declaration = declarations[index]!
        const number =
          places === 0
            ? String(digits)
            : `${digits / 10n ** BigInt(places)}.${String(digits % 10n ** BigInt(places)).padStart(places, '0')}`
        const written = {
          'yes-no': '是',
          date: '2024-02-29',
          text: '文字',
          enum: declaration.values.at(-1)?.zh ?? '',
          percent: `${number}%`,
        } as Record<string, string>
        const read = readFact(written[declaration.type] ?? number, declaration.name, declaration)
        if (!('value' in read)) return
        const again = readFact(textOfFact(read.value, declaration), declaration.name, factOf(declaration.name, pack.facts)!.declaration)
        expect(again).toEqual(read)
      }),
      { numRuns: 2000 },
    )
  })
})
