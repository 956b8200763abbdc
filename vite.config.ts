import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

// The server entry is the SSR input: Fastify, modules and pages become one file, with one copy of every module.
export default defineConfig(({ command }) => ({
  plugins: process.env.VITEST ? [] : [reactRouter()],
  environments: {
    ssr: {
      resolve: command === 'build' ? { noExternal: true as const, external: ['pg'] } : {},
      build: { sourcemap: true, rollupOptions: { input: './src/http/main.ts' } },
    },
  },
}))
