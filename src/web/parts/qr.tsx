/** A QR code as a picture, made on the server: black on white in the dark as well, as cameras want it. */
import { encode } from 'uqr'

const BORDER = 4

export const Qr = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const { data, size } = encode(text, { border: BORDER, ecc: 'M' })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg className="qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`}>
      <rect width={size} height={size} />
      <path d={dark.join('')} />
    </svg>
  )
}
