import { data, type LoaderFunctionArgs } from 'react-router'
import { httpStatusOf } from '../../kernel/failure.ts'
import { refusedContext } from '../context.ts'

/** What a door refuses is shown as a page of its own, with everything around it that the reader may have. */
export const loader = ({ context }: LoaderFunctionArgs): never => {
  const trouble = context.get(refusedContext)
  throw data(trouble, { status: trouble ? httpStatusOf[trouble.kind] : 404 })
}

const Refused = () => null
export default Refused
