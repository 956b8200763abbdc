const HERE = 'http://here.invalid'

/** The address somebody wanted to go on to, if it is a path on this site; else the other one. Nobody can be led to another site with a link of ours. */
export const localPath = (wanted: string | null | undefined, otherwise: string): string => {
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, HERE)) return otherwise
  const url = new URL(wanted, HERE)
  const path = url.pathname + url.search + url.hash
  // Dots in a path are resolved: what is left of `/.//elsewhere` would be read as another host.
  return url.origin === HERE && !path.startsWith('//') ? path : otherwise
}
