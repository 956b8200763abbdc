/** The two days that a reader may put into the address of a page of the plan. */
export const askedDates = (request: Request): { readonly asOf?: string; readonly known?: string } => {
  const asked = new URL(request.url).searchParams
  const given = (name: 'asOf' | 'known') => {
    const text = asked.get(name)
    return text ? { [name]: text } : {}
  }
  return { ...given('asOf'), ...given('known') }
}
