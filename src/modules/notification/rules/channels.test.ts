import fc from 'fast-check'
import { expect, it } from 'vitest'
import { settingsOf } from './channels.ts'
import { KINDS, kindNames } from './kinds.ts'

const kinds = fc.constantFrom(...kindNames)
const chosen = fc.uniqueArray(fc.record({ kind: kinds, site: fc.boolean(), mail: fc.boolean() }), { selector: ({ kind }) => kind })

it('tells of mandatory kinds everywhere, whatever somebody has chosen, and of others as they chose', () => {
  fc.assert(
    fc.property(chosen, (choices) => {
      const settings = settingsOf(choices)
      for (const kind of kindNames) {
        const choice = choices.find((each) => each.kind === kind)
        const expected = KINDS[kind].mandatory || !choice ? { site: true, mail: true } : { site: choice.site, mail: choice.mail }
        expect(settings[kind]).toEqual(expected)
      }
    }),
  )
})

it('passes over choices of kinds that are no more', () => {
  expect(settingsOf([{ kind: 'party.gone', site: false, mail: false }])).toEqual(settingsOf([]))
})
