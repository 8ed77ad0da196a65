import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The desk, built into web/dist, which the server hands out. `npm run desk:dev` serves it anew at each change, with the API of DUALWATCH_PORT behind it. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: {
    outDir: 'dist',
    manifest: true,
    emptyOutDir: true,
    target: 'es2023',
    // The first that have light-dark(): one pair of colours stays one pair.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    // Nothing inside an address: the page may load from its own server alone.
    assetsInlineLimit: 0,
    license: { fileName: 'assets/licences.json' },
  },
  css: { modules: { generateScopedName: '[name]-[local]-[hash:base64:4]' } },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/feeds', '/replay', '/healthz'].map((path) => [path, `http://127.0.0.1:${process.env['DUALWATCH_PORT'] ?? '8787'}`]),
    ),
  },
});
