/** Which of the formats there are a client wants (RFC 9110, 12.5.1). */

/** `type`: without parameters. `version`: null where the type has none. */
export type Offer<F> = { readonly type: string; readonly version: string | null; readonly format: F }
export type Wanted = { readonly type: string; readonly parameters: ReadonlyMap<string, string>; readonly weight: number }

/** The ranges of an Accept header, the most wanted first. */
const wantedIn = (accept: string): readonly Wanted[] =>
  accept
    .split(',')
    .slice(0, 50)
    .map((range) => {
      const [type = '', ...rest] = range.split(';').map((part) => part.trim().toLowerCase())
      const parameters = new Map(
        rest.map((each) => [each.split('=')[0]?.trim() ?? '', (each.split('=')[1] ?? '').trim().replaceAll('"', '')]),
      )
      const weight = Number(parameters.get('q') ?? 1)
      return { type, parameters, weight: Number.isFinite(weight) ? weight : 0 }
    })
    .filter(({ type, weight }) => type !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)

/** `2`, `2.0` and `2.0.0` are one version, and so are drafts of it such as `1.0.0-wd`. */
const isVersion = (asked: string | undefined, version: string | null): boolean => {
  if (asked === undefined || version === null) return true
  const numbers = (text: string): string => [...text.replace(/-.*$/, '').split('.'), '0', '0'].slice(0, 3).join('.')
  return numbers(asked) === numbers(version)
}
const matches = ({ type, parameters }: Wanted, offer: Offer<unknown>): boolean =>
  (type === '*/*' || type === offer.type || (type.endsWith('/*') && offer.type.startsWith(type.slice(0, -1)))) &&
  isVersion(parameters.get('version'), offer.version)

/** The offer that fits best and what the client said of it; the first where nothing was said, null where nothing fits. */
export const negotiated = <F>(
  accept: string | undefined,
  offers: readonly Offer<F>[],
): { readonly offer: Offer<F>; readonly wanted: Wanted | null } | null => {
  const [first] = offers
  if (accept === undefined || accept.trim() === '') return first ? { offer: first, wanted: null } : null
  for (const wanted of wantedIn(accept)) {
    const offer = offers.find((each) => matches(wanted, each))
    if (offer) return { offer, wanted }
  }
  return null
}
