import { defineConfig } from 'vite'

// The programs of the parts of pages that come alive in a browser: built beside the pages, each loaded by its page alone.
export default defineConfig({
  publicDir: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: 'build/client',
    emptyOutDir: false,
    manifest: 'assets/islands.json',
    rollupOptions: {
      input: {
        check: 'src/web/islands/check.tsx',
        calculator: 'src/web/islands/calculator.tsx',
        lab: 'src/web/islands/lab.tsx',
        passkey: 'src/web/islands/passkey.tsx',
      },
    },
  },
})
