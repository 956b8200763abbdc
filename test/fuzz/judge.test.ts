import { describe, expect, it } from 'vitest'
import { complaintAbout } from './judge.ts'
import { CANARY, type Somebody } from './people.ts'

const clerk: Somebody = { name: 'member view', person: null, key: null, seesAll: false }
const asked = (as = clerk) => ({ as, what: 'x', method: 'GET', path: '/', headers: {}, body: null })
const answer = (body: string, status = 200, headers: Readonly<Record<string, unknown>> = {}) => ({ status, headers, body })

describe('the judge of answers', () => {
  it.each([
    ['a crash', answer('', 500), 'answers 500'],
    ['a bug behind a polite number', answer('{"code":"kernel.incident"}', 503), 'for a bug'],
    ['a stack trace', answer('Error: x\n    at run (/srv/planwright/src/kernel/action.ts:12:3)'), 'inside of the program'],
    ['a message of the database', answer('duplicate key value violates unique constraint "x"'), 'inside of the program'],
    ['what belongs to somebody else', answer(`名称 ${CANARY}`), 'strange enterprise'],
    ['a script that was typed', answer('<script>alert(1)</script>'), 'script'],
    ['a header that was typed', answer('', 200, { 'set-cookie': ['a=b'] }), 'header'],
    ['a way out of the site', answer('', 303, { location: '//evil.example' }), 'leads to'],
  ])('sees %s', (_what, given, complaint) => {
    expect(complaintAbout(asked(), given)).toContain(complaint)
  })

  it('lets a refusal pass, and what somebody may see', () => {
    expect(complaintAbout(asked(), answer('{"code":"kernel.database-away"}', 503))).toBe(null)
    expect(complaintAbout(asked({ ...clerk, seesAll: true }), answer(CANARY))).toBe(null)
    expect(complaintAbout(asked(), answer('', 303, { location: '/sign-in?to=%2Fdesk' }))).toBe(null)
  })
})
