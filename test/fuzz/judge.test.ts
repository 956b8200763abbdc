import { describe, expect, it } from 'vitest'
import { complaintAbout } from './judge.ts'
import { CANARY, type Somebody } from './people.ts'

const clerk: Somebody = { name: 'member view', person: null, key: null, seesAll: false }
const asked = (as = clerk) => ({ as, what: 'x', method: 'GET', path: '/', headers: {}, body: null })
const SAFE = {
  'content-type': 'text/html; charset=utf-8',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'",
}
const answer = (body: string, status = 200, headers: Readonly<Record<string, unknown>> = {}) => ({
  status,
  headers: { ...SAFE, ...headers },
  body,
})

describe('the judge of answers', () => {
  it.each([
    ['a crash', answer('', 500), 'answers 500'],
    ['a bug behind a polite number', answer('{"code":"kernel.incident"}', 503), 'for a bug'],
    ['a stack trace', answer('Error: x\n    at run (/srv/planwright/src/kernel/action.ts:12:3)'), 'inside of the program'],
    ['a message of the database', answer('duplicate key value violates unique constraint "x"'), 'inside of the program'],
    ['what belongs to somebody else', answer(`名称 ${CANARY}`), 'strange enterprise'],
    ['a script that was typed', answer('<script>alert(1)</script>'), 'script'],
    ['a handler in the markup', answer('<button onclick="x()">'), 'in its markup'],
    ['a style in the markup', answer('<p class="a" style="color:red">'), 'in its markup'],
    ['a script that anybody could have put there', answer('<script src="/x.js"></script>'), 'in its markup'],
    ['an address that is a script', answer('<a href="javascript:x()">'), 'in its markup'],
    ['an answer of no type', answer('x', 200, { 'content-type': undefined }), 'does not say'],
    ['an answer to be sniffed at', answer('x', 200, { 'x-content-type-options': undefined }), 'guess'],
    ['a header that was typed', answer('', 200, { 'set-cookie': ['a=b'] }), 'header'],
    ['a way out of the site', answer('', 303, { location: '//evil.example' }), 'leads to'],
  ])('sees %s', (_what, given, complaint) => {
    expect(complaintAbout(asked(), given)).toContain(complaint)
  })

  it('sees a page for somebody that is kept', () => {
    const theirs = asked({ ...clerk, person: { name: '某员' } as never })
    expect(complaintAbout(theirs, answer('<p>某员'))).toContain('be kept')
    expect(complaintAbout(theirs, answer('<p>某员', 200, { 'cache-control': 'no-store' }))).toBe(null)
    expect(complaintAbout(theirs, answer('<p>'))).toBe(null)
  })

  it('lets a refusal pass, and what somebody may see', () => {
    expect(complaintAbout(asked(), answer('{"code":"kernel.database-away"}', 503))).toBe(null)
    expect(complaintAbout(asked({ ...clerk, seesAll: true }), answer(CANARY))).toBe(null)
    expect(complaintAbout(asked(), answer('', 303, { location: '/sign-in?to=%2Fdesk' }))).toBe(null)
  })
})
