import { Type } from 'typebox'
import { describe, expect, it } from 'vitest'
import type { Failure } from './failure.ts'
import { checkedInput, keepable } from './input.ts'

const Contract = Type.Object({
  day: Type.Optional(Type.String({ format: 'date' })),
  kind: Type.Optional(Type.Union([Type.Literal('a'), Type.Literal('b')])),
  name: Type.Optional(Type.String({ minLength: 1 })),
  list: Type.Optional(Type.Array(Type.Integer(), { maxItems: 2 })),
})
const problemsOf = (work: () => unknown): string[] => {
  try {
    work()
    return []
  } catch (error) {
    return (error as Failure).fields.map(({ field, code }) => `${field} ${code}`)
  }
}
const problems = (input: unknown): string[] => problemsOf(() => checkedInput(Contract, input))

describe('input', () => {
  it('passes as it is when it fits', () => {
    const input = { day: '2024-02-29', kind: 'b', list: [1] }
    expect(checkedInput(Contract, input)).toBe(input)
  })

  it.each([
    ['no object', null, ['/ kernel.field-type']],
    ['a day that is none', { day: 'soon' }, ['day kernel.field-form']],
    ['a choice that is none', { kind: 'c' }, ['kind kernel.field-form']],
    ['an empty text that may not be', { name: '' }, ['name kernel.field-empty']],
    ['a long list', { list: [1, 2, 3] }, ['list kernel.field-long']],
    ['a wrong entry of a list', { list: [1, 'x'] }, ['list/1 kernel.field-type']],
    [
      'prototype names',
      JSON.parse('{"__proto__": 1, "constructor": 2}'),
      ['__proto__ kernel.field-unknown', 'constructor kernel.field-unknown'],
    ],
  ])('names each field once: %s', (_what, input, expected) => {
    expect(problems(input)).toEqual(expected)
  })

  it('names twenty fields at most', () => {
    expect(problems(Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`x${index}`, 1])))).toHaveLength(20)
  })
})

describe('a text that is to be kept', () => {
  it('has no NUL, wherever it stands', () => {
    const bytes = new Uint8Array([0, 1])
    const input = { name: 'x', facts: { a: ['y'] }, bytes }
    expect(keepable(input)).toBe(input)
    expect(problemsOf(() => keepable({ name: '\0' }))).toEqual(['name kernel.field-form'])
    expect(problemsOf(() => keepable({ facts: { a: ['y', 'z\0'] } }))).toEqual(['facts/a/1 kernel.field-form'])
    expect(problemsOf(() => keepable({ facts: { 'a\0': 'y' } }))).toEqual(['facts kernel.field-form'])
  })
})
