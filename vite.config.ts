import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

// The server entry is the SSR input: Fastify, modules and pages become one file, with one copy of every module.
export default defineConfig(({ command }) => ({
  plugins: process.env.VITEST ? [] : [reactRouter()],
  environments: {
    ssr: {
      // Pages of the built server are production pages, whoever starts it.
      define: command === 'build' ? { 'process.env.NODE_ENV': '"production"' } : {},
      resolve: command === 'build' ? { noExternal: true as const, external: ['pg'] } : {},
      build: { sourcemap: true, rollupOptions: { input: './src/http/main.ts' } },
    },
  },
}))
