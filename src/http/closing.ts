/** What keeps a connection from holding up the end of the site. */
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** How long an answer that is under way may take once the site is told to end. */
const GRACE_MS = 10_000

/**
 * When the site ends: ends connections that never asked anything at once, those with an answer under way after it, and any that is left after the grace.
 * Browsers open connections in advance; Node counts them as busy, and its check for slow ones ends with the server, so that they would hold it open for ever.
 */
export const endConnections = (site: FastifyInstance, graceMs = GRACE_MS): void => {
  const silent = new Set<FastifyRequest['socket']>()
  let isEnding = false
  site.server.on('connection', (socket) => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })
  site.server.on('request', ({ socket }, answer) => {
    silent.delete(socket)
    answer.once('close', () => isEnding && socket.end())
  })
  site.addHook('preClose', async () => {
    isEnding = true
    for (const socket of silent) socket.destroy()
    setTimeout(() => site.server.closeAllConnections(), graceMs).unref()
  })
}
