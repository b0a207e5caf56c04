import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// `npm run dev` shows the sources; data comes from a server that is already running.
const server = process.env.SOJOURN_SERVER ?? 'http://127.0.0.1:8460'
const port = Number(process.env.SOJOURN_DEV_PORT ?? 5173)
const toServer = { target: server, changeOrigin: true, headers: { origin: server } }

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: process.env.SOJOURN_UI_OUT ?? 'target/classes/static',
    emptyOutDir: true,
    // A data: address would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: 'manifest.json',
  },
  server: { port, strictPort: true, host: '127.0.0.1', proxy: { '/api': toServer, '/v3': toServer } },
  test: { include: ['src/**/*.test.{ts,tsx}'], environment: 'node', testTimeout: 60_000 },
})
