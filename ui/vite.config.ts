/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm run dev` finds the server: `./atelier serve` says its address. */
const server = process.env.ATELIER_SERVER ?? 'http://127.0.0.1:8470';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2023',
    // Every file is its own request of this site: the content policy allows no data: scripts.
    assetsInlineLimit: 0,
    manifest: true,
    chunkSizeWarningLimit: 1600,
  },
  server: {
    proxy: { '/api': { target: server, changeOrigin: true }, '/openapi': { target: server, changeOrigin: true } },
  },
  test: { include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tests/**/*.test.ts'], environment: 'node' },
});
