import { Writable } from 'node:stream'
import { renderToPipeableStream } from 'react-dom/server'
import { type EntryContext, type HandleErrorFunction, isRouteErrorResponse, type RouterContextProvider, ServerRouter } from 'react-router'
import { siteContext } from './context.ts'

/** Complete pages: nothing is streamed in pieces, so that a page without scripts is whole. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const { nonce } = context.get(siteContext)
  return new Promise((resolve, reject) => {
    let code = status
    const { pipe, abort } = renderToPipeableStream(<ServerRouter context={entry} url={request.url} nonce={nonce} />, {
      nonce,
      onAllReady() {
        clearTimeout(timer)
        headers.set('content-type', 'text/html; charset=utf-8')
        const parts: Buffer[] = []
        const body = new Writable({
          write: (part: Buffer, _encoding, done) => {
            parts.push(part)
            done()
          },
          final: (done) => {
            resolve(new Response(Buffer.concat(parts), { headers, status: code }))
            done()
          },
        })
        pipe(body)
      },
      onShellError(error) {
        clearTimeout(timer)
        reject(error)
      },
      onError(error) {
        code = 500
        console.error(error)
      },
    })
    const timer = setTimeout(() => abort(new Error('the page took too long')), 10_000)
  })
}

/** Bugs are written to the log; what a visitor asked for in vain is not, or anybody could fill it. */
export const handleError: HandleErrorFunction = (error, { request }) => {
  if (!request.signal.aborted && !isRouteErrorResponse(error)) console.error(error)
}
