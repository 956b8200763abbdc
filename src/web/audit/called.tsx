import type { Text } from '../../core/messages.ts'
import { useSay } from '../language.ts'

/** Something of the record in words, its code small beside it unless it is the same word. */
export const Called = ({ code, text }: { readonly code: string; readonly text: Text | null }) => {
  const { say } = useSay()
  if (text && say(text) === code) return <>{code}</>
  return (
    <>
      {text && `${say(text)} `}
      <code className="small quiet">{code}</code>
    </>
  )
}
