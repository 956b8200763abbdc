/** What no answer may ever be, whatever was asked. */
import type { Received } from './http.ts'
import { CANARY } from './people.ts'
import type { Asked } from './requests.ts'

const TRACE =
  /\bat (?:async )?\S+ \(?(?:file:|node:|\/)\S+:\d+:\d+|node_modules|\/src\/\S+\.ts:\d+|SQLSTATE|syntax error at or near|PostgresError|violates \w+ constraint/

/** Handlers and styles as attributes, styles as elements, scripts without the nonce of their page. Data in a script element are never run. */
const INLINE =
  /<[a-z][^<>]*\s(?:on[a-z]+|style)="[^"]*"|<style\b|<script(?! type="application\/ld\+json">)(?![^<>]*\snonce="[^"]+")[^<>]*>|href="javascript:/

/** What is wrong with an answer, in a sentence; null if nothing is. */
export const complaintAbout = (asked: Asked, { status, headers, body }: Received): string | null => {
  // The SDMX service says 501 to what the standard knows and it does not offer.
  if (status >= 500 && status !== 503 && status !== 501) return `answers ${status}`
  if (status === 503 && body.includes('kernel.incident')) return 'answers 503 for a bug'
  if (TRACE.test(body)) return `shows the inside of the program: ${TRACE.exec(body)?.[0]}`
  if (!asked.as.seesAll && body.includes(CANARY)) return 'shows a strange enterprise'
  const isHtml = /^text\/html/.test(String(headers['content-type'] ?? ''))
  if (isHtml && body.includes('<script>alert(1)')) return 'hands a script back'
  if (body !== '' && headers['content-type'] === undefined) return 'does not say what it is'
  if (headers['x-content-type-options'] !== 'nosniff' || headers['content-security-policy'] === undefined) return 'lets a browser guess'
  if (isHtml) {
    const inline = INLINE.exec(body)?.[0]
    if (inline !== undefined) return `has a script or a style in its markup: ${inline}`
    if (asked.as.person && body.includes(asked.as.person.name) && headers['cache-control'] !== 'no-store')
      return 'lets a page for somebody be kept'
  }
  if (headers['set-cookie'] !== undefined && JSON.stringify(headers['set-cookie']).includes('a=b')) return 'lets a header be written'
  const place = headers.location
  if (typeof place === 'string' && !/^\/(?![/\\])/.test(place)) return `leads to ${place}`
  return null
}

/** The request as somebody can send it again. */
export const toRepeat = ({ as, method, path, headers, body }: Asked): string =>
  `${method} ${path.slice(0, 600)} as ${as.name}\n${Object.entries(headers)
    .filter(([name]) => name !== 'cookie' && name !== 'authorization')
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')}\n\n${(body ?? '').slice(0, 1000)}`
