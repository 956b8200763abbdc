/** What an address of the board asks for: an order of targets, the day since which changes count. What is empty is not asked. */
export const askedBoard = (request: Request): { readonly order?: string; readonly since?: string } => {
  const asked = new URL(request.url).searchParams
  const given = (name: 'order' | 'since') => {
    const text = asked.get(name)
    return text ? { [name]: text } : {}
  }
  return { ...given('order'), ...given('since') }
}
