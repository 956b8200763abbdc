/** What an address of the board asks for; what is empty is not asked. */
type Asked<N extends string> = Readonly<Partial<Record<N, string>>>

const asked = <N extends string>(request: Request, ...names: readonly N[]): Asked<N> => {
  const { searchParams } = new URL(request.url)
  const given = names.flatMap((name) => {
    const text = searchParams.get(name)
    return text ? [[name, text] as const] : []
  })
  return Object.fromEntries(given) as Asked<N>
}

/** An order of targets, and the day since which changes count. */
export const askedWall = (request: Request) => asked(request, 'order', 'since')
export const askedSince = (request: Request) => asked(request, 'since')
export const askedTree = (request: Request) => asked(request, 'by', 'year')
