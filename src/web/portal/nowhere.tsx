import { data } from 'react-router'

/** Whatever has no page of its own. */
export const loader = () => {
  throw data(null, { status: 404 })
}

export default function Nowhere() {
  return null
}
